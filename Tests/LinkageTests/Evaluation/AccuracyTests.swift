import Testing

@testable import Linkage

struct AccuracyTests {
    private typealias Judged = (weight: Double, isMatch: Bool)

    private func draw(_ count: Int, seed: UInt64) -> [Judged] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let weight = Double(Int.random(in: -40..<40, using: &random)) / 4
            let isMatch =
                Double.random(in: 0..<1, using: &random) < matchProbability(ofWeight: weight)
            return (weight, isMatch)
        }
    }

    @Test func `every point of the curve is what counting the pairs one by one gives`() {
        let pairs = draw(500, seed: 1)
        let found = pairs.count { $0.isMatch }
        let curve = AccuracyCurve(pairs, matches: found + 20, nonMatches: .allPairs(10_000))

        #expect(curve.points.count == Set(pairs.map(\.weight)).count)
        for threshold in stride(from: -11.0, through: 11, by: 0.125) {
            let point = curve.point(at: threshold)
            let linked = pairs.filter { $0.weight >= threshold }
            #expect(point.truePositives == linked.count { $0.isMatch })
            #expect(point.falsePositives == linked.count { !$0.isMatch })
            #expect(point.falseNegatives == found + 20 - point.truePositives)
            #expect(point.trueNegatives == 10_000 - point.falsePositives)
        }
        for point in curve.points {
            let again = curve.point(at: point.threshold)
            #expect(again == point)
        }
        #expect(curve.best?.f1 == curve.points.map(\.f1).max())
    }

    @Test func `the rate of false links is taken over all pairs or over the scored ones`() {
        let pairs: [Judged] = [(3, true), (2, false), (1, true), (0, false)]
        let all = AccuracyCurve(pairs, matches: 3, nonMatches: .allPairs(100))
        #expect(all.points.map(\.falsePositiveRate) == [0, 0.01, 0.01, 0.02])
        let scored = AccuracyCurve(pairs, matches: 3, nonMatches: .scoredPairs)
        #expect(scored.points.map(\.falsePositiveRate) == [0, 0.5, 0.5, 1])
        let (third, twoThirds) = (1.0 / 3, 2.0 / 3)
        #expect(all.points.map(\.precision) == [1, 0.5, twoThirds, 0.5])
        #expect(all.points.map(\.recall) == [third, third, twoThirds, twoThirds])
    }

    @Test func `it agrees with the measures of predictions against labels`() {
        let judged = draw(200, seed: 6)
        let pairs = judged.enumerated().map { row, pair in
            ScoredPair(
                left: RecordLocation(table: 0, row: row), right: RecordLocation(table: 1, row: row),
                matchWeight: pair.weight)
        }
        let labels = Labels(
            zip(pairs, judged).filter(\.1.isMatch).map { Labels.Pair($0.0.left, $0.0.right) })
        let curve = AccuracyCurve(pairs, labels, nonMatches: .scoredPairs)
        for (one, other) in zip(curve.points, PrecisionRecall.curve(pairs, labels)) {
            #expect(one.threshold == other.threshold)
            #expect(one.f1 == other.f1)
            #expect(one.precision == other.precision)
            #expect(one.recall == other.recall)
        }
    }

    @Test func `a curve without pairs still says what is missed`() {
        let curve = AccuracyCurve([Judged](), matches: 2, nonMatches: .allPairs(8))
        #expect(curve.best == nil)
        let point = curve.point(at: 0)
        #expect(point.falseNegatives == 2)
        #expect(point.trueNegatives == 8)
        #expect(point.falsePositiveRate == 0)
        #expect(point.precision == 1)
        #expect(point.f1 == 0)
        #expect(curve.thinned(to: 10) == [])
    }

    @Test func `a thinned curve keeps its ends and its order`() {
        let curve = AccuracyCurve(draw(400, seed: 2), matches: 300, nonMatches: .scoredPairs)
        for limit in [2, 3, 10, 79] {
            let thinned = curve.thinned(to: limit)
            #expect(thinned.count <= limit)
            #expect(thinned.first == curve.points.first)
            #expect(thinned.last == curve.points.last)
            #expect(thinned.map(\.threshold) == thinned.map(\.threshold).sorted(by: >))
        }
        #expect(curve.thinned(to: 1_000) == curve.points)
    }

    @Test func `clusters are measured as pairs and as records, worked by hand`() {
        // Clusters {1 2 3} {4 5}, 6 alone; persons a {1 2} b {3 4 5}, 6 unknown.
        let records: [(Int?, String?)] = [
            (1, "a"), (1, "a"), (1, "b"), (2, "b"), (2, "b"), (nil, nil),
        ]
        let measured = ClusterAccuracy(records.map { (cluster: $0.0, person: $0.1) })

        #expect(measured.records == 6)
        #expect(measured.clusters == 3)
        #expect(measured.persons == 3)
        #expect(measured.truePositives == 2)
        #expect(measured.falsePositives == 2)
        #expect(measured.falseNegatives == 2)
        #expect(measured.pairwiseF1 == 0.5)
        // Precision 2/3 2/3 1/3 1 1 1, recall 1 1 1/3 2/3 2/3 1.
        #expect(abs(measured.bCubedPrecision - (14.0 / 3) / 6) < 1e-12)
        #expect(abs(measured.bCubedRecall - (14.0 / 3) / 6) < 1e-12)
    }

    @Test func `B-cubed is what comparing every record with every other gives`() {
        var random = SplitMix64(seed: 12)
        let records: [(cluster: Int?, person: Int?)] = (0..<120).map { _ in
            let person = Int.random(in: 0..<40, using: &random)
            let strays = Int.random(in: 0..<4, using: &random) == 0
            let cluster = strays ? Int.random(in: 0..<40, using: &random) : person
            return (cluster < 5 ? nil : cluster, person < 3 ? nil : person)
        }
        func same(_ one: Int, _ other: Int, _ group: (Int) -> Int?) -> Bool {
            one == other || (group(one) != nil && group(one) == group(other))
        }
        var (precision, recall, pairs) = (0.0, 0.0, [0, 0, 0])
        for one in records.indices {
            var (cluster, person, both) = (0.0, 0.0, 0.0)
            for other in records.indices {
                let inCluster = same(one, other) { records[$0].cluster }
                let ofPerson = same(one, other) { records[$0].person }
                cluster += inCluster ? 1 : 0
                person += ofPerson ? 1 : 0
                both += inCluster && ofPerson ? 1 : 0
                guard one < other else { continue }
                if inCluster && ofPerson { pairs[0] += 1 }
                if inCluster && !ofPerson { pairs[1] += 1 }
                if !inCluster && ofPerson { pairs[2] += 1 }
            }
            precision += both / cluster
            recall += both / person
        }
        let measured = ClusterAccuracy(records)
        #expect(abs(measured.bCubedPrecision - precision / 120) < 1e-9)
        #expect(abs(measured.bCubedRecall - recall / 120) < 1e-9)
        #expect(
            [measured.truePositives, measured.falsePositives, measured.falseNegatives] == pairs)
    }

    @Test func `no records are measured as faultless`() {
        let none: [(cluster: Int?, person: Int?)] = []
        #expect(ClusterAccuracy(none).bCubedF1 == 1)
        #expect(ClusterAccuracy(none).pairwiseF1 == 1)
    }
}
