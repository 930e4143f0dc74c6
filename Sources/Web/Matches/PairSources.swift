import Decisions
import Exchange
import Governance
import Records

/// Where the two records come from, and the agreement that lets the reader see them.
struct PairSources: Part {
    let page: PairPage

    var html: HTML {
        HTML {
            h2("Where this comes from", size: .small)
            source(page.review.leftLoad, page.review.left)
            source(page.review.rightLoad, page.review.right)
            SummaryList(card: "Agreement", level: 3) {
                SummaryRow("Agreement") {
                    a(
                        page.names.agreements[page.review.run.agreement]
                            ?? page.review.run.agreement.rawValue,
                        to: "/agreements/\(page.review.run.agreement)")
                }
                SummaryRow("Reference", "\(page.review.run.agreement)")
                SummaryRow("Version", String(page.review.run.version))
                SummaryRow("Compared on") { page.review.run.startedAt.londonTime }
            }
        }
    }

    private func source(_ load: Receipt, _ record: DisclosedRecord) -> SummaryList {
        let clauses = Set(record.grants.values.map(\.clause)).sorted()
        return SummaryList(card: page.names.name(load.dataset), level: 3) {
            SummaryRow("Held by", page.names.name(load.partner))
            SummaryRow("Loaded on") { load.loadedAt.londonTime }
            SummaryRow(
                "You may see it because",
                clauses.isEmpty
                    ? "it is your own body’s"
                    : "the agreement’s clause \(clauses.joined(separator: ", ")) shares it")
            SummaryRow("Deleted by", load.deleteBy.words)
        }
    }
}
