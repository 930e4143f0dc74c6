import Exchange
import Governance
import Records

/// What the catalogue proposes for a question: candidates first, then why not the others.
struct LawAnswerPage {
    let visit: Visit
    let question: LawQuestion
    let record: LawAnswerRecord

    init(_ visit: Visit, _ question: LawQuestion, _ record: LawAnswerRecord) {
        self.visit = visit
        self.question = question
        self.record = record
    }

    private var names: LawNames { visit.store.reference.lawNames }

    var shell: PageShell {
        visit.page(title, way: .back("/law/wizard")) {
            h1(title)
            p(
                "Weft proposes; a person decides, and checks what no program can. The sources were "
                    + "last read on \(record.readOn.words).")
            Inset("If somebody may be in danger now, share what is needed and record it after.")
            asked
            if !record.warnings.isEmpty {
                h2("Know this first")
                bullets(record.warnings.map(\.sentence))
            }
            h2("Laws that may fit")
            if record.candidates.isEmpty {
                p("None that lets the holder disclose. The reasons stand below.")
            }
            for candidate in record.candidates { proposal(candidate) }
            if !record.supporting.isEmpty {
                h2("Laws that support it and give no power to disclose")
                for candidate in record.supporting { proposal(candidate) }
            }
            conditions
            barred
        }
    }

    private var title: String {
        switch record.candidates.count {
        case 0: "No law here lets the holder disclose"
        case 1: "One law may fit"
        case let count: "\(count) laws may fit"
        }
    }

    private var asked: SummaryList {
        SummaryList {
            SummaryRow("Holder", body(question.holder))
            SummaryRow("Receiver", question.isSameBody ? "The same body" : body(question.receiver))
            SummaryRow("Used for", names.name(question.purpose))
            SummaryRow("Held for", heldFor)
            SummaryRow(
                "Information",
                InformationClass.allCases.filter(question.classes.contains).map(\.label)
                    .joined(separator: "; "))
            SummaryRow("Asked for", question.isRequested ? "Yes" : "No")
            SummaryRow("The person agrees", question.hasAgreement ? "Yes" : "No")
            SummaryRow("Basis", question.basis?.label, absent: "None yet")
            SummaryRow("Day", question.date.words)
        }
    }

    private func body(_ body: LegalBody) -> String {
        let more = body.attested.sorted().compactMap { names.capacities[$0] }
        return ([body.kind.label] + more).joined(separator: ", ")
    }

    private var heldFor: String {
        switch question.heldFor {
        case .notStated: "Not known yet"
        case .other: "Another purpose"
        case .stated(let purpose): names.name(purpose)
        }
    }

    @HTMLBuilder private func proposal(_ candidate: LawAnswerRecord.Proposal) -> HTML {
        h3(candidate.citation)
        p(candidate.meaning)
        SummaryList {
            SummaryRow(
                "Effect", candidate.effect.label + (candidate.isLastResort ? "; a last resort" : "")
            )
            if !candidate.items.isEmpty {
                SummaryRow("Covers", AgreementWords.joined(candidate.items))
            }
            if !candidate.withheld.isEmpty {
                SummaryRow("Does not cover", AgreementWords.joined(candidate.withheld))
            }
            if !candidate.checks.isEmpty {
                SummaryRow("Check yourself") { bullets(candidate.checks) }
            }
            if !candidate.evidence.isEmpty {
                SummaryRow("Put on record") { bullets(candidate.evidence) }
            }
            if let refusing = candidate.refusing {
                SummaryRow("If you do not share, record", refusing)
            }
            if let offence = candidate.offence { SummaryRow("Offence", offence) }
            SummaryRow("Checked against the statute", candidate.isVerified ? "Yes" : "No")
        }
        p {
            a("Read the entry", hidden: " for \(candidate.citation)", to: "/law/\(candidate.code)")
        }
    }

    @HTMLBuilder private var conditions: HTML {
        if !record.conditions.isEmpty {
            Table(
                "Conditions to choose from",
                columns: [
                    .text("Condition"), .text("What it asks for"), .text("Policy document"),
                ]
            ) {
                for condition in record.conditions {
                    Table.Row {
                        HTML(condition.citation)
                        HTML(condition.meaning)
                        HTML(condition.needsPolicyDocument ? "Needed" : "Not needed")
                    }
                }
            }
        }
    }

    private var barred: HTML {
        HTML {
            Table(
                "Why not the others, \(record.barred.count) in all",
                columns: [.text("Law"), .text("Why not"), .text("What can be done")]
            ) {
                for entry in record.barred {
                    Table.Row {
                        a(entry.citation, to: "/law/\(entry.code)")
                        sentences(entry.reasons.map(\.sentence))
                        sentences(entry.reasons.map(\.fix).filter { !$0.isEmpty })
                    }
                }
            }
        }
    }

    private func sentences(_ lines: [String]) -> HTML {
        switch lines.count {
        case 0: HTML("Nothing")
        case 1: HTML(lines[0])
        default: bullets(lines)
        }
    }
}
