public import Records

/// What the data protection officer advised, and what came of it (UK GDPR Article 35(2)).
public struct ImpactAdvice: Codable, Hashable, Sendable {
    /// What the adviser recommends.
    public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
        /// Go on as written.
        case goOn = "go-on"
        /// Change something first.
        case change
        /// Do not do it.
        case stop

        /// As people say it.
        public var label: String {
            switch self {
            case .goOn: "Go on as it is written"
            case .change: "Change something first"
            case .stop: "Do not do it"
            }
        }
    }

    /// What the lead answered.
    public struct Answer: Codable, Hashable, Sendable {
        /// Whether the advice is followed; otherwise it is overruled.
        public let isFollowed: Bool
        /// Why it is overruled; may be empty when it is followed.
        public let reason: String
        /// The post that answered.
        public let post: String
        /// The day of the answer.
        public let date: CalendarDate

        /// An answer from its parts.
        public init(isFollowed: Bool, reason: String, post: String, date: CalendarDate) {
            self.isFollowed = isFollowed
            self.reason = reason
            self.post = post
            self.date = date
        }
    }

    /// The body whose officer advised.
    public let partner: Partner.ID
    /// The account that advised; it may not sign the assessment.
    public let adviser: Practitioner.ID
    /// The post, such as "Data Protection Officer".
    public let post: String
    /// The day of the advice.
    public let date: CalendarDate
    /// What is recommended.
    public let verdict: Verdict
    /// The advice in words.
    public let text: String
    /// What came of it; nil until the lead has answered.
    public internal(set) var answer: Answer?

    /// Advice that nobody has answered yet.
    public init(
        partner: Partner.ID, adviser: Practitioner.ID, post: String, date: CalendarDate,
        verdict: Verdict, text: String
    ) {
        self.partner = partner
        self.adviser = adviser
        self.post = post
        self.date = date
        self.verdict = verdict
        self.text = text
        answer = nil
    }

    /// Whether it was overruled.
    public var isOverruled: Bool { answer?.isFollowed == false }
}

/// A consultation of the Commissioner before a processing that stays high in risk (Article 36).
public struct PriorConsultation: Codable, Hashable, Sendable {
    /// The day on which the Commissioner was asked.
    public let date: CalendarDate
    /// What the Commissioner's office calls it, or empty.
    public let reference: String
    /// What came back, or empty while nothing has.
    public let outcome: String

    /// A consultation from its parts.
    public init(date: CalendarDate, reference: String, outcome: String) {
        self.date = date
        self.reference = reference
        self.outcome = outcome
    }
}
