/// The stages and steps that cases of one service go through; a value, one for each service.
public struct Workflow: Hashable, Sendable {
    /// A point that a case can be at.
    public struct Stage: RawRepresentable, Codable, Hashable, Sendable {
        /// The code.
        public let rawValue: String
        /// A stage with a code.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Something that a person can do to a case.
    public struct Step: Hashable, Sendable {
        /// The code.
        public let code: String
        /// What the button says.
        public let label: String
        /// What it means, in one sentence.
        public let hint: String
        /// The stages at which it is open.
        public let from: Set<Stage>
        /// The stage after it.
        public let to: Stage
        /// Whether a reason must be written.
        public let needsNote: Bool
        /// Whether an outcome must be recorded.
        public let needsOutcome: Bool
    }

    /// Names the service.
    public let code: String
    /// As people say it.
    public let title: String
    /// Where a case starts.
    public let first: Stage
    /// Where a case is closed.
    public let closed: Stage
    /// What each stage is called.
    public let labels: [Stage: String]
    /// The steps in the order in which they are offered.
    public let steps: [Step]

    /// The steps that are open at a stage.
    public func open(at stage: Stage) -> [Step] { steps.filter { $0.from.contains(stage) } }

    /// What a stage is called.
    public func label(_ stage: Stage) -> String { labels[stage] ?? stage.rawValue }
}
