public import Governance
public import Linkage
public import Records

/// How many pairs the blocking rules of a version make of two files, before any is compared.
public struct BlockingEstimate: Hashable, Sendable {
    /// Records on the left.
    public let leftRecords: Int
    /// Records on the right.
    public let rightRecords: Int
    /// The pairs that may match at all.
    public let possiblePairs: Int
    /// What each rule makes and adds, in order.
    public let rules: [BlockingContribution]
    /// Why a run would refuse, a sentence for each rule that makes too many pairs.
    public let refusals: [String]
}

/// How often a column has a value, file by file.
public struct Completeness: Hashable, Sendable {
    /// The name of the column.
    public let column: String
    /// The share of records with a value on the left, 0 to 1.
    public let left: Double
    /// The share of records with a value on the right, 0 to 1.
    public let right: Double
}

/// What a version makes of two files, in counts: nothing of it tells about a person.
public struct ModelDiagnostics: Hashable, Sendable {
    /// The records of both files.
    public let records: Int
    /// How complete the columns are that the model reads.
    public let completeness: [Completeness]
    /// The records weighed against themselves.
    public let unlinkables: Unlinkables
    /// The columns that unlinkable records lack, at the version's cut-off.
    public let missingFields: [MissingField]
    /// How far rarity moves levels in these records.
    public let rarity: [RarityRange]
    /// The patterns of the scored pairs, commonest first.
    public let patterns: [PatternSummary]
    /// The scored pairs.
    public let pairs: Int
}

extension Store {
    /// Above so many pairs of one rule, what the rules add is worked out from keys alone.
    private static let countedPairs = 20_000_000

    /// Counts the pairs of a version's blocking rules on two loads, as training would be allowed.
    ///
    /// - Throws: `Refusal` when the agreement does not allow it.
    public func countBlocks(
        of id: MatchModel.ID, on left: Load.ID, with right: Load.ID, by person: Practitioner
    ) async throws -> BlockingEstimate {
        try await examined(id, left, right, by: person) { version, tables in
            let model = version.model
            let records = EncodedRecords(tables, for: model)
            let rules = model.blockingContributions(in: records, limit: Self.countedPairs)
            let limit = model.training.maximumPairsPerRule
            return BlockingEstimate(
                leftRecords: tables[0].rowCount, rightRecords: tables[1].rowCount,
                possiblePairs: records.possiblePairs(model.linkType), rules: rules,
                refusals: rules.filter { $0.pairs > limit }.map { $0.refusal(limit) })
        }
    }

    /// Weighs the records and pairs of two loads with a version, as training would be allowed.
    ///
    /// - Throws: `Refusal` when the agreement does not allow it or the pairs cannot be scored.
    public func diagnoseModel(
        _ id: MatchModel.ID, on left: Load.ID, with right: Load.ID, by person: Practitioner
    ) async throws -> ModelDiagnostics {
        try await examined(id, left, right, by: person) { version, tables in
            guard version.training != nil else { throw Self.notTrained }
            return try ModelDiagnostics(version, tables)
        }
    }

    /// Works something out from both loads under the permission of training, and logs it.
    func examined<Value: Sendable>(
        _ id: MatchModel.ID, _ left: Load.ID, _ right: Load.ID, by person: Practitioner,
        _ work: (MatchModel, [RecordTable]) throws -> Value
    ) async throws -> Value {
        try requireModelReader(person)
        let moment = now
        return try await working(with: id, on: left, and: right, by: person) { version, tables in
            (version: version, value: try work(version, tables))
        } keeping: { made, files, db in
            // The version as it was looked at, also where somebody changed it meanwhile.
            try made.version.log(
                "match-model-examined", by: person, with: files.parties, files.codes, at: moment,
                db)
            return made.value
        }
    }
}

extension BlockingContribution {
    /// Why a run refuses the rule.
    fileprivate func refusal(_ limit: Int) -> String {
        "The rule makes \(pairs) pairs and the limit is \(limit), so a run would refuse it. "
            + "Add a field to the rule or leave it out."
    }
}

extension ModelDiagnostics {
    /// Pairs below this weight, in bits, are left out: hardly any of them can match.
    private static let lowestBits = -20.0

    init(_ version: MatchModel, _ tables: [RecordTable]) throws {
        let model = version.model
        let weights = PairWeights(version, EncodedRecords(tables, for: model))
        let scored = try weights.pairs(from: Self.lowestBits)
        records = tables.reduce(0) { $0 + $1.rowCount }
        completeness = model.columns.sorted().map { column in
            let profile = ColumnProfile(column, in: tables, commonest: 1)
            return Completeness(
                column: column, left: profile.tables[0].share, right: profile.tables[1].share)
        }
        unlinkables = weights.unlinkables
        missingFields = weights.missingFields(below: version.thresholdBits)
        rarity = weights.rarityRanges
        patterns = PatternSummary.patterns(
            of: scored.map {
                EvaluatedPair(
                    comparisonVector: weights.patternLayout.comparisonVector(of: $0.pattern),
                    matchWeight: $0.matchWeight)
            }, samples: 1)
        pairs = scored.count
    }
}
