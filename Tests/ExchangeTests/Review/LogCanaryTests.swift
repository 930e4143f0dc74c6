import Casework
import DemoData
import Foundation
import GRDB
import Governance
import Records
import Testing
import Transparency

@testable import Exchange

struct LogCanaryTests {
    private static let note = "CANARY-NOTE the lodger moved out in March"

    /// Everything that the log keeps: leaves and bodies as text.
    private func texts(_ store: Store) async throws -> [String] {
        try await store.read { db in
            try Data.fetchAll(
                db, sql: "SELECT leaf FROM logEntry UNION ALL SELECT body FROM logBody"
            ).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Every operation that writes to the log and that a journey can call.
    private func everything(_ journey: ReviewJourney) async throws {
        let (store, person) = (journey.store, journey.reviewer)
        let code = try await store.renewInvitation(of: person.id, by: journey.officer)
        try await store.choosePassword("canary password of a person", code: code)
        _ = try await store.signIn(email: person.email, password: "canary password of a person")
        let (pair, id) = try await journey.openedCase()
        _ = try await store.pair(pair, readBy: person)
        _ = try await store.cluster(around: pair, readBy: person)
        _ = try await store.undoReview(pair, by: person)
        _ = try await store.review(pair, as: .notSure, seen: 2, by: person)
        let again = try await store.review(pair, as: .same, seen: 3, by: person)
        #expect(again.opened != id)
        let file = try #require(again.opened)
        let outcome = CaseOutcome(
            kind: .discountEnds, effective: CalendarDate("2026-03-27"), billedPence: 40_100)
        for (step, after) in [("check", 0), ("ask", 1), ("reply", 2), ("decide", 3), ("close", 4)] {
            try await store.advance(
                file,
                Case.Command(
                    step: step, afterEvent: after, note: Self.note,
                    outcome: step == "decide" ? outcome : nil), by: person)
        }
        _ = try await store.case(file, readBy: person)
        _ = try await store.stop(
            journey.agreement, as: .suspended, because: "CANARY-REASON", by: journey.officer)
        _ = try? await store.mayLoad(
            "council-tax", under: journey.agreement, by: journey.analyst)
    }

    @Test func `no leaf and no body of the log holds a name, a note or an address`() async throws {
        let journey = try await ReviewJourney(people: 60)
        try await everything(journey)

        let texts = try await texts(journey.store)

        let planted = ["canary", "CANARY", "Canary", "@example.org", "lodger"]
        for text in texts {
            for word in planted { #expect(!text.contains(word), "\(word) in \(text)") }
        }
        let types = ["pair-read", "cluster-read", "pair-reviewed", "review-undone", "case-read"]
        for type in types + ["case-step", "load-refused", "agreement-suspended", "signed-in"] {
            #expect(texts.contains { $0.contains("\"\(type)\"") }, "no entry of \(type)")
        }
    }

    @Test func `no leaf and no body of the log holds a value of the loaded records`() async throws {
        let journey = try await ReviewJourney(people: 60)
        try await everything(journey)
        let people = DemoPeople(people: 60, seed: 7, today: journey.store.today)

        // Letters only, so that a value is not found inside a digest by chance.
        let values =
            people.accounts.flatMap {
                ["\($0.forename) \($0.surname)", $0.address, $0.postcode, $0.email, $0.reference]
            }
            + people.electors.flatMap {
                ["\($0.forename) \($0.surname)", $0.address, $0.reference]
            }
        let texts = try await texts(journey.store).map { $0.lowercased() }

        for value in Set(values.map { $0.lowercased() }) where value.count >= 6 {
            #expect(!texts.contains { $0.contains(value) }, "\(value) is in the log")
        }
    }

    @Test func `every entry is proved to be under the newest checkpoint`() async throws {
        let journey = try await ReviewJourney(people: 60)
        let (size, note) = try await journey.store.logSummary()
        let key = try NoteKey(vkey: journey.store.vkey)
        let root = try Checkpoint(signed: Array(note.utf8), by: [key]).root

        for number in 0..<size {
            let proof = try #require(try await journey.store.proof(ofEntry: number))
            #expect(TreeHash.leaf(proof.leaf) == proof.leafHash)
            try proof.inclusion.verify(leaf: proof.leafHash, root: root)
        }
        #expect(try await journey.store.proof(ofEntry: size) == nil)
        #expect(try await journey.store.proof(ofEntry: -1) == nil)
    }
}
