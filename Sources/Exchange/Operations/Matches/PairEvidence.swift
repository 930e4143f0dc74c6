import Linkage

/// What each comparison said about a pair, kept as numbers only.
public struct PairEvidence: Hashable, Sendable {
    /// One line of the table of evidence.
    public struct Line: Hashable, Sendable {
        /// The comparison, such as `surname`.
        public let comparison: String
        /// The level in words, such as "One letter differs".
        public let label: String
        /// How strong it is, in words.
        public let strength: String
        /// What it is worth, in bits.
        public let weightBits: Double
        /// Whether a value was missing, so that it says nothing.
        public let isSilent: Bool
    }

    private let values: [[Double]]

    init(_ waterfall: Waterfall) {
        values = waterfall.evidence.map {
            [Double($0.comparisonVectorValue), $0.levelWeight, $0.termFrequencyAdjustment]
        }
    }

    init(stored text: String) throws { values = try Document.value(text) }

    /// For each comparison of the model: its value, its weight and the part for rare values.
    var stored: String {
        get throws { try Document.text(values.map { $0.map { ($0 * 1_000).rounded() / 1_000 } }) }
    }

    /// The lines in the model's order.
    func lines(_ model: LinkageModel) -> [Line] {
        zip(model.comparisons, values).compactMap { comparison, numbers in
            guard numbers.count == 3 else { return nil }
            let bits = numbers[1] + numbers[2]
            let level = comparison.comparisonLevels.indices.first {
                comparison.comparisonVectorValue(ofLevel: $0) == Int(numbers[0])
            }
            let isSilent = numbers[0] < 0
            let strength: EvidenceStrength =
                isSilent ? .nothingToCompare : EvidenceStrength(weightBits: bits)
            return Line(
                comparison: comparison.outputColumnName,
                label: level.map { comparison.comparisonLevels[$0].labelForCharts } ?? "",
                strength: strength.words, weightBits: bits, isSilent: isSilent)
        }
    }
}
