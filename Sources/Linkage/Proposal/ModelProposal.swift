public import Records

/// A model proposed from columns and value counts, with a reason for everything in it.
///
/// No pair of records is made for it, and no label is read.
public struct ModelProposal: Hashable, Sendable {
    /// What each column was taken for.
    public let columns: [ColumnFinding]
    /// Why columns are read in another form, a sentence each.
    public let readings: [String]
    /// The rules that make candidate pairs.
    public let rules: [ChosenRule]
    /// The most pairs that the rules were allowed to make.
    public let pairsLimit: Int
    /// The share of imagined matches that all rules together find.
    public let expectedRecall: Double
    /// Records that are in no block of any rule with another record's keys, for lack of values.
    public let recordsWithoutRule: Int
    /// The rules on which m is trained.
    public let trainingRules: [RuleOutline]
    /// The model.
    public let outline: ModelOutline

    /// The pairs that the rules make, one that several make counted for each.
    public var pairs: Int { rules.reduce(0) { $0 + $1.pairs } }
}

/// Why no model could be proposed.
public enum ProposalFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are too few records to compare.
    case tooFewRecords
    /// No column tells the records of each file apart.
    case noID(columns: [String])
    /// No column is left to compare.
    case nothingToCompare(columns: [String])
    /// No rule stays within the limit of pairs.
    case noRule(limit: Int)

    /// What is wrong and what to do, in a sentence.
    public var description: String {
        switch self {
        case .tooFewRecords: "There are too few records to compare; give at least two."
        case .noID(let columns):
            "No column tells the records of each file apart; add one with a number for each row. "
                + "All files have " + Self.list(columns) + "."
        case .nothingToCompare(let columns):
            "No column is left to compare; all files have " + Self.list(columns) + "."
        case .noRule(let limit):
            "No rule makes at least one pair and at most \(limit); allow more pairs."
        }
    }

    private static func list(_ columns: [String]) -> String {
        columns.isEmpty
            ? "no column in common" : columns.map { "`\($0)`" }.joined(separator: ", ")
    }
}

extension ModelProposal {
    /// Proposes a model for one file, whose records may be double, or for linking several.
    ///
    /// - Parameters:
    ///   - tables: The records of each file; only columns that all have are used.
    ///   - pairsLimit: The most pairs that the rules may make; nil for 25 a record, or 500,000.
    ///   - ignored: Columns to leave out.
    ///   - seed: The seed of the imagined matches.
    /// - Returns: The proposal; the same for any order of rows.
    /// - Throws: `ProposalFailure` when there is nothing to propose.
    public static func proposed(
        for tables: [RecordTable], pairsLimit: Int? = nil, ignoring ignored: Set<String> = [],
        seed: UInt64 = 1
    ) throws(ProposalFailure) -> ModelProposal {
        let records = tables.reduce(0) { $0 + $1.rowCount }
        guard records > 1, tables.allSatisfy({ $0.rowCount > 0 }) else { throw .tooFewRecords }
        var columns = ColumnChoice(tables, ignoring: ignored)
        try columns.chooseID()
        let limit = pairsLimit ?? max(500_000, 25 * records)
        var search = RuleSearch(columns, tables, limit: limit, seed: seed)
        let rules = search.chosen()
        guard !rules.isEmpty else { throw .noRule(limit: limit) }
        var outline = columns.outline
        outline.blockingRules = rules.map(\.rule)
        let training = search.trainingRules()
        outline.training.emRules = training
        return ModelProposal(
            columns: columns.findings, readings: columns.readings, rules: rules,
            pairsLimit: limit, expectedRecall: rules.reduce(0) { $0 + $1.gain },
            recordsWithoutRule: search.recordsWithout(rules), trainingRules: training,
            outline: outline)
    }
}
