import Casework
import Exchange
import Governance
import Records
import Testing

struct SecondReviewTests {
    /// Decides every open question as one person and returns those that want a second answer.
    private func sample(
        _ journey: ReviewJourney, as verdict: Verdict = .different
    ) async throws -> [QueueItem] {
        for pair in try await journey.open() {
            _ = try await journey.store.review(
                pair.id, as: verdict, seen: 0, by: journey.reviewer)
        }
        return try await second(journey, journey.colleague)
    }

    private func second(
        _ journey: ReviewJourney, _ person: Practitioner, _ filter: QueueFilter = .second
    ) async throws -> [QueueItem] {
        try await journey.store.queue(
            of: journey.run.id, filter, page: 1, size: 1_000, seenBy: person
        ).items
    }

    @Test func `every tenth question from the fifth on wants a second answer from somebody else`()
        async throws
    {
        let journey = try await ReviewJourney()
        let order = try await journey.open().map(\.id)
        #expect(order.count > 5)

        let wanted = try await sample(journey)

        #expect(wanted.map(\.id) == stride(from: 4, to: order.count, by: 10).map { order[$0] })
        #expect(wanted.allSatisfy { $0.awaitsSecond })
        #expect(try await second(journey, journey.reviewer).isEmpty)
    }

    @Test func `the answers are counted, and those that differ are listed`() async throws {
        let journey = try await ReviewJourney()
        let (store, colleague) = (journey.store, journey.colleague)
        let wanted = try await sample(journey)
        let none = try await store.reviewAgreement(of: journey.run.id, seenBy: colleague)
        #expect(none.share == nil)

        let result = try await store.secondReview(
            wanted[0].id, as: .notSure, because: .expert, by: colleague)

        #expect(!result.agrees && result.next == wanted.dropFirst().first?.id)
        #expect(try await second(journey, colleague, .differ).map(\.id) == [wanted[0].id])
        #expect(try await store.secondAnswer(to: wanted[0].id, seenBy: colleague) == .notSure)
        let standing = try await store.standing(of: wanted[0].id, seenBy: colleague)
        #expect(standing.item.verdict == .different)
        let agreement = try await store.reviewAgreement(of: journey.run.id, seenBy: colleague)
        #expect(agreement.pairs == 1 && agreement.agreed == 0)
        // A new first decision makes the second answer one about the past.
        _ = try await store.review(
            wanted[0].id, as: .notSure, seen: 1, by: journey.reviewer)
        #expect(try await second(journey, colleague, .differ).isEmpty)
        #expect(try await second(journey, colleague).map(\.id).contains(wanted[0].id))
    }

    @Test func `the joined picture keeps the first answer from whoever is to give a second`()
        async throws
    {
        let journey = try await ReviewJourney()
        let (store, colleague) = (journey.store, journey.colleague)
        let wanted = try await sample(journey)[0].id
        func verdicts(_ person: Practitioner) async throws -> [Verdict?] {
            let picture = try await store.cluster(around: wanted, readBy: person)
            let ties = picture.ties.filter { $0.id == wanted }
            #expect(ties.count == 1)
            return [picture.pair.verdict] + ties.map(\.item.verdict)
        }
        #expect(try await verdicts(journey.reviewer) == [.different, .different])
        #expect(try await verdicts(colleague) == [nil, nil])
        _ = try await store.secondReview(wanted, as: .same, by: colleague)
        #expect(try await verdicts(colleague) == [.different, .different])
    }

    @Test func `nobody answers twice, or their own pair, or one outside the sample`()
        async throws
    {
        let journey = try await ReviewJourney()
        let (store, colleague) = (journey.store, journey.colleague)
        let outside = try await journey.open()[0].id
        let wanted = try await sample(journey)[0].id
        for (pair, person) in [
            (outside, colleague), (wanted, journey.reviewer), (outside, journey.reviewer),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await store.secondReview(pair, as: .same, by: person)
            }
            #expect(refusal?.reasons.map(\.code) == ["no-second-answer"])
        }
        _ = try await store.secondReview(wanted, as: .different, because: .twins, by: colleague)
        let again = await #expect(throws: Refusal.self) {
            try await store.secondReview(wanted, as: .different, by: colleague)
        }
        #expect(again?.kind == .conflict)
        let stranger = await #expect(throws: Refusal.self) {
            try await store.secondReview(wanted, as: .same, by: journey.stranger)
        }
        #expect(stranger?.kind == .notFound)
        let analyst = await #expect(throws: Refusal.self) {
            try await store.secondReview(wanted, as: .same, by: journey.analyst)
        }
        #expect(analyst?.kind == .notPermitted)
    }

    @Test func `a reason is kept with its answer and goes when the answer goes`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let pair = try await journey.open()[0].id
        let store = journey.store
        let refusal = await #expect(throws: Refusal.self) {
            try await store.review(
                pair, as: .same, because: .twins, seen: 0, by: journey.reviewer)
        }
        #expect(refusal?.reasons.map(\.code) == ["reason-mismatch"])

        _ = try await store.review(
            pair, as: .different, because: .twins, seen: 0, by: journey.reviewer)
        #expect(
            try await store.standing(of: pair, seenBy: journey.reviewer).item.reason == .twins)
        _ = try await store.undoReview(pair, by: journey.reviewer)
        #expect(try await store.standing(of: pair, seenBy: journey.reviewer).item.reason == nil)
    }

    @Test func `questions that somebody took on are left to them`() async throws {
        let journey = try await ReviewJourney()
        let (store, run) = (journey.store, journey.run.id)
        let order = try await journey.open().map(\.id)

        #expect(try await store.takeNext(of: run, by: journey.colleague) == min(10, order.count))
        let mine = try await second(journey, journey.colleague, .mine)
        #expect(mine.map(\.id) == Array(order.prefix(10)))
        #expect(mine.allSatisfy { $0.assignee == journey.colleague.id })
        let next = try await store.standing(of: order[0], seenBy: journey.reviewer).next
        #expect(next == order.dropFirst(10).first)
        let own = try await store.standing(of: order[0], seenBy: journey.colleague).next
        #expect(own == order[1])

        #expect(try await store.release(of: run, by: journey.reviewer) == 0)
        #expect(try await store.release(of: run, by: journey.colleague) == min(10, order.count))
        #expect(try await second(journey, journey.colleague, .mine).isEmpty)
        for person in [journey.stranger, journey.analyst] {
            await #expect(throws: Refusal.self) { try await store.takeNext(of: run, by: person) }
            await #expect(throws: Refusal.self) { try await store.release(of: run, by: person) }
        }
    }
}
