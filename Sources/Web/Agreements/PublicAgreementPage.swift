import Decisions
import Exchange
import Governance
import Records

/// An agreement in force, for everybody to read.
struct PublicAgreementPage {
    let visit: Visit
    let agreement: SharingAgreement
    let words: AgreementWords
    let lead: Partner

    /// The agreement that the path names, which may end in `.json`.
    ///
    /// - Throws: `Refusal` that reads as if it did not exist, unless it is in force.
    init(_ visit: Visit) async throws {
        self.visit = visit
        let id = try visit.agreementID
        let found = try await visit.store.registered(id)
        guard let found else {
            throw Refusal(
                .notFound, "not-found", "There is no such agreement in the register now.",
                fix: "Look for it in the register; it holds only agreements in force.")
        }
        agreement = found
        words = try await AgreementWords(visit.store)
        lead = try await visit.store.partner(found.terms.lead)
    }

    private var terms: SharingAgreement.Terms { agreement.terms }
    private var today: CalendarDate { visit.store.today }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(AgreementRecord(agreement, words, on: today, contact: lead.contact))
        }
    }

    private var shell: PageShell {
        visit.page(
            terms.title, current: "/register",
            way: .breadcrumbs([NavigationItem("Register", to: "/register")])
        ) {
            h1(terms.title, caption: terms.category)
            p(terms.summary, .class("govuk-body-l"))
            facts
            h2("Which information")
            for flow in terms.flows { card(flow) }
            law
            h2("Your questions")
            p {
                "\(lead.name) looks after this agreement. You can ask what is held about you, and "
                "have it put right: write to "
                a(lead.contact, to: "mailto:\(lead.contact)")
                "."
            }
            plainList {
                a("The whole text to print or take away", to: "/register/\(agreement.id)/document")
                DownloadLink(
                    "The day of its review", to: "/register/\(agreement.id)/days.ics",
                    format: "calendar")
                DownloadLink(
                    "This agreement", to: "/register/\(agreement.id).json", format: "JSON")
                a("What the words mean", to: "/glossary")
            }
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Reference", "\(agreement.id), version \(agreement.version)")
            SummaryRow("Purpose", words.names.name(terms.purpose))
            SummaryRow("Why it is needed", terms.necessity)
            SummaryRow("Lead organisation", lead.name)
            SummaryRow("Organisations bound") { bullets(words.bodies(terms.parties)) }
            SummaryRow("In force", "\(terms.start.words) to \(terms.lastDay.words)")
            SummaryRow("Review by") {
                agreement.reviewDate.words
                if agreement.openReview != nil {
                    " "
                    StatusTag("Under review", .blue)
                }
                if let tag = agreement.reviewStanding(on: today).tag {
                    " "
                    tag
                }
            }
            SummaryRow(
                "How long copies are kept",
                "\(AgreementWords.months(terms.retentionMonths)) after they were received")
            SummaryRow("Approved by") {
                bullets {
                    for (party, approval) in agreement.approvals.sorted(by: { $0.key < $1.key }) {
                        "\(words.names.name(party)): \(approval.post), \(approval.date.words)"
                    }
                }
            }
        }
    }

    private func card(_ flow: DataFlow) -> SummaryList {
        SummaryList(card: words.names.name(flow.dataset), level: 3) {
            SummaryRow("From", words.list(flow.from))
            SummaryRow("To", words.list(flow.to))
            SummaryRow("Items") {
                bullets {
                    for item in words.items(of: flow) { AgreementText.label(item) }
                }
            }
            SummaryRow("May be", words.uses(flow.kinds))
        }
    }

    @HTMLBuilder private var law: HTML {
        h2("The law")
        p("\(terms.lawfulBasis.label) of the UK GDPR.")
        SummaryList {
            for gateway in words.gateways(terms.gateways) {
                SummaryRow(gateway.citation) {
                    p(gateway.meaning)
                    Details("Its limits") { p(gateway.caution) }
                }
            }
        }
    }
}
