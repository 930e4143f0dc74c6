import Decisions
import Exchange
import Governance
import Records

/// Where the two records come from, and the agreement that lets the reader see them.
struct PairSources: Part {
    let page: PairPage

    var html: HTML {
        let run = page.review.run
        return HTML {
            h2("Where this comes from", size: .small)
            source(page.review.leftLoad, page.review.left)
            source(page.review.rightLoad, page.review.right)
            h3("The agreement that allows it")
            p {
                a(
                    page.names.agreements[run.agreement] ?? run.agreement.rawValue,
                    to: "/agreements/\(run.agreement)")
                ", \(run.agreement), version \(run.version)."
            }
            p {
                "The two files were compared on "
                run.startedAt.londonTime
                "."
            }
        }
    }

    @HTMLBuilder private func source(_ load: Receipt, _ record: DisclosedRecord) -> HTML {
        let clauses = Set(record.grants.values.map(\.clause)).sorted()
        h3(page.names.name(load.dataset))
        p {
            "Held by \(page.names.name(load.partner)), loaded on "
            load.loadedAt.londonTime
            ". "
            clauses.isEmpty
                ? "It is your own body’s."
                : "Clause \(clauses.joined(separator: ", ")) shares it with you."
            " To be deleted by \(load.deleteBy.words)."
        }
    }
}
