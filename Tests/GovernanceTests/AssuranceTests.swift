import Governance
import Records
import Testing

struct AssuranceTests {
    private static func day(_ text: String) -> CalendarDate {
        CalendarDate(text) ?? CalendarDate(dayNumber: 0)
    }

    private static func assurance(
        _ id: Assurance.ID = "a1", until last: String?, plan: [Assurance.Step] = [],
        checked: String = "2027-01-01"
    ) -> Assurance {
        Assurance(
            id: id, partner: "marsh-homes", kind: .cyberEssentials, level: "Plus",
            evidence: "The register of certificates", checkedOn: day(checked),
            lastDay: last.map(day), plan: plan)
    }

    @Test(arguments: [
        ("2028-05-31", "2028-02-28", Assurance.Standing.holds),
        ("2028-05-31", "2028-02-29", .endsSoon), ("2028-05-31", "2028-05-31", .endsSoon),
        ("2028-05-31", "2028-06-01", .ended), ("2028-02-29", "2027-11-28", .holds),
        ("2028-02-29", "2027-11-29", .endsSoon), ("2028-02-29", "2028-03-01", .ended),
    ])
    func `it holds through its last day, and ends soon from three months before`(
        last: String, today: String, standing: Assurance.Standing
    ) {
        #expect(Self.assurance(until: last).standing(on: Self.day(today)) == standing)
    }

    @Test func `without a last day it holds for good`() {
        #expect(Self.assurance(until: nil).standing(on: Self.day("2100-01-01")) == .holds)
    }

    @Test func `a plan shows until it is done, and a late step shows more than an end to come`() {
        let step = Assurance.Step(
            "Train new staff", owner: "Head of training", due: Self.day("2027-03-31"))
        let planned = Self.assurance(until: "2027-05-01").planning(step)

        #expect(planned.standing(on: Self.day("2027-01-02")) == .planned)
        #expect(planned.standing(on: Self.day("2027-03-31")) == .endsSoon)
        #expect(planned.standing(on: Self.day("2027-04-01")) == .late)
        let done = planned.doing(step: 0, on: Self.day("2027-04-02"))
        #expect(done?.standing(on: Self.day("2027-04-02")) == .endsSoon)
        #expect(done?.doing(step: 0, on: Self.day("2027-04-03")) == nil)
        #expect(planned.doing(step: 1, on: Self.day("2027-04-03")) == nil)
        #expect(planned.standing(on: Self.day("2027-05-02")) == .ended)
    }

    @Test func `the one that was looked up last counts`() {
        let old = Self.assurance("b", until: "2026-12-31", checked: "2026-01-05")
        let new = Self.assurance("a", until: "2027-12-31", checked: "2027-01-05")
        let today = Self.day("2027-02-01")

        #expect([new, old].standing(.cyberEssentials, on: today) == .holds)
        #expect([old].standing(.cyberEssentials, on: today) == .ended)
        #expect([new, old].standing(.training, on: today) == .missing)
    }

    @Test func `standings are in order, the worst last`() {
        #expect(Assurance.Standing.allCases == Assurance.Standing.allCases.sorted())
    }
}
