import Decisions
import Exchange
import Foundation
import Governance
import Records

/// The receipt of a load: what was stored under which clause, what was not, until when.
struct ReceiptPage {
    private struct Item: Encodable {
        let item: String
        let label: String
        let clause: String
    }

    private struct Body: Encodable {
        let id: String
        let from: String
        let agreement: String
        let version: Int
        let dataset: String
        let receivers: [String]
        let items: [Item]
        let dropped: [String]
        let rows: Int
        let rejected: Int
        let deleteBy: CalendarDate
        let loadedAt: String
        let file: String
        let logEntry: Int
    }

    let visit: Visit
    let person: Practitioner
    let receipt: Receipt
    let names: Names
    let loader: String?

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        self.person = person
        let receipt = try await visit.store.load(visit.code("load"), seenBy: person)
        self.receipt = receipt
        names = try await visit.store.names()
        loader = try await visit.store.accounts(seenBy: person)
            .first { $0.id == receipt.loadedBy && $0.partner == person.partner }?.name
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(body) : .page(shell) }
    }

    private var isOwn: Bool { receipt.partner == person.partner }

    private var shell: PageShell {
        visit.page(
            "Receipt of a load", current: "/uploads",
            way: .breadcrumbs([NavigationItem("Data", to: "/uploads")])
        ) {
            if isOwn {
                Panel("\(ReportPage.rows(receipt.rowCount)) loaded") {
                    "Number of the load"
                    voidElement("br", [])
                    strong(receipt.id.rawValue)
                }
            } else {
                h1(
                    "\(ReportPage.rows(receipt.rowCount)) from \(names.name(receipt.partner))",
                    caption: "Load \(receipt.id)")
            }
            facts
            next
            stored
            dropped
            rules
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Data set", names.name(receipt.dataset))
            SummaryRow("From", names.name(receipt.partner))
            SummaryRow(
                "Who may use it", receipt.receivers.map { names.name($0) }.joined(separator: ", "))
            SummaryRow("Agreement") {
                a(
                    names.agreements[receipt.agreement] ?? receipt.agreement.rawValue,
                    to: "/agreements/\(receipt.agreement)")
                " (\(receipt.agreement), version \(receipt.version))"
            }
            SummaryRow("Rows stored", Numerals.grouped(receipt.rowCount))
            SummaryRow(
                "Rows that stayed out", Numerals.grouped(receipt.report.rejectedCount))
            SummaryRow("Loaded") { receipt.loadedAt.londonTime }
            if let loader { SummaryRow("Loaded by", loader) }
            SummaryRow("Deleted by", receipt.deleteBy.words)
            SummaryRow("Entry in the log") { entry }
            SummaryRow("Fingerprint of the file (SHA-256)") { code(hexadecimal) }
        }
    }

    @HTMLBuilder private var entry: HTML {
        if person.may(.readLog) {
            a("Entry \(receipt.entry)", to: "/log/\(receipt.entry)")
        } else {
            "Entry \(receipt.entry)"
        }
    }

    /// In fours, so that it can be compared by eye and breaks on a narrow screen.
    private var hexadecimal: String {
        let digits = (Data(base64Encoded: receipt.digest) ?? Data()).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return stride(from: 0, to: digits.count, by: 2)
            .map { digits[$0..<min($0 + 2, digits.count)].joined() }.joined(separator: " ")
    }

    @HTMLBuilder private var next: HTML {
        if isOwn {
            h2("What happens next")
            p(
                "The bodies named above may use the data as the agreement says, and see this "
                    + "receipt. Print this page if you need it on paper.")
            if person.may(.runMatch) {
                p { a("Compare two loads", to: "/matches/new") }
            }
            if person.may(.loadData) {
                p { a("Load another file", to: "/uploads/new") }
            }
        }
    }

    private var stored: Table {
        Table(
            "What was stored", columns: [.text("Data item"), .text("Allowed by")]
        ) {
            for item in receipt.items {
                Table.Row {
                    names.name(item)
                    "Clause \(receipt.clauses[item] ?? "")"
                }
            }
        }
    }

    @HTMLBuilder private var dropped: HTML {
        h2("Columns that were dropped before anything was stored")
        if receipt.dropped.isEmpty {
            p("None: every column of the file was stored.")
        } else {
            bullets(receipt.dropped)
        }
    }

    private var rules: Table {
        Table(
            "What the checks found",
            columns: [.text("Rule"), .text("What followed"), .number("How often")],
            empty: "Every row passed every check."
        ) {
            for rule in receipt.report.rules {
                Table.Row {
                    rule.rule.label.capitalisedFirst
                    rule.severity == .error ? "Row stayed out" : "Row was loaded"
                    rule.count
                }
            }
        }
    }

    private var body: Body {
        Body(
            id: receipt.id.rawValue, from: receipt.partner.rawValue,
            agreement: receipt.agreement.rawValue, version: receipt.version,
            dataset: receipt.dataset.rawValue, receivers: receipt.receivers.map(\.rawValue),
            items: receipt.items.map {
                Item(
                    item: $0.rawValue, label: names.name($0), clause: receipt.clauses[$0] ?? "")
            },
            dropped: receipt.dropped, rows: receipt.rowCount,
            rejected: receipt.report.rejectedCount, deleteBy: receipt.deleteBy,
            loadedAt: receipt.loadedAt.description, file: "sha256:" + receipt.digest,
            logEntry: receipt.entry)
    }
}
