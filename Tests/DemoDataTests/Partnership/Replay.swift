import DemoData
import Governance
import Records
import Testing

/// The steps of a partnership, taken one after the other by the core's own functions.
struct Replay {
    private(set) var partners: [Partner.ID: Partner] = [:]
    private(set) var histories: [SharingAgreement.ID: AgreementHistory] = [:]
    private let today: CalendarDate
    private let bodies: [Partner.ID: Partner]
    private let templates: [AgreementTemplate]

    init(of partnership: DemoPartnership, templates: [AgreementTemplate]) throws {
        bodies = Dictionary(uniqueKeysWithValues: partnership.partners.map { ($0.id, $0) })
        self.templates = templates
        today = partnership.today
        var last: CalendarDate?
        for step in partnership.steps {
            let person = try #require(partnership.practitioner(step.person))
            #expect(person.may(step.action), "\(person.post): \(step)")
            #expect(step.date <= partnership.today && last ?? step.date <= step.date, "\(step)")
            try take(step, by: person)
            last = step.date
        }
    }

    /// The version of each agreement that counts on the partnership's day.
    var agreements: [SharingAgreement.ID: SharingAgreement] {
        histories.mapValues { $0.current(on: today) }
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
            #expect(histories[id] == nil && person.partner == draft.lead)
            try keep([SharingAgreement(id: id, terms: try terms(draft))])
        case .revise(let id, let draft):
            try keep([try working(id).revised(try terms(draft))])
        case .send(let id):
            try keep([try working(id).sent(on: step.date)])
        case .approve(let id):
            #expect(try known(person.partner).standing == .active)
            let approval = SharingAgreement.Approval(post: person.post, date: step.date)
            try keep(try known(id).approved(by: person.partner, approval))
        case .refuse(let id, let reason):
            try keep([try working(id).refused(by: person.partner, because: reason)])
        case .amend(let id, let reason):
            let history = try known(id)
            #expect(person.partner == history.current(on: step.date).terms.lead)
            let (current, draft) = try history.amended(because: reason, on: step.date)
            try keep([current, draft])
        case .stop(let id, let stage, let reason):
            let history = try known(id)
            #expect(person.partner == history.current(on: step.date).terms.lead)
            try keep(try history.stopped(stage, because: reason, on: step.date))
        }
    }

    private func known(_ id: Partner.ID) throws -> Partner { try #require(partners[id]) }

    private func known(_ id: SharingAgreement.ID) throws -> AgreementHistory {
        try #require(histories[id])
    }

    private func working(_ id: SharingAgreement.ID) throws -> SharingAgreement {
        try #require(try known(id).working)
    }

    private mutating func keep(_ changed: [SharingAgreement]) throws {
        let id = try #require(changed.first?.id)
        let numbers = Set(changed.map(\.version))
        let others = histories[id]?.versions.filter { !numbers.contains($0.version) } ?? []
        histories[id] = AgreementHistory(others + changed)
    }

    private func terms(_ draft: DemoTerms) throws -> SharingAgreement.Terms {
        let template = try #require(templates.first { $0.id == draft.template })
        let kinds = partners.mapValues(\.kind)
        #expect(draft.parties.isSubset(of: kinds.keys))
        return draft.terms(from: template, kinds: kinds)
    }
}
