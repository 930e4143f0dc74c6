import Testing

@testable import Linkage

struct ThresholdTests {
    private func histogram(_ weights: [Double]) -> WeightHistogram {
        WeightHistogram(
            weights.enumerated().map { row, weight in
                ScoredPair(
                    left: RecordLocation(table: 0, row: row),
                    right: RecordLocation(table: 1, row: row), matchWeight: weight)
            })
    }

    private func draw(_ count: Int, from low: Double, to high: Double) -> [Double] {
        var random = SplitMix64(seed: 21)
        return (0..<count).map { _ in Double.random(in: low..<high, using: &random) }
    }

    @Test func `a row says what linking from there on gives and costs`() {
        let weights = draw(600, from: -9, to: 14)
        let judged = weights.map { (weight: $0, isMatch: $0 > 2) }
        let curve = AccuracyCurve(judged, matches: 500, nonMatches: .scoredPairs)
        let table = ThresholdTable(
            histogram(weights), thresholds: [4, -2, 0, 0, 9], labels: curve, acceptedFrom: 6,
            pairsPerHour: 40)

        #expect(table.rows.map(\.expected.threshold) == [-2, 0, 4, 9])
        for row in table.rows {
            let threshold = row.expected.threshold
            let linked = weights.filter { $0 >= threshold }
            let right = linked.reduce(0) { $0 + matchProbability(ofWeight: $1) }
            #expect(row.expected.pairs == linked.count)
            #expect(abs(row.expectedFalseLinks - (Double(linked.count) - right)) < 1e-6)
            let all = weights.reduce(0) { $0 + matchProbability(ofWeight: $1) }
            #expect(abs(row.expectedMissedLinks - (all - right)) < 1e-6)
            #expect(row.reviewPairs == linked.count { $0 < 6 })
            #expect(row.reviewHours == Double(row.reviewPairs) / 40)
            #expect(row.measured?.truePositives == linked.count { $0 > 2 })
        }
    }

    @Test(arguments: [(-9.0, 14.0), (-40, -39), (3.2, 3.3), (-31, 80), (0, 5)])
    func `bars hold every pair once, in whole bits`(low: Double, high: Double) throws {
        let weights = draw(300, from: low, to: high)
        for limit in [1, 5, 24] {
            let bars = histogram(weights).bars(atMost: limit)
            #expect(bars.count <= limit + 1)
            #expect(bars.reduce(0) { $0 + $1.pairs } == 300)
            for bar in bars.dropFirst().dropLast() {
                let inside = weights.count { $0 >= bar.lowest && $0 < bar.highest }
                #expect(bar.pairs == inside)
            }
            for (one, next) in zip(bars, bars.dropFirst()) { #expect(one.highest == next.lowest) }
            #expect((bars.first?.pairs ?? 0) > 0 || limit < 24)
        }
    }

    @Test func `no pairs make no bars`() { #expect(histogram([]).bars() == []) }

    @Test func `patterns are counted, with what labels and weights say of them`() {
        let pairs = [
            EvaluatedPair(comparisonVector: [2, 0], matchWeight: 1, isMatch: true),
            EvaluatedPair(comparisonVector: [2, -1], matchWeight: 5, isMatch: false),
            EvaluatedPair(comparisonVector: [2, 0], matchWeight: 0, isMatch: false),
            EvaluatedPair(comparisonVector: [2, 0], matchWeight: 3),
            EvaluatedPair(comparisonVector: [1, 1], matchWeight: -1),
        ]
        let patterns = PatternSummary.patterns(of: pairs, samples: 2)

        #expect(patterns.map(\.comparisonVector) == [[2, 0], [2, -1], [1, 1]])
        #expect(patterns.map(\.pairs) == [3, 1, 1])
        #expect(patterns.map(\.knownMatches) == [1, 0, nil])
        #expect(patterns[0].lowestWeight == 0)
        #expect(patterns[0].highestWeight == 3)
        #expect(patterns[0].samples == [2, 3])
        #expect(patterns[1].samples == [1])
        let expected = matchProbability(ofWeight: 1) + 0.5 + matchProbability(ofWeight: 3)
        #expect(abs(patterns[0].expectedMatches - expected) < 1e-12)
        #expect(PatternSummary.patterns(of: []).isEmpty)
    }
}
