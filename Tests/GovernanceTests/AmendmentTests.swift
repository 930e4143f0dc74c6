import Governance
import Records
import Testing

/// New versions of a signed text, and that exactly one counts on any day.
struct AmendmentTests {
    typealias Refusal = SharingAgreement.Refusal

    private static let change = day("2027-03-01")

    private static func history() throws -> AgreementHistory {
        try #require(AgreementHistory([try StandingTests.agreement()]))
    }

    /// The history with version 2 as a draft.
    private static func amended() throws -> AgreementHistory {
        let history = try history()
        let (current, draft) = try history.amended(because: "More items.", on: change)
        return try #require(AgreementHistory([current, draft]))
    }

    private static func replacing(_ changed: [SharingAgreement], in history: AgreementHistory)
        throws -> AgreementHistory
    {
        let numbers = Set(changed.map(\.version))
        return try #require(
            AgreementHistory(history.versions.filter { !numbers.contains($0.version) } + changed))
    }

    /// The history with version 2 approved by every party on a day.
    private static func signed(on date: CalendarDate) throws -> AgreementHistory {
        var history = try amended()
        let sent = try #require(history.working).sent(on: date)
        history = try replacing([sent], in: history)
        for party in sent.parties {
            let approval = SharingAgreement.Approval(post: "Chief Executive", date: date)
            history = try replacing(try history.approved(by: party, approval), in: history)
        }
        return history
    }

    @Test func `T2: an amendment is a new version without approvals, and the old text goes on`()
        throws
    {
        let history = try Self.amended()

        #expect(history.versions.map(\.version) == [1, 2])
        #expect(history.amendment?.approvals.isEmpty == true)
        #expect(history.current(on: Self.change).version == 1)
        #expect(history.current(on: Self.change).standing(on: Self.change) == .inForce)
        #expect(history.current(on: Self.change).reviews.last?.outcome == .amended)
    }

    @Test func `the last approval replaces the old version from the first day of the new`() throws {
        let signed = day("2027-03-10")
        let history = try Self.signed(on: signed)

        #expect(history.versions[0].replacedFrom == signed)
        #expect(history.versions[0].standing(on: signed.adding(days: -1)) == .inForce)
        #expect(history.versions[0].standing(on: signed) == .replaced)
        #expect(history.versions[1].standing(on: signed) == .inForce)
        #expect(history.amendment == nil)
    }

    @Test func `a new version that starts later waits, and the old one counts until then`() throws {
        var history = try Self.amended()
        var terms = try #require(history.working).terms
        terms.start = day("2027-05-01")
        terms.review = day("2027-09-30")
        history = try Self.replacing(
            [try #require(history.working).revised(terms).sent(on: Self.change)], in: history)
        for party in history.latest.parties {
            let approval = SharingAgreement.Approval(post: "Chief", date: day("2027-03-10"))
            history = try Self.replacing(try history.approved(by: party, approval), in: history)
        }

        #expect(history.current(on: day("2027-04-30")).version == 1)
        #expect(history.upcoming(on: day("2027-04-30"))?.version == 2)
        #expect(history.current(on: day("2027-05-01")).version == 2)
        #expect(history.upcoming(on: day("2027-05-01")) == nil)
        #expect(throws: Refusal.amendmentOpen(version: 2)) {
            try history.amended(because: "Again.", on: day("2027-04-01"))
        }
    }

    @Test func `on every day at most one version is in force`() throws {
        for signedOn in ["2027-03-01", "2027-03-31", "2027-05-31", "2027-08-31"] {
            let history = try Self.signed(on: day(signedOn))
            for offset in 0..<400 {
                let date = day("2026-12-15").adding(days: offset)
                let inForce = history.versions.filter { $0.standing(on: date) == .inForce }
                #expect(inForce.count <= 1)
                #expect(inForce.isEmpty || inForce == [history.current(on: date)])
            }
        }
    }

    @Test func `an overdue review is set a year ahead in the draft, within the last day`() throws {
        let late = try Self.history().amended(because: "Overdue.", on: day("2027-07-01"))

        #expect(late.draft.terms.review == day("2027-12-31"))
        #expect(late.draft.terms.faults.isEmpty)
        #expect(late.current.terms.review == day("2027-05-31"))
    }

    @Test func `one draft is open at a time, and only of a signed text`() throws {
        #expect(throws: Refusal.amendmentOpen(version: 2)) {
            try Self.amended().amended(because: "Again.", on: Self.change)
        }
        let draft = try #require(
            AgreementHistory([SharingAgreement(id: "isp-0001", terms: .complete())]))
        #expect(throws: Refusal.amendmentOpen(version: 1)) {
            try draft.amended(because: "Again.", on: Self.change)
        }
        #expect(throws: Refusal.reasonMissing) {
            try Self.history().amended(because: " ", on: Self.change)
        }
    }

    @Test func `a suspended text cannot be replaced behind its parties' backs`() throws {
        var history = try Self.amended()
        let sent = try #require(history.working).sent(on: Self.change)
        history = try Self.replacing([sent], in: history)
        history = try Self.replacing(
            try history.stopped(.suspended, because: "A breach.", on: Self.change), in: history)

        #expect(throws: Refusal.suspendedMeanwhile) {
            try history.approved(
                by: "fire", SharingAgreement.Approval(post: "Chief", date: Self.change))
        }
    }

    @Test func `ending the agreement ends what comes later and what is being written`() throws {
        let history = try Self.amended()
        let ended = try Self.replacing(
            try history.stopped(.retired, because: "No need.", on: Self.change), in: history)

        #expect(ended.versions.map(\.stage) == [.retired, .retired])
        #expect(ended.working == nil && ended.amendment == nil)
        #expect(ended.current(on: Self.change).version == 1)
    }

    @Test func `a discarded draft leaves the signed text, and the next one has a new number`()
        throws
    {
        let history = try Self.amended()
        let left = try Self.replacing([try history.discarded(because: "Not now.")], in: history)

        #expect(left.current(on: Self.change).standing(on: Self.change) == .inForce)
        #expect(left.deciding(on: Self.change).map(\.version) == [1])
        let again = try left.amended(because: "Now.", on: Self.change)
        #expect(again.draft.version == 3)
        #expect(throws: Refusal.wrongStage(.approved)) {
            try Self.history().discarded(because: "Nothing there.")
        }
    }

    @Test func `each body reads the versions of which it is a party`() throws {
        var history = try Self.amended()
        var terms = try #require(history.working).terms
        terms.parties.insert("harbour")
        terms.parties.remove("fire")
        history = try Self.replacing(
            [try #require(history.working).revised(terms)], in: history)

        #expect(history.version(readBy: "fire", on: Self.change)?.version == 1)
        #expect(history.version(readBy: "harbour", on: Self.change)?.version == 2)
        #expect(history.version(readBy: "nobody", on: Self.change) == nil)
        #expect(history.live(for: "ambermere", on: Self.change).map(\.version) == [1, 2])
        #expect(history.live(for: "fire", on: Self.change).map(\.version) == [1])
        #expect(history.readers == ["ambermere", "northwold", "fire", "harbour"])
    }

    @Test func `versions of two agreements, or one twice, are no history`() throws {
        let one = try StandingTests.agreement()
        let other = SharingAgreement(id: "isp-0002", version: 2, terms: .complete())

        #expect(AgreementHistory([]) == nil)
        #expect(AgreementHistory([one, one]) == nil)
        #expect(AgreementHistory([one, other]) == nil)
    }
}
