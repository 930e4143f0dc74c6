import Casework
import Records
import Testing

struct VerdictReasonTests {
    @Test func `every answer has reasons, and every reason goes with one answer`() {
        for verdict in Verdict.allCases {
            let reasons = VerdictReason.reasons(for: verdict)
            #expect(!reasons.isEmpty && reasons.allSatisfy { $0.verdict == verdict })
        }
        let labels = VerdictReason.allCases.map(\.label)
        #expect(Set(labels).count == labels.count)
        #expect(VerdictReason(rawValue: "twins") == .twins)
        #expect(VerdictReason(rawValue: "fraud") == nil)
    }
}

struct ReviewAgreementTests {
    private static func answers(_ text: String) -> [ReviewAgreement.Answers] {
        let verdicts: [Character: Verdict] = ["s": .same, "d": .different, "n": .notSure]
        return text.split(separator: " ").compactMap { pair in
            guard let first = pair.first.flatMap({ verdicts[$0] }),
                let second = pair.last.flatMap({ verdicts[$0] })
            else { return nil }
            return ReviewAgreement.Answers(first: first, second: second)
        }
    }

    @Test func `the share and Cohen's kappa are those worked out by hand`() throws {
        // Agreed 6 of 8; by chance (5·5 + 2·2 + 1·1) / 64 = 30/64, so (48 - 30) / (64 - 30).
        let found = ReviewAgreement(Self.answers("ss ss ss ss sd dd ds nn"))
        #expect(found.pairs == 8 && found.agreed == 6 && found.share == 0.75)
        let kappa = try #require(found.kappa)
        #expect(abs(kappa - 18.0 / 34) < 1e-12)
    }

    @Test func `nothing is said where nothing can be said`() {
        #expect(ReviewAgreement([]).share == nil && ReviewAgreement([]).kappa == nil)
        let alike = ReviewAgreement(Self.answers("dd dd"))
        #expect(alike.share == 1 && alike.kappa == nil)
        let never = ReviewAgreement(Self.answers("sd ds"))
        #expect(never.share == 0 && never.kappa == -1)
    }

    @Test func `kappa is that of a table filled pair by pair`() throws {
        var state: UInt64 = 9
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        for size in [5, 20, 101] {
            let cells = (0..<size).map { _ in (next(3), next(3)) }
            var table = [[Double]](repeating: [0, 0, 0], count: 3)
            for (row, column) in cells { table[row][column] += 1 / Double(size) }
            var (diagonal, chance) = (0.0, 0.0)
            for place in 0..<3 {
                diagonal += table[place][place]
                let row: Double = table[place].reduce(0, +)
                let column: Double = table.map { $0[place] }.reduce(0, +)
                chance += row * column
            }
            let found = ReviewAgreement(
                cells.map {
                    ReviewAgreement.Answers(
                        first: Verdict.allCases[$0.0], second: Verdict.allCases[$0.1])
                })
            let (share, kappa) = (try #require(found.share), try #require(found.kappa))
            let expected = (diagonal - chance) / (1 - chance)
            #expect(abs(share - diagonal) < 1e-9)
            #expect(abs(kappa - expected) < 1e-9)
        }
    }
}

struct ReviewTargetTests {
    private let start = CalendarDate(dayNumber: 20_000)

    @Test(arguments: [(0, 29, 3), (1, 28, 3), (27, 2, 40), (28, 1, 80), (29, 0, 80), (400, 0, 80)])
    func `what is left is spread over the days that are left`(
        age: Int, left: Int, needed: Int
    ) {
        let target = ReviewTarget(matchedOn: start, today: start.adding(days: age), open: 80)
        #expect(target.due == start.adding(days: 28) && target.age == age)
        #expect(target.daysLeft == left && target.neededADay == needed)
        #expect(target.isPast == (left == 0))
    }

    @Test func `a clock that runs behind makes no negative age, and nothing open needs nothing`() {
        let target = ReviewTarget(matchedOn: start, today: start.adding(days: -1), open: 0)
        #expect(target.age == 0 && target.neededADay == 0)
    }
}
