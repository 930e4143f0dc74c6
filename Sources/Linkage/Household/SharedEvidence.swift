/// Estimates what records of one home share, how often people move, and how many pairs are what.
///
/// EM over the candidate pairs with four cells: one person at home, one person who moved, two
/// people of one home, strangers. Evidence about the person stays as it was learnt before.
struct SharedEvidence: Sendable {
    private(set) var personPrior = 0.0
    private(set) var householdPrior = 0.0
    private(set) var movedShare = 0.15
    /// The probabilities within a home and after a move, by comparison and digit.
    private(set) var home: [[Double?]]
    private(set) var moved: [[Double?]]

    var m: [[Double?]]
    /// The probabilities for strangers: of all pairs, those who live together apart.
    private(set) var u: [[Double?]]
    private let allPairs: [[Double?]]
    let shared: [Int]

    /// The least share of the pairs of a level that are taken for strangers.
    private static let leastStrangers = 0.02

    init(m: [[Double?]], u: [[Double?]], shared: [Int]) {
        self.m = m
        self.u = u
        allPairs = u
        self.shared = shared
        home = m
        moved = u
    }

    /// The candidate pairs by pattern, those at one address apart.
    struct Candidates: Sendable {
        let entries: [(digits: [Int], isAtHome: Bool, count: Double)]

        init(
            _ model: LinkageModel, _ plan: HouseholdPlan, _ rules: Blocking,
            _ layout: PatternLayout
        ) {
            let records = rules.encoded
            let homes = plan.homes.map { $0.map(records.layout.position(ofColumn:)) }
            var vectors = ComparisonVectors(model.comparisons, layout, records)
            var (inside, outside) = (PatternCounts(layout), PatternCounts(layout))
            let all = Array(model.comparisons.indices)
            rules.forEachPair { left, right in
                let pattern = vectors.pattern(left, right, over: all)
                let (l, r) = (left * records.width, right * records.width)
                let isAtHome = homes.contains { columns in
                    columns.allSatisfy {
                        records.cells[l + $0] != 0
                            && records.cells[l + $0] == records.cells[r + $0]
                    }
                }
                if isAtHome { inside.add(pattern) } else { outside.add(pattern) }
            }
            entries = [(inside, true), (outside, false)].flatMap { counts, isAtHome in
                counts.entries.map { pattern, count in
                    (all.map { layout.digit(of: $0, in: pattern) }, isAtHome, Double(count))
                }
            }
        }
    }

    /// Steps until nothing moves; `housematesAtHome` pairs at one address are two people.
    mutating func run(
        _ candidates: Candidates, household: [[Double?]], personal: [Int], pairs: Double,
        housematesAtHome: Double, personPrior: Double
    ) {
        self.personPrior = min(personPrior, 0.45)
        householdPrior = min(housematesAtHome / pairs, 0.45)
        let evidence = candidates.entries.map { entry in
            (
                one: Self.bits(m, u, entry.digits, personal),
                two: Self.bits(household, u, entry.digits, personal)
            )
        }
        for _ in 0..<200 {
            let before = (personPrior: self.personPrior, movedShare, householdPrior)
            step(candidates, evidence, pairs: pairs, housematesAtHome: housematesAtHome)
            let change = max(
                abs(self.personPrior / before.personPrior - 1), abs(movedShare - before.1),
                abs(householdPrior / before.2 - 1))
            if change < 1e-6 { return }
        }
    }

    private mutating func step(
        _ candidates: Candidates, _ evidence: [(one: Double, two: Double)], pairs: Double,
        housematesAtHome: Double
    ) {
        var atHome = home.map { $0.map { _ in 0.0 } }
        var away = atHome
        var (stayed, left, sameAddress) = (0.0, 0.0, 0.0)
        for (entry, bits) in zip(candidates.entries, evidence) {
            let inHome = power2(Self.bits(home, u, entry.digits, shared))
            let afterMove = power2(Self.bits(moved, u, entry.digits, shared))
            let one = personPrior * power2(bits.one)
            let cells = (
                one * (1 - movedShare) * inHome, one * movedShare * afterMove,
                householdPrior * power2(bits.two) * inHome,
                1 - personPrior - householdPrior
            )
            let scale = entry.count / (cells.0 + cells.1 + cells.2 + cells.3)
            stayed += cells.0 * scale
            left += cells.1 * scale
            if entry.isAtHome { sameAddress += cells.0 * scale }
            for comparison in shared {
                atHome[comparison][entry.digits[comparison]] += cells.0 * scale
                away[comparison][entry.digits[comparison]] += cells.1 * scale
            }
        }
        personPrior = min(max((stayed + left) / pairs, 0.5 / pairs), 0.45)
        movedShare = min(max((left + 0.5) / (stayed + left + 1), 0.001), 0.9)
        let share = max(0.2, (sameAddress + 0.5) / (stayed + 1))
        householdPrior = min(housematesAtHome / share / pairs, 0.45)
        for comparison in shared {
            Self.update(&home[comparison], atHome[comparison], prior: nil)
            if shared.count > 1 {
                Self.update(&moved[comparison], away[comparison], prior: u[comparison])
            }
            leaveOutHomes(comparison)
        }
    }

    /// Takes those who live together out of what all pairs share; what is left are strangers.
    private mutating func leaveOutHomes(_ comparison: Int) {
        let together = householdPrior + personPrior * (1 - movedShare)
        for digit in u[comparison].indices.dropFirst() {
            guard let all = allPairs[comparison][digit], let own = home[comparison][digit]
            else { continue }
            u[comparison][digit] = max(all - together * own, all * Self.leastStrangers)
            if shared.count == 1 { moved[comparison][digit] = u[comparison][digit] }
        }
    }

    /// Shares of sums; a prior weighs as much as ten pairs, or half a pair a level without one.
    private static func update(
        _ probabilities: inout [Double?], _ sums: [Double], prior: [Double?]?
    ) {
        let known = sums.indices.dropFirst().filter { probabilities[$0] != nil }
        let priors = sums.indices.map { digit in prior.map { 10 * ($0[digit] ?? 0) } ?? 0.5 }
        let all = known.reduce(0) { $0 + sums[$1] + priors[$1] }
        guard all > 0 else { return }
        for digit in known { probabilities[digit] = (sums[digit] + priors[digit]) / all }
    }

    /// The weight of some comparisons against "strangers", in bits.
    static func bits(
        _ probabilities: [[Double?]], _ u: [[Double?]], _ digits: [Int], _ comparisons: [Int]
    ) -> Double {
        comparisons.reduce(0) { sum, comparison in
            let digit = digits[comparison]
            guard let p = probabilities[comparison][digit], let u = u[comparison][digit], p > 0,
                u > 0
            else { return sum }
            return sum + logarithm2(p / u)
        }
    }
}
