import Decisions
public import Governance
import Records

/// In what two texts of an agreement differ, in words.
public struct DifferenceWords: Sendable {
    /// One difference: what it is about, and what is said of it.
    public struct Row: Hashable, Sendable {
        /// What it is about, such as "Last day".
        public let label: String
        /// One sentence or more.
        public let lines: [String]
    }

    private let words: AgreementWords

    /// Words with the names of bodies, items and statutes as they are now.
    public init(_ words: AgreementWords) { self.words = words }

    /// A row for each difference, in the order of the text.
    public func rows(_ differences: [TermsDifference]) -> [Row] {
        differences.map { Row(label: label($0), lines: lines($0)) }
    }

    private func label(_ difference: TermsDifference) -> String {
        switch difference {
        case .words(let words, _, _): words.label
        case .purpose: "Purpose"
        case .lead: "Lead"
        case .parties: "Parties"
        case .gateways, .gatewayOrder: "Law"
        case .lawfulBasis: "Basis under the UK GDPR"
        case .day(let day, _, _): day.label
        case .retention: "Received copies"
        case .flowAdded(let flow), .flowRemoved(let flow), .flowChanged(_, let flow):
            "Data flow \(flow.clause): \(words.names.name(flow.dataset))"
        case .flowOrder: "Data flows"
        }
    }

    private func lines(_ difference: TermsDifference) -> [String] {
        switch difference {
        case .words(_, let before, let after):
            ["Before: \(quoted(before))", "Now: \(quoted(after))"]
        case .purpose(let before, let after):
            ["\(words.names.name(after)) instead of \(words.names.name(before))."]
        case .lead(let before, let after):
            ["\(words.names.name(after)) instead of \(words.names.name(before))."]
        case .parties(let joined, let left): change(words.bodies(joined), words.bodies(left))
        case .gateways(let added, let removed):
            change(added.map(citation), removed.map(citation))
        case .gatewayOrder: ["The same statutes in another order."]
        case .lawfulBasis(let before, let after): ["\(after.label) instead of \(before.label)."]
        case .day(_, let before, let after): ["\(after.words) instead of \(before.words)."]
        case .retention(let before, let after):
            [
                "Kept for \(AgreementWords.months(after)) instead of "
                    + "\(AgreementWords.months(before))."
            ]
        case .flowAdded(let flow): ["New."] + text(flow)
        case .flowRemoved: ["Taken out: nothing moves under it any more."]
        case .flowChanged(let before, let after): changes(before, after)
        case .flowOrder: ["The same flows in another order."]
        }
    }

    private func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }

    private func citation(_ id: Gateway.ID) -> String {
        words.gateways([id]).first?.citation ?? id.rawValue
    }

    /// Says what was added and what was taken out, such as "Added: a and b".
    private func change(_ added: [String], _ removed: [String]) -> [String] {
        [("Added", added), ("Taken out", removed)].filter { !$0.1.isEmpty }
            .map { "\($0.0): \(AgreementWords.joined($0.1))." }
    }

    private func text(_ flow: DataFlow) -> [String] {
        [
            "From \(words.list(flow.from)) to \(words.list(flow.to)).",
            "Items: \(AgreementWords.joined(items(flow, flow.items))).",
            "May be \(words.uses(flow.kinds)).",
        ]
    }

    private func items(_ flow: DataFlow, _ chosen: Set<DataItem.ID>) -> [String] {
        words.items(of: flow).filter { chosen.contains($0.id) }.map(\.label.lowercasedFirst)
    }

    private func changes(_ before: DataFlow, _ after: DataFlow) -> [String] {
        var lines: [String] = []
        func compare<Value: Hashable>(
            _ name: String, _ old: Set<Value>, _ new: Set<Value>, _ say: (Set<Value>) -> String
        ) {
            let (added, gone) = (new.subtracting(old), old.subtracting(new))
            if !added.isEmpty { lines.append("\(name), added: \(say(added)).") }
            if !gone.isEmpty { lines.append("\(name), taken out: \(say(gone)).") }
        }
        compare("Items", before.items, after.items) { AgreementWords.joined(items(after, $0)) }
        compare("Senders", before.from, after.from, words.list)
        compare("Receivers", before.to, after.to, words.list)
        compare("Uses", before.kinds, after.kinds, words.uses)
        if before.clause != after.clause {
            lines.append("It was clause \(before.clause) before.")
        }
        return lines
    }
}

/// The same as rows of a page.
struct Differences: Part {
    let rows: [DifferenceWords.Row]

    init(_ differences: [TermsDifference], _ words: AgreementWords) {
        rows = DifferenceWords(words).rows(differences)
    }

    var html: HTML {
        guard !rows.isEmpty else { return p("Nothing: both texts are the same.") }
        return SummaryList {
            for row in rows {
                SummaryRow(row.label) {
                    for line in row.lines { p(line) }
                }
            }
        }.html
    }
}
