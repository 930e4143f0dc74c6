import Decisions
import Exchange
import Governance
import Records

/// The reviews of all agreements of the own body, the most urgent first.
struct ReviewsPage {
    private struct Line: Encodable {
        let reference: String
        let title: String
        let lead: String
        let reviewDate: String
        let state: String
        let listedUntil: String
    }

    private struct List: Encodable {
        let reviews: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let all: [SharingAgreement]
    let words: AgreementWords

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        let date = visit.store.today
        all = try await visit.store.agreements(seenBy: person)
            .filter { [.inForce, .delisted].contains($0.standing(on: date)) }
            .sorted { ($0.reviewDate, $0.id) < ($1.reviewDate, $1.id) }
        words = try await AgreementWords(visit.store)
    }

    private var today: CalendarDate { visit.store.today }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(List(reviews: all.map(line)))
        }
    }

    private func line(_ agreement: SharingAgreement) -> Line {
        Line(
            reference: agreement.id.rawValue, title: agreement.terms.title,
            lead: words.names.name(agreement.terms.lead),
            reviewDate: agreement.reviewDate.description,
            state: ReviewState(agreement, on: today).code,
            listedUntil: agreement.lastListedDay.description)
    }

    private var shell: PageShell {
        let slice = PageOfList(all, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Reviews"), current: "/agreements") {
            h1("Reviews")
            p(
                "Every agreement of your body that is in force or was delisted, the nearest review "
                    + "first. A review is due three months before its date. Three months after the "
                    + "date, an agreement without a review leaves the register and nothing moves "
                    + "under it.")
            table(slice)
            Pagination(current: slice.number, of: slice.count) { "/reviews?page=\($0)" }
            p { DownloadLink("These reviews", to: "/reviews.json", format: "JSON") }
        }
    }

    private func table(_ slice: PageOfList<SharingAgreement>) -> Table {
        Table(
            "Reviews: \(all.count)",
            columns: [.text("Agreement"), .text("State"), .text("Review by"), .text("Lead")],
            empty: "None of your agreements is in force."
        ) {
            for agreement in slice.items {
                Table.Row {
                    a(agreement.terms.title, to: link(agreement))
                    state(agreement)
                    agreement.reviewDate.words
                    words.names.name(agreement.terms.lead)
                }
            }
        }
    }

    private func state(_ agreement: SharingAgreement) -> HTML {
        ReviewState(agreement, on: today).tag?.html ?? HTML("Not due yet")
    }

    /// The review itself for those who can do it, else the agreement.
    private func link(_ agreement: SharingAgreement) -> String {
        let canReview =
            person.may(.draftAgreement) && agreement.terms.lead == person.partner
            && agreement.stage == .approved
        return "/agreements/\(agreement.id)" + (canReview ? "/review" : "")
    }
}
