import Decisions
import Exchange
import Governance
import Records

/// The impact assessments of which the person's body is a controller.
struct AssessmentsPage {
    private struct Line: Encodable {
        let code: String
        let title: String
        let version: Int
        let stage: String
        let lead: String
        let agreements: [String]
        let needsPriorConsultation: Bool
        let review: String?
    }

    private struct List: Encodable {
        let assessments: [Line]
    }

    let visit: Visit
    let person: Practitioner
    let all: [ImpactAssessment]
    let words: AgreementWords

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        all = try await visit.store.assessments(seenBy: person).sorted { $0.id > $1.id }
        words = try await AgreementWords(visit.store)
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(
                List(
                    assessments: all.map {
                        Line(
                            code: $0.id.rawValue, title: $0.title, version: $0.version,
                            stage: $0.stage.rawValue, lead: $0.lead.rawValue,
                            agreements: $0.agreements.map(\.rawValue).sorted(),
                            needsPriorConsultation: $0.needsPriorConsultation,
                            review: $0.review?.description)
                    }))
        }
    }

    private var shell: PageShell {
        let slice = PageOfList(all, number: visit.query["page"], size: 50)
        return visit.page(slice.title("Impact assessments"), current: "/agreements") {
            h1("Impact assessments")
            p(
                "An impact assessment says what a sharing means for people and bodies, and what "
                    + "is done about it. Where the risk may be high, the law asks for one before "
                    + "anything is shared.")
            if person.may(.assessImpact) {
                LinkButton("Start an assessment", to: "/assessments/new")
            }
            table(slice)
            Pagination(current: slice.number, of: slice.count) { "/assessments?page=\($0)" }
            h2("More")
            plainList {
                a("The risk register", to: "/risks")
                a("Advice that was overruled", to: "/assessments/overrides")
                DownloadLink("Impact assessments", to: "/assessments.json", format: "JSON")
            }
        }
    }

    private func table(_ slice: PageOfList<ImpactAssessment>) -> Table {
        Table(
            "Assessments of your body: \(all.count)",
            columns: [.text("Title"), .text("Lead"), .text("Stage"), .text("Review by")]
        ) {
            for one in slice.items {
                Table.Row {
                    a(to: "/assessments/\(one.id)") { one.title.isEmpty ? "\(one.id)" : one.title }
                    words.names.name(one.lead)
                    HTML {
                        one.stage.tag
                        if one.needsPriorConsultation {
                            " "
                            Badge("High risk left")
                        }
                    }
                    HTML {
                        one.review?.words ?? "Not set"
                        if one.isReviewOverdue(on: visit.store.today) {
                            " "
                            StatusTag("Overdue", .red)
                        }
                    }
                }
            }
        }
    }
}
