public import Linkage

/// What each comparison said about a pair, kept as numbers only.
public enum PairEvidence: Hashable, Sendable {
    /// One line of the table of evidence.
    public struct Line: Hashable, Sendable {
        /// The name of the line that says what a home in common takes away.
        public static let home = "household"
        /// The name of the line for having stayed at home, or moved.
        public static let move = "moved"
        /// The name of the line for namesakes, who are commoner than chance says.
        public static let namesakes = "namesakes"

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

    /// The value, the weight and the part for rare values of each comparison; then, in runs made
    /// before homes had a step of their own, what they changed.
    case plain([[Double]])
    /// One person against strangers, and against two people of one home.
    case household(HouseholdContrast)

    init(_ explanation: PairExplanation) {
        self =
            switch explanation {
            case .plain(let waterfall):
                .plain(
                    waterfall.evidence.map {
                        [
                            Double($0.comparisonVectorValue), $0.levelWeight,
                            $0.termFrequencyAdjustment,
                        ]
                    })
            case .household(let waterfall): .household(waterfall.contrast)
            }
    }

    init(stored text: String) throws {
        self =
            try text.hasPrefix("{")
            ? .household(Document.value(text)) : .plain(Document.value(text))
    }

    /// Numbers in order, without a name or a value of a record.
    var stored: String {
        get throws {
            switch self {
            case .plain(let values):
                try Document.text(values.map { $0.map(\.toThousandths) })
            case .household(let contrast): try Document.text(contrast.rounded)
            }
        }
    }

    /// The lines in the model's order; those against strangers, where there are two steps.
    func lines(_ model: LinkageModel) -> [Line] {
        switch self {
        case .plain(let values): Self.compared(values, model) + Self.home(values, model)
        case .household: steps(model)?.strangers.lines ?? []
        }
    }

    /// The two steps, where people of one home are told apart.
    func steps(_ model: LinkageModel) -> HouseholdSteps? {
        guard case .household(let contrast) = self else { return nil }
        return HouseholdSteps(contrast, model)
    }

    private static func home(_ values: [[Double]], _ model: LinkageModel) -> [Line] {
        guard values.count == model.comparisons.count + 1, let bits = values.last?.dropFirst().first
        else { return [] }
        return [
            Line(
                comparison: Line.home, label: "People of one home share much of this too",
                weightBits: bits)
        ]
    }

    private static func compared(_ values: [[Double]], _ model: LinkageModel) -> [Line] {
        zip(model.comparisons, values).compactMap { comparison, numbers in
            guard numbers.count == 3 else { return nil }
            return Line(comparison, value: Int(numbers[0]), weightBits: numbers[1] + numbers[2])
        }
    }
}

extension PairEvidence.Line {
    /// A line that no comparison stands behind.
    init(comparison: String, label: String, weightBits: Double) {
        self.init(
            comparison: comparison, label: label,
            strength: EvidenceStrength(weightBits: weightBits).words, weightBits: weightBits,
            isSilent: false)
    }

    /// The line of one comparison with a value: -1 for nothing to compare.
    init(_ comparison: Linkage.Comparison, value: Int, weightBits: Double) {
        let level = comparison.comparisonLevels.indices.first {
            comparison.comparisonVectorValue(ofLevel: $0) == value
        }
        let strength: EvidenceStrength =
            value < 0 ? .nothingToCompare : EvidenceStrength(weightBits: weightBits)
        self.init(
            comparison: comparison.outputColumnName,
            label: level.map { comparison.comparisonLevels[$0].labelForCharts } ?? "",
            strength: strength.words, weightBits: weightBits, isSilent: value < 0)
    }
}

extension Double {
    /// To a thousandth of a bit.
    fileprivate var toThousandths: Double { (self * 1_000).rounded() / 1_000 }
}

extension HouseholdContrast {
    fileprivate var rounded: HouseholdContrast {
        HouseholdContrast(
            comparisonVector: comparisonVector, hasMoved: hasMoved,
            againstStrangers: againstStrangers.rounded, againstHousehold: againstHousehold.rounded)
    }
}

extension HouseholdContrast.Step {
    fileprivate var rounded: Self {
        Self(
            priorMatchWeight: priorMatchWeight.toThousandths,
            weights: weights.map(\.toThousandths), homeWeight: homeWeight.toThousandths,
            coincidenceWeight: coincidenceWeight.toThousandths)
    }
}
