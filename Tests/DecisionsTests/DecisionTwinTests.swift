import Decisions
import Testing

/// The decision point against the naive engine; a failure names the seed of its world.
struct DecisionTwinTests {
    /// Eight blocks of 2,500 worlds.
    static let blocks = (0..<8).map { $0 * 2_500..<($0 + 1) * 2_500 }

    @Test(arguments: blocks)
    func `the engine grants what the rule grants, under the same clauses`(seeds: Range<Int>) {
        var permits = 0
        for seed in seeds {
            let world = World(seed: seed)
            let expected = NaiveEngine(world: world).sources
            let granted = (world.decision.permit?.grants ?? [:]).mapValues(NaiveEngine.Source.init)
            guard granted == expected else {
                Issue.record("seed \(seed): granted \(granted), expected \(expected)")
                return
            }
            if !granted.isEmpty { permits += 1 }
        }
        // Neither answer may be rare, or the comparison would show little.
        #expect((seeds.count / 10..<seeds.count * 9 / 10).contains(permits), "\(permits) permits")
    }

    @Test func `a permit has items and a denial has grounds`() {
        for seed in 0..<2_000 {
            switch World(seed: seed).decision {
            case .permit(let permit):
                #expect(!permit.grants.isEmpty, "seed \(seed)")
            case .deny(let grounds):
                #expect(!grounds.isEmpty, "seed \(seed)")
                #expect(Set(grounds).count == grounds.count, "seed \(seed)")
            }
        }
    }
}
