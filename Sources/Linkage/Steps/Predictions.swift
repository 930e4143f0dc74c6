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
        let screen = PairScreen(self, threshold: threshold)
        let chunks = blocking.chunks(ofPairs: 1 << 18)
        let parts = parallelMap(chunks.count, threads: threads) { number in
            predictions(of: chunks[number], blocking, screen, threshold: threshold)
        }
        if let problem = parts.lazy.compactMap(\.problem).first { throw .evaluation(problem) }
        return parts.flatMap(\.pairs).sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    /// The pairs of some blocks, in the order of the blocks.
    private func predictions(
        of chunk: BlockChunk, _ blocking: Blocking, _ screen: PairScreen, threshold: Double
    ) -> (pairs: [ScoredPair], problem: EvaluationProblem?) {
        var screen = screen
        var pairs: [ScoredPair] = []
        let width = records.width
        blocking.forEachBatch(of: chunk) { left, leftRow, rights, rightRows, chosen in
            for index in chosen.indices {
                let pair = Int(chosen[index])
                let rightRow = rightRows.extracting(pair * width..<(pair + 1) * width)
                guard let pattern = screen.pattern(leftRow, rightRow) else { continue }
                let weight = matchWeight(pattern, leftRow, rightRow)
                guard weight >= threshold else { continue }
                pairs.append(
                    ScoredPair(
                        left: records.location(of: left),
                        right: records.location(of: Int(rights[pair])),
                        pattern: pattern, matchWeight: weight))
            }
        }
        return (pairs, screen.firstProblem)
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
