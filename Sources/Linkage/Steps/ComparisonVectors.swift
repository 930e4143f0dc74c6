/// Compares pairs of records and gives their comparison vectors as patterns.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct ComparisonVectors {
    private var tester: PairTester
    private let encoded: EncodedRecords
    private let strides: [UInt64]
    /// Where the program begins for each comparison.
    private let starts: [PairProgram.Target]
    /// Where each comparison of the pair at hand was left off.
    private var stopped: [PairProgram.Target]

    /// `greatest`: the most that each digit of each comparison can be worth, where pairs are to be
    /// given up early.
    init(
        _ comparisons: [Comparison], _ layout: PatternLayout, _ encoded: EncodedRecords,
        greatest: [[Double]]? = nil
    ) {
        var program = PairProgram(encoded.layout)
        starts = comparisons.indices.map {
            program.add(comparisons[$0], greatest: greatest?[$0])
        }
        strides = layout.strides
        stopped = starts
        tester = PairTester(program, encoded)
        self.encoded = encoded
    }

    /// Why a condition could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// The pattern of a pair over some comparisons; the digits of the others are 0.
    mutating func pattern(_ left: Int, _ right: Int, over comparisons: [Int]) -> UInt64 {
        let (rows, width) = (encoded.cells, encoded.width)
        return pattern(
            rows.span.extracting(left * width..<(left + 1) * width),
            rows.span.extracting(right * width..<(right + 1) * width), over: comparisons)
    }

    /// The pattern of a pair of rows over some comparisons; the digits of the others are 0.
    @inline(__always)
    mutating func pattern(
        _ left: Span<UInt32>, _ right: Span<UInt32>, over comparisons: [Int]
    ) -> UInt64 {
        var pattern: UInt64 = 0
        for comparison in comparisons {
            pattern += digit(of: comparison, left, right) * strides[comparison]
        }
        return pattern
    }

    /// The digit of one comparison of two records.
    mutating func digit(of comparison: Int, _ left: Int, _ right: Int) -> UInt64 {
        let (rows, width) = (encoded.cells, encoded.width)
        return digit(
            of: comparison, rows.span.extracting(left * width..<(left + 1) * width),
            rows.span.extracting(right * width..<(right + 1) * width))
    }

    /// The digit of one comparison: 0 for null, else its comparison vector value plus one.
    @inline(__always)
    mutating func digit(
        of comparison: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> UInt64 {
        UInt64(tester.result(from: starts[comparison], left, right))
    }

    /// What codes alone say of one comparison: its digit, or below 0 where they do not suffice.
    ///
    /// In the latter case `limit` is the most that the comparison can still be worth.
    @inline(__always)
    mutating func begin(
        _ comparison: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> (digit: Int, limit: Double) {
        let target = tester.target(from: starts[comparison], left, right)
        stopped[comparison] = target
        return target < 0 ? (Int(-1 - target), 0) : (-1, tester.limit(at: target))
    }

    /// The digit of a comparison that was begun, or nil when it must be worth less than is needed.
    @inline(__always)
    mutating func finish(
        _ comparison: Int, needed: Double, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Int? {
        var target = stopped[comparison]
        while target >= 0 {
            guard tester.limit(at: target) >= needed else { return nil }
            target = tester.target(from: tester.next(after: target), left, right)
        }
        return Int(-1 - target)
    }

    /// The most that a comparison that was begun can still be worth; nil when codes decided it.
    @inline(__always)
    func limit(_ comparison: Int) -> Double? {
        stopped[comparison] < 0 ? nil : tester.limit(at: stopped[comparison])
    }
}
