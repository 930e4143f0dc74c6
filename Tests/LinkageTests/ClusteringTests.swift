import Linkage
import Testing

struct ClusteringTests {
    private func pair(_ left: Int, _ right: Int, _ weight: Double) -> ScoredPair {
        ScoredPair(
            left: RecordLocation(table: 0, row: left), right: RecordLocation(table: 1, row: right),
            matchWeight: weight)
    }

    @Test func `chains of strong pairs form clusters`() {
        let pairs = [pair(0, 0, 5), pair(0, 1, 6), pair(2, 1, 7), pair(3, 3, 9), pair(4, 4, 1)]

        let clusters = Clustering.connectedComponents(pairs, threshold: 5)

        #expect(clusters.map(\.members.count) == [4, 2])
        #expect(clusters.map(\.id) == [0, 3].map { RecordLocation(table: 0, row: $0) })
        #expect(Clustering.connectedComponents([], threshold: 0).isEmpty)
    }

    @Test func `clusters equal those of repeated merging`() {
        var random = SplitMix64(seed: 3)
        let pairs = (0..<80).map { _ in
            pair(
                Int.random(in: 0..<60, using: &random), Int.random(in: 0..<60, using: &random),
                Double.random(in: 0..<10, using: &random))
        }
        for threshold in [0.0, 4, 8, 11] {
            var sets: [Set<RecordLocation>] = []
            for pair in pairs where pair.matchWeight >= threshold {
                let touched = sets.filter { $0.contains(pair.left) || $0.contains(pair.right) }
                sets.removeAll { touched.contains($0) }
                sets.append(touched.reduce([pair.left, pair.right]) { $0.union($1) })
            }

            let clusters = Clustering.connectedComponents(pairs, threshold: threshold)

            #expect(Set(clusters.map { Set($0.members) }) == Set(sets))
            #expect(clusters.allSatisfy { $0.members == $0.members.sorted() })
        }
    }

    @Test func `each record gets its best free partner`() {
        let pairs = [pair(0, 0, 5), pair(0, 1, 9), pair(1, 1, 8), pair(1, 0, 3), pair(2, 2, 2)]

        let links = Clustering.oneToOneLinks(pairs, threshold: 3)

        #expect(links.map { [$0.leftRow, $0.rightRow] } == [[0, 1], [1, 0]])
    }

    @Test func `a tie goes to the earlier records whatever the order of pairs`() {
        let pairs = [pair(0, 0, 5), pair(0, 1, 5), pair(1, 0, 5)]

        for order in [pairs, pairs.reversed()] {
            let links = Clustering.oneToOneLinks(order, threshold: 0)
            #expect(links.map { [$0.leftRow, $0.rightRow] } == [[0, 0]])
        }
    }
}

struct EvaluationTests {
    private func location(_ table: Int, _ row: Int) -> RecordLocation {
        RecordLocation(table: table, row: row)
    }

    private func pair(_ row: Int, _ weight: Double) -> ScoredPair {
        ScoredPair(left: location(0, row), right: location(1, row), matchWeight: weight)
    }

    @Test func `precision and recall count right, wrong and missed pairs`() throws {
        let labels = Labels([0, 1, 2].map { Labels.Pair(location(1, $0), location(0, $0)) })
        let pairs = [pair(0, 9), pair(1, 5), pair(7, 5), pair(8, 1)]

        let point = PrecisionRecall(pairs, labels, threshold: 5)
        let curve = PrecisionRecall.curve(pairs, labels)

        #expect(point.precision == 2.0 / 3)
        #expect(point.recall == 2.0 / 3)
        #expect(curve.map(\.threshold) == [9, 5, 1])
        #expect(curve[1] == point)
        #expect(try #require(PrecisionRecall.best(pairs, labels)) == point)
        for point in curve {
            #expect(point == PrecisionRecall(pairs, labels, threshold: point.threshold))
        }
    }

    @Test func `nothing predicted and nothing to find is perfect`() {
        let point = PrecisionRecall([], Labels([]), threshold: 0)

        #expect(point.precision == 1)
        #expect(point.recall == 1)
        #expect(point.f1 == 1)
        #expect(PrecisionRecall.best([], Labels([])) == nil)
    }

    @Test func `labels between tables leave out pairs within one`() {
        let persons: [[Int?]] = [[1, 1, 2, nil], [1, nil, 3]]

        #expect(Labels(persons: persons, linkType: .linkOnly).matches.count == 2)
        #expect(Labels(persons: persons, linkType: .dedupeOnly).matches.count == 3)
    }

    @Test(
        arguments: [
            (12.0, .veryStrongFor), (10.0, .veryStrongFor), (6.0, .strongFor),
            (3.0, .moderateFor), (1.0, .weakFor), (0.5, .littleEitherWay),
            (-0.9, .littleEitherWay), (-1.0, .weakAgainst), (-3.0, .moderateAgainst),
            (-6.0, .strongAgainst), (-10.0, .veryStrongAgainst), (-50.0, .veryStrongAgainst),
        ] as [(Double, EvidenceStrength)])
    func `weights have words`(bits: Double, strength: EvidenceStrength) {
        #expect(EvidenceStrength(weightBits: bits) == strength)
    }

    @Test(
        arguments: [(0.0, 0.5), (1, 2.0 / 3), (-1, 1.0 / 3), (2_000, 1), (-2_000, 0)]
            as [(Double, Double)])
    func `bits become probabilities`(bits: Double, probability: Double) {
        #expect(abs(matchProbability(ofWeight: bits) - probability) < 1e-12)
    }
}
