public import Records

/// A condition of data protection law that sharing needs besides a gateway.
public struct LawCondition: Codable, Hashable, Sendable, Identifiable {
    /// Names a condition, such as `sch1-18`.
    public typealias ID = Identifier<LawCondition>

    /// Which question the condition answers.
    public enum Layer: String, Codable, Hashable, Sendable, CaseIterable {
        /// Special category data, UK GDPR Article 9.
        case article9 = "article-9"
        /// Offence data, UK GDPR Article 10.
        case article10 = "article-10"
        /// Data Protection Act 2018, Schedule 1.
        case schedule1 = "schedule-1"
        /// Law enforcement, Data Protection Act 2018, Part 3.
        case part3 = "part-3"
        /// Recognised legitimate interests, UK GDPR Annex 1.
        case annex1 = "annex-1"

        /// As people say it.
        public var label: String {
            switch self {
            case .article9: "UK GDPR, Article 9: special category data"
            case .article10: "UK GDPR, Article 10: offence data"
            case .schedule1: "Data Protection Act 2018, Schedule 1"
            case .part3: "Data Protection Act 2018, Part 3: law enforcement"
            case .annex1: "UK GDPR, Annex 1: recognised legitimate interests"
            }
        }
    }

    /// Names the condition.
    public let id: ID
    /// Which question it answers.
    public let layer: Layer
    /// The article or paragraph.
    public let citation: String
    /// What it asks for, in one or two sentences.
    public let meaning: String
    /// Whether an appropriate policy document must exist.
    public let needsPolicyDocument: Bool
    /// When it began.
    public let from: Commencement
    /// Where the entry was read, with the day of reading.
    public let source: String
    /// Whether somebody checked the entry against the statute itself.
    public let isVerified: Bool

    /// A condition from its parts.
    public init(
        id: ID, layer: Layer, citation: String, meaning: String, needsPolicyDocument: Bool,
        from: Commencement, source: String, isVerified: Bool
    ) {
        self.id = id
        self.layer = layer
        self.citation = citation
        self.meaning = meaning
        self.needsPolicyDocument = needsPolicyDocument
        self.from = from
        self.source = source
        self.isVerified = isVerified
    }
}
