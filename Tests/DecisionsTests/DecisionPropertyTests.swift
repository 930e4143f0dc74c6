@testable import Governance
import Decisions
import Records
import Testing

/// Properties of decisions in random worlds (proof.md §6.5); a failure names the seed.
struct DecisionPropertyTests {
    static let seeds = 50_000..<52_000

    @Test func `P1: a further agreement in force never takes an item away`() {
        var gains = 0
        for seed in Self.seeds {
            var world = World(seed: seed)
            let before = world.items
            var random = SeededRandom(seed: seed + 1_000_000)
            var further = World.agreement("isp-2", version: 9, near: world.today, &random)
            further.stage = .approved
            world.agreements.append(further)
            let after = world.items
            #expect(after.isSuperset(of: before), "seed \(seed)")
            if after.count > before.count { gains += 1 }
        }
        #expect(gains > 50)
    }

    @Test func `P3: every item rests on a clause in force that names all of it`() {
        for seed in Self.seeds {
            let world = World(seed: seed)
            let request = world.request
            for (item, grant) in world.decision.permit?.grants ?? [:] {
                let isNamed = world.agreements.contains { agreement in
                    agreement.id == grant.agreement && agreement.version == grant.version
                        && agreement.standing(on: world.today) == .inForce
                        && agreement.terms.purpose == request.purpose
                        && agreement.terms.parties.isSuperset(of: [request.from, request.to])
                        && agreement.terms.flows.contains {
                            $0.clause == grant.clause && $0.items.contains(item)
                                && $0.from.contains(request.from) && $0.to.contains(request.to)
                                && $0.dataset == request.dataset
                                && $0.kinds.contains(request.kind)
                        }
                }
                #expect(isNamed, "seed \(seed), \(item)")
            }
        }
    }

    @Test func `P4: an agreement that is not in force grants as if it were absent`() {
        for seed in Self.seeds {
            var world = World(seed: seed)
            let before = world.decision.permit
            world.agreements.removeAll { $0.standing(on: world.today) != .inForce }
            #expect(world.decision.permit == before, "seed \(seed)")
        }
    }

    @Test func `P5: order and duplicates change nothing, not even reasons`() {
        for seed in Self.seeds {
            var world = World(seed: seed)
            let before = world.decision
            var random = SeededRandom(seed: seed)
            world.agreements += random.some(of: world.agreements, percent: 60)
            world.agreements.shuffle(using: &random)
            #expect(world.decision == before, "seed \(seed)")
        }
    }

    @Test func `P6: the answer for two sets of items is the two answers together`() {
        for seed in Self.seeds {
            var world = World(seed: seed)
            var random = SeededRandom(seed: seed)
            let left = Set(random.some(of: World.items, percent: 50))
            let right = Set(random.some(of: World.items, percent: 50))
            func grants(_ items: Set<DataItem.ID>) -> [DataItem.ID: Permit.Grant] {
                world.request = world.request.with(items: items)
                return world.decision.permit?.grants ?? [:]
            }
            let together = grants(left.union(right))
            let apart = grants(left).merging(grants(right)) { first, second in
                #expect(first == second, "seed \(seed)")
                return first
            }
            #expect(together == apart, "seed \(seed)")
        }
    }

    @Test func `P7: nothing is granted that was not asked, and the rest is withheld`() {
        for seed in Self.seeds {
            let world = World(seed: seed)
            guard let permit = world.decision.permit else { continue }
            let asked = world.request.items
            #expect(permit.items.isSubset(of: asked), "seed \(seed)")
            #expect(permit.withheld.isDisjoint(with: permit.items), "seed \(seed)")
            #expect(permit.withheld.union(permit.items) == asked, "seed \(seed)")
        }
    }

    @Test func `P8: agreements that do not name both bodies are irrelevant, also to reasons`() {
        for seed in Self.seeds {
            var world = World(seed: seed)
            world.request = world.request.with(agreement: .some(nil))
            let before = world.decision
            let pair: Set = [world.request.from, world.request.to]
            world.agreements.removeAll { !$0.terms.parties.isSuperset(of: pair) }
            #expect(world.decision == before, "seed \(seed)")
        }
    }

    @Test func `a request that names an agreement is answered from that agreement alone`() {
        for seed in Self.seeds {
            var world = World(seed: seed)
            world.request = world.request.with(agreement: "isp-1")
            let before = world.decision
            world.agreements.removeAll { $0.id != "isp-1" }
            #expect(world.decision == before, "seed \(seed)")
        }
    }
}
