public import Records

/// A text from which an agreement is drafted; templates are data, not code.
public struct AgreementTemplate: Codable, Hashable, Sendable, Identifiable {
    /// Names a template.
    public typealias ID = Identifier<AgreementTemplate>

    /// A data set that the template shares, in one direction or in both.
    public struct Flow: Codable, Hashable, Sendable {
        /// The data set.
        public let dataset: DatasetSpecification.ID
        /// The items that are ticked at first.
        public let items: Set<DataItem.ID>
        /// What receivers may do.
        public let kinds: Set<SharingKind>
        /// The sorts of body that hold the data set.
        public let holders: Set<Partner.Kind>
    }

    /// Names the template.
    public let id: ID
    /// As people say it.
    public let title: String
    /// When to use it, in one sentence.
    public let use: String
    /// What the register files the agreement under.
    public let category: String
    /// The suggested public summary.
    public let summary: String
    /// The suggested reason.
    public let necessity: String
    /// The purpose, which is fixed.
    public let purpose: Purpose.ID
    /// The suggested gateways.
    public let gateways: [Gateway.ID]
    /// The suggested basis.
    public let lawfulBasis: SharingAgreement.LawfulBasis
    /// How long received copies are kept, in months.
    public let retentionMonths: Int
    /// How long the agreement runs, in months.
    public let termMonths: Int
    /// After how many months it is reviewed.
    public let reviewMonths: Int
    /// What is shared.
    public let flows: [Flow]

    /// First terms for a lead and its partners: every holder sends, every other party receives.
    ///
    /// `kinds` gives each party's sort of body; parties missing from it hold nothing.
    public func terms(
        lead: Partner.ID, parties: [Partner.ID: Partner.Kind], start: CalendarDate
    ) -> SharingAgreement.Terms {
        let all = Set(parties.keys).union([lead])
        let lastDay = start.saturating(months: termMonths).adding(days: -1)
        return SharingAgreement.Terms(
            title: title, category: category, summary: summary, purpose: purpose,
            necessity: necessity, lead: lead, parties: all,
            flows: flows.enumerated().map { index, flow in
                let holders = Set(parties.filter { flow.holders.contains($0.value) }.keys)
                return DataFlow(
                    clause: "4.\(index + 1)", from: holders, to: all, dataset: flow.dataset,
                    items: flow.items, kinds: flow.kinds)
            },
            gateways: gateways, lawfulBasis: lawfulBasis, start: start, lastDay: lastDay,
            review: min(start.saturating(months: reviewMonths), lastDay),
            retentionMonths: retentionMonths)
    }
}
