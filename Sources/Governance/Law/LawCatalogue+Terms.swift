public import Records

/// A gateway that no direction of an agreement's flows can rely on.
public struct GatewayFault: Hashable, Sendable {
    /// The gateway that was chosen.
    public let gateway: Gateway
    /// Why not, for each direction that would come closest.
    public let reasons: [LawReason]
}

/// A direction of an agreement whose sender has no disclosing power among the chosen gateways.
public struct MissingPower: Hashable, Sendable {
    /// The body that sends.
    public let from: Partner.ID
    /// The body that receives.
    public let to: Partner.ID
}

extension LawCatalogue {
    /// The chosen gateways that who the parties are, the purpose or the dates rule out entirely.
    ///
    /// A gateway is sound when one direction of the flows can rely on it on one day of the term.
    public func faults(
        in terms: SharingAgreement.Terms, of bodies: [Partner.ID: LegalBody]
    ) -> [GatewayFault] {
        let directions = directions(of: terms, bodies)
        return terms.gateways.compactMap { id in
            let attempts = versions(of: id, in: terms).flatMap { gateway, date in
                directions.map { (gateway, lasting(against: gateway, $0, terms, date)) }
            }
            let fewest = attempts.min { $0.1.count < $1.1.count }
            guard let fewest, !fewest.1.isEmpty else { return nil }
            return GatewayFault(gateway: fewest.0, reasons: fewest.1)
        }
    }

    /// The directions of the flows for which no chosen gateway lets the sender disclose.
    ///
    /// In order of the codes of sender and receiver.
    public func missingPowers(
        in terms: SharingAgreement.Terms, of bodies: [Partner.ID: LegalBody]
    ) -> [MissingPower] {
        directions(of: terms, bodies).filter { direction in
            !terms.gateways.contains { id in
                versions(of: id, in: terms).contains { gateway, date in
                    gateway.rules.grantsDisclosure
                        && lasting(against: gateway, direction, terms, date).isEmpty
                }
            }
        }.map { MissingPower(from: $0.from, to: $0.to) }
    }

    private typealias Direction = (
        from: Partner.ID, to: Partner.ID, holder: LegalBody, receiver: LegalBody
    )

    private func directions(
        of terms: SharingAgreement.Terms, _ bodies: [Partner.ID: LegalBody]
    ) -> [Direction] {
        var directions: [Direction] = []
        for from in terms.parties.sorted() {
            for to in terms.parties.sorted() where to != from {
                let isUsed = terms.flows.contains { $0.from.contains(from) && $0.to.contains(to) }
                if isUsed, let holder = bodies[from], let receiver = bodies[to] {
                    directions.append((from, to, holder, receiver))
                }
            }
        }
        return directions
    }

    /// The versions of a gateway, each with a day of the term on which it is most likely to apply.
    private func versions(
        of id: Gateway.ID, in terms: SharingAgreement.Terms
    ) -> [(Gateway, CalendarDate)] {
        gateways.filter { $0.id == id }.map { gateway in
            guard case .on(let first) = gateway.from else { return (gateway, terms.start) }
            return (gateway, min(max(terms.start, first), max(terms.start, terms.lastDay)))
        }
    }

    private func lasting(
        against gateway: Gateway, _ direction: Direction, _ terms: SharingAgreement.Terms,
        _ date: CalendarDate
    ) -> [LawReason] {
        reasons(
            against: gateway,
            for: LawQuestion(
                holder: direction.holder, receiver: direction.receiver, purpose: terms.purpose,
                classes: [], date: date)
        ).filter(\.isLasting)
    }
}
