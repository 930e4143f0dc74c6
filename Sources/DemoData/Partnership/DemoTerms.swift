public import Governance
public import Records

/// Which template an invented agreement is drafted from, and what differs from it.
public struct DemoTerms: Hashable, Sendable {
    /// The template, which is a data file and not known here.
    public let template: AgreementTemplate.ID
    /// The body that looks after the agreement.
    public let lead: Partner.ID
    /// Every body that is bound, the lead among them.
    public let parties: Set<Partner.ID>
    /// The first day on which it may be in force.
    public let start: CalendarDate
    /// The bodies that receive; every party when nil.
    public var receivers: Set<Partner.ID>?
    /// Another title than the template's.
    public var title: String?
    /// Another public summary than the template's.
    public var summary: String?
    /// Another last day than the template's.
    public var lastDay: CalendarDate?
    /// Another review date than the template's.
    public var review: CalendarDate?
    /// Another retention than the template's, in months.
    public var retentionMonths: Int?

    init(
        _ template: AgreementTemplate.ID, lead: Partner.ID, with others: Set<Partner.ID>,
        start: CalendarDate
    ) {
        self.template = template
        self.lead = lead
        parties = others.union([lead])
        self.start = start
    }

    /// The terms as the governance officer drafts them.
    ///
    /// - Precondition: it is the template that `self.template` names.
    public func terms(
        from template: AgreementTemplate, kinds: [Partner.ID: Partner.Kind]
    ) -> SharingAgreement.Terms {
        precondition(template.id == self.template, "The terms name another template.")
        let bound = kinds.filter { parties.contains($0.key) }
        var terms = template.terms(lead: lead, parties: bound, start: start)
        if let receivers {
            for index in terms.flows.indices { terms.flows[index].to = receivers }
        }
        terms.title = title ?? terms.title
        terms.summary = summary ?? terms.summary
        terms.lastDay = lastDay ?? terms.lastDay
        terms.review = min(review ?? terms.review, terms.lastDay)
        terms.retentionMonths = retentionMonths ?? terms.retentionMonths
        return terms
    }
}
