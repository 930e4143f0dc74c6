import Records
import Testing

@testable import Linkage

/// Moves of weights and thresholds, held against scoring again.
struct ScoredRunTests {
    private func run(
        _ seed: Int, floor: Double, changing change: (inout LinkageModel) -> Void = { _ in }
    ) throws -> (run: ScoredRun, model: LinkageModel) {
        var model = try SplinkModelTests.model(seed: seed, "dedupe_only")
        change(&model)
        let table = SplinkModelTests.table(SplinkModelTests.rows(seed: seed, count: 40))
        let weights = model.weights(for: EncodedRecords([table], for: model))
        return (try ScoredRun(weights, floor: floor, threads: 2), model)
    }

    private func large(_ records: Int, _ links: [Link]) -> [[Int]] {
        mergedGroups(records, links).filter { $0.count > 1 }
    }

    @Test func `a threshold gives the pairs and clusters of predicting at it`() throws {
        for seed in 0..<6 {
            let (run, _) = try run(seed, floor: -.infinity)
            for threshold in [-4.0, 0, 2, 5] {
                let strong = run.links.filter { $0.weight >= threshold }
                #expect(run.estimate(at: threshold).pairs == strong.count)
                #expect(run.clusters(at: threshold) == large(40, strong))
                #expect(run.hiddenPairs(at: threshold) == 0)
            }
        }
    }

    @Test func `a weight that is moved gives what scoring again gives`() throws {
        for seed in 0..<8 {
            let (kept, model) = try run(seed, floor: 1)
            let comparison = model.comparisons[1]
            let value = comparison.comparisonVectorValue(ofLevel: 2)
            let old = comparison.comparisonLevels[2].matchWeight
            // Twice the m is one bit more.
            let (again, _) = try run(seed, floor: -.infinity) {
                $0.comparisons[1].comparisonLevels[2].mProbability =
                    comparison.comparisonLevels[2].mProbability.map { $0 * 2 }
            }
            let move = ScoredRun.LevelMove(comparison: 1, value: value, weight: old + 1)
            for (run, threshold) in [(kept.moving([move]), 2.0), (kept.moving([move]), 1.25)] {
                let found = run.links.filter { $0.weight >= threshold }
                let expected = again.links.filter { $0.weight >= threshold }
                // No pair is found that is not there, and what is missed is told of.
                #expect(Set(found.map(\.ends)).isSubset(of: expected.map(\.ends)))
                #expect(expected.count - found.count <= run.hiddenPairs(at: threshold))
                if run.hiddenPairs(at: threshold) == 0 {
                    #expect(run.clusters(at: threshold) == large(40, expected))
                }
            }
            #expect(kept.moving([move]).hiddenPairs(at: 2.01) == 0)
            let back = ScoredRun.LevelMove(comparison: 1, value: value, weight: old)
            let turned = kept.moving([move]).moving([back])
            for (one, other) in zip(turned.links, kept.links) {
                #expect(abs(one.weight - other.weight) < 1e-9)
            }
        }
    }

    @Test func `the prior moves every pair`() throws {
        let (kept, _) = try run(2, floor: 0)
        let moved = kept.moving([], priorGain: -1.5)

        #expect(moved.links.map(\.weight) == kept.links.map { $0.weight - 1.5 })
    }
}
