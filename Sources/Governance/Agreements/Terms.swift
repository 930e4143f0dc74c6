public import Records

extension SharingAgreement {
    /// The text of an agreement, in the fields that decisions read (governance.md §1.4).
    public struct Terms: Codable, Hashable, Sendable {
        /// The name, such as "Council tax discount review".
        public var title: String
        /// What the register files it under, such as "Fraud and error".
        public var category: String
        /// What is shared and why, for the public, under 150 words.
        public var summary: String
        /// Why the parties share; a purpose that is not written here is not permitted.
        public var purpose: Purpose.ID
        /// Why sharing is needed and what happens without it.
        public var necessity: String
        /// The body that looks after the agreement.
        public var lead: Partner.ID
        /// Every body that is bound, the lead among them.
        public var parties: Set<Partner.ID>
        /// What goes from whom to whom.
        public var flows: [DataFlow]
        /// The statutes that allow it.
        public var gateways: [Gateway.ID]
        /// The basis under Article 6 of the UK GDPR.
        public var lawfulBasis: LawfulBasis
        /// The first day on which it may be in force.
        public var start: CalendarDate
        /// The last day on which it may be in force.
        public var lastDay: CalendarDate
        /// The day by which the parties look at it again.
        public var review: CalendarDate
        /// How long a received copy may be kept, in months.
        public var retentionMonths: Int

        /// Terms from their parts.
        public init(
            title: String, category: String, summary: String, purpose: Purpose.ID,
            necessity: String, lead: Partner.ID, parties: Set<Partner.ID>, flows: [DataFlow],
            gateways: [Gateway.ID], lawfulBasis: LawfulBasis, start: CalendarDate,
            lastDay: CalendarDate, review: CalendarDate, retentionMonths: Int
        ) {
            self.title = title
            self.category = category
            self.summary = summary
            self.purpose = purpose
            self.necessity = necessity
            self.lead = lead
            self.parties = parties
            self.flows = flows
            self.gateways = gateways
            self.lawfulBasis = lawfulBasis
            self.start = start
            self.lastDay = lastDay
            self.review = review
            self.retentionMonths = retentionMonths
        }
    }

    /// The basis in Article 6(1) of the UK GDPR, (ea) since 5 February 2026.
    public enum LawfulBasis: String, Codable, Hashable, Sendable, CaseIterable {
        /// Article 6(1)(a).
        case consent = "6-1-a"
        /// Article 6(1)(c).
        case legalObligation = "6-1-c"
        /// Article 6(1)(d).
        case vitalInterests = "6-1-d"
        /// Article 6(1)(e).
        case publicTask = "6-1-e"
        /// Article 6(1)(ea), inserted by the Data (Use and Access) Act 2025 section 70.
        case recognisedLegitimateInterest = "6-1-ea"
        /// Article 6(1)(f).
        case legitimateInterests = "6-1-f"

        /// As people say it, with the article.
        public var label: String {
            switch self {
            case .consent: "Consent, Article 6(1)(a)"
            case .legalObligation: "Legal obligation, Article 6(1)(c)"
            case .vitalInterests: "Vital interests, Article 6(1)(d)"
            case .publicTask: "Public task, Article 6(1)(e)"
            case .recognisedLegitimateInterest: "Recognised legitimate interest, Article 6(1)(ea)"
            case .legitimateInterests: "Legitimate interests, Article 6(1)(f)"
            }
        }
    }
}

/// Why information is shared; the list is data, not code.
public struct Purpose: Codable, Hashable, Sendable, Identifiable {
    /// Names a purpose, such as `council-tax-accuracy`.
    public typealias ID = Identifier<Purpose>

    /// Names the purpose.
    public let id: ID
    /// As people say it.
    public let label: String
    /// One sentence that says what it covers.
    public let meaning: String

    /// A purpose from its parts.
    public init(id: ID, label: String, meaning: String) {
        self.id = id
        self.label = label
        self.meaning = meaning
    }
}

/// What the parties may do with data under a flow.
public enum SharingKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The sender loads a file for the receivers.
    case upload
    /// The receiver's records are compared with the sender's.
    case match
    /// A person at the receiver reads a record.
    case view
    /// The receiver takes a copy out.
    case export

    /// As people say it: "may be …".
    public var label: String {
        switch self {
        case .upload: "loaded"
        case .match: "matched"
        case .view: "read"
        case .export: "exported"
        }
    }
}

/// One direction of an agreement: these items of this data set, from these bodies to those.
public struct DataFlow: Codable, Hashable, Sendable {
    /// The number of the clause, such as `4.1`.
    public var clause: String
    /// The bodies that send.
    public var from: Set<Partner.ID>
    /// The bodies that receive.
    public var to: Set<Partner.ID>
    /// The data set.
    public var dataset: DatasetSpecification.ID
    /// The items that may leave; what is not listed may not.
    public var items: Set<DataItem.ID>
    /// What the receivers may do with them.
    public var kinds: Set<SharingKind>

    /// A flow from its parts.
    public init(
        clause: String, from: Set<Partner.ID>, to: Set<Partner.ID>,
        dataset: DatasetSpecification.ID, items: Set<DataItem.ID>, kinds: Set<SharingKind>
    ) {
        self.clause = clause
        self.from = from
        self.to = to
        self.dataset = dataset
        self.items = items
        self.kinds = kinds
    }
}
