import Foundation
import GRDB
import Governance
import Records
import Testing

@testable import Exchange

/// The register from columns against the standing of every stored version.
struct RegisterTests {
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    /// A version at a random stage with random dates around a day.
    private static func version(
        _ id: SharingAgreement.ID, _ number: Int, _ terms: SharingAgreement.Terms,
        around day: CalendarDate, _ source: inout Seeded
    ) throws -> SharingAgreement {
        var terms = terms
        terms.title = "Agreement \(number)"
        terms.start = day.adding(days: Int.random(in: -500...120, using: &source))
        terms.lastDay = terms.start.adding(days: Int.random(in: 30...900, using: &source))
        terms.review = terms.start.adding(
            days: Int.random(
                in: 0...terms.lastDay.dayNumber - terms.start.dayNumber, using: &source))
        var agreement = SharingAgreement(id: id, version: number, terms: terms)
        let signing = min(terms.start, day)
        let stage = Int.random(in: 0...9, using: &source)
        guard stage > 0 else { return agreement }
        agreement = try agreement.sent(on: signing)
        guard stage > 1 else { return agreement }
        for party in agreement.parties {
            agreement = try agreement.approved(
                by: party, SharingAgreement.Approval(post: "Chief", date: signing))
        }
        if stage == 2 { agreement = try agreement.stopped(.suspended, because: "Why.") }
        if stage == 3 { agreement = try agreement.stopped(.retired, because: "Why.") }
        if stage == 4, terms.review < day, day < terms.lastDay {
            agreement = try agreement.reaffirmed(
                until: terms.lastDay, because: "Why.", on: terms.review)
        }
        if stage == 5 {
            agreement = agreement.replaced(
                from: day.adding(days: Int.random(in: -30...30, using: &source)))
        }
        if stage == 6 { agreement = try agreement.underReview(on: terms.start) }
        return agreement
    }

    @Test func `the list says what the standing of each version says, on every day`() async throws {
        let seed: UInt64 = 71_077
        var source = Seeded(state: seed)
        let bodies = try await TwoBodies()
        let (store, terms) = (bodies.store, try bodies.terms())
        var all: [SharingAgreement] = []
        for number in 1...300 {
            let id = SharingAgreement.ID(stringLiteral: "isp-\(number)")
            all.append(
                try Self.version(id, 1, terms, around: store.today, &source))
        }
        let stored = all
        try await store.transact { db in for version in stored { try version.save(db) } }

        for offset in stride(from: -400, through: 900, by: 13) {
            let date = store.today.adding(days: offset)
            let listed = try await store.read { db in try RegisterEntry.inForce(on: date, db) }
            let expected = all.filter { $0.standing(on: date) == .inForce }
                .sorted { $0.id < $1.id }
            #expect(listed.map(\.id) == expected.map(\.id), "seed \(seed), \(date)")
            #expect(listed.map(\.review) == expected.map(\.reviewDate))
            #expect(listed.map(\.parties) == expected.map(\.parties))
            #expect(listed.map(\.isUnderReview) == expected.map { $0.openReview != nil })
            #expect(
                listed.map { $0.reviewStanding(on: date) }
                    == expected.map { $0.reviewStanding(on: date) })
        }
        let one = try #require(all.first { $0.standing(on: store.today) == .inForce })
        #expect(try await store.registered(one.id) == one)
        let not = try #require(all.first { $0.standing(on: store.today) != .inForce })
        #expect(try await store.registered(not.id) == nil)
    }
}
