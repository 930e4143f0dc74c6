public import Records

/// The questions and lists by which impact assessments are made; data, not code.
public struct AssessmentGuide: Codable, Hashable, Sendable {
    /// When an assessment is needed.
    public let criteria: [ScreeningCriterion]
    /// The seven steps in order.
    public let steps: [AssessmentStep]
    /// Risks and measures that were met before, to choose from.
    public let library: RiskLibrary

    /// A guide from its parts.
    public init(
        criteria: [ScreeningCriterion], steps: [AssessmentStep],
        library: RiskLibrary = RiskLibrary(risks: [], measures: [])
    ) {
        self.criteria = criteria
        self.steps = steps
        self.library = library
    }

    /// Every question of every step, in order.
    public var questions: [StepQuestion] { steps.flatMap(\.questions) }
}

/// One of the seven steps (Article 35(7); the Commissioner's template).
public struct AssessmentStep: Codable, Hashable, Sendable {
    /// From 1 to 7.
    public let number: Int
    /// As people say it.
    public let heading: String
    /// What the step is for.
    public let help: String
    /// What is asked; empty for the steps that are lists: risks, measures, signatures.
    public let questions: [StepQuestion]

    /// A step from its parts.
    public init(number: Int, heading: String, help: String, questions: [StepQuestion]) {
        self.number = number
        self.heading = heading
        self.help = help
        self.questions = questions
    }
}

/// One question of a step, answered in words.
public struct StepQuestion: Codable, Hashable, Sendable, Identifiable {
    /// Names a question, such as `data-flows`.
    public typealias ID = Identifier<StepQuestion>

    /// Names the question.
    public let id: ID
    /// The question.
    public let label: String
    /// What a good answer says.
    public let hint: String
    /// Whether the assessment is incomplete without an answer.
    public let isRequired: Bool

    /// A question from its parts.
    public init(id: ID, label: String, hint: String = "", isRequired: Bool = true) {
        self.id = id
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
    }
}

/// Risks and measures that many assessments share.
public struct RiskLibrary: Codable, Hashable, Sendable {
    /// A risk in words.
    public struct Entry: Codable, Hashable, Sendable {
        /// Whom it would hurt.
        public let subject: ImpactRisk.Subject
        /// What may happen.
        public let text: String

        /// A risk from its parts.
        public init(subject: ImpactRisk.Subject, text: String) {
            self.subject = subject
            self.text = text
        }
    }

    /// Risks to choose from.
    public let risks: [Entry]
    /// Measures to choose from.
    public let measures: [String]

    /// A library from its parts.
    public init(risks: [Entry], measures: [String]) {
        self.risks = risks
        self.measures = measures
    }
}
