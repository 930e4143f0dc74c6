import Decisions
import Exchange
import Governance
import Records
import Testing

/// Versions and reviews in the store: nothing is overwritten, and decisions follow the days.
struct AgreementVersionTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }
    private var city: Practitioner { bodies.city }
    private var district: Practitioner { bodies.district }

    init() async throws { bodies = try await TwoBodies() }

    private func inForce(_ change: (inout SharingAgreement.Terms) -> Void = { _ in })
        async throws -> SharingAgreement.ID
    {
        var terms = try bodies.terms()
        change(&terms)
        let id = try await store.draft(terms, by: city).id
        try await sign(id)
        return id
    }

    private func sign(_ id: SharingAgreement.ID, in store: Store? = nil) async throws {
        let store = store ?? self.store
        _ = try await store.send(id, by: city)
        _ = try await store.approve(id, by: city)
        _ = try await store.approve(id, by: district)
    }

    private func types(_ id: SharingAgreement.ID) async throws -> [String] {
        try await store.logLines(page: 1, seenBy: city).lines.map(\.type)
    }

    @Test func `T2: an amended item list resets approvals while the old version permits`()
        async throws
    {
        let id = try await inForce()
        let draft = try await store.amend(id, because: "Fewer items.", by: city)
        #expect(draft.version == 2 && draft.stage == .draft && draft.approvals.isEmpty)
        var terms = draft.terms
        let item = try #require(terms.flows[0].items.sorted().first)
        terms.flows[0].items.remove(item)
        _ = try await store.revise(id, to: terms, from: draft.terms, by: city)

        let old = try await store.agreement(id, seenBy: district)
        #expect(old.version == 1 && old.standing(on: store.today) == .inForce)
        #expect(old.approvals.count == 2 && old.terms.flows[0].items.contains(item))
        #expect(try await store.register().map(\.version) == [1])

        try await sign(id)

        let new = try await store.agreement(id, seenBy: district)
        #expect(new.version == 2 && !new.terms.flows[0].items.contains(item))
        let history = try await store.history(of: id, seenBy: city)
        #expect(history.versions.map { $0.standing(on: store.today) } == [.replaced, .inForce])
        #expect(history.versions[0].terms == old.terms)
        #expect(try await store.register().map(\.version) == [2])
    }

    @Test func `a load is decided by the version of its day`() async throws {
        let id = try await inForce()
        let draft = try await store.amend(id, because: "No more loads.", by: city)
        var terms = draft.terms
        for index in terms.flows.indices { terms.flows[index].kinds = [.view] }
        _ = try await store.revise(id, to: terms, from: draft.terms, by: city)
        let dataset = terms.flows[0].dataset
        #expect(try await store.mayLoad(dataset, under: id, by: city).agreement.version == 1)

        try await sign(id)

        let refusal = try #require(
            try await TwoBodies.refusal {
                try await store.mayLoad(dataset, under: id, by: city)
            })
        #expect(!refusal.sentence.contains("replaced"))
    }

    @Test func `reaffirming keeps the text and moves the review, and says so in the log`()
        async throws
    {
        let id = try await inForce()
        let before = try await store.agreement(id, seenBy: city)
        _ = try await store.openReview(of: id, by: city)
        let next = before.reviewDate.adding(days: 30)
        let after = try await store.reaffirm(id, until: next, because: "Needed.", by: city)

        #expect(after.terms.digest == before.terms.digest && after.reviewDate == next)
        #expect(try await store.agreement(id, seenBy: district).reviewDate == next)
        let types = try await types(id)
        #expect(types.contains("agreement-review-opened"))
        #expect(types.contains("agreement-reaffirmed"))
    }

    @Test func `only the lead reviews and amends`() async throws {
        let id = try await inForce()

        for refusal in [
            try await TwoBodies.refusal { try await store.openReview(of: id, by: district) },
            try await TwoBodies.refusal {
                try await store.amend(id, because: "Mine.", by: district)
            },
            try await TwoBodies.refusal {
                try await store.reaffirm(
                    id, until: store.today.adding(days: 9), because: "Mine.", by: district)
            },
        ] { #expect(refusal?.reasons.map(\.code) == ["not-lead"]) }
    }

    @Test func `T1: notices are given once for each review date, and the archive keeps the text`()
        async throws
    {
        let id = try await inForce { terms in
            terms.lastDay = CalendarDate("2028-11-21") ?? terms.lastDay
            terms.review = CalendarDate("2027-05-31") ?? terms.review
        }
        func given(_ date: String) async throws -> [ReviewNotice.Kind] {
            let day = try #require(CalendarDate(date))
            let then = store.at(Timestamp(seconds: day.dayNumber * 86_400 + 43_200))
            return try await then.giveReviewNotices().map(\.notice.kind)
        }

        #expect(try await given("2027-02-27") == [])
        #expect(try await given("2027-02-28") == [.due])
        #expect(try await given("2027-02-28") == [])
        #expect(try await given("2027-09-01") == [.overdue, .delisted])
        let september = store.at(
            Timestamp(seconds: (CalendarDate("2027-09-01")?.dayNumber ?? 0) * 86_400 + 43_200))
        #expect(try await september.register().isEmpty)
        #expect(try await september.agreement(id, seenBy: district).approvals.count == 2)
        _ = try await september.reaffirm(
            id, until: try #require(CalendarDate("2028-05-31")), because: "Needed.", by: city)
        #expect(try await september.register().map(\.id) == [id])
        #expect(try await given("2028-02-28") == [])
        #expect(try await given("2028-02-29") == [.due])
    }

    @Test func `an amendment is discarded without touching the signed text`() async throws {
        let id = try await inForce()
        _ = try await store.amend(id, because: "More.", by: city)
        let left = try await store.discardAmendment(of: id, because: "Not now.", by: city)

        #expect(left.version == 2 && left.stage == .retired)
        #expect(try await store.agreement(id, seenBy: city).version == 1)
        #expect(try await store.liveVersions(seenBy: city).map(\.version) == [1])
        #expect(
            try await TwoBodies.refusal {
                try await store.discardAmendment(of: id, because: "Again.", by: city)
            }?.kind == .conflict)
    }

    @Test func `a body that joins with the new text reads only that`() async throws {
        let id = try await inForce()
        let stranger = try await bodies.stranger()
        let draft = try await store.amend(id, because: "Fire joins.", by: city)
        var terms = draft.terms
        terms.parties.insert(stranger.partner)
        _ = try await store.revise(id, to: terms, from: draft.terms, by: city)

        #expect(try await store.agreement(id, seenBy: stranger).version == 2)
        #expect(try await store.liveVersions(seenBy: stranger).map(\.version) == [2])
        #expect(try await store.agreement(id, seenBy: district).version == 1)

        try await sign(id)
        let last = try await store.approve(id, by: stranger)
        #expect(last.version == 2 && last.standing(on: store.today) == .inForce)
        #expect(
            try await store.history(of: id, seenBy: city).versions[0].replacedFrom == store.today)
    }

    @Test func `T3: with 11 of 12 parties signed nothing is listed and nothing flows`() async throws
    {
        var others: [Practitioner] = []
        for number in 3...12 {
            let code = Partner.ID(stringLiteral: "council-\(number)")
            try await store.join(TwoBodies.body(code, "Council \(number)"), by: city)
            let account = TwoBodies.account(
                "council-\(number)@example.org", [.approver, .governanceOfficer, .analyst], code)
            _ = try await store.invite(account, by: city)
            try await store.signCharter(by: account)
            others.append(account)
        }
        var terms = try bodies.terms()
        let all = Set(others.map(\.partner)).union([city.partner, district.partner])
        terms.parties = all
        terms.flows[0].from = all
        terms.flows[0].to = all
        let id = try await store.draft(terms, by: city).id
        _ = try await store.send(id, by: city)
        for person in [city, district] + others.dropLast() {
            _ = try await store.approve(id, by: person)
        }

        #expect(try await store.agreement(id, seenBy: city).awaiting == ["council-12"])
        #expect(try await store.register().isEmpty)
        let last = try #require(others.last)
        for person in [city, last] {
            let refusal = try #require(
                try await TwoBodies.refusal {
                    try await store.mayLoad(terms.flows[0].dataset, under: id, by: person)
                })
            #expect(refusal.sentence.contains("has not been approved by every party yet"))
        }
        _ = try await store.approve(id, by: last)
        #expect(try await store.register().map(\.id) == [id])
    }
}
