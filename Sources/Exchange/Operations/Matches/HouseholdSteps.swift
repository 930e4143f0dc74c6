import Linkage

/// Why two records are put together, in two steps: against strangers, and against one home.
public struct HouseholdSteps: Hashable, Sendable {
    /// One step: where it starts, its lines, and their sum.
    public struct Step: Hashable, Sendable {
        /// The weight before anything is compared, in bits.
        public let priorBits: Double
        /// What each comparison says, and what else counts.
        public let lines: [PairEvidence.Line]
        /// The sum, in bits; above 0 speaks for one person.
        public let weightBits: Double
    }

    /// Whether they are one person or two strangers.
    public let strangers: Step
    /// Whether they are one person or two people of one home.
    public let home: Step
    /// The weight of one person against both, in bits; just below the smaller of the two sums.
    public let weightBits: Double
    /// Whether the second step is the one that decides.
    public let doesHomeDecide: Bool
    /// Comparisons that people of one home share, so that they hardly count in the second step.
    public let shared: [PairEvidence.Line]
    /// Comparisons that speak against one person in the step that decides, the strongest first.
    public let against: [PairEvidence.Line]

    /// The steps of a pair that was scored by a model; nil where they are not of that model.
    init?(_ contrast: HouseholdContrast, _ model: LinkageModel) {
        guard contrast.fits(comparisons: model.comparisons.count) else { return nil }
        strangers = Step(contrast.againstStrangers, contrast, model)
        home = Step(contrast.againstHousehold, contrast, model)
        weightBits = contrast.matchWeight
        doesHomeDecide = contrast.rival == .oneHousehold
        shared = contrast.sharedAtHome.map { [strangers] in strangers.lines[$0] }
        let decisive = contrast.rival == .oneHousehold ? home : strangers
        against = contrast.against.map { decisive.lines[$0] }
    }
}

extension HouseholdSteps.Step {
    /// The lines of the comparisons come first, in the model's order.
    fileprivate init(
        _ step: HouseholdContrast.Step, _ contrast: HouseholdContrast, _ model: LinkageModel
    ) {
        let compared = model.comparisons.indices.map {
            PairEvidence.Line(
                model.comparisons[$0], value: contrast.comparisonVector[$0],
                weightBits: step.weights[$0])
        }
        let moved = PairEvidence.Line(
            comparison: PairEvidence.Line.move,
            label: "One person may have moved between the two",
            weightBits: step.homeWeight)
        let namesakes = PairEvidence.Line(
            comparison: PairEvidence.Line.namesakes,
            label: "Strangers agree like this oftener than chance says",
            weightBits: step.coincidenceWeight)
        priorBits = step.priorMatchWeight
        lines = compared + [moved] + (step.coincidenceWeight == 0 ? [] : [namesakes])
        weightBits = step.matchWeight
    }
}
