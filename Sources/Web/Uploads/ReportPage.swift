import Exchange
import Foundation
import Governance
import Records

/// What the checks found in a file, row by row, and the button that loads what passed.
struct ReportPage {
    let staged: StagedVisit
    let batch: CheckedBatch
    let isPartlyMissing: Bool
    /// An earlier load of the very same file.
    let earlier: Receipt?

    private static let shownRows = 100

    init(_ staged: StagedVisit, _ batch: CheckedBatch, isPartlyMissing: Bool = false) async throws {
        self.staged = staged
        self.batch = batch
        self.isPartlyMissing = isPartlyMissing
        earlier = try await staged.visit.store.loads(seenBy: staged.person).first {
            $0.partner == staged.person.partner && $0.dataset == batch.dataset.id
                && $0.agreement == staged.permission.agreement.id
                && $0.digest == Data(staged.staged.digest).base64EncodedString()
        }
    }

    private var visit: Visit { staged.visit }
    private var report: QualityReport { batch.report }

    var shell: PageShell {
        var errors = FormErrors()
        if isPartlyMissing {
            errors.add("partly", "Tick the box if you accept that only a part is loaded")
        }
        return visit.page(
            "Report on the file", current: "/uploads", way: .back(staged.address),
            hasErrors: isPartlyMissing
        ) {
            ErrorSummary(errors)
            h1("Report on the file", caption: batch.dataset.title)
            p("Nothing is stored yet.")
            totals
            ruleTable
            if let earlier { repeated(earlier) }
            accept(errors)
            rejectedTable
            warningTable
            changeTable
            droppedTable
            PostForm("\(staged.address)/discard", csrf: visit.csrf) {
                Button("Discard this file", .warning)
            }
        }
    }

    private var totals: SummaryList {
        SummaryList {
            SummaryRow("Rows in the file", Numerals.grouped(report.rowCount))
            SummaryRow("Rows that passed", Numerals.grouped(report.acceptedCount))
            SummaryRow("Rows to put right", Numerals.grouped(report.rejectedCount))
            if report.blankRowCount > 0 {
                SummaryRow("Blank rows, skipped", Numerals.grouped(report.blankRowCount))
            }
            SummaryRow("Agreement", staged.permission.agreement.terms.title)
        }
    }

    private func repeated(_ earlier: Receipt) -> Inset {
        Inset {
            "The very same file was loaded on \(earlier.loadedAt.londonWords). "
            a("See its receipt", to: "/uploads/\(earlier.id)")
            ". Load it again only if you mean to."
        }
    }

    @HTMLBuilder private func accept(_ errors: FormErrors) -> HTML {
        if report.acceptedCount == 0 {
            Inset(
                "No row passed the checks, so there is nothing to load. Put the file right first.")
        } else {
            PostForm("\(staged.address)/report", csrf: visit.csrf) {
                hiddenInput("revision", "\(staged.staged.revision)")
                if !report.isClean {
                    Checkboxes(
                        "partly", "Only a part would be loaded",
                        [
                            Choice(
                                "yes",
                                "I accept that \(Self.rows(report.rejectedCount)) stay out",
                                hint: "Your account is named with this in the log.")
                        ], error: errors["partly"])
                }
                Button("Load \(Self.rows(report.acceptedCount))")
            }
        }
    }

    private var ruleTable: Table {
        Table(
            "What was found, by rule",
            columns: [.text("Rule"), .text("What follows"), .number("How often")],
            empty: "Every row passed every check."
        ) {
            for rule in report.rules {
                Table.Row {
                    rule.rule.label.capitalisedFirst
                    rule.severity == .error ? "Row stays out" : "Row is loaded"
                    rule.count
                }
            }
        }
    }

    @HTMLBuilder private var rejectedTable: HTML {
        let rows = batch.rejectedRows
        if !rows.isEmpty {
            Table("Rows to put right", columns: Self.findingColumns) {
                for row in rows.prefix(Self.shownRows) {
                    for finding in row.findings where finding.severity == .error {
                        Self.row(finding)
                    }
                }
            }
            if rows.count > Self.shownRows {
                p("The first \(Self.shownRows) of \(Numerals.grouped(rows.count)) rows are shown.")
            }
            p {
                DownloadLink(
                    "All rows to put right, with what to fix",
                    to: "\(staged.address)/rejected.csv", format: "CSV")
            }
        }
    }

    @HTMLBuilder private var warningTable: HTML {
        let warnings = report.findings.filter { $0.severity == .warning }.prefix(Self.shownRows)
        if !warnings.isEmpty {
            Table("Worth a look: these rows are loaded", columns: Self.findingColumns) {
                for finding in warnings { Self.row(finding) }
            }
            if report.warningCount > warnings.count {
                p("\(warnings.count) of \(Numerals.grouped(report.warningCount)) are shown.")
            }
        }
    }

    private static let findingColumns: [Table.Column] = [
        .text("Line"), .text("Column"), .text("Value"), .text("What is wrong and how to fix it"),
    ]

    private static func row(_ finding: Finding) -> Table.Row {
        Table.Row {
            Numerals.grouped(finding.line)
            finding.heading ?? "Whole row"
            value(finding)
            finding.sentence
        }
    }

    private static func value(_ finding: Finding) -> HTML {
        guard let value = finding.value, !value.isEmpty else {
            return span(finding.heading == nil ? "" : "Empty", .class("weft-absent"))
        }
        return HTML(String(value.prefix(60)))
    }

    private var changeTable: Table {
        let changes = report.columns.flatMap { column in
            column.normalised.map { (column.heading, $0.key, $0.value) }
        }.sorted { ($0.0, $0.1.rawValue) < ($1.0, $1.1.rawValue) }
        return Table(
            "What was brought into the standard form",
            columns: [.text("Column"), .text("Change"), .number("Values")],
            empty: "Nothing needed to be."
        ) {
            for (heading, change, count) in changes {
                Table.Row {
                    heading
                    change.label.capitalisedFirst
                    count
                }
            }
        }
    }

    private var droppedTable: Table {
        let dropped = staged.staged.mapping.columns.filter { column in
            column.item.map { !staged.permission.items.contains($0) } ?? true
        }
        return Table(
            "Columns that are dropped before anything is stored",
            columns: [.text("Column"), .text("Why")], empty: "None: every column is stored."
        ) {
            for column in dropped {
                Table.Row {
                    column.heading
                    reason(column)
                }
            }
        }
    }

    private func reason(_ column: ColumnMapping.Column) -> String {
        guard let item = column.item else {
            return column.reason == .chosen ? "Left out by hand." : "No known data item."
        }
        let label = staged.permission.dataset.field(item)?.item.label ?? item.rawValue
        return "\(label): not allowed by this agreement."
    }

    static func rows(_ count: Int) -> String {
        "\(Numerals.grouped(count)) \(count == 1 ? "row" : "rows")"
    }
}

extension String {
    /// The same words with a capital letter first.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
