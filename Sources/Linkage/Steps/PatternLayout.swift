/// How the levels of all comparisons of a pair are packed into one number.
///
/// A mixed-radix integer: each comparison is a digit, its comparison vector value plus one.
public struct PatternLayout: Hashable, Sendable {
    /// The number of digits' values of each comparison.
    let radices: [Int]
    /// What one step of each comparison adds.
    let strides: [UInt64]
    /// The number of patterns that could occur.
    public let patternCount: Int

    /// The layout of comparisons, or nil when 63 bits do not suffice.
    init?(_ comparisons: [Comparison]) {
        radices = comparisons.map(\.radix)
        var strides: [UInt64] = []
        var size = 1
        for radix in radices {
            strides.append(UInt64(size))
            let (product, isTooLarge) = size.multipliedReportingOverflow(by: radix)
            guard !isTooLarge else { return nil }
            size = product
        }
        self.strides = strides
        patternCount = size
    }

    /// The digit of a comparison in a pattern: 0 for null, else its vector value plus one.
    func digit(of comparison: Int, in pattern: UInt64) -> Int {
        Int(pattern / strides[comparison] % UInt64(radices[comparison]))
    }

    /// The comparison vector of a pattern: a value a comparison, -1 for null.
    public func comparisonVector(of pattern: UInt64) -> [Int] {
        radices.indices.map { digit(of: $0, in: pattern) - 1 }
    }
}
