/// A model of households made ready for the records at hand, term frequencies included.
public struct HouseholdWeights: Sendable {
    /// The model.
    public let household: HouseholdModel
    /// The records.
    public var records: EncodedRecords { plain.records }
    /// How the comparison vectors of pairs are numbered.
    public var patternLayout: PatternLayout { plain.layout }
    /// The plain weights, whose shared levels count for as much as they can at the most.
    let plain: MatchWeights
    /// By comparison and digit, against "strangers", in bits.
    let person: [[Double]]
    let moved: [[Double]]
    let housemate: [[Double]]
    /// By comparison and digit, the share of housemates' agreement that is chance.
    private let chance: [[Double]]
    /// The shares of those who stayed and of those who moved, in bits.
    let logStayed: Double
    let logMoved: Double
    /// By the pattern of evidence about the person, what coincidence takes off, in bits.
    private let coincidences: [UInt64: Double]
    /// Which comparisons are about the person.
    let isPersonal: [Bool]

    /// The weights of a model; records must be encoded for its plain model.
    public init(_ household: HouseholdModel, _ records: EncodedRecords) {
        self.init(household, MatchWeights(household.boundingModel, records))
    }

    /// The weights with term frequencies that were counted before, of the plain model's columns.
    init(
        _ household: HouseholdModel, _ records: EncodedRecords, _ frequencies: [TermFrequencies]
    ) {
        self.init(household, MatchWeights(household.boundingModel, records, frequencies))
    }

    private init(_ household: HouseholdModel, _ bounding: MatchWeights) {
        self.household = household
        plain = bounding
        let plan = household.plan
        isPersonal = household.model.comparisons.map {
            plan.scope(of: $0.outputColumnName) == .person
        }
        person = household.byDigit(0) { $0.personBits }
        moved = household.byDigit(0) { $0.movedBits }
        housemate = household.byDigit(0) { $0.householdBits }
        chance = household.byDigit(1) { level in
            guard let own = level.household, let u = level.stranger, own > 0 else { return 1 }
            return min(1, u / own)
        }
        let layout = plain.layout
        coincidences = Dictionary(
            household.coincidences.map { (layout.pattern(of: $0.comparisonVector), $0.bits) },
            uniquingKeysWith: { first, _ in first })
        logStayed = logarithm2(1 - household.movedShare)
        logMoved = logarithm2(household.movedShare)
    }

    /// How far each hypothesis is likelier than "strangers", in bits.
    struct Odds {
        let person: Double
        let household: Double

        /// "One person" against both other hypotheses together, in bits.
        var matchWeight: Double { person - logarithm2(1 + power2(household)) }
    }

    /// The weight of a pair with a pattern, in bits: one person against everything else.
    func matchWeight(_ pattern: UInt64, _ left: Int, _ right: Int) -> Double {
        odds(pattern, left, right).matchWeight
    }

    func odds(_ pattern: UInt64, _ left: Int, _ right: Int) -> Odds {
        var one = household.personBits
        var two = household.householdBits
        var personal: UInt64 = 0
        var (inHome, afterMove) = (logStayed, logMoved)
        for comparison in person.indices {
            let digit = plain.layout.digit(of: comparison, in: pattern)
            let rarity = plain.adjustment(comparison, digit, left, right)
            guard isPersonal[comparison] else {
                inHome += person[comparison][digit] + rarity
                afterMove += moved[comparison][digit] + rarity
                two += housemate[comparison][digit] + rarity
                continue
            }
            personal += UInt64(digit) * plain.layout.strides[comparison]
            one += person[comparison][digit] + rarity
            two += housemate[comparison][digit] + familyRarity(rarity, comparison, digit)
        }
        let coincidence = coincidences[personal] ?? 0
        return Odds(
            person: one + Self.sum(inHome, afterMove) - coincidence,
            household: two - coincidence)
    }

    /// What coincidence takes off a pair with such digits, in bits.
    func coincidence(_ digits: [Int]) -> Double {
        let personal = digits.indices.reduce(UInt64(0)) {
            isPersonal[$1] ? $0 + UInt64(digits[$1]) * plain.layout.strides[$1] : $0
        }
        return coincidences[personal] ?? 0
    }

    /// What rarity says for housemates: all of it where a family shares a name, none by chance.
    func familyRarity(_ rarity: Double, _ comparison: Int, _ digit: Int) -> Double {
        guard rarity != 0 else { return 0 }
        let chance = chance[comparison][digit]
        return logarithm2((1 - chance) * power2(rarity) + chance)
    }

    /// The logarithm of a sum of two powers of two.
    private static func sum(_ first: Double, _ second: Double) -> Double {
        let most = max(first, second)
        return most + logarithm2(power2(first - most) + power2(second - most))
    }
}

extension HouseholdWeights {
    /// All candidate pairs of at least a weight in bits, by left and right record.
    ///
    /// The number of threads does not change the result.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows, or
    ///   a condition has no answer for some values.
    public func predictions(
        threshold: Double, threads: Int = 1
    ) throws(LinkageFailure) -> [ScoredPair] {
        try plain.predictions(threshold: threshold, threads: threads).compactMap { pair in
            let weight = matchWeight(
                pair.pattern, records.record(at: pair.left), records.record(at: pair.right))
            guard weight >= threshold else { return nil }
            return ScoredPair(
                left: pair.left, right: pair.right, pattern: pair.pattern, matchWeight: weight)
        }
    }
}

extension HouseholdModel {
    /// The model's weights for records that were encoded for its plain model.
    public func weights(for records: EncodedRecords) -> HouseholdWeights {
        HouseholdWeights(self, records)
    }

    /// A plain model whose weight is never below that of this model.
    ///
    /// A home or a move, whichever speaks more for a match, taken level by level.
    var boundingModel: LinkageModel {
        var bounding = model
        bounding.probabilityTwoRandomRecordsMatch =
            personPrior / (1 - householdPrior)
        for index in model.comparisons.indices {
            for position in levels[index].indices {
                let level = levels[index][position]
                bounding.comparisons[index].comparisonLevels[position].mProbability =
                    level.person.flatMap { home in level.moved.map { max(home, $0) } }
                bounding.comparisons[index].comparisonLevels[position].uProbability =
                    level.stranger
            }
        }
        return bounding
    }

    /// Something about each level, by digit: 0 for null.
    func byDigit<Value>(_ none: Value, _ value: (HouseholdLevel) -> Value) -> [[Value]] {
        zip(model.comparisons, levels).map { comparison, levels in
            var values = Array(repeating: none, count: comparison.radix)
            for (position, level) in levels.enumerated() {
                values[comparison.comparisonVectorValue(ofLevel: position) + 1] = value(level)
            }
            return values
        }
    }
}

extension PatternLayout {
    /// The pattern of a comparison vector.
    func pattern(of comparisonVector: [Int]) -> UInt64 {
        zip(comparisonVector, strides).reduce(0) { $0 + UInt64($1.0 + 1) * $1.1 }
    }
}
