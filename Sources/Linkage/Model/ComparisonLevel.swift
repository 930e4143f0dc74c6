/// One degree of agreement in a comparison, with how often it occurs (Splink's vocabulary).
public struct ComparisonLevel: Hashable, Sendable {
    /// When the level applies, if no level before it does.
    public let condition: Condition
    /// The level in words.
    public let labelForCharts: String
    /// Whether the level says that there is nothing to compare; it never moves the weight.
    public let isNullLevel: Bool
    /// The share of matching pairs with this level, or nil before training.
    public var mProbability: Double?
    /// The share of non-matching pairs with this level, or nil before training.
    public var uProbability: Double?
    /// Whether training leaves `mProbability` alone.
    public let fixMProbability: Bool
    /// Whether training leaves `uProbability` alone.
    public let fixUProbability: Bool
    /// The column whose rare values count for more.
    public let tfAdjustmentColumn: String?
    /// How far the adjustment goes: 0 not at all, 1 fully.
    public let tfAdjustmentWeight: Double
    /// The smallest share of records that a value is taken to have.
    public let tfMinimumUValue: Double
    /// Whether the adjustment starts from this level's own u instead of the exact level's.
    public let disableTfExactMatchDetection: Bool

    /// The condition as SQL, where it was written so.
    public let sql: String?

    /// A level; probabilities that are nil are left to training.
    public init(
        _ condition: Condition, label: String, isNullLevel: Bool = false,
        m: Double? = nil, u: Double? = nil, fixM: Bool = false, fixU: Bool = false,
        tfAdjustmentColumn: String? = nil, tfAdjustmentWeight: Double = 1,
        tfMinimumUValue: Double = 0, disableTfExactMatchDetection: Bool = false,
        sql: String? = nil
    ) {
        self.condition = condition
        labelForCharts = label
        self.isNullLevel = isNullLevel
        mProbability = m
        uProbability = u
        fixMProbability = fixM
        fixUProbability = fixU
        self.tfAdjustmentColumn = tfAdjustmentColumn
        self.tfAdjustmentWeight = tfAdjustmentWeight
        self.tfMinimumUValue = tfMinimumUValue
        self.disableTfExactMatchDetection = disableTfExactMatchDetection
        self.sql = sql
    }

    /// The level for a value that one of the records lacks.
    public static func null(_ column: String) -> ComparisonLevel {
        ComparisonLevel(
            .missing(column: column), label: "Missing on at least one side", isNullLevel: true)
    }

    /// The level for everything that no earlier level takes.
    public static let otherwise = ComparisonLevel(.otherwise, label: "Different")

    /// log2(m/u) in bits: 0 for a null level and until both probabilities are known.
    public var matchWeight: Double {
        guard !isNullLevel, let m = mProbability, let u = uProbability, m > 0, u > 0 else {
            return 0
        }
        return logarithm2(m) - logarithm2(u)
    }
}
