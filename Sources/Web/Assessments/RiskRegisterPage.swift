import Exchange
import Governance
import Records

/// The risks of all assessments of the person's body, on both sides.
struct RiskRegisterPage {
    private struct Line: Encodable {
        let assessment: String
        let version: Int
        let title: String
        let isSigned: Bool
        let risk: String
        let subject: String
        let text: String
        let before: String
        let after: String?
        let owner: String
        let measuresToDo: Int
        let measuresOverdue: Int
    }

    private struct List: Encodable {
        let risks: [Line]
    }

    let visit: Visit
    let register: RiskRegister
    let subject: ImpactRisk.Subject?

    init(_ visit: Visit) async throws {
        self.visit = visit
        register = try await visit.store.riskRegister(seenBy: visit.person())
        subject = ImpactRisk.Subject(rawValue: visit.query["subject"])
    }

    private var shown: [RiskRegister.Entry] {
        register.entries.filter { subject == nil || $0.risk.subject == subject }
    }

    private var lines: [Line] {
        shown.map {
            Line(
                assessment: $0.assessment.rawValue, version: $0.version, title: $0.title,
                isSigned: $0.isSigned, risk: $0.risk.id.rawValue,
                subject: $0.risk.subject.rawValue, text: $0.risk.text,
                before: $0.risk.before.level.label.lowercased(),
                after: $0.risk.after?.level.label.lowercased(), owner: $0.risk.owner,
                measuresToDo: $0.open.count, measuresOverdue: $0.overdueCount)
        }
    }

    var reply: Reply {
        get throws {
            if visit.wantsCSV { return csv }
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(List(risks: lines))
        }
    }

    private var csv: Reply {
        var writer = CSVWriter(headings: [
            "Assessment", "Version", "Title", "Signed", "Risk", "Whom it would hurt", "Text",
            "Before", "After", "Owner", "Measures to do", "Measures overdue",
        ])
        for (line, entry) in zip(lines, shown) {
            writer.append([
                line.assessment, "\(line.version)", line.title, line.isSigned ? "yes" : "no",
                line.risk, entry.risk.subject.label, line.text, entry.risk.before.level.label,
                entry.risk.after?.level.label ?? "Not rated", line.owner, "\(line.measuresToDo)",
                "\(line.measuresOverdue)",
            ])
        }
        return .download(writer.bytes, name: "risks.csv", type: "text/csv; charset=utf-8")
    }

    private var shell: PageShell {
        let slice = PageOfList(shown, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Risk register"), current: "/agreements", way: way) {
            h1("Risk register")
            p(
                "The risks of every assessment that your body takes part in, the highest that is "
                    + "left first. Of each assessment the signed version counts; until there is "
                    + "one, the draft. Risks of sharing and of not sharing stand side by side.")
            plainList {
                for side in ImpactRisk.Subject.allCases {
                    a("Only: \(side.label.lowercased())", to: "/risks?subject=\(side.rawValue)")
                }
                if subject != nil { a("All risks", to: "/risks") }
            }
            table(slice)
            Pagination(current: slice.number, of: slice.count) {
                "/risks?page=\($0)" + (subject.map { "&subject=\($0.rawValue)" } ?? "")
            }
            p { DownloadLink("Risk register", to: "/risks.csv", format: "CSV") }
            p { DownloadLink("Risk register", to: "/risks.json", format: "JSON") }
        }
    }

    private var way: PageShell.Way {
        .breadcrumbs([
            NavigationItem("Agreements", to: "/agreements"),
            NavigationItem("Impact assessments", to: "/assessments"),
        ])
    }

    private func table(_ slice: PageOfList<RiskRegister.Entry>) -> Table {
        Table(
            "Risks: \(shown.count)",
            columns: [
                .text("Risk"), .text("Left"), .text("Before"), .text("Owner"),
                .text("Measures to do"),
            ]
        ) {
            for entry in slice.items {
                Table.Row {
                    HTML {
                        "\(entry.risk.subject.label): \(entry.risk.text) "
                        a(to: "/assessments/\(entry.assessment)") {
                            entry.title
                            visuallyHidden(" \(entry.risk.id)")
                        }
                        entry.isSigned ? "" : " (not signed)"
                    }
                    entry.risk.after?.level.tag.html ?? HTML("Not rated")
                    entry.risk.before.level.tag
                    entry.risk.owner.isEmpty ? "Not named" : entry.risk.owner
                    HTML {
                        "\(entry.open.count)"
                        if entry.overdueCount > 0 {
                            " "
                            StatusTag("\(entry.overdueCount) overdue", .red)
                        }
                    }
                }
            }
        }
    }
}

/// Every advice that was overruled, with the reason (governance.md T16).
struct OverridesPage {
    private struct Line: Encodable {
        let assessment: String
        let version: Int
        let title: String
        let verdict: String
        let advice: String
        let advisedBy: String
        let advisedOn: String
        let reason: String
        let overruledBy: String
        let overruledOn: String
    }

    private struct List: Encodable {
        let overrides: [Line]
    }

    let visit: Visit
    let overrides: [RiskRegister.Override]

    init(_ visit: Visit) async throws {
        self.visit = visit
        overrides = try await visit.store.riskRegister(seenBy: visit.person()).overrides
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(
                List(
                    overrides: overrides.compactMap { one in
                        one.advice.answer.map { answer in
                            Line(
                                assessment: one.assessment.rawValue, version: one.version,
                                title: one.title, verdict: one.advice.verdict.rawValue,
                                advice: one.advice.text, advisedBy: one.advice.post,
                                advisedOn: one.advice.date.description, reason: answer.reason,
                                overruledBy: answer.post, overruledOn: answer.date.description)
                        }
                    }))
        }
    }

    private var shell: PageShell {
        visit.page(
            "Advice that was overruled", current: "/agreements",
            way: .breadcrumbs([
                NavigationItem("Agreements", to: "/agreements"),
                NavigationItem("Impact assessments", to: "/assessments"),
            ])
        ) {
            h1("Advice that was overruled")
            p(
                "Every time that a lead went against the advice of a data protection officer, "
                    + "with the reason. Nothing is ever taken out.")
            Table(
                "Overruled: \(overrides.count)",
                columns: [
                    .text("Assessment"), .text("Advice"), .text("Reason for overruling"),
                    .text("Overruled by"), .text("When"),
                ]
            ) {
                for one in overrides { row(one) }
            }
            p {
                DownloadLink(
                    "Advice that was overruled", to: "/assessments/overrides.json",
                    format: "JSON")
            }
        }
    }

    private func row(_ one: RiskRegister.Override) -> Table.Row {
        Table.Row {
            HTML {
                a(one.title, to: "/assessments/\(one.assessment)/versions/\(one.version)")
                ", version \(one.version)"
            }
            "\(one.advice.post): \(one.advice.verdict.label). \(one.advice.text)"
            one.advice.answer?.reason ?? ""
            one.advice.answer?.post ?? ""
            one.advice.answer?.date.words ?? ""
        }
    }
}
