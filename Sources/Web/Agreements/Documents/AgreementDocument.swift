import Decisions
import Exchange
import Governance
import Records

/// An agreement as a document that people keep, sign off and print.
struct AgreementDocument {
    let agreement: SharingAgreement
    let words: AgreementWords
    let lead: Partner
    let today: CalendarDate

    private var terms: SharingAgreement.Terms { agreement.terms }

    /// The whole text; the same words in every format.
    var written: WrittenDocument {
        WrittenDocument(
            title: terms.title,
            foot: "Agreement \(agreement.id), version \(agreement.version), text "
                + terms.digest.prefix(19),
            blocks: [facts] + reasons + bodies + flows + law + end)
    }

    private var facts: WrittenDocument.Block {
        .facts([
            .init("Reference", "\(agreement.id), version \(agreement.version)"),
            .init("On \(today.words)", agreement.standing(on: today).label),
            .init("Category", terms.category),
            .init("Lead organisation", lead.name),
            .init("Organisations bound", words.bodies(terms.parties)),
            .init("First day", firstDay),
            .init("Last day", terms.lastDay.words),
            .init("Review by", terms.review.words),
        ])
    }

    private var firstDay: String {
        switch agreement.stage {
        case .draft, .awaitingApproval:
            "\(terms.start.words), or the day of the last approval if that is later"
        default: terms.start.words
        }
    }

    private var reasons: [WrittenDocument.Block] {
        let purpose = [words.names.name(terms.purpose), words.purpose(terms.purpose)?.meaning]
        return [
            .heading(1, "What it is for"), .paragraph(terms.summary),
            .facts([
                .init("Purpose", purpose.compactMap(\.self)),
                .init("Why it is needed", terms.necessity),
            ]),
        ]
    }

    private var bodies: [WrittenDocument.Block] {
        [
            .heading(1, "Who approved it"),
            .facts(agreement.parties.map { .init(words.names.name($0), approval(of: $0)) }),
        ]
    }

    private func approval(of party: Partner.ID) -> String {
        if let approval = agreement.approvals[party] {
            return "Approved by the \(approval.post) on \(approval.date.words)"
        }
        return agreement.stage == .awaitingApproval
            ? "Not approved yet. Nothing moves before every organisation has approved."
            : "Not asked yet"
    }

    private var flows: [WrittenDocument.Block] {
        [.heading(1, "Which information goes where")]
            + terms.flows.flatMap { flow -> [WrittenDocument.Block] in
                [
                    .heading(2, "\(flow.clause) \(words.names.name(flow.dataset))"),
                    .facts([
                        .init("From", words.bodies(flow.from)),
                        .init("To", words.bodies(flow.to)),
                        .init("Items", words.items(of: flow).map(Self.label)),
                        .init("May be", words.uses(flow.kinds)),
                    ]),
                ]
            }
            + [.paragraph("What is not listed here may not be shared under this agreement.")]
    }

    /// An item with its sensitivity, where that is not ordinary.
    private static func label(_ item: DataItem) -> String {
        item.sensitivity == .ordinary
            ? item.label : "\(item.label) (\(item.sensitivity.label.lowercasedFirst))"
    }

    private var law: [WrittenDocument.Block] {
        [
            .heading(1, "The law"), .paragraph("\(terms.lawfulBasis.label) of the UK GDPR."),
            .facts(
                words.gateways(terms.gateways).map {
                    .init($0.citation, [$0.meaning, $0.caution])
                }),
        ]
    }

    private var end: [WrittenDocument.Block] {
        [
            .heading(1, "How long copies are kept"),
            .paragraph(
                "Received copies are deleted \(AgreementWords.months(terms.retentionMonths)) after "
                    + "they were received."),
            .heading(1, "Questions"),
            .paragraph("\(lead.name) looks after this agreement: \(lead.contact)"),
            .heading(1, "How to check this text"),
            .paragraph(
                "Its digest is \(terms.digest). Each approval is in the log with this digest. It "
                    + "is SHA-256 over the terms as canonical JSON (RFC 8785)."),
        ]
    }
}
