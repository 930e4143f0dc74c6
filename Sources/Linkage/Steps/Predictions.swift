/// A pair of records and how likely it is that they match.
public struct ScoredPair: Hashable, Sendable {
    private let leftTable: UInt16
    private let rightTable: UInt16
    private let leftIndex: UInt32
    private let rightIndex: UInt32
    /// The comparison vector as a number; `PatternLayout` reads it.
    public let pattern: UInt64
    /// The evidence that the two match, in bits.
    public let matchWeight: Double

    /// A pair with its weight in bits.
    public init(
        left: RecordLocation, right: RecordLocation, pattern: UInt64 = 0, matchWeight: Double
    ) {
        leftTable = UInt16(left.table)
        rightTable = UInt16(right.table)
        leftIndex = UInt32(left.row)
        rightIndex = UInt32(right.row)
        self.pattern = pattern
        self.matchWeight = matchWeight
    }

    /// The earlier record.
    public var left: RecordLocation { RecordLocation(table: Int(leftTable), row: leftRow) }
    /// The later record.
    public var right: RecordLocation { RecordLocation(table: Int(rightTable), row: rightRow) }
    /// The row of the earlier record in its table.
    public var leftRow: Int { Int(leftIndex) }
    /// The row of the later record in its table.
    public var rightRow: Int { Int(rightIndex) }
    /// The probability that the two match, 0 to 1.
    public var matchProbability: Double { Linkage.matchProbability(ofWeight: matchWeight) }
}

extension MatchWeights {
    /// All candidate pairs of at least a weight in bits, by left and right record.
    ///
    /// Candidate pairs are streamed and never kept; a pair is dropped as soon as what is left to
    /// compare cannot lift it to the threshold. The number of threads does not change the result.
    ///
    /// - Throws: `LinkageFailure` when a rule makes more pairs than the training plan allows, or
    ///   a condition cannot be worked out for some values.
    public func predictions(
        threshold: Double, threads: Int = 1
    ) throws(LinkageFailure) -> [ScoredPair] {
        if let problem = records.firstProblem { throw .evaluation(problem) }
        let blocking = Blocking(model.predictionRules, model.linkType, records)
        do {
            try blocking.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        let start = PairScreen(self, threshold: threshold)
        let chunks = blocking.chunks(ofPairs: 1 << 18)
        let parts = parallelParts(chunks.count, threads: threads) { take in
            var screen = start
            var pairs: [ScoredPair] = []
            while let number = take() {
                add(chunks[number], of: blocking, &screen, threshold: threshold, to: &pairs)
            }
            return (pairs: pairs, problem: screen.firstProblem)
        }
        if let problem = parts.lazy.compactMap(\.problem).first { throw .evaluation(problem) }
        return parts.flatMap(\.pairs).inOrder(of: records)
    }

    /// Adds the pairs of some blocks.
    private func add(
        _ chunk: BlockChunk, of blocking: Blocking, _ screen: inout PairScreen,
        threshold: Double, to pairs: inout [ScoredPair]
    ) {
        let (cells, width) = (records.cells, records.width)
        let rows = cells.span
        blocking.forEachBatch(of: chunk, texts: screen.texts) {
            left, rights, columns, vectors, lanes in
            let leftRow = rows.extracting(left * width..<(left + 1) * width)
            screen.forEachPattern(leftRow, rights, columns, vectors, lanes, rows) {
                right, rightRow, pattern in
                let weight = matchWeight(pattern, leftRow, rightRow)
                guard weight >= threshold else { return }
                pairs.append(
                    ScoredPair(
                        left: records.location(of: left), right: records.location(of: right),
                        pattern: pattern, matchWeight: weight))
            }
        }
    }
}

extension [ScoredPair] {
    /// The pairs by left and right record.
    ///
    /// - Complexity: O(pairs) for less than 4,294,967,295 of them; else O(pairs × log).
    fileprivate func inOrder(of records: EncodedRecords) -> [ScoredPair] {
        guard count < Int(UInt32.max) else {
            return sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        }
        let starts = [0] + records.tableEnds
        let bits = Swift.max(1, Int.bitWidth - records.count.leadingZeroBitCount)
        var keyed: [KeyedRecord] = []
        keyed.reserveCapacity(count)
        for (place, pair) in enumerated() {
            let left = UInt64(starts[pair.left.table] + pair.leftRow)
            let right = UInt64(starts[pair.right.table] + pair.rightRow)
            keyed.append(KeyedRecord(key: left << UInt64(bits) | right, record: UInt32(place)))
        }
        keyed.radixSort(bits: 2 * bits)
        return keyed.map { self[Int($0.record)] }
    }
}

/// Why records could not be linked.
public enum LinkageFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A rule would make too many pairs.
    case tooManyPairs(BlockingRefusal)
    /// A condition or a key cannot be worked out for some values.
    case evaluation(EvaluationProblem)

    /// What is wrong and what to do, in plain sentences.
    public var description: String {
        switch self {
        case .tooManyPairs(let refusal): refusal.description
        case .evaluation(let problem): problem.description
        }
    }
}
