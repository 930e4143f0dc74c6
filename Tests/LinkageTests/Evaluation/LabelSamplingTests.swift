import Testing

@testable import Linkage

struct LabelSamplingTests {
    private func draw(_ count: Int, seed: UInt64) -> [EvaluatedPair] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let vector = (0..<3).map { _ in Int.random(in: -1...2, using: &random) }
            let weight =
                Double(vector.reduce(0, +)) * 2 + Double(Int.random(in: 0..<3, using: &random))
            let isKnown = Int.random(in: 0..<6, using: &random) == 0
            return EvaluatedPair(
                comparisonVector: vector, matchWeight: weight,
                isMatch: isKnown ? weight > 1 : nil)
        }
    }

    /// Looks at every pair anew for each choice.
    private func slowChoices(
        _ count: Int, of pairs: [EvaluatedPair], threshold: Double
    ) -> [Int] {
        var labels: [[Int]: Int] = [:]
        var sizes: [[Int]: Int] = [:]
        for pair in pairs {
            sizes[pair.comparisonVector, default: 0] += 1
            if pair.isMatch != nil { labels[pair.comparisonVector, default: 0] += 1 }
        }
        var open = Set(pairs.indices.filter { pairs[$0].isMatch == nil })
        var chosen: [Int] = []
        while chosen.count < count, !open.isEmpty {
            func key(_ place: Int) -> (Double, Int, Int) {
                let pair = pairs[place]
                let p = 1 / (1 + power2(abs(pair.matchWeight - threshold)))
                let entropy = -p * logarithm2(p) - (1 - p) * logarithm2(1 - p)
                let worth = entropy / Double(1 + labels[pair.comparisonVector, default: 0])
                return (worth, -sizes[pair.comparisonVector, default: 0], -place)
            }
            guard let best = open.max(by: { key($0) < key($1) }) else { break }
            open.remove(best)
            labels[pairs[best].comparisonVector, default: 0] += 1
            chosen.append(best)
        }
        return chosen
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `the choices are those of looking at every pair each time`(seed: UInt64) {
        let pairs = draw(150, seed: seed)
        for threshold in [-3.0, 0, 2.5] {
            let choices = LabelSampling.choices(60, of: pairs, threshold: threshold)
            #expect(choices.map(\.place) == slowChoices(60, of: pairs, threshold: threshold))
            #expect(choices.map(\.worth) == choices.map(\.worth).sorted(by: >))
        }
    }

    @Test func `a rare pattern is asked about as early as a common one`() {
        let common = (0..<100).map { _ in EvaluatedPair(comparisonVector: [1], matchWeight: 0.5) }
        let rare = [EvaluatedPair(comparisonVector: [0], matchWeight: -0.5)]
        let choices = LabelSampling.choices(3, of: common + rare, threshold: 0)

        #expect(choices.map(\.place) == [100, 0, 1])
        #expect(choices.map(\.pairsOfPattern) == [1, 100, 100])
    }

    @Test func `the nearer to the threshold, the sooner`() {
        let pairs = [-8.0, 1, 3, 9].enumerated().map {
            EvaluatedPair(comparisonVector: [$0.offset], matchWeight: $0.element)
        }
        #expect(LabelSampling.choices(4, of: pairs, threshold: 2.5).map(\.place) == [2, 1, 3, 0])
    }

    @Test func `pairs that have a label are not asked for again`() {
        let pairs = [
            EvaluatedPair(comparisonVector: [1], matchWeight: 0, isMatch: true),
            EvaluatedPair(comparisonVector: [1], matchWeight: 0),
        ]
        let choices = LabelSampling.choices(5, of: pairs, threshold: 0)
        #expect(choices.map(\.place) == [1])
        #expect(choices[0].worth == 0.5)
        #expect(LabelSampling.choices(3, of: [], threshold: 0).isEmpty)
    }

    @Test func `weights beyond any probability are worth nothing and break nothing`() {
        let pairs = [2_000.0, -2_000, .infinity].map {
            EvaluatedPair(comparisonVector: [1], matchWeight: $0)
        }
        #expect(LabelSampling.choices(3, of: pairs, threshold: 0).map(\.worth) == [0, 0, 0])
    }
}
