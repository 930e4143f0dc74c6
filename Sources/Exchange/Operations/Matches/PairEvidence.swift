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

    /// The name of the line that says what a home in common takes away.
    public static let household = "household"

    /// `weightBits`: what the pair is worth where the people of a home are told apart; nil where
    /// the waterfall says all.
    init(_ waterfall: Waterfall, weightBits: Double? = nil) {
        let compared = waterfall.evidence.map {
            [Double($0.comparisonVectorValue), $0.levelWeight, $0.termFrequencyAdjustment]
        }
        values = compared + (weightBits.map { [[0, $0 - waterfall.matchWeight, 0]] } ?? [])
    }

    init(stored text: String) throws { values = try Document.value(text) }

    /// For each comparison of the model: its value, its weight and the part for rare values; then,
    /// in runs that tell the people of a home apart, what that changes.
    var stored: String {
        get throws { try Document.text(values.map { $0.map { ($0 * 1_000).rounded() / 1_000 } }) }
    }

    /// The lines in the model's order.
    func lines(_ model: LinkageModel) -> [Line] {
        compared(model) + home(model)
    }

    private func home(_ model: LinkageModel) -> [Line] {
        guard values.count == model.comparisons.count + 1, let bits = values.last?.dropFirst().first
        else { return [] }
        return [
            Line(
                comparison: Self.household, label: "People of one home share much of this too",
                strength: EvidenceStrength(weightBits: bits).words, weightBits: bits,
                isSilent: false)
        ]
    }

    private func compared(_ model: LinkageModel) -> [Line] {
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
