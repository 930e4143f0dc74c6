import Exchange
import Governance
import Records

/// The log for everybody: how large it is, how to check it; for those who may, its entries.
struct LogPage {
    static let size = 50

    let visit: Visit
    let total: Int
    let checkpoint: String
    let page: Int
    let entries: (lines: [LogLine], total: Int)?
    let colleagues: [Practitioner.ID: String]

    init(_ visit: Visit) async throws {
        self.visit = visit
        (total, checkpoint) = try await visit.store.logSummary()
        page = max(1, Int(visit.query["page"]) ?? 1)
        if let person = visit.session?.person, person.may(.readLog) {
            entries = try await visit.store.logLines(page: page, size: Self.size, seenBy: person)
            colleagues = try await visit.store.colleagues(of: person)
        } else {
            entries = nil
            colleagues = [:]
        }
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(LogJSON(self)) : .page(shell) }
    }

    private var pages: Int { max(1, ((entries?.total ?? 0) + Self.size - 1) / Self.size) }

    private var shell: PageShell {
        visit.page(
            pages > 1 ? "The log, page \(page) of \(pages)" : "The log", current: "/log"
        ) {
            h1("The log")
            p(
                "Every change in Weft, and every reading of a person’s records, is one entry here. "
                    + "Nobody can change an entry, take one out or slip one in without being found "
                    + "out by whoever kept an earlier checkpoint.",
                .class("govuk-body-l"))
            SummaryList {
                SummaryRow("Entries", Numerals.grouped(total))
                SummaryRow("Signed by", visit.store.settings.origin)
            }
            if entries != nil { table }
            newest
            how
            if entries == nil { whoReads }
        }
    }

    @HTMLBuilder private var table: HTML {
        Table(
            isOperator
                ? "All entries, newest first" : "Entries that name your body, newest first",
            columns: [.text("Number"), .text("What happened"), .text("When"), .text("Who")]
        ) {
            for line in entries?.lines ?? [] {
                Table.Row {
                    a(Numerals.grouped(line.id), hidden: "entry", to: "/log/\(line.id)")
                    LogWords.happened(line.type)
                    line.when
                    line.who(colleagues)
                }
            }
        }
        Pagination(current: page, of: pages) { "/log?page=\($0)" }
    }

    private var isOperator: Bool {
        visit.session?.person.roles.contains(.operator) ?? false
    }

    @HTMLBuilder private var newest: HTML {
        h2("The newest checkpoint")
        p(
            "A checkpoint is a signed statement of how many entries there are and of one number, "
                + "the root, that follows from all of them. Whoever keeps an old one can prove any "
                + "later change to what stood before it.")
        if checkpoint.isEmpty {
            p("None recorded.")
        } else {
            preformatted("Checkpoint", checkpoint)
        }
        h2("The key that checks it")
        p("Compare it with the one that you were given when your body joined.")
        preformatted("Verifier key", visit.store.vkey)
    }

    @HTMLBuilder private var how: HTML {
        h2("Check it yourself")
        p("You need neither an account nor our word for it.")
        numbered {
            "Ask the operator for an export of the log, or fetch its files one by one below."
            "On your own computer, check every leaf, the tree and the signature against the key."
            "Keep the checkpoint. Next time, check that the log has only grown since."
        }
        p("The first command is the operator’s, the second is yours:")
        preformatted(
            "Commands",
            """
            weft log export --data weft-data --out log-files
            weft log verify log-files --vkey '\(visit.store.vkey)'
            """)
        h3("For other tools")
        p(
            "The log is laid out as tlog-tiles with a signed note as its checkpoint, so any tool "
                + "for that form reads it. The files hold codes, times and digests, and nothing "
                + "that names a person.")
        plainList {
            DownloadLink("Checkpoint", to: "/log/checkpoint", format: "text")
            DownloadLink("Verifier key", to: "/log/vkey", format: "text")
            if let path = firstTile {
                DownloadLink("First tile of hashes", to: "/log/tile/0/\(path)", format: "binary")
                DownloadLink(
                    "First bundle of entries", to: "/log/tile/entries/\(path)", format: "binary")
            }
        }
        p {
            "The other paths are "
            code("/log/tile/<level>/<number>")
            " and "
            code("/log/tile/entries/<number>")
            ", each part-filled one with "
            code(".p/<width>")
            " at its end."
        }
    }

    /// The name of the first tile: part-filled until the log has 256 entries.
    private var firstTile: String? {
        total == 0 ? nil : total >= 256 ? "000" : "000.p/\(total)"
    }

    @HTMLBuilder private var whoReads: HTML {
        h2("Who reads the entries")
        p(
            visit.session == nil
                ? "Governance officers, approvers and auditors of a body read the entries that "
                    + "name their body. Sign in to see yours."
                : "Governance officers, approvers and auditors of your body read the entries that "
                    + "name it. Your role does not.")
    }
}

/// Text that is read letter by letter, in a box that scrolls on a narrow screen.
func preformatted(_ label: String, _ text: String) -> HTML {
    div(
        .class("weft-table-scroll"), .role("region"), .aria("label", label), .tabindex(0)
    ) {
        element("pre") { code(text) }
    }
}

extension LogLine {
    /// When it happened, in London.
    var when: HTML {
        Timestamp(rfc3339: at).map { $0.londonTime } ?? HTML(at)
    }

    /// Who did it, as far as the reader may know.
    func who(_ colleagues: [Practitioner.ID: String]) -> String {
        guard let by else { return "Not for your body to know" }
        if by == "operator" { return "The operator, on the server" }
        return Practitioner.ID(by).flatMap { colleagues[$0] } ?? "Somebody at another body"
    }
}

extension Timestamp {
    /// The moment in the form that the log writes, `2026-11-22T10:31:07Z`.
    init?(rfc3339 text: String) {
        let parts = text.dropLast().split(separator: "T")
        guard text.hasSuffix("Z"), parts.count == 2, let day = CalendarDate(String(parts[0])) else {
            return nil
        }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        self.init(seconds: day.dayNumber * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2])
    }
}

/// The log for other programs.
private struct LogJSON: Encodable {
    struct Entry: Encodable {
        let number: Int
        let type: String
        let at: String
        let parties: [String]
    }

    let size: Int
    let checkpoint: String
    let vkey: String
    let page: Int?
    let total: Int?
    let entries: [Entry]?

    init(_ log: LogPage) {
        size = log.total
        checkpoint = log.checkpoint
        vkey = log.visit.store.vkey
        page = log.entries.map { _ in log.page }
        total = log.entries?.total
        entries = log.entries?.lines.map {
            Entry(number: $0.id, type: $0.type, at: $0.at, parties: $0.parties)
        }
    }
}
