import Decisions
import Governance
import Records

/// What an agreement means for the staff of one body, on one page.
struct StaffInstruction {
    let agreement: SharingAgreement
    let words: AgreementWords
    /// The body whose staff read it.
    let body: Partner
    let lead: Partner
    let today: CalendarDate

    private var terms: SharingAgreement.Terms { agreement.terms }

    /// The page; the same words in every format.
    var written: WrittenDocument {
        WrittenDocument(
            title: "What staff of \(body.name) may share",
            foot: "From agreement \(agreement.id), version \(agreement.version)",
            blocks: [.paragraph(opening)] + sending + receiving + rules)
    }

    private var opening: String {
        let standing = agreement.standing(on: today)
        let state =
            standing == .inForce
            ? "It is in force until \(terms.lastDay.words)."
            : "It is not in force (\(standing.label.lowercasedFirst)): share nothing under it now."
        return "Under “\(terms.title)” (\(agreement.id)). \(state)"
    }

    private var sending: [WrittenDocument.Block] {
        let flows = terms.flows.filter { $0.from.contains(body.id) }
        guard !flows.isEmpty else {
            return [.heading(1, "You may send"), .paragraph("Nothing.")]
        }
        return [.heading(1, "You may send"), .list(flows.map(sentence))]
    }

    private func sentence(_ flow: DataFlow) -> String {
        let items = words.items(of: flow).map { $0.label.lowercasedFirst }
        let receivers = words.list(flow.to.subtracting([body.id]))
        return "\(words.names.name(flow.dataset)) to \(receivers): "
            + "\(AgreementWords.joined(items)) (clause \(flow.clause))."
    }

    private var receiving: [WrittenDocument.Block] {
        let flows = terms.flows.filter { $0.to.contains(body.id) }
        guard !flows.isEmpty else {
            return [.heading(1, "You may receive"), .paragraph("Nothing.")]
        }
        let entries = flows.map { flow in
            "\(words.names.name(flow.dataset)) from "
                + "\(words.list(flow.from.subtracting([body.id]))). It may be "
                + "\(words.uses(flow.kinds)) (clause \(flow.clause))."
        }
        return [.heading(1, "You may receive"), .list(entries)]
    }

    private var rules: [WrittenDocument.Block] {
        [
            .heading(1, "Only for this"),
            .paragraph(words.purpose(terms.purpose)?.meaning ?? words.names.name(terms.purpose)),
            .heading(1, "Do not"),
            .list([
                "share an item that is not listed here",
                "use it for anything else, even if that would be useful",
                "keep a received copy longer than "
                    + AgreementWords.months(terms.retentionMonths),
                "send it by another way than Weft, where your body uses Weft for it",
            ]),
            .heading(1, "If you are not sure"),
            .paragraph(
                "Ask first: \(body.contact) at \(body.name), or \(lead.contact) at \(lead.name), "
                    + "which looks after the agreement."),
            .heading(1, "If somebody may come to serious harm now"),
            .paragraph(
                "Share what is needed to keep them safe. Then tell your data protection officer, "
                    + "and write down what you shared, with whom and why."),
        ]
    }
}
