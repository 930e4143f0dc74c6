import Governance
import Records
import Testing

struct StandingTests {
    typealias Standing = SharingAgreement.Standing
    typealias ReviewStanding = SharingAgreement.ReviewStanding

    static func agreement(
        start: String = "2027-01-01", lastDay: String = "2027-12-31", review: String = "2027-05-31"
    ) throws -> SharingAgreement {
        var terms = SharingAgreement.Terms.complete()
        terms.start = day(start)
        terms.lastDay = day(lastDay)
        terms.review = day(review)
        return try .approved(terms, on: min(day("2026-12-01"), day(start)))
    }

    @Test(
        arguments: [
            ("2027-02-27", .notDue, .inForce), ("2027-02-28", .due, .inForce),
            ("2027-05-31", .due, .inForce), ("2027-06-01", .overdue, .inForce),
            ("2027-08-31", .overdue, .inForce), ("2027-09-01", .overdue, .delisted),
            ("2027-12-31", .overdue, .delisted),
        ] as [(String, ReviewStanding, Standing)])
    func `a review on 31 May 2027 is due, overdue and delisted on the days of T1`(
        date: String, review: ReviewStanding, standing: Standing
    ) throws {
        let agreement = try Self.agreement()

        #expect(agreement.reviewStanding(on: day(date)) == review)
        #expect(agreement.standing(on: day(date)) == standing)
    }

    @Test(
        arguments: [
            ("2026-12-31", .notStarted), ("2027-01-01", .inForce), ("2027-12-31", .inForce),
            ("2028-01-01", .expired), ("2028-02-29", .expired),
        ] as [(String, Standing)])
    func `an agreement is in force from its first day to its last, both included`(
        date: String, standing: Standing
    ) throws {
        #expect(try Self.agreement(review: "2027-12-31").standing(on: day(date)) == standing)
    }

    @Test func `a past last day counts before a missed review`() throws {
        let agreement = try Self.agreement(lastDay: "2027-10-31")

        #expect(agreement.standing(on: day("2027-10-31")) == .delisted)
        #expect(agreement.standing(on: day("2027-11-01")) == .expired)
    }

    @Test(
        arguments: [
            ("2028-02-29", "2027-11-29", "2028-05-29"), ("2027-11-30", "2027-08-30", "2028-02-29"),
            ("2026-11-30", "2026-08-30", "2027-02-28"), ("2027-03-31", "2026-12-31", "2027-06-30"),
        ])
    func `three months end on the last day of a shorter month`(
        review: String, due: String, lastListed: String
    ) throws {
        let agreement = try Self.agreement(
            start: "2026-01-01", lastDay: "2029-12-31", review: review)

        #expect(agreement.reviewStanding(on: day(due).adding(days: -1)) == .notDue)
        #expect(agreement.reviewStanding(on: day(due)) == .due)
        #expect(agreement.standing(on: day(lastListed)) == .inForce)
        #expect(agreement.standing(on: day(lastListed).adding(days: 1)) == .delisted)
    }

    @Test func `a review at the end of the calendar has a standing on every day`() throws {
        let agreement = try Self.agreement(lastDay: "9999-12-31", review: "9999-12-31")
        #expect(agreement.standing(on: day("2027-01-01")) == .inForce)
        #expect(agreement.standing(on: day("9999-12-31")) == .inForce)

        let ancient = try Self.agreement(start: "0001-01-01", review: "0001-01-01")
        #expect(ancient.reviewStanding(on: day("0001-01-01")) == .due)
        #expect(ancient.reviewStanding(on: day("0001-01-02")) == .overdue)
    }

    @Test(
        arguments: [
            (.draft, .draft), (.awaitingApproval, .awaitingApproval), (.suspended, .suspended),
            (.retired, .retired),
        ] as [(SharingAgreement.Stage, Standing)])
    func `what somebody did counts before the dates`(
        stage: SharingAgreement.Stage, standing: Standing
    ) throws {
        let agreement = try AgreementStageTests.agreement(at: stage)

        for date in ["2026-01-01", "2027-02-01", "2027-11-01", "2030-01-01"] {
            #expect(agreement.standing(on: day(date)) == standing)
        }
    }

    @Test func `every standing has its own label`() {
        #expect(Set(Standing.allCases.map(\.label)).count == Standing.allCases.count)
    }
}

struct GatewayTests {
    func gateway(from: String?, until: String?) -> Gateway {
        Gateway(
            id: "g", citation: "Act 2000 section 1", meaning: "Sharing.", effect: .power,
            limits: "", from: from.map { .on(day($0)) } ?? .longStanding, until: until.map(day),
            source: "", isVerified: false)
    }

    @Test func `a gateway is in force from its first day to its last, both included`() {
        let gateway = gateway(from: "2026-02-05", until: "2026-03-31")

        #expect(!gateway.isInForce(on: day("2026-02-04")))
        #expect(gateway.isInForce(on: day("2026-02-05")))
        #expect(gateway.isInForce(on: day("2026-03-31")))
        #expect(!gateway.isInForce(on: day("2026-04-01")))
    }

    @Test(arguments: [Commencement.notCommenced, .unknown])
    func `a law whose beginning nobody knows is never in force`(commencement: Commencement) {
        for date in ["0001-01-01", "2026-11-23", "9999-12-31"] {
            #expect(!commencement.hasBegun(on: day(date)))
        }
    }

    @Test func `a missing end is open`() {
        #expect(gateway(from: nil, until: nil).isInForce(on: day("2026-01-01")))
        #expect(gateway(from: "2026-01-01", until: nil).isInForce(on: day("9999-12-31")))
        #expect(!gateway(from: "2026-01-02", until: nil).isInForce(on: day("2026-01-01")))
        #expect(gateway(from: nil, until: "2026-01-01").isInForce(on: day("0001-01-01")))
        #expect(!gateway(from: nil, until: "2026-01-01").isInForce(on: day("2026-01-02")))
    }
}
