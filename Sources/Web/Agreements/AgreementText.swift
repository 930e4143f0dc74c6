import Decisions
import Exchange
import Governance
import Records

/// The whole text of an agreement in words, as cards.
struct AgreementText: Part {
    let agreement: SharingAgreement
    let words: AgreementWords
    /// Whether each card links to the page that changes it.
    let isEditable: Bool

    private var terms: SharingAgreement.Terms { agreement.terms }

    var html: HTML {
        HTML {
            card(.summary) {
                SummaryRow("Title", terms.title)
                SummaryRow("Category", terms.category)
                SummaryRow("Public summary", terms.summary)
            }
            card(.purpose) {
                SummaryRow("Purpose") { purpose }
                SummaryRow("Why it is needed", terms.necessity)
            }
            card(.parties) {
                SummaryRow("Lead", words.names.name(terms.lead))
                for party in agreement.parties {
                    SummaryRow(words.names.name(party)) { approval(of: party) }
                }
            }
            for (index, flow) in terms.flows.enumerated() { card(flow, number: index + 1) }
            card(.law) {
                SummaryRow("Basis under the UK GDPR", terms.lawfulBasis.label)
                for gateway in words.gateways(terms.gateways) {
                    SummaryRow(gateway.citation) {
                        p(gateway.meaning)
                        p(gateway.caution)
                    }
                }
            }
            card(.dates) {
                SummaryRow("First day", firstDay)
                SummaryRow("Last day", terms.lastDay.words)
                SummaryRow("Review by", review)
                SummaryRow(
                    "Received copies",
                    "Deleted \(AgreementWords.months(terms.retentionMonths)) after they were "
                        + "received.")
            }
        }
    }

    private func card(
        _ section: DraftPart, @ArrayBuilder<SummaryRow> rows: () -> [SummaryRow]
    ) -> SummaryList {
        let change = SummaryRow.Action.change(section.address(in: agreement.id))
        return SummaryList(card: section.title, actions: isEditable ? [change] : [], rows: rows)
    }

    private func card(_ flow: DataFlow, number: Int) -> SummaryList {
        let part = DraftPart.flow(number)
        let change = SummaryRow.Action.change(part.address(in: agreement.id))
        let title = "Data flow \(flow.clause): \(words.names.name(flow.dataset))"
        return SummaryList(card: title, actions: isEditable ? [change] : []) {
            SummaryRow("From", words.list(flow.from), absent: "None chosen")
            SummaryRow("To", words.list(flow.to), absent: "None chosen")
            SummaryRow("Items") { items(of: flow) }
            SummaryRow("May be", words.uses(flow.kinds), absent: "None chosen")
        }
    }

    @HTMLBuilder private var purpose: HTML {
        p(words.names.name(terms.purpose))
        if let purpose = words.purpose(terms.purpose) { p(purpose.meaning) }
    }

    private func items(of flow: DataFlow) -> HTML {
        let items = words.items(of: flow)
        guard !items.isEmpty else { return span("None chosen", .class("weft-absent")) }
        return bullets {
            for item in items { Self.label(item) }
        }
    }

    private var review: String {
        guard agreement.reviewDate != terms.review else { return terms.review.words }
        return "\(agreement.reviewDate.words), since the text was reaffirmed "
            + "(signed: \(terms.review.words))"
    }

    private var firstDay: String {
        switch agreement.stage {
        case .draft, .awaitingApproval:
            "\(terms.start.words), or the day of the last approval if that is later"
        default: terms.start.words
        }
    }

    @HTMLBuilder private func approval(of party: Partner.ID) -> HTML {
        if let approval = agreement.approvals[party] {
            "Approved by the \(approval.post) on \(approval.date.words)"
        } else if let reason = agreement.refusals[party] {
            StatusTag("Refused", .red)
            " “\(reason)”"
        } else if agreement.stage == .awaitingApproval {
            StatusTag("Waiting", .yellow)
        } else {
            span("Not asked yet", .class("weft-absent"))
        }
    }

    /// An item with its sensitivity, where that is not ordinary.
    static func label(_ item: DataItem) -> HTML {
        HTML {
            item.label
            if item.sensitivity.needsFurtherCondition {
                " "
                StatusTag(item.sensitivity.label, .purple)
            } else if item.sensitivity != .ordinary {
                " (\(item.sensitivity.label))"
            }
        }
    }
}
