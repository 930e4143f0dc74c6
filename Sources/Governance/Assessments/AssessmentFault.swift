public import Records

/// Something that an assessment lacks before it can be advised on.
public enum AssessmentFault: Hashable, Sendable {
    /// No title.
    case noTitle
    /// The lead is not among the controllers.
    case leadNotAController
    /// Nobody has answered the screening questions.
    case noScreening
    /// A question of a step without an answer.
    case missingAnswer(step: Int, StepQuestion.ID, label: String)
    /// No risk to people.
    case noRiskToPeople
    /// No risk to the bodies.
    case noRiskToBodies
    /// No risk of not sharing.
    case noRiskOfNotSharing
    /// A risk without words.
    case emptyRisk(ImpactRisk.ID)
    /// A risk that is not rated after the measures.
    case riskNotRatedAfter(ImpactRisk.ID)
    /// A risk without an owner.
    case riskWithoutOwner(ImpactRisk.ID)
    /// A risk that is lower afterwards, although no measure lowers it.
    case loweredByNothing(ImpactRisk.ID)
    /// A risk that is higher after its measures than before.
    case higherAfterMeasures(ImpactRisk.ID)
    /// A risk that names a measure that is not there.
    case unknownMeasure(ImpactRisk.ID)
    /// A risk or a measure of a body that is no controller.
    case outsideControllers(String)
    /// A measure without words.
    case emptyMeasure(ImpactMeasure.ID)
    /// A measure without an owner.
    case measureWithoutOwner(ImpactMeasure.ID)
    /// A measure without a date.
    case measureWithoutDate(ImpactMeasure.ID)
    /// No day of review.
    case noReviewDate

    /// A stable code, for scripts.
    public var code: String {
        switch self {
        case .noTitle: "no-title"
        case .leadNotAController: "lead-not-a-controller"
        case .noScreening: "no-screening"
        case .missingAnswer: "missing-answer"
        case .noRiskToPeople: "no-risk-to-people"
        case .noRiskToBodies: "no-risk-to-bodies"
        case .noRiskOfNotSharing: "no-risk-of-not-sharing"
        case .emptyRisk: "empty-risk"
        case .riskNotRatedAfter: "risk-not-rated-after"
        case .riskWithoutOwner: "risk-without-owner"
        case .loweredByNothing: "lowered-by-nothing"
        case .higherAfterMeasures: "higher-after-measures"
        case .unknownMeasure: "unknown-measure"
        case .outsideControllers: "outside-controllers"
        case .emptyMeasure: "empty-measure"
        case .measureWithoutOwner: "measure-without-owner"
        case .measureWithoutDate: "measure-without-date"
        case .noReviewDate: "no-review-date"
        }
    }

    /// One sentence that says what to do.
    public var sentence: String {
        switch self {
        case .noTitle: "Give the assessment a title."
        case .leadNotAController: "Make the lead one of the controllers."
        case .noScreening: "Answer the screening questions."
        case .missingAnswer(let step, _, let label): "Answer in step \(step): \(label)"
        case .noRiskToPeople: "Name at least one risk to the people whose records are used."
        case .noRiskToBodies: "Name at least one risk to the bodies that share."
        case .noRiskOfNotSharing: "Say what may happen if nothing is shared."
        case .emptyRisk(let id): "Say in words what may happen: \(id)."
        case .riskNotRatedAfter(let id): "Rate the risk after its measures: \(id)."
        case .riskWithoutOwner(let id): "Name the post that owns the risk: \(id)."
        case .loweredByNothing(let id): "Name the measures that lower the risk: \(id)."
        case .higherAfterMeasures(let id):
            "Measures cannot make a risk higher; rate it again: \(id)."
        case .unknownMeasure(let id): "Choose the measures of the risk again: \(id)."
        case .outsideControllers(let id): "Give it to a body that is a controller: \(id)."
        case .emptyMeasure(let id): "Say in words what is done: \(id)."
        case .measureWithoutOwner(let id): "Name the post that answers for the measure: \(id)."
        case .measureWithoutDate(let id): "Say by which day the measure is done: \(id)."
        case .noReviewDate: "Choose the day by which the assessment is looked at again."
        }
    }
}

extension ImpactAssessment {
    /// Everything that must be mended before it can be advised on, in the order of the steps.
    public func faults(_ guide: AssessmentGuide) -> [AssessmentFault] {
        var faults: [AssessmentFault] = []
        if title.isBlank { faults.append(.noTitle) }
        if !controllers.contains(lead) { faults.append(.leadNotAController) }
        if screening == nil { faults.append(.noScreening) }
        for step in guide.steps {
            for question in step.questions
            where question.isRequired && (answers[question.id] ?? "").isBlank {
                faults.append(
                    .missingAnswer(step: step.number, question.id, label: question.label))
            }
        }
        if !risks.contains(where: { $0.subject == .people }) { faults.append(.noRiskToPeople) }
        if !risks.contains(where: { $0.subject == .bodies }) { faults.append(.noRiskToBodies) }
        if !risks.contains(where: { $0.subject == .notSharing }) {
            faults.append(.noRiskOfNotSharing)
        }
        faults += risks.flatMap(faults(of:)) + measures.flatMap(faults(in:))
        if review == nil { faults.append(.noReviewDate) }
        return faults
    }

    private func faults(of risk: ImpactRisk) -> [AssessmentFault] {
        var faults: [AssessmentFault] = []
        if risk.text.isBlank { faults.append(.emptyRisk(risk.id)) }
        if risk.owner.isBlank { faults.append(.riskWithoutOwner(risk.id)) }
        if let after = risk.after {
            if !risk.before.isAtLeast(after) {
                faults.append(.higherAfterMeasures(risk.id))
            } else if after != risk.before, risk.measures.isEmpty, risk.subject != .notSharing {
                faults.append(.loweredByNothing(risk.id))
            }
        } else {
            faults.append(.riskNotRatedAfter(risk.id))
        }
        if !risk.measures.isSubset(of: measures.map(\.id)) {
            faults.append(.unknownMeasure(risk.id))
        }
        if let body = risk.controller, !controllers.contains(body) {
            faults.append(.outsideControllers(risk.id.rawValue))
        }
        return faults
    }

    private func faults(in measure: ImpactMeasure) -> [AssessmentFault] {
        var faults: [AssessmentFault] = []
        if measure.text.isBlank { faults.append(.emptyMeasure(measure.id)) }
        if measure.owner.isBlank { faults.append(.measureWithoutOwner(measure.id)) }
        if measure.due == nil { faults.append(.measureWithoutDate(measure.id)) }
        if !controllers.contains(measure.body) {
            faults.append(.outsideControllers(measure.id.rawValue))
        }
        return faults
    }
}

extension AssessmentFault {
    /// Where in an assessment a fault is mended.
    public enum Place: Hashable, Sendable {
        /// Title, controllers and day of review.
        case details
        /// The screening questions.
        case screening
        /// One of the seven steps.
        case step(Int)
    }

    /// Where the fault is mended.
    public var place: Place {
        switch self {
        case .noTitle, .leadNotAController, .noReviewDate: .details
        case .noScreening: .screening
        case .missingAnswer(let step, _, _): .step(step)
        case .emptyMeasure, .measureWithoutOwner, .measureWithoutDate: .step(6)
        case .outsideControllers(let id): .step(id.hasPrefix("measure") ? 6 : 5)
        default: .step(5)
        }
    }
}
