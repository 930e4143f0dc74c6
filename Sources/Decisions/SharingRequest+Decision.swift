import Governance
public import Records

extension SharingRequest {
    /// May this be shared? Total and pure: the same question always has the same answer.
    ///
    /// An item is granted when an agreement in force names both bodies as parties, is for the
    /// purpose, rests on a gateway in force, and has a clause that sends the item of this data set
    /// from the one to the other for this use. Everything else is refused (default deny), for
    /// every reason in the way: those of the bodies, then those of the nearest agreement. Of
    /// several grants the one with the earliest delete-by day counts, then the lowest code.
    ///
    /// - Complexity: O(agreements × flows).
    public func decision(under framework: Framework, on date: CalendarDate) -> Decision {
        let shape = shapeGrounds(framework)
        guard shape.isEmpty else { return .deny(shape) }
        let standing = standingGrounds(framework)
        let candidates = framework.agreements.filter {
            agreement == nil ? isBetweenParties($0) : $0.id == agreement
        }
        guard !candidates.isEmpty else {
            return .deny(
                standing + [
                    agreement.map(Ground.unknownAgreement) ?? .noAgreement(from: from, to: to)
                ])
        }
        var grants: [DataItem.ID: Permit.Grant] = [:]
        var nearest: [Ground]?
        for agreement in candidates {
            let grounds = grounds(against: agreement, in: framework, on: date)
            if grounds.isEmpty {
                grant(under: agreement, on: date, to: &grants)
            } else if grounds.count < nearest?.count ?? .max {
                nearest = grounds
            }
        }
        guard grants.isEmpty || !standing.isEmpty else {
            return .permit(Permit(request: self, date: date, grants: grants))
        }
        return .deny(standing + (grants.isEmpty ? nearest ?? [] : []))
    }

    /// Reasons that make the question itself meaningless, so that no agreement is looked at.
    private func shapeGrounds(_ framework: Framework) -> [Ground] {
        var grounds: [Ground] = []
        if from == to { grounds.append(.sameBody(from)) }
        if items.isEmpty { grounds.append(.nothingAsked) }
        for body in bodies where framework.partners[body] == nil {
            grounds.append(.unknownPartner(body))
        }
        return grounds
    }

    /// Reasons that lie with a body and hold whatever the agreements say.
    private func standingGrounds(_ framework: Framework) -> [Ground] {
        bodies.compactMap { body in
            framework.partners[body].flatMap { standing in
                standing == .active ? nil : .partnerNotActive(body, standing)
            }
        }
    }

    private var bodies: [Partner.ID] { from == to ? [from] : [from, to] }

    private func isBetweenParties(_ agreement: SharingAgreement) -> Bool {
        agreement.terms.parties.isSuperset(of: [from, to])
    }

    /// Every reason why one agreement does not allow anything of this request.
    private func grounds(
        against agreement: SharingAgreement, in framework: Framework, on date: CalendarDate
    ) -> [Ground] {
        var grounds: [Ground] = []
        let standing = agreement.standing(on: date)
        if standing != .inForce { grounds.append(.notInForce(agreement.id, standing)) }
        for body in [from, to] where !agreement.terms.parties.contains(body) {
            grounds.append(.notAParty(agreement.id, body))
        }
        if agreement.terms.purpose != purpose {
            grounds.append(.otherPurpose(agreement.id, purpose))
        }
        let gateways = agreement.terms.gateways.flatMap { framework.gateways[$0] ?? [] }
        if !gateways.contains(where: { $0.isInForce(on: date) }) {
            grounds.append(.noGatewayInForce(agreement.id))
        }
        if let ground = flowGround(agreement) { grounds.append(ground) }
        return grounds
    }

    /// The first thing that the clauses of an agreement lack for this request.
    private func flowGround(_ agreement: SharingAgreement) -> Ground? {
        let directed = agreement.terms.flows.filter {
            $0.from.contains(from) && $0.to.contains(to) && $0.dataset == dataset
        }
        guard !directed.isEmpty else {
            return .noFlow(agreement.id, from: from, to: to, dataset: dataset)
        }
        let usable = directed.filter { $0.kinds.contains(kind) }
        guard !usable.isEmpty else { return .otherUse(agreement.id, kind) }
        let listed = usable.reduce(into: Set()) { $0.formUnion($1.items) }
        return listed.isDisjoint(with: items) ? .itemsNotListed(agreement.id, items) : nil
    }

    /// Adds what an agreement without grounds against it grants.
    private func grant(
        under agreement: SharingAgreement, on date: CalendarDate,
        to grants: inout [DataItem.ID: Permit.Grant]
    ) {
        let deleteBy = date.adding(months: agreement.terms.retentionMonths)
        let flows = agreement.terms.flows
            .filter {
                $0.from.contains(from) && $0.to.contains(to) && $0.dataset == dataset
                    && $0.kinds.contains(kind)
            }
            .sorted { $0.clause.utf8.lexicographicallyPrecedes($1.clause.utf8) }
        for flow in flows {
            for item in flow.items.intersection(items)
            where grants[item].map({ deleteBy < $0.deleteBy }) ?? true {
                grants[item] = Permit.Grant(
                    agreement: agreement.id, version: agreement.version, clause: flow.clause,
                    deleteBy: deleteBy)
            }
        }
    }
}
