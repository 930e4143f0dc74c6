import Governance
import Records
import Testing

struct ScreeningTests {
    typealias Ticks = Set<ScreeningCriterion.ID>

    @Test(
        arguments: [
            ([], 0), (["scoring"], 1), (["innovative-technology"], 1),
            (["innovative-technology", "innovative-use"], 1), (["innovative-use"], 1),
            (["special-scale"], 2), (["data-matching"], 2), (["scoring", "vulnerable"], 2),
            (["innovative-technology", "vulnerable"], 2),
            (["innovative-technology", "innovative-use", "scoring"], 2), (["no-such-criterion"], 2),
        ] as [(Ticks, Int)])
    func `the lists decide whether an assessment is needed`(ticks: Ticks, rank: Int) {
        let result = Screening(ticks: ticks, note: "").result(AssessmentGuide.short.criteria)

        #expect(result.rank == rank)
    }

    @Test func `the reasons are named in the order of the lists`() {
        let screening = Screening(
            ticks: ["vulnerable", "scoring", "data-matching", "innovative-technology"], note: "")

        #expect(
            screening.result(AssessmentGuide.short.criteria)
                == .required(
                    because: ["data-matching", "innovative-technology", "scoring", "vulnerable"]))
    }

    @Test func `one more tick never makes an assessment less needed`() {
        let criteria = AssessmentGuide.short.criteria
        for bits in 0..<(1 << criteria.count) {
            let ticks = Set(
                criteria.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element.id))
            let rank = Screening(ticks: ticks, note: "").result(criteria).rank
            #expect(rank == Self.slowRank(ticks))
            for more in criteria {
                let next = Screening(ticks: ticks.union([more.id]), note: "").result(criteria)
                #expect(next.rank >= rank)
            }
        }
    }

    /// The rules of the short guide, written out.
    private static func slowRank(_ ticks: Ticks) -> Int {
        if ticks.contains("special-scale") || ticks.contains("data-matching") { return 2 }
        let nine = ticks.intersection(["scoring", "vulnerable", "innovative-use"])
        if nine.count > 1 { return 2 }
        let others = nine.subtracting(["innovative-use"])
        if ticks.contains("innovative-technology"), !others.isEmpty { return 2 }
        return ticks.isEmpty ? 0 : 1
    }

    @Test func `only what is not required can be left out, and with a reason`() throws {
        func screened(_ ticks: Ticks, _ note: String) throws -> ImpactAssessment {
            try ImpactAssessment.draft()
                .edited(.screening(Screening(ticks: ticks, note: note)), by: Cast.writer)
                .screenedOut(.short, by: Cast.writer)
        }

        #expect(try screened(["scoring"], "A list of rooms.").stage == .screenedOut)
        #expect(throws: ImpactAssessment.Refusal.reasonMissing) { try screened([], " ") }
        #expect(throws: ImpactAssessment.Refusal.screeningRequires) {
            try screened(["data-matching"], "We would rather not.")
        }
        #expect(throws: ImpactAssessment.Refusal.incomplete([.noScreening])) {
            try ImpactAssessment.draft().screenedOut(.short, by: Cast.writer)
        }
    }
}
