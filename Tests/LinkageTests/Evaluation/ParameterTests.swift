import Records
import Testing

@testable import Linkage

struct ParameterTests {
    private static let model = LinkageModel(
        linkType: .dedupeOnly,
        comparisons: [
            Comparison(
                "name",
                [
                    .null("name"),
                    ComparisonLevel(
                        .exact("name"), label: "Exact", m: 0.93, u: 1 / 900,
                        tfAdjustmentColumn: "name"),
                    ComparisonLevel(
                        .levenshtein(column: "name", atMost: 1), label: "One letter", m: 0.03,
                        u: 0.004),
                    ComparisonLevel(.otherwise, label: "Different", m: 0.04, u: 0.995),
                ])
        ], blockingRulesToGeneratePredictions: [])

    @Test func `each level says how often matches and other pairs have it`() {
        let levels = Self.model.levelParameters

        #expect(levels.map(\.label) == ["Exact", "One letter", "Different"])
        #expect(
            levels.map(\.words) == [
                "In true matches this agrees 93% of the time, by chance 1 in 900.",
                "In true matches this is close 3% of the time, by chance 1 in 250.",
                "In true matches this differs 4% of the time, by chance 99.5% of the time.",
            ])
        #expect(abs(levels[0].matchWeight - logarithm2(0.93 * 900)) < 1e-12)
        #expect(levels.map(\.isAdjustedForRarity) == [true, false, false])
        #expect(levels.map(\.strength) == [.strongFor, .weakFor, .moderateAgainst])
    }

    @Test func `a level without probabilities says that it counts nothing`() {
        var model = Self.model
        model.comparisons[0].comparisonLevels[1].mProbability = nil

        #expect(
            model.levelParameters[0].words
                == "Training has not met this level, so it counts nothing.")
        #expect(model.levelParameters[0].matchWeight == 0)
    }

    @Test(arguments: [
        (0.0, "0% of the time"), (1.0, "100% of the time"), (0.5, "50% of the time"),
        (0.1, "10% of the time"), (0.05, "1 in 20"), (0.0011, "1 in 910"),
        (1.0 / 12_345, "1 in 12,000"), (2e-9, "1 in 500,000,000"),
        (1e-18, "1 in more than a thousand million million"),
    ])
    func `a share is said as people count`(share: Double, words: String) {
        #expect(Frequency.words(share) == words)
    }

    @Test(arguments: [
        (0.0, "0%"), (0.00001, "under 0.01%"), (0.0004, "0.04%"), (0.04, "4%"), (0.045, "4.5%"),
        (0.934, "93%"), (0.951, "95.1%"), (0.9955, "99.55%"),
        (0.99999, "over 99.99%"), (1.0, "100%"),
    ])
    func `per cent are finer towards the ends and never rounded to all or nothing`(
        share: Double, text: String
    ) {
        #expect(Frequency.percent(share) == text)
    }

    @Test func `training keeps what each session found, and the model has their median`() throws {
        let people = InventedPeople(count: 300, seed: 3)
        let model = LinkageModel.people(.linkOnly)
        let trained = try model.trained(on: people.tables, seed: 1)
        let estimates = trained.parameterEstimates

        #expect(estimates.count == trained.model.levelParameters.count)
        #expect(estimates.contains { $0.estimates.count > 1 })
        for estimate in estimates where !estimate.estimates.isEmpty {
            let values = estimate.estimates.map(\.m).sorted()
            let middle = values.count / 2
            let median =
                values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
            #expect(estimate.m == median)
        }
        for session in trained.report.sessions {
            #expect(session.mProbabilities.count == session.comparisons.count)
            for estimate in estimates where !session.comparisons.contains(estimate.comparison) {
                #expect(!estimate.estimates.contains { $0.rule == session.rule.label })
            }
        }
    }

    @Test func `a spread is how many bits the largest estimate lies above the smallest`() {
        func spread(_ values: [Double]) -> Double? {
            ParameterEstimates(
                comparison: "c", level: "l",
                estimates: values.map { ParameterEstimates.Estimate(rule: "r", m: $0) }, m: nil,
                u: nil
            ).spreadBits
        }
        #expect(spread([0.2, 0.8, 0.4]) == 2)
        #expect(spread([0.2]) == nil)
        #expect(spread([0, 0.2]) == nil)
        #expect(spread([]) == nil)
    }
}
