import Decisions
import Exchange
import Governance
import Records

/// The match models of the person's body: every version, by purpose.
struct ModelListPage {
    struct Line: Encodable {
        let id: String
        let purpose: String
        let version: Int
        let state: String
        let cutOffBits: Double
        let draftedAt: String
        let signedOffAt: String?
    }

    private struct Body: Encodable { let models: [Line] }

    let visit: Visit
    let person: Practitioner
    let models: [MatchModel]
    let page: PageOfList<MatchModel>
    let names: Names
    private let colleagues: [Practitioner.ID: String]

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        models = try await visit.store.models(seenBy: person)
        page = PageOfList(
            models, number: visit.query["page"], size: visit.wantsJSON ? max(1, models.count) : 25)
        names = try await visit.store.names()
        colleagues = try await visit.colleagues(of: person)
    }

    var reply: Reply {
        get throws {
            visit.wantsJSON
                ? try .json(Body(models: models.map { Line($0) })) : .page(shell)
        }
    }

    private var shell: PageShell {
        visit.page(page.title("Match models"), current: person.modelNavigation) {
            h1("Match models")
            p {
                "A "
                a("match model", to: "/glossary#letter-m")
                " says which records are compared, and how much each likeness is worth. One "
                "person builds it, and another signs it off before it is used."
            }
            if person.may(.buildMatchModel) {
                buttonGroup {
                    LinkButton("Draft a model", to: "/matches/models/new")
                    a("Import a model from Splink", to: "/matches/models/import")
                }
            }
            table
            Pagination(current: page.number, of: page.count) { "/matches/models?page=\($0)" }
            if !models.isEmpty {
                plainList {
                    DownloadLink("This list", to: "/matches/models.json", format: "JSON")
                }
            }
        }
    }

    private var table: Table {
        Table(
            "Versions of your body",
            columns: [
                .text("Version"), .text("Purpose"), .text("Drafted"), .text("Signed off"),
                .number("Cut-off"), .text("State"),
            ],
            empty: "None recorded. Until a version is signed off, each match trains the model of "
                + "people on the two files that it compares."
        ) {
            for version in page.items {
                Table.Row {
                    a(
                        "Version \(version.number)", hidden: names.name(version.purpose),
                        to: "/matches/models/\(version.id)")
                    names.name(version.purpose)
                    who(version.createdBy, version.createdAt)
                    version.signOff.map { who($0.by, $0.at) } ?? "Not signed off"
                    version.training == nil
                        ? "Not trained" : LinkageReport.bits(version.thresholdBits)
                    version.state.tag
                }
            }
        }
    }

    private func who(_ id: Practitioner.ID, _ moment: Timestamp) -> String {
        "\(colleagues[id] ?? "A former colleague"), \(moment.londonWords)"
    }
}

extension ModelListPage.Line {
    init(_ version: MatchModel) {
        self.init(
            id: version.id.rawValue, purpose: version.purpose.rawValue, version: version.number,
            state: version.state.rawValue, cutOffBits: version.thresholdBits,
            draftedAt: version.createdAt.description,
            signedOffAt: version.signOff?.at.description)
    }
}
