import Decisions
import Governance
import Records

/// The rule of sharing as a set comprehension, without an index, an order or a reason.
///
/// Written from the rule and not from the engine: it asks every agreement about every item.
struct NaiveEngine {
    let world: World

    /// What may be shared: every item for which there is at least one source.
    var items: Set<DataItem.ID> { Set(world.request.items.filter { !sources(of: $0).isEmpty }) }

    /// Each item with the source that counts: the earliest delete-by day, then the lowest code,
    /// version and clause.
    var sources: [DataItem.ID: Source] {
        var chosen: [DataItem.ID: Source] = [:]
        for item in world.request.items { chosen[item] = sources(of: item).min() }
        return chosen
    }

    /// Every clause of every agreement that lets the item go.
    func sources(of item: DataItem.ID) -> [Source] {
        let request = world.request
        guard request.from != request.to,
            world.partners[request.from] == .active, world.partners[request.to] == .active
        else { return [] }
        return world.agreements.filter(allows).flatMap { agreement in
            agreement.terms.flows.filter { flow in
                flow.from.contains(request.from) && flow.to.contains(request.to)
                    && flow.dataset == request.dataset && flow.kinds.contains(request.kind)
                    && flow.items.contains(item)
            }.map { flow in
                Source(
                    deleteBy: world.today.adding(months: agreement.terms.retentionMonths),
                    agreement: agreement.id, version: agreement.version, clause: flow.clause)
            }
        }
    }

    private func allows(_ agreement: SharingAgreement) -> Bool {
        let (request, terms, today) = (world.request, agreement.terms, world.today)
        let isInForce =
            agreement.stage == .approved && terms.start <= today && today <= terms.lastDay
            && today <= terms.review.adding(months: 3)
        let hasLaw = terms.gateways.contains { law in
            guard let gateway = world.gateways[law] else { return false }
            var hasBegun = gateway.from == .longStanding
            if case .on(let first) = gateway.from { hasBegun = first <= today }
            return hasBegun && (gateway.until == nil || today <= gateway.until!)
        }
        return isInForce && hasLaw && terms.purpose == request.purpose
            && terms.parties.contains(request.from) && terms.parties.contains(request.to)
            && (request.agreement == nil || request.agreement == agreement.id)
    }

    struct Source: Hashable, Comparable {
        let deleteBy: CalendarDate
        let agreement: SharingAgreement.ID
        let version: Int
        let clause: String

        static func < (left: Self, right: Self) -> Bool {
            (left.deleteBy, left.agreement, left.version, left.clause)
                < (right.deleteBy, right.agreement, right.version, right.clause)
        }
    }
}

extension NaiveEngine.Source {
    init(_ grant: Permit.Grant) {
        self.init(
            deleteBy: grant.deleteBy, agreement: grant.agreement, version: grant.version,
            clause: grant.clause)
    }
}
