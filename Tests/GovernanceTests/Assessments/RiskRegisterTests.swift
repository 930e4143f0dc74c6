import Governance
import Records
import Testing

struct RiskRegisterTests {
    @Test func `the highest risk that is left comes first, and both sides are there`() throws {
        let signed = try ImpactAssessment.advised(.goOn).answered().signedByBoth()
        let register = RiskRegister([signed], on: day("2027-02-01"))

        #expect(register.entries.map(\.risk.id) == ["risk-1", "risk-2", "risk-3"])
        #expect(Set(register.entries.map(\.risk.subject)) == Set(ImpactRisk.Subject.allCases))
        #expect(register.entries[0].overdueCount == 1 && register.entries[1].open.isEmpty)
        #expect(register.entries.map(\.isSigned) == [true, true, true])
    }

    @Test func `the signed version counts until the next is signed`() throws {
        let signed = try ImpactAssessment.advised(.goOn).answered().signedByBoth()
        let next = try signed.amendment(by: Cast.writer)
            .edited(.risk(.rated("risk-4", .people, before: .high, after: .high)), by: Cast.writer)

        #expect(
            RiskRegister([next, signed], on: day("2027-01-01")).entries.map(\.version)
                == [1, 1, 1])
        #expect(
            RiskRegister([signed.replaced(), next], on: day("2027-01-01")).entries.first?.risk.id
                == "risk-4")
    }

    @Test func `a stopped assessment has no risks, but its overruled advice stays`() throws {
        let ended = try ImpactAssessment.advised(.change)
            .answered(followed: false, because: "We must.")
            .stopped(because: "Another way was found.", by: Cast.writer)
        let register = RiskRegister([ended], on: day("2027-01-01"))

        #expect(register.entries.isEmpty && register.overrides.count == 1)
    }
}
