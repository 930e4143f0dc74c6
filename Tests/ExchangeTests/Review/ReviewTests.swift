import Casework
import Exchange
import Governance
import Records
import Testing

struct ReviewTests {
    @Test func `a confirmed pair with a question opens a case and leads to the next pair`()
        async throws
    {
        let journey = try await ReviewJourney()
        let queue = try await journey.open()

        let result = try await journey.store.review(
            queue[0].id, as: .same, seen: 0, by: journey.reviewer)

        #expect(result.next == queue[1].id)
        let opened = try #require(result.opened)
        let standing = try await journey.store.standing(of: queue[0].id, seenBy: journey.colleague)
        #expect(standing.openedCase == opened && standing.caseReference == "CT-2026-0001")
        #expect(standing.decidedBy == journey.reviewer.id && standing.position == 1)
        #expect(standing.decidedAt == ReviewJourney.moment && !standing.isCaseUnderWay)
        let cases = try await journey.store.cases(seenBy: journey.reviewer)
        #expect(cases.map(\.id) == [opened] && cases[0].question == queue[0].question)
    }

    @Test(arguments: [Verdict.different, .notSure])
    func `any other answer opens no case`(_ verdict: Verdict) async throws {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await journey.open()[0].id

        let result = try await journey.store.review(
            pair, as: verdict, seen: 0, by: journey.reviewer)

        #expect(result.opened == nil)
        #expect(try await journey.store.cases(seenBy: journey.reviewer).isEmpty)
        let progress = try await journey.store.progress(
            of: journey.run.id, seenBy: journey.reviewer)
        #expect(progress.decided == (verdict == .different ? 1 : 0))
        #expect(progress.notSure == (verdict == .notSure ? 1 : 0))
    }

    @Test func `a skipped pair comes again only after the last`() async throws {
        let journey = try await ReviewJourney()
        let queue = try await journey.open().map(\.id)
        #expect(queue.count > 2)

        var order: [MatchPair.ID] = []
        var next: MatchPair.ID? = queue[1]
        while let id = next {
            order.append(id)
            next = try await journey.store.review(
                id, as: .different, seen: 0, by: journey.reviewer
            ).next
        }

        #expect(order == Array(queue.dropFirst()) + [queue[0]])
    }

    @Test func `an undone decision takes its case away and opens the pair again`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (pair, _) = try await journey.openedCase()

        _ = try await journey.store.undoReview(pair, by: journey.reviewer)

        let standing = try await journey.store.standing(of: pair, seenBy: journey.reviewer)
        #expect(standing.item.verdict == nil && standing.decidedBy == nil)
        #expect(standing.openedCase == nil)
        #expect(try await journey.store.cases(seenBy: journey.reviewer).isEmpty)
        await #expect(throws: Refusal.self) {
            _ = try await journey.store.undoReview(pair, by: journey.reviewer)
        }
    }

    @Test func `the second of two reviewers of one reading is refused`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await journey.open()[0].id
        let seen = try await journey.store.pair(pair, readBy: journey.colleague).verdictCount
        _ = try await journey.store.review(pair, as: .same, seen: seen, by: journey.reviewer)

        let refusal = await #expect(throws: Refusal.self) {
            _ = try await journey.store.review(
                pair, as: .different, seen: seen, by: journey.colleague)
        }

        #expect(refusal?.kind == .conflict)
        #expect(refusal?.reasons.map(\.code) == ["decided-meanwhile"])
        let standing = try await journey.store.standing(of: pair, seenBy: journey.reviewer)
        #expect(standing.item.verdict == .same && standing.decidedBy == journey.reviewer.id)
    }

    @Test func `nobody undoes a colleague's decision or one with work on its case`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (pair, id) = try await journey.openedCase()

        let notOwn = await #expect(throws: Refusal.self) {
            _ = try await journey.store.undoReview(pair, by: journey.colleague)
        }
        try await journey.store.advance(
            id, Case.Command(step: "check", afterEvent: 0, note: "", outcome: nil),
            by: journey.colleague)
        let underWay = await #expect(throws: Refusal.self) {
            _ = try await journey.store.undoReview(pair, by: journey.reviewer)
        }

        #expect(notOwn?.reasons.map(\.code) == ["not-yours"])
        #expect(underWay?.reasons.map(\.code) == ["case-under-way"])
        let standing = try await journey.store.standing(of: pair, seenBy: journey.reviewer)
        #expect(standing.isCaseUnderWay && standing.openedCase == id)
    }

    @Test func `another body finds neither the pair nor its run, and an analyst may not review`()
        async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await journey.open()[0].id

        for read in [
            { _ = try await journey.store.pair(pair, readBy: journey.stranger) },
            { _ = try await journey.store.standing(of: pair, seenBy: journey.stranger) },
            { _ = try await journey.store.run(journey.run.id, seenBy: journey.stranger) },
        ] as [@Sendable () async throws -> Void] {
            let refusal = await #expect(throws: Refusal.self) { try await read() }
            #expect(refusal?.kind == .notFound)
        }
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await journey.store.standing(of: pair, seenBy: journey.analyst)
        }
        #expect(refusal?.kind == .notPermitted)
    }

    @Test func `the records stand side by side with what the agreement keeps back`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await journey.open()[0].id

        let review = try await journey.store.pair(pair, readBy: journey.reviewer)
        let records = review.comparison(journey.store.reference.dictionary)

        let shared = records.lines.map(\.item.id)
        #expect(shared.contains("surname") && shared.contains("date-of-birth"))
        #expect(records.leftOnly.map(\.item.id).contains("discount-code"))
        #expect(records.rightOnly.map(\.item.id).contains("elector-reference"))
        let all = shared + (records.leftOnly + records.rightOnly).map(\.item.id)
        #expect(!all.contains("franchise") && Set(all).count == all.count)
    }
}
