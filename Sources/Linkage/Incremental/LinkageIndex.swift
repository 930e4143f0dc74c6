public import Records

/// Why records could not be added to an index.
public enum IndexRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// A record has no id; its row, from 0.
    case missingID(row: Int)
    /// A record's id is there already.
    case repeatedID(String)
    /// A condition or a key cannot be worked out for some values.
    case evaluation(EvaluationProblem)

    /// What is wrong and what to do, in one sentence.
    public var description: String {
        switch self {
        case .missingID(let row): "Row \(row + 1) has no id; give every record one."
        case .repeatedID(let id):
            "There is a record with the id “\(id)” already; each record needs its own."
        case .evaluation(let problem): problem.description
        }
    }
}

/// Records to which more can be added, with the pairs that each addition makes.
///
/// Pairs and weights of new records are those that predicting over everything would give. Term
/// frequencies are those counted by `refreshTermFrequencies()`, so that a weight does not hang on
/// what else arrives that day; a value not seen then counts as one that a single record has.
///
/// Memory: some 4 bytes a number of a record, 4 to 36 a record for each rule, and the ids.
public struct LinkageIndex: Sendable {
    /// The model by which pairs are made and scored.
    public let model: LinkageModel
    /// What tells the people of a home apart, where pairs are to be scored with it.
    public let household: HouseholdModel?
    private let hasSources: Bool
    private var encoding: RecordEncoding
    private var profiles: [TextProfile] = []
    private var names: RecordNames
    private var rules: IndexedRules
    private var frequencies: [TermFrequencies]

    /// An index without records.
    ///
    /// `household`: what goes on from the model to tell the people of a home apart.
    /// `hasNumericIDs`: whether ids are in order as numbers, which decides who is left in a pair.
    public init(
        _ model: LinkageModel, household: HouseholdModel? = nil, hasNumericIDs: Bool = false
    ) {
        let layout = RecordLayout(model)
        self.model = model
        self.household = household?.with(model)
        hasSources = model.linkType != .dedupeOnly
        encoding = RecordEncoding(layout, count: 0)
        names = RecordNames(hasNumbers: hasNumericIDs)
        rules = IndexedRules(model.predictionRules, layout)
        profiles.extend(to: encoding.dictionary)
        frequencies = MatchWeights.frequencies(
            model, EncodedRecords(encoding, profiles: profiles))
    }

    /// How many records there are.
    public var count: Int { names.count }

    /// Adds the records of a table and returns their numbers, which go on from those before.
    ///
    /// Ids are in the column that the model names; `source` matters unless all are one source.
    ///
    /// - Throws: `IndexRefusal`; then no record was added.
    /// - Complexity: O(records × (columns + rules)), nearly.
    @discardableResult
    public mutating func append(
        _ table: RecordTable, source: String = ""
    ) throws(IndexRefusal) -> Range<Int> {
        let ids = try ids(of: table)
        let start = count
        do {
            try encoding.append(table)
        } catch {
            throw .evaluation(error)
        }
        if let known = names.append(ids, source: hasSources ? source : "") {
            encoding.removeLast(table.rowCount)
            throw .repeatedID(String(decoding: known, as: UTF8.self))
        }
        profiles.extend(to: encoding.dictionary)
        rules.append(start..<count, EncodedRecords(encoding, profiles: profiles))
        return start..<count
    }

    private func ids(of table: RecordTable) throws(IndexRefusal) -> [[UInt8]] {
        guard let column = table.column(model.names.uniqueID) else {
            if table.rowCount == 0 { return [] }
            throw .missingID(row: 0)
        }
        if let row = column.codes.firstIndex(of: 0) { throw .missingID(row: row) }
        return column.codes.map { Array(column.values.bytes(of: $0)) }
    }

    /// Counts anew how common values are, over all records that are there now.
    ///
    /// - Complexity: O(records × columns with term frequencies).
    public mutating func refreshTermFrequencies() {
        frequencies = MatchWeights.frequencies(model, view)
    }

