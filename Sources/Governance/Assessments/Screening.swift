public import Records

/// A reason for which an impact assessment may be needed; the list is data, not code.
public struct ScreeningCriterion: Codable, Hashable, Sendable, Identifiable {
    /// Names a criterion, such as `data-matching`.
    public typealias ID = Identifier<ScreeningCriterion>

    /// Where a criterion comes from; decides what a tick means.
    public enum Source: String, Codable, Hashable, Sendable, CaseIterable {
        /// UK GDPR Article 35(3): one is enough.
        case article35 = "article-35"
        /// The Commissioner's list under Article 35(4): one is enough, unless it needs another.
        case commissioner
        /// The nine criteria of WP248: two are enough.
        case nineCriteria = "nine-criteria"
    }

    /// Names the criterion.
    public let id: ID
    /// The list that it stands on.
    public let list: Source
    /// As people say it.
    public let label: String
    /// One sentence that says what it covers.
    public let meaning: String
    /// Where the text was read.
    public let source: String
    /// Whether it counts only together with one of the nine criteria.
    public let needsAnother: Bool
    /// The criterion on another list that says the same, so that both together are one reason.
    public let sameAs: ID?

    /// A criterion from its parts.
    public init(
        id: ID, list: Source, label: String, meaning: String, source: String,
        needsAnother: Bool = false, sameAs: ID? = nil
    ) {
        self.id = id
        self.list = list
        self.label = label
        self.meaning = meaning
        self.source = source
        self.needsAnother = needsAnother
        self.sameAs = sameAs
    }

    private enum CodingKeys: String, CodingKey {
        case id, list, label, meaning, source, needsAnother, sameAs
    }

    /// Reads a criterion; one that does not say so needs no other.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(ID.self, forKey: .id)
        list = try values.decode(Source.self, forKey: .list)
        label = try values.decode(String.self, forKey: .label)
        meaning = try values.decode(String.self, forKey: .meaning)
        source = try values.decode(String.self, forKey: .source)
        needsAnother = try values.decodeIfPresent(Bool.self, forKey: .needsAnother) ?? false
        sameAs = try values.decodeIfPresent(ID.self, forKey: .sameAs)
    }
}

/// The answers that decide whether an impact assessment is needed.
public struct Screening: Codable, Hashable, Sendable {
    /// The criteria that the processing meets.
    public var ticks: Set<ScreeningCriterion.ID>
    /// Why the answers are what they are.
    public var note: String

    /// Answers from their parts.
    public init(ticks: Set<ScreeningCriterion.ID>, note: String) {
        self.ticks = ticks
        self.note = note
    }
}

/// What a screening says.
public enum ScreeningResult: Hashable, Sendable {
    /// Nothing calls for an assessment.
    case notNeeded
    /// One reason that is not enough by itself; a person decides and says why.
    case advisable(because: [ScreeningCriterion.ID])
    /// The law, or the Commissioner, calls for one.
    case required(because: [ScreeningCriterion.ID])

    /// From 0, not needed, to 2, required.
    public var rank: Int {
        switch self {
        case .notNeeded: 0
        case .advisable: 1
        case .required: 2
        }
    }
}

extension Screening {
    /// What the ticks come to, by the lists of criteria.
    ///
    /// Required is: a case of Article 35(3); a case of the Commissioner's list, where some need
    /// one of the nine criteria beside them; two of the nine criteria. A tick that the lists do
    /// not know counts as required, since nobody can say that it is harmless.
    public func result(_ criteria: [ScreeningCriterion]) -> ScreeningResult {
        let known = criteria.filter { ticks.contains($0.id) }
        let strangers = ticks.subtracting(known.map(\.id)).sorted()
        let nine = known.filter { $0.list == .nineCriteria }
        let alone = known.filter { $0.list != .nineCriteria && !$0.needsAnother }
        let joined = known.filter { one in
            one.list != .nineCriteria && one.needsAnother
                && nine.contains { $0.id != one.sameAs && $0.sameAs != one.id }
        }
        let pairs = nine.count >= 2 || !joined.isEmpty ? nine : []
        let reasons = Set((alone + joined + pairs).map(\.id))
        let ordered = criteria.map(\.id).filter(reasons.contains) + strangers
        if !ordered.isEmpty { return .required(because: ordered) }
        return known.isEmpty ? .notNeeded : .advisable(because: known.map(\.id))
    }
}
