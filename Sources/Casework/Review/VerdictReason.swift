/// Why a person decided a pair as they did, from a short list; it may be left out.
public enum VerdictReason: String, Codable, Hashable, Sendable, CaseIterable {
    /// One person who moved between the two records.
    case moved
    /// One person whose name changed, such as by marriage.
    case nameChanged = "name-changed"
    /// One person, and one of the records has a slip.
    case slip
    /// Twins, or brothers or sisters born close together.
    case twins
    /// Parent and child of one name.
    case parentAndChild = "parent-and-child"
    /// Two people of one home, such as a couple.
    case oneHome = "one-home"
    /// Two people who only share a name.
    case namesakes
    /// The records do not hold enough to tell.
    case notEnoughData = "not-enough-data"
    /// Somebody who knows the people or the records better should look.
    case expert

    /// The answer that it is a reason for.
    public var verdict: Verdict {
        switch self {
        case .moved, .nameChanged, .slip: .same
        case .twins, .parentAndChild, .oneHome, .namesakes: .different
        case .notEnoughData, .expert: .notSure
        }
    }

    /// As people say it.
    public var label: String {
        switch self {
        case .moved: "The person moved"
        case .nameChanged: "The name changed"
        case .slip: "A slip in one of the records"
        case .twins: "Twins, or brothers or sisters"
        case .parentAndChild: "Parent and child of one name"
        case .oneHome: "Two people of one home"
        case .namesakes: "Two people of one name"
        case .notEnoughData: "Not enough data to tell"
        case .expert: "Send to an expert"
        }
    }

    /// The reasons for an answer, in the order of the list.
    public static func reasons(for verdict: Verdict) -> [VerdictReason] {
        allCases.filter { $0.verdict == verdict }
    }
}
