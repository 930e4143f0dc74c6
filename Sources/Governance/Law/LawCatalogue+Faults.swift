public import Records

/// Something wrong in the catalogue, with the place where it stands.
public struct LawFault: Error, Hashable, Sendable {
    /// The member names and indices, from 0, that lead to it, such as `gateways`, `3`, `until`.
    public let path: [String]
    /// What is wrong, in one sentence.
    public let sentence: String
}

extension LawCatalogue {
    /// Everything wrong in the catalogue: unknown codes, periods that overlap, empty words.
    public func faults(
        purposes: Set<Purpose.ID>, items: Set<DataItem.ID>
    ) -> [LawFault] {
        LawFaultFinder(catalogue: self, purposes: purposes, items: items).faults
    }
}

/// Walks the catalogue once and collects what is wrong.
private struct LawFaultFinder {
    let catalogue: LawCatalogue
    let purposes: Set<Purpose.ID>
    let items: Set<DataItem.ID>

    var faults: [LawFault] {
        capacityFaults + gatewayFaults + periodFaults + prohibitionFaults + conditionFaults
    }

    private var capacityFaults: [LawFault] {
        repeated(catalogue.capacities.map(\.id), in: "capacities")
            + catalogue.capacities.enumerated().flatMap { index, capacity in
                empty(
                    [("label", capacity.label), ("meaning", capacity.meaning)],
                    at: ["capacities", "\(index)"])
                    + (capacity.kinds.isEmpty && !capacity.isAttested
                        ? [
                            LawFault(
                                path: ["capacities", "\(index)"],
                                sentence: "No body can have the capacity `\(capacity.id)`: name "
                                    + "kinds, or a question to ask.")
                        ] : [])
            }
    }

    private var gatewayFaults: [LawFault] {
        catalogue.gateways.enumerated().flatMap { index, gateway in
            let place = ["gateways", "\(index)"]
            return empty(
                [
                    ("citation", gateway.citation), ("meaning", gateway.meaning),
                    ("limits", gateway.limits), ("source", gateway.source),
                ], at: place)
                + ruleFaults(gateway.rules, at: place + ["rules"])
        }
    }

    private func ruleFaults(_ rules: Gateway.Rules, at place: [String]) -> [LawFault] {
        unknown(rules.holders, "capacity", at: place + ["holders"])
            + unknown(rules.receivers, "capacity", at: place + ["receivers"])
            + unknown(rules.purposes, "purpose", at: place + ["purposes"])
            + unknown(rules.items ?? [], "data item", at: place + ["items"])
            + rules.bars.enumerated().flatMap { index, bar in
                barFaults(bar, at: place + ["bars", "\(index)"])
            }
    }

    private func barFaults(_ bar: Bar, at place: [String]) -> [LawFault] {
        empty([("code", bar.code), ("sentence", bar.sentence), ("fix", bar.fix)], at: place)
            + unknown(bar.holders, "capacity", at: place + ["holders"])
            + unknown(bar.receivers, "capacity", at: place + ["receivers"])
            + unknown(bar.heldFor, "purpose", at: place + ["heldFor"])
            + unknown(bar.usesLeft, "purpose", at: place + ["usesLeft"])
    }

    private var prohibitionFaults: [LawFault] {
        let known = Set(catalogue.gateways.map(\.id))
        return catalogue.prohibitions.enumerated().flatMap { index, prohibition in
            let place = ["prohibitions", "\(index)"]
            return empty([("citation", prohibition.citation)], at: place)
                + barFaults(prohibition.bar, at: place + ["bar"])
                + prohibition.except.subtracting(known).sorted().map {
                    LawFault(
                        path: place + ["except"], sentence: "The gateway `\($0)` is not defined.")
                }
        }
    }

    private var conditionFaults: [LawFault] {
        repeated(catalogue.conditions.map(\.id), in: "conditions")
            + catalogue.conditions.enumerated().flatMap { index, condition in
                empty(
                    [("citation", condition.citation), ("meaning", condition.meaning)],
                    at: ["conditions", "\(index)"])
            }
    }

    /// Periods that end before they begin, and versions of one gateway that overlap.
    private var periodFaults: [LawFault] {
        var faults: [LawFault] = []
        for (index, gateway) in catalogue.gateways.enumerated() {
            if let until = gateway.until, gateway.first.map({ until < $0 }) == true {
                faults.append(
                    LawFault(
                        path: ["gateways", "\(index)", "until"],
                        sentence: "The period of `\(gateway.id)` ends before it begins."))
            }
            let earlier = catalogue.gateways[..<index]
            if let other = earlier.first(where: { $0.overlaps(gateway) }) {
                faults.append(
                    LawFault(
                        path: ["gateways", "\(index)", "from"],
                        sentence: "The code `\(gateway.id)` is there twice for one period: the "
                            + "version \(other.from.words) overlaps this one."))
            }
        }
        return faults
    }

    private func repeated<Code: Hashable>(_ ids: [Code], in list: String) -> [LawFault] {
        var seen: Set<Code> = []
        return ids.enumerated().compactMap { index, id in
            seen.insert(id).inserted
                ? nil
                : LawFault(
                    path: [list, "\(index)", "id"], sentence: "The code `\(id)` is there twice.")
        }
    }

    private func empty(_ members: [(name: String, text: String)], at place: [String]) -> [LawFault]
    {
        members.filter(\.text.isBlank).map {
            LawFault(path: place + [$0.name], sentence: "The text of `\($0.name)` is empty.")
        }
    }

    private func unknown(_ ids: Set<Capacity.ID>, _ what: String, at place: [String]) -> [LawFault]
    {
        unknown(ids.subtracting(catalogue.capacities.map(\.id)).sorted(), what, place)
    }

    private func unknown(_ ids: Set<Purpose.ID>, _ what: String, at place: [String]) -> [LawFault] {
        unknown(ids.subtracting(purposes).sorted(), what, place)
    }

    private func unknown(_ ids: Set<DataItem.ID>, _ what: String, at place: [String]) -> [LawFault]
    {
        unknown(ids.subtracting(items).sorted(), what, place)
    }

    private func unknown<Subject>(
        _ ids: [Identifier<Subject>], _ what: String, _ place: [String]
    ) -> [LawFault] {
        ids.map { LawFault(path: place, sentence: "The \(what) `\($0)` is not defined.") }
    }
}

extension Gateway {
    /// The first day, or nil for a law that has always been there or never yet.
    fileprivate var first: CalendarDate? {
        if case .on(let first) = from { first } else { nil }
    }

    /// Whether it can be in force on a day on which another version of it is.
    ///
    /// What has not begun occupies no days, but there is one such version at most.
    fileprivate func overlaps(_ other: Gateway) -> Bool {
        guard id == other.id else { return false }
        let waiting = [from, other.from].filter { $0 == .notCommenced || $0 == .unknown }
        guard waiting.isEmpty else { return waiting.count == 2 }
        let startsInTime = other.first.map { first in until.map { $0 >= first } ?? true } ?? true
        let endsInTime = first.map { first in other.until.map { $0 >= first } ?? true } ?? true
        return startsInTime && endsInTime
    }
}
