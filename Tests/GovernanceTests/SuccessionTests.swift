import Governance
import Records
import Testing

/// Bodies whose tasks pass to others: what has to be done, and what never changes.
struct SuccessionTests {
    private static let vesting = day("2027-04-01")

    private static func merger() throws -> Succession {
        try Succession(
            id: "succession-1", from: ["ambermere", "northwold"], to: ["new-council"],
            vesting: vesting, authority: "SI 2027/000 (invented)")
    }

    private static func history(
        _ id: SharingAgreement.ID, _ change: (inout SharingAgreement.Terms) -> Void = { _ in }
    ) throws -> AgreementHistory {
        var terms = SharingAgreement.Terms.complete()
        terms.flows[0].to.insert("fire")
        change(&terms)
        var agreement = try SharingAgreement(id: id, terms: terms).sent(on: day("2026-12-01"))
        for party in agreement.parties {
            agreement = try agreement.approved(
                by: party, SharingAgreement.Approval(post: "Chief", date: day("2026-12-01")))
        }
        return try #require(AgreementHistory([agreement]))
    }

    @Test func `T14: each agreement of two councils that merge is listed with who must sign`()
        throws
    {
        let early = try Self.history("isp-0003") { terms in
            terms.lastDay = day("2027-03-31")
            terms.review = day("2027-03-01")
        }
        let other = try Self.history("isp-0004") { terms in
            terms.lead = "fire"
            terms.parties = ["fire", "police"]
            terms.flows[0].from = ["fire"]
            terms.flows[0].to = ["police"]
        }
        let inner = try Self.history("isp-0005") { terms in
            terms.parties = ["ambermere", "northwold"]
            terms.flows[0].to = ["ambermere", "northwold"]
        }
        let histories = [
            try Self.history("isp-0002"), try Self.history("isp-0001"), early, other, inner,
        ]
        let lines = try Self.merger().lines(histories, on: day("2027-01-10"))

        #expect(lines.map(\.agreement) == ["isp-0001", "isp-0002", "isp-0003", "isp-0005"])
        #expect(lines.map(\.step) == [.amend, .amend, .none, .end])
        #expect(lines[2].signatories.isEmpty && lines[3].signatories.isEmpty)
        #expect(lines[0].leaving == ["ambermere", "northwold"])
        #expect(lines[0].successors == ["new-council"] && lines[0].lead == "new-council")
        #expect(lines[0].signatories == ["fire", "new-council"])
    }

    @Test func `T14: the posts of the bodies that end are listed with where nobody has them`() {
        func account(
            _ id: Practitioner.ID, _ partner: Partner.ID, _ roles: Set<Practitioner.Role>
        ) -> Practitioner {
            Practitioner(
                id: id, partner: partner, name: "Test Person", email: "\(id)@example.org",
                post: "Post \(id)", roles: roles)
        }
        let accounts = [
            account("a", "ambermere", [.approver]), account("b", "northwold", [.analyst]),
            account("c", "new-council", [.approver, .auditor]), account("d", "fire", [.analyst]),
        ]
        let posts = (try? Self.merger().posts(accounts)) ?? []

        #expect(posts.map(\.body) == ["ambermere", "northwold"])
        #expect(posts.map(\.open) == [[], ["new-council"]])
    }

    @Test func `only the bodies, the lead and the days change in the new text`() throws {
        var terms = SharingAgreement.Terms.complete()
        terms.flows[0].to.insert("fire")
        let changed = try Self.merger().replacing(terms, in: "isp-0001")
        var back = changed
        back.parties = terms.parties
        back.lead = terms.lead
        back.flows = terms.flows
        back.start = terms.start
        back.review = terms.review

        #expect(back == terms)
        #expect(changed.parties == ["fire", "new-council"] && changed.lead == "new-council")
        #expect(changed.flows[0].from == ["new-council"] && changed.start == Self.vesting)
        #expect(changed.faults.isEmpty)
    }

    @Test func `a split gives each agreement to those who take it`() throws {
        let split = try Succession(
            id: "succession-2", from: ["ambermere"], to: ["east", "west"], vesting: Self.vesting,
            authority: "Order 7", takers: ["isp-0001": ["west"], "isp-0002": []])

        #expect(split.successors(of: "isp-0001") == ["west"])
        #expect(split.successors(of: "isp-0002") == ["east", "west"])
        let lines = split.lines(
            [try Self.history("isp-0001"), try Self.history("isp-0002")], on: day("2027-01-10"))
        #expect(lines[0].signatories == ["fire", "northwold", "west"])
        #expect(lines[1].signatories == ["east", "fire", "northwold", "west"])
    }

    @Test func `it is carried out on its day and not before, once`() throws {
        let plan = try Self.merger()

        #expect(throws: Succession.Refusal.tooEarly(Self.vesting)) {
            try plan.vested(on: day("2027-03-31"))
        }
        let vested = try plan.vested(on: Self.vesting)
        #expect(vested.stage == .vested)
        #expect(throws: Succession.Refusal.wrongStage(.vested)) {
            try vested.vested(on: Self.vesting)
        }
        #expect(throws: Succession.Refusal.wrongStage(.vested)) { try vested.withdrawn() }
    }

    @Test func `a plan has two sides that differ, and an order`() {
        func make(_ from: Set<Partner.ID>, _ to: Set<Partner.ID>, _ order: String) throws {
            _ = try Succession(
                id: "succession-1", from: from, to: to, vesting: Self.vesting, authority: order)
        }
        #expect(throws: Succession.Refusal.sideMissing) { try make([], ["a"], "Order") }
        #expect(throws: Succession.Refusal.sideMissing) { try make(["a"], [], "Order") }
        #expect(throws: Succession.Refusal.bothSides("a")) { try make(["a", "b"], ["a"], "Order") }
        #expect(throws: Succession.Refusal.authorityMissing) { try make(["a"], ["b"], "  ") }
    }
}
