import Foundation
import Governance
import Records
import Testing

/// Reviews of a signed text: taken up, reaffirmed, ended, and what the lead is told.
struct ReviewTests {
    private static func reviewed(_ change: (SharingAgreement) throws -> SharingAgreement) throws
        -> SharingAgreement
    {
        try change(try StandingTests.agreement())
    }

    @Test func `T1: a review on 31 May 2027 is announced, overdue and delisted on its days`()
        throws
    {
        let agreement = try StandingTests.agreement()
        func kinds(_ date: String) -> [ReviewNotice.Kind] {
            agreement.notices(on: day(date)).map(\.kind)
        }

        #expect(kinds("2027-02-27") == [])
        #expect(kinds("2027-02-28") == [.due])
        #expect(kinds("2027-05-31") == [.due])
        #expect(kinds("2027-06-01") == [.due, .overdue])
        #expect(kinds("2027-08-31") == [.due, .overdue])
        #expect(kinds("2027-09-01") == [.due, .overdue, .delisted])
        #expect(agreement.notices(on: day("2027-09-01")).last?.from == day("2027-09-01"))
    }

    @Test func `a reaffirmed text keeps what was signed and gets a later review date`() throws {
        let before = try StandingTests.agreement()
        let after = try before.reaffirmed(
            until: day("2027-12-01"), because: "Still used weekly.", on: day("2027-06-15"))

        #expect(after.terms == before.terms && after.approvals == before.approvals)
        #expect(after.reviewDate == day("2027-12-01"))
        #expect(after.reviewStanding(on: day("2027-06-15")) == .notDue)
        #expect(after.standing(on: day("2027-09-01")) == .inForce)
        #expect(after.reviews.map(\.outcome) == [.reaffirmed])
        #expect(after.reviews[0].opened == day("2027-06-15"))
    }

    @Test func `a delisted text comes back when it is reaffirmed`() throws {
        let before = try StandingTests.agreement()
        #expect(before.standing(on: day("2027-10-01")) == .delisted)

        let after = try before.reaffirmed(
            until: day("2027-12-31"), because: "Needed.", on: day("2027-10-01"))

        #expect(after.standing(on: day("2027-10-01")) == .inForce)
        #expect(after.notices(on: day("2027-10-01")).map(\.kind) == [.due])
    }

    @Test(arguments: [
        ("2027-06-15", "2027-06-15"), ("2027-06-01", "2027-06-15"), ("2028-01-01", "2027-06-15"),
    ])
    func `the next review lies after today and not after the last day`(
        next: String, today: String
    ) throws {
        let agreement = try StandingTests.agreement()

        #expect(
            throws: SharingAgreement.Refusal.reviewDate(after: day(today), last: day("2027-12-31"))
        ) { try agreement.reaffirmed(until: day(next), because: "Needed.", on: day(today)) }
    }

    @Test func `no review is more than 36 months away`() throws {
        let agreement = try StandingTests.agreement(lastDay: "2040-01-01")

        #expect(agreement.latestReview(from: day("2027-02-28")) == day("2030-02-28"))
        #expect(
            throws: SharingAgreement.Refusal.reviewDate(
                after: day("2027-02-28"), last: day("2030-02-28"))
        ) {
            try agreement.reaffirmed(
                until: day("2030-03-01"), because: "Needed.", on: day("2027-02-28"))
        }
    }

    @Test func `a review needs a reason and is taken up once`() throws {
        let open = try StandingTests.agreement().underReview(on: day("2027-03-01"))

        #expect(open.openReview?.opened == day("2027-03-01"))
        #expect(throws: SharingAgreement.Refusal.reviewOpen(since: day("2027-03-01"))) {
            try open.underReview(on: day("2027-03-02"))
        }
        #expect(throws: SharingAgreement.Refusal.reasonMissing) {
            try open.reaffirmed(until: day("2027-12-01"), because: " ", on: day("2027-03-02"))
        }
        let done = try open.reaffirmed(
            until: day("2027-12-01"), because: "Needed.", on: day("2027-03-20"))
        #expect(done.reviews.count == 1 && done.openReview == nil)
        #expect(done.reviews[0].opened == day("2027-03-01"))
        #expect(done.reviews[0].closed == day("2027-03-20"))
    }

    @Test func `a draft is not reviewed`() {
        let draft = SharingAgreement(id: "isp-0001", terms: .complete())

        #expect(throws: SharingAgreement.Refusal.wrongStage(.draft)) {
            try draft.underReview(on: day("2027-03-01"))
        }
        #expect(draft.notices(on: day("2029-01-01")).isEmpty)
    }

    @Test func `an agreement that was stored before there were reviews is read as it was`() throws {
        let agreement = try StandingTests.agreement()
        let text = String(decoding: try JSONEncoder().encode(agreement), as: UTF8.self)
        #expect(text.contains(#""reviews":[]"#))
        let old = text.replacing(#","reviews":[]"#, with: "").replacing(#""reviews":[],"#, with: "")
        #expect(!old.contains("reviews"))

        #expect(try JSONDecoder().decode(SharingAgreement.self, from: Data(old.utf8)) == agreement)
    }
}
