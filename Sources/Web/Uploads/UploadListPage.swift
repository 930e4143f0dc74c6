import Decisions
import Exchange
import Governance
import Records

/// The loads that the person's body made or may use, and the files that still wait.
struct UploadListPage {
    struct Line: Encodable {
        let id: String
        let dataset: String
        let from: String
        let agreement: String
        let rows: Int
        let rejected: Int
        let loadedAt: String
        let deleteBy: CalendarDate
    }

    private struct Body: Encodable { let loads: [Line] }

    let visit: Visit
    let person: Practitioner
    let loads: [Receipt]
    let waiting: [Staging.Upload]
    let names: Names
    let page: PageOfList<Receipt>

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        loads = try await visit.store.loads(seenBy: person)
        waiting = await visit.desk.staging.waiting(of: person, now: visit.store.now)
        names = try await visit.store.names()
        page = PageOfList(loads, number: visit.query["page"], size: 25)
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(Body(loads: loads.map(line)))
        }
    }

    private var notice: NotificationBanner? {
        visit.query.has("discarded")
            ? NotificationBanner(.success, "The file was discarded. Nothing was stored.") : nil
    }

    private var shell: PageShell {
        visit.page(page.title("Data"), current: "/uploads", notice: notice) {
            h1("Data")
            p("What your body loaded, and what other bodies loaded for it to use.")
            if person.may(.loadData) {
                LinkButton("Load a file", to: "/uploads/new")
                if !waiting.isEmpty { waitingTable }
            }
            table
            Pagination(current: page.number, of: page.count) { "/uploads?page=\($0)" }
            if !loads.isEmpty {
                plainList { DownloadLink("This list", to: "/uploads.json", format: "JSON") }
            }
        }
    }

    private var waitingTable: Table {
        Table(
            "Files that wait for you",
            columns: [
                .text("Data set"), .text("Agreement"), .number("Rows"), .text("Last looked at"),
            ]
        ) {
            for upload in waiting {
                Table.Row {
                    a(names.name(upload.dataset), to: "/uploads/staged/\(upload.id)")
                    names.name(upload.agreement)
                    upload.staged?.file.rowCount ?? 0
                    upload.since.londonTime
                }
            }
        }
    }

    private var table: Table {
        Table(
            "Loads",
            columns: [
                .text("Data set"), .text("From"), .text("Agreement"), .number("Rows"),
                .number("Stayed out"), .text("Loaded"), .text("Deleted by"),
            ]
        ) {
            for load in page.items {
                Table.Row {
                    a(
                        names.name(load.dataset), hidden: "receipt \(load.id)",
                        to: "/uploads/\(load.id)")
                    names.name(load.partner)
                    names.name(load.agreement)
                    load.rowCount
                    load.report.rejectedCount
                    load.loadedAt.londonTime
                    time(load.deleteBy.words, datetime: load.deleteBy.description)
                }
            }
        }
    }

    private func line(_ load: Receipt) -> Line {
        Line(
            id: load.id.rawValue, dataset: load.dataset.rawValue, from: load.partner.rawValue,
            agreement: load.agreement.rawValue, rows: load.rowCount,
            rejected: load.report.rejectedCount, loadedAt: load.loadedAt.description,
            deleteBy: load.deleteBy)
    }
}
