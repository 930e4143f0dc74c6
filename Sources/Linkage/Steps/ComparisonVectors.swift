/// Compares pairs of records and gives their comparison vectors as patterns.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct ComparisonVectors {
    /// A level: the place of its test and the digit that stands for it.
    private struct Level {
        let test: Int
        let digit: UInt32
    }

    private var tester: PairTester
    private let strides: [UInt32]
    /// The levels of all comparisons, one comparison after the other.
    private let levels: [Level]
    /// Where each comparison's levels start, and where the last one's end.
    private let levelStarts: [Int]

    init(_ comparisons: [Comparison], _ layout: PatternLayout, _ encoded: EncodedRecords) {
        var tests = PairTests()
        var levels: [Level] = []
        var starts = [0]
        for comparison in comparisons {
            for (index, level) in comparison.comparisonLevels.enumerated() {
                let digit = comparison.comparisonVectorValue(ofLevel: index) + 1
                levels.append(
                    Level(
                        test: tests.add(level.condition, encoded.layout), digit: UInt32(digit)))
            }
            starts.append(levels.count)
        }
        self.levels = levels
        levelStarts = starts
        strides = layout.strides
        tester = PairTester(tests, encoded)
    }

    /// Why a condition could not be worked out for some pair, if one could not.
    var firstProblem: EvaluationProblem? { tester.firstProblem }

    /// The pattern of a pair over some comparisons; the digits of the others are 0.
    mutating func pattern(_ left: Int, _ right: Int, over comparisons: [Int]) -> UInt32 {
        var pattern: UInt32 = 0
        for comparison in comparisons {
            pattern += digit(of: comparison, left, right) * strides[comparison]
        }
        return pattern
    }

    /// The digit of one comparison: 0 for null, else its comparison vector value plus one.
    mutating func digit(of comparison: Int, _ left: Int, _ right: Int) -> UInt32 {
        for index in levelStarts[comparison]..<levelStarts[comparison + 1]
        where tester.holds(levels[index].test, left, right) {
            return levels[index].digit
        }
        return 1
    }
}
