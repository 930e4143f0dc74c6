extension Workflow {
    /// The review of a council tax discount (services.md §1.4).
    ///
    /// Desk checks come before anybody is asked, and only a named person decides.
    public static let councilTax = Workflow(
        code: "council-tax", title: "Council tax discount review",
        first: .opened, closed: .closed,
        labels: [
            .opened: "Opened", .checking: "Checking", .asked: "Waiting for a reply",
            .decided: "Decided", .closed: "Closed",
        ],
        steps: [
            Step(
                code: "check", label: "Start the desk check",
                hint: "Look for an explanation in what the council already knows.",
                from: [.opened], to: .checking, needsNote: false, needsOutcome: false),
            Step(
                code: "ask", label: "Record that the person was asked",
                hint: "A neutral letter or call: the person has 21 days to reply.",
                from: [.checking], to: .asked, needsNote: true, needsOutcome: false),
            Step(
                code: "reply", label: "Record the reply",
                hint: "Write down what the person said, in their words.",
                from: [.asked], to: .checking, needsNote: true, needsOutcome: false),
            Step(
                code: "decide", label: "Record the outcome",
                hint: "Your decision, with its reason. The bill changes in the billing system.",
                from: [.checking, .asked], to: .decided, needsNote: true, needsOutcome: true),
            Step(
                code: "close", label: "Close the case",
                hint: "Nothing is left to do.",
                from: [.decided], to: .closed, needsNote: false, needsOutcome: false),
            Step(
                code: "reopen", label: "Open the case again",
                hint: "New information came, or the decision was appealed.",
                from: [.decided, .closed], to: .checking, needsNote: true, needsOutcome: false),
        ])
}

extension Workflow.Stage {
    /// Nobody has looked yet.
    public static let opened = Self(rawValue: "opened")
    /// Somebody looks for an explanation.
    public static let checking = Self(rawValue: "checking")
    /// The person has been asked.
    public static let asked = Self(rawValue: "asked")
    /// A named person has decided.
    public static let decided = Self(rawValue: "decided")
    /// Nothing is left to do.
    public static let closed = Self(rawValue: "closed")
}
