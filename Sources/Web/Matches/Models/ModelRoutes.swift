import Exchange
import Governance
import HTTPTypes
import Linkage

extension Server {
    /// Match models: their list, one version, and what is done with it.
    func addModels(to routes: Routes) {
        for path in ["/matches/models", "/matches/models.json"] {
            routes.get(path) { visit in try await ModelListPage(visit).reply }
        }
        routes.get("/matches/models/new") { visit in
            .page(try await NewModelPage(visit).shell)
        }
        routes.post("/matches/models/new") { visit in try await NewModelPage.draft(visit) }
        routes.get(ImportPage.address) { visit in .page(try await ImportPage(visit).shell) }
        routes.upload(ImportPage.address, limit: ImportPage.formBytes) { visit, parts in
            try await ImportPage.receive(visit, parts)
        }
        routes.get("/matches/models/{model}") { visit in try await ModelPage(visit).reply }
        for (file, forSplink) in [("settings", false), ("splink", true)] {
            routes.get("/matches/models/{model}/\(file).json") { visit in
                let model = try await ModelVisit(visit)
                let (purpose, number) = (model.version.purpose, model.version.number)
                return .download(
                    try await visit.store.exportedModel(
                        model.version.id, forSplink: forSplink, by: model.person),
                    name: "match-model-\(purpose)-\(number)-\(file).json",
                    type: "application/json")
            }
        }
        routes.get("/matches/models/{model}/diagnostics") { visit in
            .page(try await DiagnosticsPage(visit).shell)
        }
        routes.get("/matches/models/{model}/compare") { visit in
            .page(try await ComparePage(visit).shell)
        }
        addModelParts(to: routes)
        addModelTraining(to: routes)
    }

    /// Notes, fields, comparisons and rules.
    private func addModelParts(to routes: Routes) {
        routes.get("/matches/models/{model}/notes") { visit in
            .page(try await NotesPage(visit).shell)
        }
        routes.post("/matches/models/{model}/notes") { visit in
            try await NotesPage.save(visit)
        }
        routes.get("/matches/models/{model}/fields") { visit in
            .page(try await FieldsPage(visit).shell)
        }
        routes.post("/matches/models/{model}/fields") { visit in
            try await FieldsPage.save(visit)
        }
        routes.get("/matches/models/{model}/comparisons") { visit in
            .page(try await ComparisonsPage(visit).shell)
        }
        routes.post("/matches/models/{model}/comparisons") { visit in
            try await ComparisonsPage.change(visit)
        }
        routes.get("/matches/models/{model}/comparisons/{number}") { visit in
            .page(try await ComparisonPage(visit).shell)
        }
        routes.post("/matches/models/{model}/comparisons/{number}") { visit in
            try await ComparisonPage.change(visit)
        }
        routes.get("/matches/models/{model}/starting-point") { visit in
            .page(try await StartingPointPage(visit).shell)
        }
        routes.post("/matches/models/{model}/starting-point") { visit in
            try await StartingPointPage.save(visit)
        }
        for kind in [RulesPage.Kind.blocking, .rounds, .strict] {
            routes.get("/matches/models/{model}/\(kind.rawValue)") { visit in
                .page(try await RulesPage(visit, kind).shell)
            }
            routes.post("/matches/models/{model}/\(kind.rawValue)") { visit in
                try await RulesPage.change(visit, kind)
            }
        }
    }

    /// Training, the cut-off and the sign-off.
    private func addModelTraining(to routes: Routes) {
        routes.get("/matches/models/{model}/training") { visit in
            .page(try await TrainingPage(visit).shell)
        }
        routes.post("/matches/models/{model}/training") { visit in
            try await TrainingPage.train(visit)
        }
        routes.get("/matches/models/{model}/cut-off") { visit in
            .page(try await CutOffPage(visit).shell)
        }
        routes.post("/matches/models/{model}/cut-off") { visit in
            try await CutOffPage.set(visit)
        }
        routes.get("/matches/models/{model}/sign-off") { visit in
            .page(try await SignOffPage(visit).shell)
        }
        routes.post("/matches/models/{model}/sign-off") { visit in
            try await SignOffPage.sign(visit)
        }
    }
}
