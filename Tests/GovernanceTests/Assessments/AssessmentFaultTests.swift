import Governance
import Records
import Testing

struct AssessmentFaultTests {
    @Test func `a complete assessment has no faults`() throws {
        #expect(try ImpactAssessment.complete().faults(.short).isEmpty)
    }

    @Test func `an empty draft lists everything that is missing, in the order of the steps`() {
        #expect(
            ImpactAssessment.draft().faults(.short) == [
                .noScreening, .missingAnswer(step: 1, "aim", label: "What is the aim?"),
                .noRiskToPeople, .noRiskToBodies, .noRiskOfNotSharing, .noReviewDate,
            ])
    }

    static let bad: [(ImpactAssessment.Edit, [String])] = [
        (.title(" "), ["no-title"]),
        (.answers(["aim": "\n"]), ["missing-answer"]),
        (.removeRisk("risk-1"), ["no-risk-to-people"]),
        (.removeRisk("risk-2"), ["no-risk-to-bodies"]),
        (.removeRisk("risk-3"), ["no-risk-of-not-sharing"]),
        (
            .risk(ImpactRisk(id: "risk-2", subject: .bodies, text: "", before: .low)),
            ["empty-risk", "risk-without-owner", "risk-not-rated-after"]
        ),
        (.risk(.rated("risk-2", .bodies, before: .medium, after: .low)), ["lowered-by-nothing"]),
        (.risk(.rated("risk-2", .bodies, before: .low, after: .medium)), ["higher-after-measures"]),
        (.risk(.rated("risk-2", .bodies, measures: ["measure-9"])), ["unknown-measure"]),
        (
            .measure(ImpactMeasure(id: "measure-1", text: " ", body: "fire")),
            [
                "empty-measure", "measure-without-owner", "measure-without-date",
                "outside-controllers",
            ]
        ),
        (.removeMeasure("measure-1"), ["lowered-by-nothing"]),
    ]

    @Test(arguments: bad)
    func `each fault is found and keeps the text from the adviser`(
        edit: ImpactAssessment.Edit, codes: [String]
    ) throws {
        let changed = try ImpactAssessment.complete().edited(edit, by: Cast.writer)
        let faults = changed.faults(.short)

        #expect(faults.map(\.code) == codes)
        #expect(faults.allSatisfy { $0.sentence.hasSuffix(".") || $0.sentence.hasSuffix("?") })
        #expect(throws: ImpactAssessment.Refusal.incomplete(faults)) {
            try changed.sent(.short, on: day("2026-12-01"), by: Cast.writer)
        }
    }

    @Test func `what a body leaves behind when it is no controller any more is a fault`() throws {
        var own = ImpactRisk.rated("risk-4", .people)
        own.controller = "northwold"
        let left = try ImpactAssessment.complete().edited(.risk(own), by: Cast.otherWriter)
            .edited(.controllers(["ambermere"]), by: Cast.writer)

        #expect(left.localParts.isEmpty)
        #expect(left.faults(.short) == [.outsideControllers("risk-4")])
    }

    @Test(arguments: Likelihood.allCases, Severity.allCases)
    func `the level of a rating follows the table`(likelihood: Likelihood, severity: Severity) {
        let table: [[RiskLevel]] = [
            [.low, .low, .medium], [.low, .medium, .high], [.medium, .high, .high],
        ]

        #expect(
            RiskRating(likelihood, severity).level
                == table[likelihood.rawValue - 1][severity.rawValue - 1])
    }
}
