import Exchange
import Governance
import Records

/// Every version of an agreement, and its reviews.
struct VersionsPage {
    private struct Line: Encodable {
        struct Review: Encodable {
            let opened: String
            let outcome: String?
            let closed: String?
            let reason: String
            let nextReview: String?
        }

        let version: Int
        let standing: String
        let start: String
        let lastDay: String
        let replacedFrom: String?
        let reviewDate: String
        let textDigest: String
        let reviews: [Review]
    }

    private struct List: Encodable {
        let reference: String
        let versions: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let history: AgreementHistory
    let own: [SharingAgreement]

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        let body = person.partner
        history = try await visit.store.history(of: visit.agreementID, seenBy: person)
        own = history.versions.filter { $0.terms.parties.contains(body) }.reversed()
    }

    private var today: CalendarDate { visit.store.today }
    private var address: String { "/agreements/\(history.id)" }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(List(reference: history.id.rawValue, versions: own.map(line)))
        }
    }

    private func line(_ version: SharingAgreement) -> Line {
        Line(
            version: version.version, standing: version.standing(on: today).rawValue,
            start: version.terms.start.description, lastDay: version.terms.lastDay.description,
            replacedFrom: version.replacedFrom?.description,
            reviewDate: version.reviewDate.description, textDigest: version.terms.digest,
            reviews: version.reviews.map {
                Line.Review(
                    opened: $0.opened.description, outcome: $0.outcome?.rawValue,
                    closed: $0.closed?.description, reason: $0.reason,
                    nextReview: $0.nextReview?.description)
            })
    }

    private var shell: PageShell {
        visit.page(
            "Versions and reviews", current: "/agreements",
            way: .breadcrumbs([
                NavigationItem("Agreements", to: "/agreements"),
                NavigationItem("Agreement \(history.id)", to: address),
            ])
        ) {
            h1("Versions and reviews", caption: own.first?.terms.title ?? history.id.rawValue)
            p("What was signed is never changed: each new text is a version of its own.")
            versions
            h2("Reviews")
            reviews
            p {
                DownloadLink("Versions and reviews", to: "\(address)/versions.json", format: "JSON")
            }
        }
    }

    private var versions: Table {
        Table(
            "Versions: \(own.count)",
            columns: [
                .text("Version"), .text("Standing"), .text("First day"), .text("Until"),
                .text("Approved by"), .text("Changes"),
            ], empty: "None recorded."
        ) {
            for version in own {
                Table.Row {
                    a("Version \(version.version)", to: "\(address)/versions/\(version.version)")
                    version.standing(on: today).tag
                    version.terms.start.words
                    until(version)
                    "\(version.approvals.count) of \(version.parties.count) parties"
                    changes(version)
                }
            }
        }
    }

    /// A link to what a version changes, where there is an earlier signed one.
    private func changes(_ version: SharingAgreement) -> HTML {
        guard own.contains(where: { $0.version < version.version && $0.isSigned }) else {
            return HTML("The first text")
        }
        return a(
            "What it changes", hidden: "in version \(version.version)",
            to: "\(address)/versions/\(version.version)/changes")
    }

    private func until(_ version: SharingAgreement) -> String {
        guard let next = version.replacedFrom else { return version.terms.lastDay.words }
        return "\(next.adding(days: -1).words), then replaced"
    }

    private var reviews: Timeline {
        Timeline {
            for version in own {
                for review in version.reviews.reversed() { entry(review, of: version) }
            }
        }
    }

    private func entry(_ review: AgreementReview, of version: SharingAgreement) -> Timeline.Entry {
        let day = review.closed ?? review.opened
        return Timeline.Entry(
            review.outcome?.label ?? "Under review", by: "Version \(version.version)",
            when: day.words, datetime: day.description
        ) {
            if !review.reason.isEmpty { p("Reason given: “\(review.reason)”") }
            if let next = review.nextReview { p("Review again by \(next.words).") }
            if review.closed != nil { p("Taken up on \(review.opened.words).") }
        }
    }
}
