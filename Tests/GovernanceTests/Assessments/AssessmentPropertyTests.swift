import Governance
import Records
import Testing

struct AssessmentPropertyTests {
    /// A small generator, so that a failure can be run again.
    struct Steps: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    static func rating(_ random: inout Steps) -> RiskRating {
        RiskRating(
            Likelihood.allCases.randomElement(using: &random) ?? .remote,
            Severity.allCases.randomElement(using: &random) ?? .minimal)
    }

    /// Whether the assessment comes as far as a signature.
    static func isSignable(_ risks: [ImpactRisk]) throws -> Bool {
        var draft = try ImpactAssessment.complete()
        for risk in risks { draft = try draft.edited(.risk(risk), by: Cast.writer) }
        do {
            _ = try draft.sent(.short, on: day("2026-12-01"), by: Cast.writer)
                .advised(.stop, "No.", on: day("2026-12-02"), by: Cast.adviser)
                .answered(followed: false, because: "We must.")
                .signedByBoth()
            return true
        } catch is ImpactAssessment.Refusal {
            return false
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `it is signable exactly when no risk but that of not sharing is left high`(seed: UInt64)
        throws
    {
        var random = Steps(state: seed)
        for round in 0..<200 {
            let risks = (4..<Int.random(in: 4...8, using: &random)).map { number in
                let rating = Self.rating(&random)
                let subject = ImpactRisk.Subject.allCases.randomElement(using: &random)
                return ImpactRisk.rated(
                    ImpactRisk.ID(stringLiteral: "risk-\(number)"), subject ?? .people,
                    before: rating, after: rating)
            }
            let high = risks.contains { risk in
                let number = risk.before.likelihood.rawValue * risk.before.severity.rawValue
                return risk.subject != .notSharing && number > 5
            }
            #expect(try Self.isSignable(risks) == !high, "seed \(seed), round \(round)")
        }
    }

    @Test func `a worse rating or one more risk never makes a stopped assessment signable`()
        throws
    {
        var random = Steps(state: 7)
        var stoppedCount = 0
        for round in 0..<200 {
            let rating = Self.rating(&random)
            let risk = ImpactRisk.rated("risk-4", .bodies, before: rating, after: rating)
            guard try !Self.isSignable([risk]) else { continue }
            stoppedCount += 1
            let more = Self.rating(&random)
            let other = ImpactRisk.rated("risk-5", .people, before: more, after: more)
            #expect(try !Self.isSignable([risk, other]), "round \(round)")
            for worse in Likelihood.allCases where worse >= rating.likelihood {
                let raised = RiskRating(worse, rating.severity)
                #expect(
                    try !Self.isSignable([
                        .rated("risk-4", .bodies, before: raised, after: raised)
                    ]), "round \(round)")
            }
        }
        #expect(stoppedCount > 20)
    }
}
