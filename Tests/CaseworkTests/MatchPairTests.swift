@testable import Casework
import Records
import Testing

struct MatchPairTests {
    static func pair(_ id: Int, bits: Double, pence: Int) -> MatchPair {
        let code = "m\(id)"
        guard let id = MatchPair.ID(code) else { preconditionFailure("`\(code)` is not a code.") }
        return MatchPair(id: id, weightBits: bits, question: nil, yearlyPence: pence)
    }

    /// Pairs with many ties in value, in weight and in both, and weights at the ends.
    static let pairs: [MatchPair] = {
        let weights = [-Double.infinity, -1_200, -20, -0.0, 0, 0.5, 3, 7, 40, 1_200, .infinity]
        return weights.indices.flatMap { index in
            [0, 0, 100, 40_000].enumerated().map { offset, pence in
                pair(index * 10 + offset, bits: weights[index], pence: pence)
            }
        }
    }()

    @Test func `the order of the queue is strict and total`() {
        for left in Self.pairs {
            #expect(!MatchPair.isBefore(left, left))
            for right in Self.pairs where left != right {
                #expect(MatchPair.isBefore(left, right) != MatchPair.isBefore(right, left))
            }
        }
        let sorted = Self.pairs.sorted(by: MatchPair.isBefore)
        for (index, left) in sorted.enumerated() {
            for right in sorted[(index + 1)...] { #expect(MatchPair.isBefore(left, right)) }
        }
    }

    @Test func `the queue starts with the highest expected value`() {
        let sorted = Self.pairs.reversed().sorted(by: MatchPair.isBefore)

        for (left, right) in zip(sorted, sorted.dropFirst()) {
            #expect(left.expectedPence >= right.expectedPence)
            if left.expectedPence == right.expectedPence {
                #expect(left.weightBits >= right.weightBits)
                if left.weightBits == right.weightBits { #expect(left.id < right.id) }
            }
        }
    }

    @Test func `a likely small sum comes before an unlikely large one`() {
        let likely = Self.pair(1, bits: 10, pence: 10_000)
        let unlikely = Self.pair(2, bits: -3, pence: 40_000)

        #expect(MatchPair.isBefore(likely, unlikely))
    }

    @Test(arguments: [
        (0.0, 50.0), (1, 200.0 / 3), (-1, 100.0 / 3), (.infinity, 100), (-.infinity, 0),
        (1_000, 100), (-1_000, 0),
    ])
    func `the expected value is the yearly value times the probability`(bits: Double, value: Double)
    {
        #expect(abs(Self.pair(1, bits: bits, pence: 100).expectedPence - value) < 1e-9)
        #expect(Self.pair(1, bits: bits, pence: 0).expectedPence == 0)
    }

    @Test func `a weight that is not a number is a fault of the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = MatchPairTests.pair(1, bits: .nan, pence: 1)
        }
    }
}

struct StrengthTests {
    @Test(arguments: [(99.0, Strength.veryStrong), (9, .strong), (1, .fair)])
    func `each band starts at its odds`(odds: Double, strength: Strength) {
        let bits = Self.log2(odds)
        let index = Strength.allCases.firstIndex(of: strength) ?? 0

        #expect(Strength(weightBits: bits + 1e-9) == strength)
        #expect(Strength(weightBits: bits - 1e-9) == Strength.allCases[index + 1])
    }

    @Test func `bands cover all weights, and the middle of each is where it should be`() {
        let weights: [Double] = [-.infinity, -1, 0, 3, 4, 6, 7, .infinity]

        #expect(
            weights.map(Strength.init(weightBits:)) == [
                .weak, .weak, .fair, .fair, .strong, .strong, .veryStrong, .veryStrong,
            ])
        #expect(MatchPairTests.pair(1, bits: 5, pence: 0).strength == .strong)
        #expect(Set(Strength.allCases.map(\.label)).count == 4)
    }

    @Test func `powers of two agree with a slow reference`() {
        var random = UInt64(2027)
        for round in 0..<2_000 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let unit = Double(random >> 11) / Double(UInt64(1) << 53)
            let power = unit * 1_998 - 999
            let expected = Self.slowPowerOfTwo(power)
            let error = abs(Strength.powerOfTwo(power) - expected) / expected
            #expect(error < 1e-9, "round \(round), power \(power)")
        }
    }

    @Test func `whole powers are exact and the ends are zero and infinity`() {
        for power in -999...999 {
            #expect(
                Strength.powerOfTwo(Double(power))
                    == Double(sign: .plus, exponent: power, significand: 1))
        }
        #expect(Strength.powerOfTwo(1_000) == .infinity)
        #expect(Strength.powerOfTwo(-1_000) == 0)
    }

    /// 2 to a power, by multiplying and by square roots for each binary digit of the fraction.
    static func slowPowerOfTwo(_ power: Double) -> Double {
        var whole = power.rounded(.down)
        var rest = power - whole
        var result = 1.0
        while whole > 0 {
            result *= 2
            whole -= 1
        }
        while whole < 0 {
            result /= 2
            whole += 1
        }
        var root = 2.0
        for _ in 0..<52 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }

    /// The power of two that gives a number, by halving an interval.
    static func log2(_ number: Double) -> Double {
        var (low, high) = (-1.0, 20.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if slowPowerOfTwo(middle) < number { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
