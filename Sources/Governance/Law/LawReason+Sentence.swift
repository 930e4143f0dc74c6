public import Records

/// What the codes of a reason are called.
public struct LawNames: Sendable {
    /// Labels of capacities, such as "a billing authority".
    public let capacities: [Capacity.ID: String]
    /// Questions that a body of another kind would answer.
    public let questions: [Capacity.ID: String]
    /// Labels of purposes.
    public let purposes: [Purpose.ID: String]
    /// Labels of data items.
    public let items: [DataItem.ID: String]

    /// Names from the catalogue and the lists of purposes and items.
    public init(_ catalogue: LawCatalogue, purposes: [Purpose], items: [DataItem]) {
        capacities = Dictionary(
            catalogue.capacities.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        questions = Dictionary(
            catalogue.capacities.compactMap { capacity in
                capacity.question.map { (capacity.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
        self.purposes = Dictionary(
            purposes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        self.items = Dictionary(
            items.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// "a billing authority or an electoral registration officer".
    public func oneOf(_ ids: Set<Capacity.ID>) -> String {
        Self.joined(ids.sorted().map { capacities[$0] ?? $0.rawValue }, "or")
    }

    /// The label of an item.
    public func name(_ id: DataItem.ID) -> String { items[id] ?? id.rawValue }

    /// The label of a purpose.
    public func name(_ id: Purpose.ID) -> String { purposes[id] ?? id.rawValue }

    /// "forename, surname and telephone".
    public func list(_ ids: Set<DataItem.ID>) -> String {
        Self.joined(ids.map { name($0) }.sorted(), "and")
    }

    /// The questions whose answer could open a gateway, one after the other.
    func asked(_ ids: Set<Capacity.ID>) -> String {
        ids.sorted().compactMap { questions[$0] }.joined(separator: " ")
    }

    private static func joined(_ words: [String], _ last: String) -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + end
    }
}

extension LawReason {
    /// What is wrong, in one plain sentence.
    public func sentence(_ names: LawNames) -> String {
        switch self {
        case .background: "It explains why bodies work together; nothing is shared under it."
        case .notInForce(.on(let day)): "It begins on \(day.words)."
        case .notInForce(.unknown): "Nobody has established whether it is in force."
        case .notInForce: "It is not in force: no day has been appointed for it to begin."
        case .ended(let day): "Its last day was \(day.words)."
        case .holder(let wanted): "The holder must be \(names.oneOf(wanted))."
        case .receiver(let wanted): "The receiver must be \(names.oneOf(wanted))."
        case .onlyBetween: "It is for giving information to another body."
        case .onlyWithin: "It is for a body’s own use and not for giving information to another."
        case .purpose(let purpose):
            "It does not serve “\(names.name(purpose))”."
        case .notRequested: "The receiver must ask for the information first."
        case .notAgreed: "The person concerned must agree first."
        case .items(let covered): "It covers only: \(names.list(covered))."
        case .heldForUnknown: "It depends on what the information is held for."
        case .bar(let bar): bar.sentence
        case .prohibition(let citation, let bar): "\(bar.sentence) (\(citation))"
        }
    }

    /// What can be done, in plain sentences; empty where nothing can.
    public func fix(_ names: LawNames) -> String {
        switch self {
        case .background, .onlyBetween, .onlyWithin: "Look for a law that gives a power."
        case .notInForce(.on): "Use another law until then."
        case .notInForce:
            "Use another law. When its first day is known, it is entered in the catalogue with "
                + "the instrument that appoints it."
        case .ended: "Use the law that took its place."
        case .holder(let wanted), .receiver(let wanted): names.asked(wanted)
        case .purpose: "Choose a law made for this purpose."
        case .notRequested: "Ask for a request that says what is needed and why, and keep it."
        case .notAgreed: "Ask the person, and record the answer."
        case .items: "Ask for these items only, or choose a law that covers the others."
        case .heldForUnknown: "Say what the holder keeps the information for."
        case .bar(let bar), .prohibition(_, let bar): bar.fix
        }
    }
}
