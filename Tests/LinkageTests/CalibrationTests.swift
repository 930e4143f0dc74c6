import Linkage
import Testing

struct CalibrationTests {
    private func pairs(_ weights: [Double]) -> [ScoredPair] {
        weights.enumerated().map { row, weight in
            ScoredPair(
                left: RecordLocation(table: 0, row: row), right: RecordLocation(table: 1, row: row),
                matchWeight: weight)
        }
    }

    private func draw(_ count: Int, seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in Double.random(in: -12..<12, using: &random) }
    }

    @Test func `the chosen threshold is the best of all, tried one by one`() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let weights = draw(400, seed: seed)
            let chosen = WeightHistogram(pairs(weights)).bestEstimate

            let all = weights.reduce(0) { $0 + matchProbability(ofWeight: $1) }
            let best =
                weights.map { threshold in
                    let above = weights.filter { $0 >= threshold }
                    let found = above.reduce(0) { $0 + matchProbability(ofWeight: $1) }
                    return 2 * found / (Double(above.count) + all)
                }.max() ?? 0
            #expect(chosen.f1 > best - 0.002)
            #expect(chosen.f1 <= best + 1e-9)
        }
    }

    @Test(arguments: [-12.0, -8, -5, -3, -1, 0, 4])
    func `a threshold from strong pairs alone is as good as from all, or is not given`(
        limit: Double
    ) {
        for seed in 1...5 as ClosedRange<UInt64> {
            // Most pairs are far below, as after blocking.
            let weights = draw(400, seed: seed) + draw(4_000, seed: seed + 50).map { $0 / 2 - 6 }
            let all = WeightHistogram(pairs(weights))
            let kept = WeightHistogram(pairs(weights.filter { $0 >= limit }))
            guard let chosen = kept.bestEstimate(ofPairsFrom: limit) else {
                #expect(limit >= -3)
                continue
            }
            // F1 is 1 at most, and one in eight is -2.8 bits.
            #expect(limit < -2.8)
            let loss = all.bestEstimate.f1 - all.estimate(at: chosen.threshold).f1
            #expect(loss > -1e-9 && loss < 0.005)
        }
    }

    @Test func `where probabilities are true, so are expected precision and recall`() {
        var random = SplitMix64(seed: 8)
        let scored = pairs(draw(20_000, seed: 9))
        let labels = Labels(
            scored.filter { Double.random(in: 0..<1, using: &random) < $0.matchProbability }
                .map { Labels.Pair($0.left, $0.right) })
        let histogram = WeightHistogram(scored)
        for threshold in [-4.0, 0, 2, 6] {
            let expected = histogram.estimate(at: threshold)
            let measured = PrecisionRecall(scored, labels, threshold: threshold)
            #expect(abs(expected.precision - measured.precision) < 0.02)
            #expect(abs(expected.recall - measured.recall) < 0.02)
        }
        let best = PrecisionRecall.best(scored, labels)
        let chosen = PrecisionRecall(
            scored, labels, threshold: histogram.bestEstimate.threshold)
        #expect((best?.f1 ?? 1) - chosen.f1 < 0.005)
    }

    @Test(arguments: [0.5, 2, 10, 1_000])
    func `a band holds what fits in the hours and the most doubtful pairs`(hours: Double) throws {
        let weights = draw(5_000, seed: 3)
        let band = try #require(
            WeightHistogram(pairs(weights)).reviewBand(pairsPerHour: 60, hours: hours))
        let inside = weights.filter { $0 >= band.lowest && $0 < band.highest }
        #expect(inside.count == band.pairs)
        #expect(band.pairs <= Int(60 * hours))
        #expect(band.hours <= hours)
        #expect(band.lowest <= 0 && band.highest >= 0)
        #expect(abs(band.lowest + band.highest) < 0.2)
        if hours == 1_000 { #expect(band.pairs == weights.count) }
    }

    @Test func `no pairs, no hours and wild weights do no harm`() {
        let none = WeightHistogram([])
        #expect(none.bestEstimate.f1 == 1)
        #expect(none.estimate(at: 0).precision == 1)
        #expect(none.reviewBand(pairsPerHour: 60, hours: 8) == nil)
        let wild = WeightHistogram(pairs([-400, 0, 400, .infinity]))
        #expect(wild.pairCount == 4)
        #expect(wild.reviewBand(pairsPerHour: 60, hours: 0) == nil)
        #expect(wild.estimate(at: 1_000).pairs == 0)
    }
}
