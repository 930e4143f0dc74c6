import Decisions
import Exchange
import Governance
import Records

/// The public register of agreements in force, with the columns of WEISF's register.
///
/// Columns: title, purpose, lead organisation, other organisations involved, review date
/// (governance.md §1.2).
struct RegisterPage {
    struct Line: Encodable {
        let reference: String
        let version: Int
        let title: String
        let category: String
        let purpose: String
        let summary: String
        let leadOrganisation: String
        let otherOrganisations: [String]
        let reviewDate: String
        let reviewStatus: String
        let isUnderReview: Bool
        let start: String
        let lastDay: String
    }

    private struct Register: Encodable {
        let partnership: String
        let asOf: String
        let agreements: [Line]
    }

    let visit: Visit
    let search: String
    let category: String
    let lines: [Line]
    let categories: [(name: String, count: Int)]

    init(_ visit: Visit) async throws {
        self.visit = visit
        search = visit.query["q"]
        category = visit.query["category"]
        let names = try await visit.store.names()
        let today = visit.store.today
        let all = try await visit.store.register().map { agreement in
            Line(
                reference: agreement.id.rawValue, version: agreement.version,
                title: agreement.title, category: agreement.category,
                purpose: names.name(agreement.purpose), summary: agreement.summary,
                leadOrganisation: names.name(agreement.lead),
                otherOrganisations: agreement.others.map { names.name($0) }.sorted(),
                reviewDate: agreement.review.description,
                reviewStatus: agreement.reviewStanding(on: today).rawValue,
                isUnderReview: agreement.isUnderReview,
                start: agreement.start.description, lastDay: agreement.lastDay.description)
        }
        categories = Dictionary(grouping: all, by: \.category)
            .map { (name: $0.key, count: $0.value.count) }.sorted { $0.name < $1.name }
        let (needle, chosen) = (Array(search.lowercased().utf8), category)
        lines = all.filter { line in
            (chosen.isEmpty || line.category == chosen) && line.holds(needle)
        }
    }

    var reply: Reply {
        get throws {
            if visit.wantsCSV { return csv }
            if visit.wantsJSON {
                return try .json(
                    Register(
                        partnership: visit.store.settings.partnership,
                        asOf: visit.store.today.description, agreements: lines))
            }
            return .page(shell)
        }
    }

    private var csv: Reply {
        var writer = CSVWriter(
            headings: [
                "Reference", "Title", "Purpose", "Lead organisation",
                "Other organisations involved", "Review date",
            ])
        for line in lines {
            writer.append([
                line.reference, line.title, line.purpose, line.leadOrganisation,
                line.otherOrganisations.joined(separator: "; "), line.reviewDate,
            ])
        }
        return .download(writer.bytes, name: "register.csv", type: "text/csv; charset=utf-8")
    }

    private var shell: PageShell {
        let slice = PageOfList(lines, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Register of agreements"), current: "/register") {
            h1("Register of agreements")
            p("Every agreement under which the partners share information now.")
            filter
            if lines.isEmpty {
                EmptyState(
                    "Agreements in force",
                    search.isEmpty
                        ? "None recorded." : "0 results for “\(search)”. Try fewer or other words.")
            } else {
                table(slice)
                Pagination(current: slice.number, of: slice.count) { address(page: $0) }
            }
            h2("Take a copy")
            plainList {
                DownloadLink("Register", to: "/register.csv", format: "CSV")
                DownloadLink("Register", to: "/register.json", format: "JSON")
            }
        }
    }

    private var filter: HTML {
        GetForm("/register") {
            TextInput("q", "Search the register", kind: .search, value: search)
            Select(
                "category", "Category",
                [Choice("", "All categories")]
                    + categories.map { Choice($0.name, "\($0.name) (\($0.count))") },
                selected: category)
            Button("Search", .secondary, guardsDoubleClick: false)
        }.html
    }

    /// The same search on another page of the list.
    private func address(page: Int) -> String {
        let fields = [("q", search), ("category", category), ("page", "\(page)")]
        let query = fields.filter { !$0.1.isEmpty }.map { "\($0)=\(Address.encoded($1))" }
        return "/register?" + query.joined(separator: "&")
    }

    private func table(_ slice: PageOfList<Line>) -> Table {
        Table(
            "Agreements in force, \(lines.count) in all",
            columns: [
                .text("Title"), .text("Purpose"), .text("Lead organisation"),
                .text("Other organisations involved"), .text("Review date"),
            ]
        ) {
            for line in slice.items {
                Table.Row {
                    a(line.title, to: "/register/\(line.reference)")
                    line.purpose
                    line.leadOrganisation
                    line.otherOrganisations.joined(separator: "; ")
                    reviewCell(line)
                }
            }
        }
    }

    private func reviewCell(_ line: Line) -> HTML {
        HTML {
            CalendarDate(line.reviewDate)?.words ?? line.reviewDate
            if line.reviewStatus == "overdue" {
                " "
                StatusTag("Overdue", .red)
            }
            if line.isUnderReview {
                " "
                StatusTag("Under review", .blue)
            }
        }
    }
}

extension RegisterPage.Line {
    /// Whether the line holds a text in lower case; every line holds the empty text.
    ///
    /// Bytes are compared, since comparing letters takes ten times as long on thousands of lines.
    fileprivate func holds(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        let text = Array(searched.utf8)
        guard text.count >= needle.count else { return false }
        return (0...text.count - needle.count).contains { start in
            text[start] == first && text[start..<start + needle.count].elementsEqual(needle)
        }
    }

    private var searched: String {
        ([reference, title, category, purpose, summary, leadOrganisation] + otherOrganisations)
            .joined(separator: " ").lowercased()
    }
}
