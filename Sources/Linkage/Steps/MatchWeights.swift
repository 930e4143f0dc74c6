/// A model's weights made ready for the records at hand, term frequencies included.
///
/// The weight of a pair is log2(λ/(1−λ)) + Σ log2(m/u) + Σ term frequency adjustments, in bits.
public struct MatchWeights: Sendable {
    /// The model.
    public let model: LinkageModel
    /// The records.
    public let records: EncodedRecords
    let layout: PatternLayout
    /// How the comparison vectors of pairs are numbered.
    public var patternLayout: PatternLayout { layout }
    /// The weight of each digit of each comparison.
    let weights: [[Double]]
    let adjustments: [[Adjustment?]]
    let frequencies: [TermFrequencies]

    /// What the rarity of a shared value adds to a level.
    struct Adjustment: Sendable {
        let position: Int
        let frequencies: Int
        let logU: Double
        let logMinimum: Double
        let scale: Double

        /// What is added for two rows.
        @inline(__always)
        func bits(
            _ left: Span<UInt32>, _ right: Span<UInt32>, _ tables: [TermFrequencies]
        ) -> Double {
            bits(left[position], right[position], tables)
        }

        /// What is added for the codes of two values.
        @inline(__always)
        func bits(_ l: UInt32, _ r: UInt32, _ tables: [TermFrequencies]) -> Double {
            guard l != 0 || r != 0 else { return 0 }
            // A missing value leaves the frequency of the other.
            let common = max(
                tables[frequencies].logarithm(of: l == 0 ? r : l),
                tables[frequencies].logarithm(of: r == 0 ? l : r), logMinimum)
            return scale * (logU - common)
        }
    }

    /// The weights of a model without problems; records must be encoded for the same model.
    public init(_ model: LinkageModel, _ records: EncodedRecords) {
        self.init(model, records, Self.frequencies(model, records))
    }

    /// The columns of which it matters how common a value is, in order.
    private static func columns(_ model: LinkageModel) -> [String] {
        Set(model.comparisons.flatMap(\.comparisonLevels).compactMap(\.tfAdjustmentColumn)).sorted()
    }

    /// How common the values of those columns are among some records.
    static func frequencies(
        _ model: LinkageModel, _ records: EncodedRecords
    ) -> [TermFrequencies] {
        columns(model).map { TermFrequencies($0, records) }
    }

    /// The weights with term frequencies that were counted before, of the same model's columns.
    init(_ model: LinkageModel, _ records: EncodedRecords, _ frequencies: [TermFrequencies]) {
        guard let layout = PatternLayout(model.comparisons) else {
            preconditionFailure("The model has more combinations of levels than can be numbered.")
        }
        let columns = Self.columns(model)
        self.model = model
        self.records = records
        self.layout = layout
        self.frequencies = frequencies
        weights = model.comparisons.map { comparison in
            comparison.byDigit(0) { $0.matchWeight }
        }
        adjustments = model.comparisons.map { comparison in
            comparison.byDigit(nil) { level in
                Self.adjustment(of: level, in: comparison, columns, records)
            }
        }
    }

    private static func adjustment(
        of level: ComparisonLevel, in comparison: Comparison, _ columns: [String],
        _ records: EncodedRecords
    ) -> Adjustment? {
        let exact = level.disableTfExactMatchDetection ? level : nil
        guard let column = level.tfAdjustmentColumn, let table = columns.firstIndex(of: column),
            let u = (exact ?? comparison.exactLevel(of: column))?.uProbability, u > 0
        else { return nil }
        let minimum = level.tfMinimumUValue
        return Adjustment(
            position: records.layout.position(ofColumn: column), frequencies: table,
            logU: logarithm2(u),
            logMinimum: minimum > 0 ? logarithm2(minimum) : -.infinity,
            scale: level.tfAdjustmentWeight)
    }

    /// What rarity adds to the weight of a comparison, in bits.
    func adjustment(_ comparison: Int, _ digit: Int, _ left: Int, _ right: Int) -> Double {
        let (rows, width) = (records.cells, records.width)
        return adjustment(
            comparison, digit, rows.span.extracting(left * width..<(left + 1) * width),
            rows.span.extracting(right * width..<(right + 1) * width))
    }

    /// What rarity adds to the weight of a comparison of two rows, in bits.
    @inline(__always)
    func adjustment(
        _ comparison: Int, _ digit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        adjustments[comparison][digit]?.bits(left, right, frequencies) ?? 0
    }

    /// The weight of a pair of records with a pattern, in bits.
    func matchWeight(_ pattern: UInt64, _ left: Int, _ right: Int) -> Double {
        let (rows, width) = (records.cells, records.width)
        return matchWeight(
            pattern, rows.span.extracting(left * width..<(left + 1) * width),
            rows.span.extracting(right * width..<(right + 1) * width))
    }

    /// The weight of a pair of rows with a pattern, in bits.
    func matchWeight(
        _ pattern: UInt64, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Double {
        var weight = model.priorMatchWeight
        // Splink's order of addition: each comparison, then what rarity adds to it.
        for comparison in weights.indices {
            let digit = layout.digit(of: comparison, in: pattern)
            weight += weights[comparison][digit]
            weight += adjustment(comparison, digit, left, right)
        }
        return weight
    }

    /// The most that each digit of each comparison can be worth, whatever the value.
    var greatestWeights: [[Double]] {
        weights.indices.map { comparison in
            weights[comparison].indices.map { digit in
                let weight = weights[comparison][digit]
                guard let adjustment = adjustments[comparison][digit] else { return weight }
                let smallest = frequencies[adjustment.frequencies].smallest
                let ends = [max(smallest, adjustment.logMinimum), 0].map {
                    adjustment.scale * (adjustment.logU - $0)
                }
                return weight + max(ends[0], ends[1], 0)
            }
        }
    }
}

extension Comparison {
    /// Something about each level, by digit: 0 for null, then from the last level to the first.
    func byDigit<Value>(_ none: Value, _ value: (ComparisonLevel) -> Value) -> [Value] {
        var values = Array(repeating: none, count: radix)
        for (index, level) in comparisonLevels.enumerated() {
            values[comparisonVectorValue(ofLevel: index) + 1] = value(level)
        }
        return values
    }
}

/// The probability that a pair with a match weight in bits is a match, 0 to 1.
public func matchProbability(ofWeight bits: Double) -> Double { 1 / (1 + power2(-bits)) }

/// The match weight in bits of a probability from 0 to 1.
public func matchWeight(ofProbability probability: Double) -> Double {
    logarithm2(probability / (1 - probability))
}
