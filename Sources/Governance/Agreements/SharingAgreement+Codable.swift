import Records

extension SharingAgreement {
    enum CodingKeys: String, CodingKey {
        case id, version, terms, stage, approvals, refusals, stopReason, replacedFrom, reviews
    }

    /// Reads an agreement, also one that was stored before there were reviews.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        id = try stored.decode(ID.self, forKey: .id)
        version = try stored.decode(Int.self, forKey: .version)
        terms = try stored.decode(Terms.self, forKey: .terms)
        stage = try stored.decode(Stage.self, forKey: .stage)
        approvals = try stored.decode([Partner.ID: Approval].self, forKey: .approvals)
        refusals = try stored.decode([Partner.ID: String].self, forKey: .refusals)
        stopReason = try stored.decodeIfPresent(String.self, forKey: .stopReason)
        replacedFrom = try stored.decodeIfPresent(CalendarDate.self, forKey: .replacedFrom)
        reviews = try stored.decodeIfPresent([AgreementReview].self, forKey: .reviews) ?? []
    }
}
