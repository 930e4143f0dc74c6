import Decisions
import Exchange
import Governance
import Records

/// The agreements of the person's own body.
struct AgreementsPage {
    private struct Line: Encodable {
        let reference: String
        let version: Int
        let title: String
        let standing: String
        let awaiting: [String]
        let lastDay: String
        let reviewDate: String
        let reviewStatus: String
    }

    private struct List: Encodable {
        let agreements: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let all: [SharingAgreement]
    let words: AgreementWords
    let today: CalendarDate
    let standing: SharingAgreement.Standing?

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        all = try await visit.store.liveVersions(seenBy: person).sorted {
            ($0.id, $0.version) > ($1.id, $1.version)
        }
        words = try await AgreementWords(visit.store)
        today = visit.store.today
        standing = SharingAgreement.Standing(rawValue: visit.query["standing"])
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(List(agreements: shown.map(line)))
        }
    }

    private var shown: [SharingAgreement] {
        all.filter { standing == nil || $0.standing(on: today) == standing }
    }

    private func line(_ agreement: SharingAgreement) -> Line {
        Line(
            reference: agreement.id.rawValue, version: agreement.version,
            title: agreement.terms.title,
            standing: agreement.standing(on: today).rawValue, awaiting: awaiting(agreement),
            lastDay: agreement.terms.lastDay.description,
            reviewDate: agreement.reviewDate.description,
            reviewStatus: agreement.reviewStanding(on: today).rawValue)
    }

    private func awaiting(_ agreement: SharingAgreement) -> [String] {
        guard agreement.stage == .awaitingApproval else { return [] }
        return agreement.awaiting.map { words.names.name($0) }.sorted()
    }

    private var slice: PageOfList<SharingAgreement> {
        PageOfList(shown, number: visit.query["page"], size: 25)
    }

    private var shell: PageShell {
        let slice = slice
        return visit.page(slice.title("Agreements"), current: "/agreements") {
            h1("Agreements")
            p("Every agreement to which your body is a party, the newest first.")
            if person.may(.draftAgreement) {
                LinkButton("Draft an agreement", to: "/agreements/new")
                p { a("Start from an agreement of another place", to: "/agreements/import") }
            }
            plainList {
                a("Reviews of your agreements", to: "/reviews")
                a("Impact assessments and the risk register", to: "/assessments")
            }
            filteredList(filter) {
                table(slice)
                pages(slice)
                p {
                    DownloadLink("These agreements", to: "/agreements.json\(query)", format: "JSON")
                }
            }
        }
    }

    private var query: String { standing.map { "?standing=\($0.rawValue)" } ?? "" }

    private func pages(_ slice: PageOfList<SharingAgreement>) -> Pagination {
        let filter = standing.map { "standing=\($0.rawValue)&" } ?? ""
        return Pagination(current: slice.number, of: slice.count) {
            "/agreements?\(filter)page=\($0)"
        }
    }

    private var filter: FilterForm {
        let counts = Dictionary(grouping: all) { $0.standing(on: today) }.mapValues(\.count)
        return FilterForm(
            "/agreements",
            selected: standing.map { [NavigationItem($0.label, to: "/agreements")] } ?? [],
            clear: standing == nil ? nil : "/agreements"
        ) {
            Select(
                "standing", "Standing",
                [Choice("", "All (\(all.count))")]
                    + SharingAgreement.Standing.allCases.map {
                        Choice($0.rawValue, "\($0.label) (\(counts[$0] ?? 0))")
                    }, selected: standing?.rawValue)
        }
    }

    private func table(_ slice: PageOfList<SharingAgreement>) -> Table {
        Table(
            standing.map { "\($0.label): \(shown.count)" } ?? "All agreements: \(shown.count)",
            columns: [
                .text("Title"), .text("Version"), .text("Standing"), .text("Waiting for"),
                .text("Last day"),
                .text("Review by"),
            ],
            empty: all.isEmpty
                ? "None recorded." : "No agreement has this standing. Choose another, or all."
        ) {
            for agreement in slice.items {
                Table.Row {
                    title(agreement)
                    "\(agreement.version)"
                    agreement.standing(on: today).tag
                    awaited(agreement)
                    agreement.terms.lastDay.words
                    review(agreement)
                }
            }
        }
    }

    private func awaited(_ agreement: SharingAgreement) -> HTML {
        let bodies = awaiting(agreement)
        guard !bodies.isEmpty else { return span("Nobody", .class("weft-absent")) }
        return HTML(AgreementWords.joined(bodies))
    }

    private func title(_ agreement: SharingAgreement) -> HTML {
        let title = agreement.terms.title
        return a(
            title.isEmpty ? "Agreement without a title" : title,
            hidden: "(\(agreement.id), version \(agreement.version))", to: agreement.home)
    }

    private func review(_ agreement: SharingAgreement) -> HTML {
        HTML {
            agreement.reviewDate.words
            if agreement.standing(on: today) == .inForce,
                let tag = ReviewState(agreement, on: today).tag
            {
                " "
                tag
            }
        }
    }
}
