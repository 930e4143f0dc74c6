public import Governance
public import Records

/// Two loads of one agreement on which a match model can be trained, counted and weighed.
public struct FilePair: Hashable, Sendable, Identifiable {
    /// The load on the left.
    public let left: Receipt
    /// The load on the right.
    public let right: Receipt

    /// Both codes in one, for a form.
    public var id: String { "\(left.id.rawValue).\(right.id.rawValue)" }

    /// The items that at least one of both files has, in order.
    public var items: [DataItem.ID] { Set(left.items + right.items).sorted() }
}

extension Store {
    /// The most pairs of files that are offered.
    private static let mostFilePairs = 20

    /// The pairs of files for a version's purpose, under agreements in force, newest first.
    public func filePairs(
        for version: MatchModel, seenBy person: Practitioner
    ) async throws -> [FilePair] {
        let date = today
        let usable = Set(
            try await agreements(seenBy: person)
                .filter { $0.standing(on: date) == .inForce && $0.terms.purpose == version.purpose }
                .map(\.id))
        let loads = try await loads(seenBy: person).filter { usable.contains($0.agreement) }
        var pairs: [FilePair] = []
        for left in loads {
            for right in loads where FilePair.isPair(left, right) {
                pairs.append(FilePair(left: left, right: right))
            }
        }
        // Loads come newest first, so the newest partner of the newest file is first.
        return Array(pairs.prefix(Self.mostFilePairs))
    }
}

extension FilePair {
    /// Whether two loads are worth comparing in this order: under one agreement, not the same list.
    fileprivate static func isPair(_ left: Receipt, _ right: Receipt) -> Bool {
        guard left.agreement == right.agreement else { return false }
        if left.dataset != right.dataset { return left.dataset < right.dataset }
        return left.partner < right.partner
    }
}
