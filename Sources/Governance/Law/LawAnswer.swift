public import Records

/// What the catalogue proposes and why it leaves out the rest; a person decides.
public struct LawAnswer: Hashable, Sendable {
    /// A gateway that nothing known here rules out.
    public struct Candidate: Hashable, Sendable {
        /// The gateway, in the version of the day.
        public let gateway: Gateway
        /// The items asked for that it covers; all of its own where none were named.
        public let items: Set<DataItem.ID>
        /// The items asked for that it does not cover.
        public let withheld: Set<DataItem.ID>
        /// What only a person can check.
        public let checks: [String]
    }

    /// A gateway that cannot be relied on, with every reason.
    public struct Barred: Hashable, Sendable {
        /// The gateway, in the version closest to the day.
        public let gateway: Gateway
        /// Why not; never empty.
        public let reasons: [LawReason]
    }

    /// What was asked.
    public let question: LawQuestion
    /// Gateways under which the holder may or must disclose: special ones, then last resorts.
    public let candidates: [Candidate]
    /// Gateways that give a task to a body and no power to disclose.
    public let supporting: [Candidate]
    /// The others, in the order of the catalogue.
    public let barred: [Barred]
    /// Conditions of data protection law to choose from, in the order of the catalogue.
    public let conditions: [LawCondition]
    /// What somebody should know before deciding.
    public let warnings: [LawWarning]
}

/// What somebody should know before relying on a gateway or a basis.
public enum LawWarning: String, Hashable, Sendable, CaseIterable {
    /// A public authority names (ea) or (f) for its tasks.
    case publicTaskInstead = "public-task-instead"
    /// A body that is no public authority answers one under (ea).
    case requesterMustState = "requester-must-state"
    /// Legitimate interests need a balancing test.
    case balancingTest = "balancing-test"
    /// One side works under Part 3 and the other does not.
    case regimeChange = "regime-change"
    /// Special category data needs a further condition.
    case specialCategory = "special-category"
    /// Offence data needs official authority or a further condition.
    case offenceData = "offence-data"
    /// No proposed gateway lets the holder disclose.
    case noDisclosingPower = "no-disclosing-power"
    /// Only a last resort is left.
    case lastResortOnly = "last-resort-only"
    /// Not sharing under a duty needs a reason on record.
    case refusalOnRecord = "refusal-on-record"
    /// A proposed entry was not checked against the statute.
    case notVerified = "not-verified"

    /// What to do, in one or two sentences.
    public var sentence: String {
        switch self {
        case .publicTaskInstead:
            "A public authority cannot rely on legitimate interests, recognised or not, for its "
                + "own tasks. Use public task, Article 6(1)(e), and name the law that gives the "
                + "task."
        case .requesterMustState:
            "To answer under recognised legitimate interest, the holder needs a request in which "
                + "the public body states that it needs the information for a public task and "
                + "names the law for it. Keep the request."
        case .balancingTest:
            "Legitimate interests, Article 6(1)(f), need a balancing test on record."
        case .regimeChange:
            "One side handles information for law enforcement (Part 3 of the Data Protection Act "
                + "2018) and the other under the UK GDPR. Record when the information passes from "
                + "one to the other and under which law each side then holds it."
        case .specialCategory:
            "Special category data needs a condition of Article 9 as well, and for most of them "
                + "one of Schedule 1 of the Data Protection Act 2018. Say which one."
        case .offenceData:
            "Information about offences needs official authority, or a condition of Schedule 1 of "
                + "the Data Protection Act 2018. Say which one."
        case .noDisclosingPower:
            "No law proposed here lets the holder disclose. Laws that give a task support "
                + "sharing; name the power by which each body discloses."
        case .lastResortOnly:
            "Only a general power is left. It does not set aside a limit in any other law."
        case .refusalOnRecord:
            "The holder has a duty. If it does not share, the reason must be on record."
        case .notVerified:
            "An entry proposed here was not checked against the statute itself. Read the statute "
                + "before relying on it."
        }
    }
}
