/// What an audit of a log found.
public struct AuditReport: Hashable, Sendable {
    /// One of the questions that an audit answers.
    public enum Check: Hashable, Sendable, CaseIterable {
        /// Is the checkpoint of this log, and signed with a key that we know?
        case checkpoint
        /// Do the entries lead to the signed root?
        case root
        /// Is every entry there and unchanged?
        case entries
        /// Is every stored hash there and right?
        case hashes
        /// Is all that was signed earlier still there, unchanged?
        case history

        /// The question as people read it.
        public var question: String {
            switch self {
            case .checkpoint: "Is the checkpoint of this log, and signed with a key we know?"
            case .root: "Do the entries or their hashes lead to the signed root?"
            case .entries: "Is every entry there, and unchanged?"
            case .hashes: "Is every stored hash there, and right?"
            case .history: "Is everything that was signed earlier still there, and unchanged?"
            }
        }
    }

    /// The answer to one question.
    public enum Outcome: String, Hashable, Sendable {
        /// Yes, for the whole log.
        case passed
        /// No; the findings say where.
        case failed
        /// Not asked, because something else is wrong first or there was nothing to compare with.
        case notRun = "not run"
    }

    /// The name of the log in the checkpoint, or nil if the checkpoint could not be trusted.
    public let origin: String?

    /// The number of entries in the checkpoint, or nil if it could not be trusted.
    public let size: Int?

    /// The signed root, or nil if the checkpoint could not be trusted.
    public let root: TreeHash?

    /// Everything that is wrong, in the order of the checks and then of the entries.
    public let findings: [Finding]

    /// False if there was more to find, or to read, when the limit of findings was reached.
    public let isComplete: Bool

    private let outcomes: [Check: Outcome]

    init(checkpoint: Checkpoint?, findings: FindingList, ran: Set<Check>) {
        origin = checkpoint?.origin
        size = checkpoint?.size
        root = checkpoint?.root
        self.findings = findings.all
        isComplete = findings.isComplete
        let failed = Set(findings.all.map(\.check))
        // Without the signed root, entries and hashes that agree may both have been changed.
        let unproved: Set<Check> = failed.contains(.root) ? [.entries, .hashes] : []
        let passed = findings.isComplete ? ran.subtracting(unproved) : []
        outcomes = Dictionary(
            uniqueKeysWithValues: Check.allCases.map { check in
                let answer: Outcome = passed.contains(check) ? .passed : .notRun
                return (check, failed.contains(check) ? .failed : answer)
            })
    }

    /// Whether the log is exactly what was signed.
    public var isSound: Bool { findings.isEmpty && isComplete }

    /// The answer to one question.
    public func outcome(of check: Check) -> Outcome { outcomes[check] ?? .notRun }
}

/// Findings up to a limit, so that a ruined log does not fill the memory.
struct FindingList {
    let limit: Int
    private(set) var all: [Finding] = []
    var isComplete = true

    var isFull: Bool { all.count >= limit }

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ finding: Finding) {
        if isFull { isComplete = false } else { all.append(finding) }
    }
}
