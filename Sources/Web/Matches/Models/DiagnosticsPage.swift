import Exchange
import Governance
import Linkage
import Records

/// What a trained version learned, as charts, and what it makes of two files.
struct DiagnosticsPage {
    /// One tab; each is a page of its own, so that none grows too large.
    enum Tab: String, CaseIterable {
        case worth
        case shares
        case rounds
        case pairs
        case files

        var title: String {
            switch self {
            case .worth: "What findings are worth"
            case .shares: "How often they occur"
            case .rounds: "Do the rounds agree?"
            case .pairs: "How pairs come out"
            case .files: "Look at two files"
            }
        }
    }

    let model: ModelVisit
    let tab: Tab
    let files: FilePairChoice
    /// What the version makes of the files, once they were looked at.
    let found: ModelDiagnostics?

    init(_ visit: Visit) async throws {
        model = try await ModelVisit(visit)
        let asked = visit.query[FilePairChoice.field]
        tab = asked.isEmpty ? Tab(rawValue: visit.query["show"]) ?? .worth : .files
        files = try await FilePairChoice(model, asked: asked)
        if let pair = files.chosen, model.version.training != nil {
            found = try await visit.store.diagnoseModel(
                model.version.id, on: pair.left.id, with: pair.right.id, by: model.person)
        } else {
            found = nil
        }
    }

    private var path: String { "\(model.path)/diagnostics" }

    private func address(_ tab: Tab) -> String {
        tab == .worth ? path : "\(path)?show=\(tab.rawValue)"
    }

    var shell: PageShell {
        model.page("What the model learned: \(tab.title.lowercasedFirst)") {
            h1("What the model learned", caption: model.caption)
            if let training = model.version.training {
                Tabs(
                    "What the model learned",
                    Tab.allCases.map { NavigationItem($0.title, to: address($0)) },
                    current: address(tab))
                switch tab {
                case .worth: LearnedCharts(model: model).worth
                case .shares: LearnedCharts(model: model).shares
                case .rounds: LearnedCharts(model: model).rounds(training)
                case .pairs: LearnedCharts(model: model).pairs(training)
                case .files: twoFiles
                }
            } else {
                EmptyState("Charts", "Not trained yet. Train the model first.")
            }
        }
    }

    @HTMLBuilder private var twoFiles: HTML {
        h2("What it makes of two files")
        if let found { FileDiagnostics(model: model, found: found) }
        if files.pairs.isEmpty {
            files.none
        } else {
            p(
                "See how complete the fields are, which records say too little to be matched, and "
                    + "which findings occur together. Only counts are shown.")
            GetForm(path) {
                files.radios("Files to look at")
                Button("Look at the files", .secondary)
            }
            p("The agreement of the files is asked, and the look is in the log.")
        }
    }
}
