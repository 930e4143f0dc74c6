/// Compares pairs of records and gives their comparison vectors as patterns.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct ComparisonVectors {
    private var tester: PairTester
    private let strides: [UInt64]
    /// Where the program begins for each comparison.
    private let starts: [PairProgram.Target]

    init(_ comparisons: [Comparison], _ layout: PatternLayout, _ encoded: EncodedRecords) {
        var program = PairProgram(encoded.layout)
        starts = comparisons.map { program.add($0).start }
        strides = layout.strides
        tester = PairTester(program, encoded)
    }

    /// Why a condition could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// The pattern of a pair over some comparisons; the digits of the others are 0.
    mutating func pattern(_ left: Int, _ right: Int, over comparisons: [Int]) -> UInt64 {
        var pattern: UInt64 = 0
        for comparison in comparisons {
            pattern += digit(of: comparison, left, right) * strides[comparison]
        }
        return pattern
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
        UInt64(tester.result(from: starts[comparison], ofRecords: left, right))
    }

    /// The digit of one comparison: 0 for null, else its comparison vector value plus one.
    @inline(__always)
    mutating func digit(
        of comparison: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> UInt64 {
        UInt64(tester.result(from: starts[comparison], left, right))
    }
}
