import Casework
import DemoData
import Exchange
import Governance
import Records

/// Fills an empty data folder with the invented partnership, through the real operations.
///
/// Every step is logged as it would be in earnest, at its own day in the past.
struct DemoSeed {
    let store: Store
    let partnership: DemoPartnership
    let people: DemoPeople

    /// The analysts who load the two files, the agreement, and who reviews.
    private static let accounts: Practitioner.ID = "d41k7r"
    private static let register: Practitioner.ID = "d52n9h"
    private static let reviewer: Practitioner.ID = "d73w2m"
    private static let agreement: SharingAgreement.ID = "isp-0012"
    /// The seed of the people of every demonstration.
    static let seed: UInt64 = 7

    init(_ store: Store, people count: Int, seed: UInt64 = Self.seed) {
        self.store = store
        partnership = DemoPartnership(today: store.today)
        people = DemoPeople(people: count, seed: seed, today: store.today)
    }

    /// Takes every step; about five seconds for 20,000 people.
    func run() async throws {
        for (index, step) in partnership.steps.enumerated() {
            let moment = Timestamp(
                seconds: step.date.dayNumber * 86_400 + 9 * 3_600 + index % 400 * 60)
            try await take(step, in: store.at(moment))
        }
        let yesterday = store.at(Timestamp(seconds: store.now.seconds - 86_400))
        try await recordAssurances(in: yesterday)
        let left = try await load(
            people.councilTaxCSV(), "council-tax", by: Self.accounts, in: yesterday)
        let right = try await load(
            people.electoralRegisterCSV(), "electoral-register", by: Self.register, in: yesterday)
        let model = try await signedModel(
            left, right, by: person(Self.accounts), in: yesterday)
        let run = try await yesterday.match(left, with: right, by: person(Self.accounts))
        try await draftedModel(from: model, by: person(Self.accounts), in: yesterday)
        try await review(run.id, in: yesterday)
    }

    private func take(_ step: DemoStep, in store: Store) async throws {
        let person = try person(step.person)
        switch step.deed {
        case .admit(let id): try await admit(id, by: person, in: store)
        case .signCharter: try await store.signCharter(by: person)
        case .changeStanding(let id, let standing, _):
            try await store.change(id, to: standing, by: person)
        case .draft(let id, let draft):
            _ = try await store.draft(try await terms(draft), as: id, by: person)
        case .revise(let id, let draft):
            let now = try await store.workingText(of: id, seenBy: person).terms
            _ = try await store.revise(id, to: try await terms(draft), from: now, by: person)
        case .send(let id): _ = try await store.send(id, by: person)
        case .approve(let id): _ = try await store.approve(id, by: person)
        case .refuse(let id, let reason):
            _ = try await store.refuse(id, because: reason, by: person)
        case .amend(let id, let reason):
            _ = try await store.amend(id, because: reason, by: person)
        case .stop(let id, let stage, let reason):
            _ = try await store.stop(id, as: stage, because: reason, by: person)
        }
    }

    private func admit(_ id: Partner.ID, by person: Practitioner, in store: Store) async throws {
        guard let body = partnership.partners.first(where: { $0.id == id }) else {
            throw Problem("The demonstration has no body `\(id)`.", code: 1)
        }
        try await store.join(body, by: person)
        for account in partnership.practitioners where account.partner == id {
            _ = try await store.inviteFirst(account)
        }
    }

    private func terms(_ draft: DemoTerms) async throws -> SharingAgreement.Terms {
        guard let template = store.reference.templates.first(where: { $0.id == draft.template })
        else { throw Problem("There is no template `\(draft.template)`.", code: 1) }
        let kinds = try await store.partners().map { ($0.id, $0.kind) }
        return draft.terms(from: template, kinds: Dictionary(uniqueKeysWithValues: kinds))
    }

    private func load(
        _ file: [UInt8], _ id: DatasetSpecification.ID, by loader: Practitioner.ID, in store: Store
    ) async throws -> Load.ID {
        let batch = try CheckedFile(
            file, dataset: id, reference: store.reference, today: store.today
        ).batch
        return try await store.load(
            batch, digest: Store.digest(of: file), under: Self.agreement, by: person(loader)
        ).id
    }

    /// A few decisions, so that the queue, the cases and the log have something to show.
    private func review(_ run: MatchRun.ID, in store: Store) async throws {
        let reviewer = try person(Self.reviewer)
        let queue = try await store.queue(of: run, .open, page: 1, seenBy: reviewer).items
        let verdicts: [Verdict] = [.same, .same, .different, .notSure, .same]
        for (item, verdict) in zip(queue, verdicts) {
            let result = try await store.review(item.id, as: verdict, seen: 0, by: reviewer)
            guard let opened = result.opened, item.id == queue.first?.id else { continue }
            try await store.advance(
                opened, Case.Command(step: "check", afterEvent: 0, note: "", outcome: nil),
                by: reviewer)
            try await store.advance(
                opened,
                Case.Command(
                    step: "ask", afterEvent: 1,
                    note: "Neutral letter sent with a form and 21 days to reply.", outcome: nil),
                by: reviewer)
        }
    }

    func person(_ id: Practitioner.ID) throws -> Practitioner {
        guard let person = partnership.practitioner(id) else {
            throw Problem("The demonstration has no person `\(id)`.", code: 1)
        }
        return person
    }
}
