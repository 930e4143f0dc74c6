import Casework
import Exchange
import Foundation
import GRDB
import Governance
import Records
import Testing

@testable import Exchange

struct CaseJourneyTests {
    private static let note = "CANARY-NOTE the lodger moved out in March"

    private func command(
        _ step: String, after count: Int, _ note: String = "", _ outcome: CaseOutcome? = nil
    ) -> Case.Command {
        Case.Command(step: step, afterEvent: count, note: note, outcome: outcome)
    }

    private static let ends = CaseOutcome(
        kind: .discountEnds, effective: CalendarDate("2026-03-27"), billedPence: 40_100)

    @Test func `a case goes from its opening to its outcome and is closed`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (pair, id) = try await journey.openedCase()
        let (store, person) = (journey.store, journey.reviewer)

        try await store.advance(id, command("check", after: 0), by: person)
        try await store.advance(id, command("ask", after: 1, Self.note), by: person)
        try await store.advance(id, command("decide", after: 2, Self.note, Self.ends), by: person)
        try await store.advance(id, command("close", after: 3), by: journey.colleague)

        let found = try await store.case(id, readBy: journey.colleague)
        #expect(found.pair == pair)
        #expect(found.file.events.map(\.step) == ["check", "ask", "decide", "close"])
        #expect(found.file.events.map(\.note) == ["", Self.note, Self.note, ""])
        #expect(found.file.outcome == Self.ends)
        let standing = try await store.standing(of: id, seenBy: person)
        #expect(standing.summary.stage == .closed && standing.eventCount == 4)
        #expect(standing.openedBy == person.id && standing.pair == pair)
    }

    @Test func `a step on an old reading is refused and changes nothing`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (_, id) = try await journey.openedCase()
        let (store, person) = (journey.store, journey.reviewer)
        try await store.advance(id, command("check", after: 0), by: person)

        let stale = await #expect(throws: Refusal.self) {
            try await store.advance(id, command("ask", after: 0, "a"), by: journey.colleague)
        }
        let incomplete = await #expect(throws: Refusal.self) {
            try await store.advance(id, command("decide", after: 1, "a"), by: journey.colleague)
        }

        #expect(stale?.kind == .conflict && incomplete?.kind == .invalid)
        #expect(try await store.standing(of: id, seenBy: person).eventCount == 1)
    }

    @Test func `another body finds no case, and an analyst may not work it`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (_, id) = try await journey.openedCase()

        let other = await #expect(throws: Refusal.self) {
            _ = try await journey.store.case(id, readBy: journey.stranger)
        }
        let standing = await #expect(throws: Refusal.self) {
            _ = try await journey.store.standing(of: id, seenBy: journey.stranger)
        }
        let role = await #expect(throws: Refusal.self) {
            _ = try await journey.store.cases(seenBy: journey.analyst)
        }

        #expect(other?.kind == .notFound && standing?.kind == .notFound)
        #expect(role?.kind == .notPermitted)
        #expect(try await journey.store.cases(seenBy: journey.stranger).isEmpty)
    }

    @Test func `what is written in a case is unreadable at rest, and lost with its key`()
        async throws
    {
        let journey = try await ReviewJourney(people: 60)
        let (_, id) = try await journey.openedCase()
        let (store, person) = (journey.store, journey.reviewer)
        try await store.advance(id, command("check", after: 0, Self.note), by: person)

        let stored = try await store.read { db in
            try Data.fetchAll(db, sql: "SELECT content FROM caseEvent")
        }
        #expect(stored.count == 1)
        for content in stored {
            #expect(content.range(of: Data("CANARY-NOTE".utf8)) == nil)
            #expect(content.range(of: Data("check".utf8)) == nil)
        }
        try await store.writer.write { db in
            try db.execute(
                sql: "UPDATE contentKey SET wrapped = NULL, destroyedAt = 1 WHERE id = ?",
                arguments: ["case|\(id)"])
        }
        await #expect(throws: Refusal.self) { _ = try await store.case(id, readBy: person) }
    }

    @Test func `colleagues are named to their own body only`() async throws {
        let journey = try await ReviewJourney(people: 60)

        let own = try await journey.store.colleagues(of: journey.reviewer)
        let other = try await journey.store.colleagues(of: journey.stranger)

        #expect(own[journey.colleague.id] == journey.colleague.name)
        #expect(own[journey.stranger.id] == nil && other[journey.reviewer.id] == nil)
    }
}
