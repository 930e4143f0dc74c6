import Casework

/// What has been done, for the timeline; the workflow's labels say what can be done.
enum CaseWords {
    static let steps = [
        "check": "The desk check was started", "ask": "The person was asked",
        "reply": "The reply was recorded", "decide": "The outcome was recorded",
        "close": "The case was closed", "reopen": "The case was opened again",
    ]

    static func done(_ step: String) -> String { steps[step] ?? step }

    static func tag(_ stage: Workflow.Stage) -> StatusTag {
        let label = Workflow.councilTax.label(stage)
        return switch stage {
        case .opened: StatusTag(label, .teal)
        case .checking: StatusTag(label, .blue)
        case .asked: StatusTag(label, .yellow)
        case .decided: StatusTag(label, .purple)
        default: StatusTag(label, .grey)
        }
    }
}
