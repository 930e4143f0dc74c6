public import Records

/// What partners agreed to share: who, what, why, under which law, until when.
///
/// An agreement is drafted, sent for approval, approved by every party and then in force between
/// its dates. Nothing moves under it before that (governance.md R5).
public struct SharingAgreement: Codable, Hashable, Sendable, Identifiable {
    /// Names an agreement in addresses and log entries, such as `isp-0012`.
    public typealias ID = Identifier<SharingAgreement>

    /// Names the agreement.
    public let id: ID
    /// 1 for the first text; each amendment adds 1.
    public let version: Int
    /// What the parties agreed.
    public internal(set) var terms: Terms
    /// Where the agreement is on its way.
    public internal(set) var stage: Stage
    /// Each party's signature, as far as given.
    public internal(set) var approvals: [Partner.ID: Approval]
    /// A party's refusal with its reason, until the draft is changed or the party approves it.
    public internal(set) var refusals: [Partner.ID: String]
    /// Why the agreement is suspended or ended, when it is.
    public internal(set) var stopReason: String?
    /// The first day of the later version that takes the place of this one, once it is signed.
    public internal(set) var replacedFrom: CalendarDate?
    /// The reviews of this version, the earliest first.
    public internal(set) var reviews: [AgreementReview]

    /// A draft of these terms.
    public init(id: ID, version: Int = 1, terms: Terms) {
        self.id = id
        self.version = version
        self.terms = terms
        stage = .draft
        approvals = [:]
        refusals = [:]
        stopReason = nil
        replacedFrom = nil
        reviews = []
    }

    /// The lead and every other party, in order of their codes.
    public var parties: [Partner.ID] { terms.parties.sorted() }

    /// Whether every party has approved the text, at whatever stage it is now.
    public var isSigned: Bool { stage != .draft && awaiting.isEmpty }

    /// The parties that have not approved the text yet.
    public var awaiting: [Partner.ID] { parties.filter { approvals[$0] == nil } }
}

extension SharingAgreement {
    /// The steps that somebody took; what follows from dates is `Standing`.
    public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
        /// Being written.
        case draft
        /// With the parties' approvers; the text is fixed.
        case awaitingApproval = "awaiting-approval"
        /// Every party has approved.
        case approved
        /// Approved, but nothing may move for now.
        case suspended
        /// Ended before its last day.
        case retired
    }

    /// One party's signature.
    public struct Approval: Codable, Hashable, Sendable {
        /// The post that signed, such as "Senior Information Risk Owner".
        public let post: String
        /// The day of signing.
        public let date: CalendarDate

        /// A signature of a post on a day.
        public init(post: String, date: CalendarDate) {
            self.post = post
            self.date = date
        }
    }
}
