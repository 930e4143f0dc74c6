import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// Loading a file: choose, map, check, accept; and what was loaded.
    func addUploads(to routes: Routes) {
        for path in ["/uploads", "/uploads.json"] {
            routes.get(path) { visit in try await UploadListPage(visit).reply }
        }
        routes.get("/uploads/new") { visit in try await Self.newUpload(visit) }
        routes.upload("/uploads/new", limit: Self.uploadBytes) { visit, form in
            try await Self.receive(visit, form)
        }
        routes.get("/uploads/new/template.csv") { visit in
            let permission = try await visit.loadPermission(visit.query)
            return .download(
                permission.specification.template, name: "\(permission.dataset.id)-template.csv",
                type: "text/csv; charset=utf-8")
        }
        routes.get("/uploads/{load}") { visit in try await ReceiptPage(visit).reply }
        addStaged(to: routes)
        if desk.isDemonstration {
            routes.get("/demo/files/{name}") { visit in
                guard let name = visit.parameters["name"], let file = visit.desk.sampleFiles[name]
                else { throw Refusal(.notFound, "not-found", "There is no such file.") }
                return .download(file, name: name, type: "text/csv")
            }
        }
    }

    /// The whole form: a file of the largest size and the fields beside it.
    private static let uploadBytes = TableFile.Limits.standard.bytes + Multipart.formBytes

    /// First the agreement, then the file; nothing may be sent before an agreement is chosen.
    private static func newUpload(_ visit: Visit) async throws -> Reply {
        let person = try visit.loader()
        if visit.query.has("load") || visit.query.has("choose") {
            let parts = visit.query["load"].split(separator: "/").map(String.init)
            guard parts.count == 2 else {
                return try await ChooseAgreementPage(visit, by: person, isMissing: true).reply
            }
            let (agreement, dataset) = (Address.encoded(parts[0]), Address.encoded(parts[1]))
            return .seeOther("/uploads/new?agreement=\(agreement)&dataset=\(dataset)")
        }
        guard visit.query.has("agreement"), visit.query.has("dataset") else {
            return try await ChooseAgreementPage(visit, by: person).reply
        }
        return try await visit.answeringRefusal {
            let permission = try await visit.loadPermission(visit.query)
            return .page(ChooseFilePage(visit, permission, try await visit.store.names()).shell)
        }
    }

    /// Takes a file: it is read, kept in memory, and shown; what cannot be read is refused.
    private static func receive(_ visit: Visit, _ form: Multipart) async throws -> Reply {
        let person = try visit.loader()
        return try await visit.answeringRefusal {
            let permission = try await visit.loadPermission(visit.form)
            guard let bytes = form.file else {
                return try await refused(visit, permission, "Select a file", .unprocessableContent)
            }
            let remembered = try await visit.store.rememberedMapping(
                of: person.partner, dataset: permission.dataset.id)
            let staged: StagedFile
            do throws(TableFile.Refusal) {
                staged = try StagedFile(
                    bytes, dataset: permission.dataset, remembered: remembered)
            } catch {
                return try await refused(
                    visit, permission, error.sentence,
                    error.isTooLarge
                        ? .contentTooLarge : .unprocessableContent)
            }
            let id = Store.newCode(of: Staging.Upload.self)
            let now = visit.store.now
            try await visit.desk.staging.keep(
                Staging.Upload(
                    id: id, owner: person.id, agreement: permission.agreement.id,
                    dataset: permission.dataset.id, staged: staged, since: now), now: now)
            return .seeOther("/uploads/staged/\(id)")
        }
    }

    private static func refused(
        _ visit: Visit, _ permission: LoadPermission, _ problem: String,
        _ status: HTTPResponse.Status
    ) async throws -> Reply {
        let names = try await visit.store.names()
        return .page(
            ChooseFilePage(visit, permission, names, problem: problem).shell, status: status)
    }
}

extension Visit {
    /// The signed-in person, who may load data.
    ///
    /// - Throws: `Refusal` when nobody is signed in or the role does not allow it.
    func loader() throws -> Practitioner {
        let person = try person()
        guard person.may(.loadData) else {
            throw Refusal(
                .notPermitted, "role", "Your role does not let you load data.",
                fix: "Ask a colleague who is a data analyst.")
        }
        return person
    }

    /// What the agreement and the data set that a form names let the person's body load.
    ///
    /// - Throws: `Refusal` with every ground.
    func loadPermission(_ fields: FormFields) async throws -> LoadPermission {
        let person = try loader()
        guard let agreement = SharingAgreement.ID(fields["agreement"]),
            let dataset = DatasetSpecification.ID(rawValue: fields["dataset"])
        else {
            throw Refusal(
                .notFound, "not-found", "There is no such agreement, or you may not see it.",
                fix: "Choose what to load from the list.")
        }
        return try await store.mayLoad(dataset, under: agreement, by: person)
    }

    /// Shows a refused decision with all its grounds, as a page of its own.
    func answeringRefusal(_ handle: () async throws -> Reply) async throws -> Reply {
        do {
            return try await handle()
        } catch let refusal as Refusal where refusal.kind == .notPermitted && !wantsJSON {
            return .page(LoadRefusedPage(self, refusal).shell, status: refusal.status)
        }
    }
}

extension TableFile.Refusal {
    fileprivate var isTooLarge: Bool {
        if case .tooLarge = self { true } else { false }
    }
}
