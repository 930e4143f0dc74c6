public import Governance
public import Records

extension Case {
    /// Why a step is refused; nothing changes.
    public enum Refusal: Error, Hashable, Sendable {
        /// There is no such step.
        case unknownStep(String)
        /// The step is not open at this stage.
        case notOpen(step: String, stage: Workflow.Stage)
        /// Somebody else changed the case since the page was read.
        case changedMeanwhile
        /// A reason is needed.
        case noteMissing
        /// An outcome is needed.
        case outcomeMissing
        /// The discount ends, but nobody said from when.
        case effectiveDateMissing
        /// The amount is negative or larger than a million pounds.
        case amountOutOfRange

        /// What to do, in one sentence.
        public var sentence: String {
            switch self {
            case .unknownStep(let step): "There is no step “\(step)” for this case."
            case .notOpen: "This step is not open now. Look at the case again."
            case .changedMeanwhile:
                "Somebody else has changed this case. Read the latest events and try again."
            case .noteMissing: "Write the reason."
            case .outcomeMissing: "Choose an outcome."
            case .effectiveDateMissing: "Enter the day from which the discount ends or changes."
            case .amountOutOfRange: "Enter an amount from £0 to £1,000,000."
            }
        }
    }

    /// What somebody asks to do to a case.
    public struct Command: Hashable, Sendable {
        /// The code of the step.
        public let step: String
        /// How many events the person had read; a step on an old reading is refused.
        public let afterEvent: Int
        /// The reason.
        public let note: String
        /// The outcome.
        public let outcome: CaseOutcome?

        /// A command from its parts.
        public init(step: String, afterEvent: Int, note: String, outcome: CaseOutcome?) {
            self.step = step
            self.afterEvent = afterEvent
            self.note = note
            self.outcome = outcome
        }
    }

    /// The event that a step makes.
    ///
    /// - Throws: `Refusal` when the step is unknown, not open, or lacks something.
    public func apply(
        _ command: Command, in workflow: Workflow, by person: Practitioner.ID, at time: Timestamp
    ) throws(Refusal) -> CaseEvent {
        guard let step = workflow.steps.first(where: { $0.code == command.step }) else {
            throw .unknownStep(command.step)
        }
        guard command.afterEvent == events.count else { throw .changedMeanwhile }
        guard step.from.contains(stage(in: workflow)) else {
            throw .notOpen(step: step.code, stage: stage(in: workflow))
        }
        if step.needsNote, !command.note.contains(where: { !$0.isWhitespace }) {
            throw .noteMissing
        }
        if step.needsOutcome { try Self.check(command.outcome) }
        return CaseEvent(
            number: events.count + 1, step: step.code, stage: step.to, at: time, by: person,
            note: command.note, outcome: step.needsOutcome ? command.outcome : nil)
    }

    private static func check(_ outcome: CaseOutcome?) throws(Refusal) {
        guard let outcome else { throw .outcomeMissing }
        guard outcome.kind != .discountEnds || outcome.effective != nil else {
            throw .effectiveDateMissing
        }
        guard (0...100_000_000).contains(outcome.billedPence) else { throw .amountOutOfRange }
    }
}
