import DemoData
import Governance
import Records
import Testing

/// The steps of a partnership, taken one after the other by the core's own functions.
struct Replay {
    private(set) var partners: [Partner.ID: Partner] = [:]
    private(set) var agreements: [SharingAgreement.ID: SharingAgreement] = [:]
    private let bodies: [Partner.ID: Partner]
    private let templates: [AgreementTemplate]

    init(of partnership: DemoPartnership, templates: [AgreementTemplate]) throws {
        bodies = Dictionary(uniqueKeysWithValues: partnership.partners.map { ($0.id, $0) })
        self.templates = templates
        var last: CalendarDate?
        for step in partnership.steps {
            let person = try #require(partnership.practitioner(step.person))
            #expect(person.may(step.action), "\(person.post): \(step)")
            #expect(step.date <= partnership.today && last ?? step.date <= step.date, "\(step)")
            try take(step, by: person)
            last = step.date
        }
    }

    private mutating func take(_ step: DemoStep, by person: Practitioner) throws {
        switch step.deed {
        case .admit(let id):
            #expect(partners[id] == nil)
            let body: Partner = try #require(bodies[id])
            partners[id] = body
        case .signCharter(let version):
            let signature = CharterSignature(charter: version, post: person.post, date: step.date)
            partners[person.partner] = try known(person.partner).signing(signature)
        case .changeStanding(let id, let standing, let reason):
            #expect(!reason.isEmpty)
            partners[id] = try known(id).changing(to: standing)
        case .draft(let id, let draft):
            #expect(agreements[id] == nil && person.partner == draft.lead)
            agreements[id] = SharingAgreement(id: id, terms: try terms(draft))
        case .revise(let id, let draft):
            agreements[id] = try known(id).revised(try terms(draft))
        case .send(let id):
            agreements[id] = try known(id).sent(on: step.date)
        case .approve(let id):
            #expect(try known(person.partner).standing == .active)
            let approval = SharingAgreement.Approval(post: person.post, date: step.date)
            agreements[id] = try known(id).approved(by: person.partner, approval)
        case .refuse(let id, let reason):
            agreements[id] = try known(id).refused(by: person.partner, because: reason)
        case .stop(let id, let stage, let reason):
            #expect(try person.partner == known(id).terms.lead)
            agreements[id] = try known(id).stopped(stage, because: reason)
        }
    }

    private func known(_ id: Partner.ID) throws -> Partner { try #require(partners[id]) }

    private func known(_ id: SharingAgreement.ID) throws -> SharingAgreement {
        try #require(agreements[id])
    }

    private func terms(_ draft: DemoTerms) throws -> SharingAgreement.Terms {
        let template = try #require(templates.first { $0.id == draft.template })
        let kinds = partners.mapValues(\.kind)
        #expect(draft.parties.isSubset(of: kinds.keys))
        return draft.terms(from: template, kinds: kinds)
    }
}
