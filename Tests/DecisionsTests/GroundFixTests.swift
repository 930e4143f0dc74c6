@testable import Governance
import Decisions
import Records
import Testing

/// The grounds of a denial are what stands in the way: all of it, and nothing else.
struct GroundFixTests {
    /// Changes the world so that a ground no longer holds.
    static func mend(_ ground: Ground, in world: inout World) {
        let request = world.request
        switch ground {
        case .sameBody, .nothingAsked, .noAgreement, .unknownAgreement: break
        case .unknownPartner(let body), .partnerNotActive(let body, _):
            world.partners[body] = .active
        case .notInForce(let id, _):
            edit(id, in: &world) { agreement, today in
                agreement.stage = .approved
                agreement.terms.start = min(agreement.terms.start, today)
                agreement.terms.lastDay = max(agreement.terms.lastDay, today)
                agreement.terms.review = today
            }
        case .notAParty(let id, let body):
            edit(id, in: &world) { agreement, _ in agreement.terms.parties.insert(body) }
        case .otherPurpose(let id, let purpose):
            edit(id, in: &world) { agreement, _ in agreement.terms.purpose = purpose }
        case .noGatewayInForce(let id):
            world.gateways["new-law"] = World.law("new-law", from: nil, until: nil)
            edit(id, in: &world) { agreement, _ in agreement.terms.gateways.append("new-law") }
        case .noFlow(let id, let from, let to, let dataset):
            let flow = DataFlow(
                clause: "9.9", from: [from], to: [to], dataset: dataset, items: request.items,
                kinds: [request.kind])
            edit(id, in: &world) { agreement, _ in agreement.terms.flows.append(flow) }
        case .otherUse(let id, let kind):
            edit(id, in: &world) { agreement, _ in
                for index in agreement.terms.flows.indices {
                    agreement.terms.flows[index].kinds.insert(kind)
                    agreement.terms.flows[index].items.formUnion(request.items)
                }
            }
        case .itemsNotListed(let id, let items):
            edit(id, in: &world) { agreement, _ in
                for index in agreement.terms.flows.indices {
                    agreement.terms.flows[index].items.formUnion(items)
                }
            }
        }
    }

    private static func edit(
        _ id: SharingAgreement.ID, in world: inout World,
        _ change: (inout SharingAgreement, CalendarDate) -> Void
    ) {
        for index in world.agreements.indices where world.agreements[index].id == id {
            change(&world.agreements[index], world.today)
        }
    }

    /// A denied world in which each code has one version, so that a ground says which it means.
    static func deniedWorld(seed: Int) -> World? {
        var world = World(seed: seed)
        var seen: Set<SharingAgreement.ID> = []
        world.agreements = world.agreements.filter { seen.insert($0.id).inserted }
        let isMendable = world.decision.grounds.allSatisfy {
            switch $0 {
            case .sameBody, .nothingAsked, .noAgreement, .unknownAgreement: false
            case .unknownPartner: false
            default: true
            }
        }
        return world.decision.permit == nil && isMendable ? world : nil
    }

    @Test func `P9: mending every ground gives a permit, leaving one out does not`() {
        var worlds = 0
        for seed in 90_000..<94_000 {
            guard let world = Self.deniedWorld(seed: seed) else { continue }
            worlds += 1
            let grounds = world.decision.grounds
            var mended = world
            for ground in grounds { Self.mend(ground, in: &mended) }
            #expect(mended.decision.permit != nil, "seed \(seed): \(grounds)")
            for left in grounds {
                var partly = world
                for ground in grounds where ground != left { Self.mend(ground, in: &partly) }
                #expect(partly.decision.permit == nil, "seed \(seed): \(left)")
            }
        }
        #expect(worlds > 400)
    }
}
