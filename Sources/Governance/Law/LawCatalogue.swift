public import Records

/// The law catalogue: gateways, what bodies are in law, prohibitions and conditions.
///
/// It is dated data, read by people. Weft proposes from it and never decides by itself.
public struct LawCatalogue: Hashable, Sendable {
    /// The day on which the sources were last read.
    public let readOn: CalendarDate
    /// Statutes and rules, in the order of the file; versions of one share their code.
    public let gateways: [Gateway]
    /// What bodies can be in law.
    public let capacities: [Capacity]
    /// What no gateway sets aside.
    public let prohibitions: [Prohibition]
    /// Conditions of data protection law.
    public let conditions: [LawCondition]

    /// A catalogue from its parts; `faults` says whether it is sound.
    public init(
        readOn: CalendarDate, gateways: [Gateway], capacities: [Capacity],
        prohibitions: [Prohibition] = [], conditions: [LawCondition] = []
    ) {
        self.readOn = readOn
        self.gateways = gateways
        self.capacities = capacities
        self.prohibitions = prohibitions
        self.conditions = conditions
    }

    /// One version of each gateway: the one in force on a day, else the one closest to it.
    ///
    /// In the order of the catalogue.
    public func gateways(on date: CalendarDate) -> [Gateway] {
        var seen: Set<Gateway.ID> = []
        return gateways.compactMap { seen.insert($0.id).inserted ? gateway($0.id, on: date) : nil }
    }

    /// The version of a gateway on a day: in force, else the last that had begun, else the first.
    public func gateway(_ id: Gateway.ID, on date: CalendarDate) -> Gateway? {
        let versions = gateways.filter { $0.id == id }
        return versions.first { $0.isInForce(on: date) }
            ?? versions.last { $0.from.hasBegun(on: date) } ?? versions.first
    }

    /// A capacity by its code.
    public func capacity(_ id: Capacity.ID) -> Capacity? { capacities.first { $0.id == id } }

    /// What a body is in law: by its kind, and by what somebody recorded about it.
    public func capacities(of body: LegalBody) -> Set<Capacity.ID> {
        Set(
            capacities.filter { capacity in
                capacity.kinds.contains(body.kind)
                    || (capacity.isAttested && body.attested.contains(capacity.id))
            }.map(\.id))
    }
}
