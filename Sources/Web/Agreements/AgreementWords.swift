import Decisions
public import Exchange
import Governance
import Records

/// The codes of agreements as words, for pages and commands.
public struct AgreementWords: Sendable {
    let names: Names
    let reference: ReferenceData
    let today: CalendarDate

    /// The names as they are now.
    public init(_ store: Store) async throws {
        names = try await store.names()
        reference = store.reference
        today = store.today
    }

    /// The names of bodies, in order.
    func bodies(_ ids: Set<Partner.ID>) -> [String] { ids.map { names.name($0) }.sorted() }

    /// The names of bodies as a sentence says them.
    func list(_ ids: Set<Partner.ID>) -> String { Self.joined(bodies(ids)) }

    /// The items of a flow, in the order of their data set.
    func items(of flow: DataFlow) -> [DataItem] {
        let all = reference.dictionary.dataset(flow.dataset)?.items ?? []
        return all.filter { flow.items.contains($0.id) }
    }

    /// What receivers may do, such as "loaded, matched and read".
    func uses(_ kinds: Set<SharingKind>) -> String {
        Self.joined(SharingKind.allCases.filter(kinds.contains).map(\.label))
    }

    func purpose(_ id: Purpose.ID) -> Purpose? { reference.purposes.first { $0.id == id } }

    /// The gateways of terms, as the catalogue has them.
    func gateways(_ ids: [Gateway.ID]) -> [Gateway] {
        ids.compactMap { reference.law.gateway($0, on: today) }
    }

    /// "1 month", "12 months".
    static func months(_ count: Int) -> String {
        "\(Numerals.grouped(count)) month" + (count == 1 ? "" : "s")
    }

    /// "a", "a and b", "a, b and c".
    static func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    /// As it stands within a sentence; words in capitals such as "UPRN" stay.
    var lowercasedFirst: String {
        guard dropFirst().first?.isUppercase != true else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}

extension Gateway {
    /// Whether it may or must be used, its limits, and whether somebody checked the entry.
    var caution: String {
        let verb = effect == .duty ? "The holder must share." : "The holder may share."
        let checked = isVerified ? "" : " This entry was not checked against the statute."
        return "\(verb) Limits: \(limits)\(checked)"
    }
}

extension SharingAgreement.Standing {
    var tag: StatusTag {
        switch self {
        case .draft: StatusTag(label, .grey)
        case .awaitingApproval: StatusTag(label, .yellow)
        case .notStarted: StatusTag(label, .blue)
        case .inForce: StatusTag(label, .green)
        case .suspended: StatusTag(label, .orange)
        case .expired, .delisted: StatusTag(label, .red)
        case .retired, .replaced: StatusTag(label, .grey)
        }
    }
}

extension SharingAgreement.ReviewStanding {
    /// A tag where somebody has to act.
    var tag: StatusTag? {
        switch self {
        case .notDue: nil
        case .due: StatusTag("Due", .yellow)
        case .overdue: StatusTag("Overdue", .red)
        }
    }
}