    /// Makes room for a quarter more records, so that adding a few takes no longer than it must.
    public mutating func reserveRoom() {
        let room = count + count / 4 + 1024
        encoding.reserveCapacity(room)
        names.reserveCapacity(room)
        rules.reserveCapacity(room, EncodedRecords(encoding, profiles: profiles))
    }

    /// The records as a model compares them; while it lives, adding records copies them.
    private var view: EncodedRecords { EncodedRecords(encoding, profiles: profiles) }

    /// The pairs of some records with each other and with all before them.
    ///
    /// Pairs of at least a weight in bits are kept, by left and right record in the order of ids.
    /// Records are told by their numbers, as rows of table 0. Threads do not change the result.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows, or a
    ///   condition cannot be worked out for some values.
    public func pairs(
        with new: Range<Int>, threshold: Double, threads: Int = 1
    ) throws(LinkageFailure) -> [ScoredPair] {
        precondition(new.upperBound <= count, "The records are in the index.")
        let weights = PairWeights(model, household, view, frequencies)
        try check(new, weights.records)
        let size = max(1, min(256, new.count / max(1, threads * 4)))
        let parts = parallelMap((new.count + size - 1) / size, threads: threads) { part in
            let start = new.lowerBound + part * size
            return pairs(
                with: start..<min(start + size, new.upperBound), threshold: threshold, weights)
        }
        if let problem = parts.lazy.compactMap(\.problem).first { throw .evaluation(problem) }
        return parts.flatMap(\.pairs).sorted {
            $0.leftRow != $1.leftRow
                ? names.precedes($0.leftRow, $1.leftRow)
                : $0.rightRow != $1.rightRow && names.precedes($0.rightRow, $1.rightRow)
        }
    }

    private func check(_ new: Range<Int>, _ records: EncodedRecords) throws(LinkageFailure) {
        let limit = model.training.maximumPairsPerRule
        for (rule, bound) in zip(rules.rules, rules.pairBounds(with: new, records))
        where bound.pairs > limit {
            throw .tooManyPairs(
                BlockingRefusal(
                    rule: rule, pairs: bound.pairs, limit: limit,
                    largestBlockPairs: bound.largest))
        }
    }

    private func pairs(
        with new: Range<Int>, threshold: Double, _ weights: PairWeights
    ) -> (pairs: [ScoredPair], problem: EvaluationProblem?) {
        let records = weights.records
        var tester = PairTester(rules.filterProgram, records)
        var vectors = ComparisonVectors(model.comparisons, weights.patternLayout, records)
        let all = Array(model.comparisons.indices)
        let isLinkOnly = model.linkType == .linkOnly
        var pairs: [ScoredPair] = []
        for record in new {
            rules.forEachPair(
                with: record, records, &tester,
                mayPair: { !isLinkOnly || names.source(of: $0) != names.source(of: record) },
                precedes: { names.precedes(record, $0) },
                { left, right in
                    let pattern = vectors.pattern(left, right, over: all)
                    let weight = weights.matchWeight(pattern, left, right)
                    guard weight >= threshold else { return }
                    pairs.append(
                        ScoredPair(
                            left: RecordLocation(table: 0, row: left),
                            right: RecordLocation(table: 0, row: right),
                            pattern: pattern, matchWeight: weight))
                })
        }
        return (pairs, vectors.firstProblem ?? tester.firstProblem)
    }
}

extension LinkageIndex {
    /// How comparison vectors are numbered.
    public var patternLayout: PatternLayout {
        MatchWeights(model, view, frequencies).layout
    }

    /// The id of a record.
    public func id(of record: Int) -> String {
        String(decoding: names.id(of: record), as: UTF8.self)
    }

    /// The source of a record; empty where all are one source.
    public func source(of record: Int) -> String { names.sources[names.source(of: record)] }

    /// The number of the record with an id, if there is one.
    public func record(_ id: String, source: String = "") -> Int? {
        names.record(Array(id.utf8), source: hasSources ? source : "")
    }

    /// Whether a record comes before another: by source, then by id.
    public func precedes(_ one: Int, _ other: Int) -> Bool { names.precedes(one, other) }
}
