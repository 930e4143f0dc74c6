import Exchange
import Governance
import HTTPTypes
import Records

/// A file that waits, with the decision on it as it stands at this moment.
struct StagedVisit: Sendable {
    let visit: Visit
    let person: Practitioner
    let id: Staging.Upload.ID
    let staged: StagedFile
    let permission: LoadPermission

    /// The address of the file's page.
    var address: String { "/uploads/staged/\(id)" }

    /// The checks' result; nil when the mapping cannot be used yet.
    func batch() async -> CheckedBatch? {
        let today = visit.store.today
        if let batch = staged.checked(under: permission, on: today) { return batch }
        let mapping = staged.mapping(allowed: permission.items)
        guard
            let batch = try? staged.file.checked(
                mapping, against: permission.specification, today: today)
        else { return nil }
        await visit.desk.staging.keep(
            StagedFile.Checks(items: permission.items, date: today, batch: batch), for: id,
            of: staged.revision)
        return batch
    }
}

extension Server {
    /// The pages of a file between sending and accepting it.
    func addStaged(to routes: Routes) {
        routes.get("/uploads/staged/{upload}") { visit in
            try await Self.staged(visit) { .page(MappingPage($0).shell) }
        }
        routes.post("/uploads/staged/{upload}") { visit in
            try await Self.staged(visit, Self.saveMapping)
        }
        routes.post("/uploads/staged/{upload}/reading") { visit in
            try await Self.staged(visit, Self.readAgain)
        }
        routes.get("/uploads/staged/{upload}/report") { visit in
            try await Self.staged(visit) { staged in
                guard let batch = await staged.batch() else { return .seeOther(staged.address) }
                return .page(try await ReportPage(staged, batch).shell)
            }
        }
        routes.post("/uploads/staged/{upload}/report") { visit in
            try await Self.staged(visit, Self.accept)
        }
        routes.get("/uploads/staged/{upload}/rejected.csv") { visit in
            try await Self.staged(visit) { staged in
                guard let batch = await staged.batch() else { return .seeOther(staged.address) }
                return .download(
                    batch.rejectedRowsCSV(), name: "\(batch.dataset.id)-rows-to-fix.csv",
                    type: "text/csv; charset=utf-8")
            }
        }
        routes.post("/uploads/staged/{upload}/discard") { visit in
            let person = try visit.loader()
            await visit.desk.staging.forget(try visit.code("upload"), of: person)
            return .seeOther("/uploads?discarded=1")
        }
    }

    /// Opens the file that an address names; a file that is loaded leads to its receipt.
    private static func staged(
        _ visit: Visit, _ handle: (StagedVisit) async throws -> Reply
    ) async throws -> Reply {
        let person = try visit.loader()
        let upload = try await visit.desk.staging.upload(
            visit.code("upload"), of: person, now: visit.store.now)
        guard let staged = upload.staged else {
            return .seeOther(upload.loaded.map { "/uploads/\($0)" } ?? "/uploads")
        }
        return try await visit.answeringRefusal {
            let permission = try await visit.store.mayLoad(
                upload.dataset, under: upload.agreement, by: person)
            return try await handle(
                StagedVisit(
                    visit: visit, person: person, id: upload.id, staged: staged,
                    permission: permission))
        }
    }

    private static func saveMapping(_ staged: StagedVisit) async throws -> Reply {
        let form = staged.visit.form
        let chosen = staged.staged.file.headings.indices.map { index in
            DataItem.ID(rawValue: form["column-\(index + 1)"])
        }
        let revision = Int(form["revision"]) ?? -1
        let changed = staged.staged.choosing(chosen, allowed: staged.permission.items)
        try await staged.visit.desk.staging.replace(staged.id, with: changed, since: revision)
        guard form["go"] == "check" else { return .seeOther(staged.address) }
        let problems = changed.mapping(allowed: staged.permission.items).problems(
            for: changed.file, dataset: staged.permission.specification)
        guard problems.isEmpty else {
            let now = StagedVisit(
                visit: staged.visit, person: staged.person, id: staged.id, staged: changed,
                permission: staged.permission)
            return .page(MappingPage(now, isRefused: true).shell, status: .unprocessableContent)
        }
        return .seeOther("\(staged.address)/report")
    }

    private static func readAgain(_ staged: StagedVisit) async throws -> Reply {
        let form = staged.visit.form
        guard let encoding = TextEncoding(rawValue: form["encoding"]),
            let delimiter = Delimiter(rawValue: form["delimiter"])
        else {
            return .page(
                MappingPage(staged, readingProblem: "Choose an encoding and a character.").shell,
                status: .unprocessableContent)
        }
        let changed: StagedFile
        do {
            changed = try staged.staged.reread(
                encoding, delimiter, dataset: staged.permission.dataset)
        } catch {
            let problem = "The file makes no table when it is read in this way. \(error.sentence)"
            return .page(
                MappingPage(staged, readingProblem: problem).shell, status: .unprocessableContent)
        }
        try await staged.visit.desk.staging.replace(
            staged.id, with: changed, since: Int(form["revision"]) ?? -1)
        return .seeOther(staged.address)
    }

    /// Stores what the report showed, once; the decision is made again while it is stored.
    private static func accept(_ staged: StagedVisit) async throws -> Reply {
        let (visit, form) = (staged.visit, staged.visit.form)
        guard let batch = await staged.batch() else { return .seeOther(staged.address) }
        guard Int(form["revision"]) == staged.staged.revision else {
            throw Staging.changedMeanwhile
        }
        guard batch.report.isClean || form["partly"] == "yes" else {
            return .page(
                try await ReportPage(staged, batch, isPartlyMissing: true).shell,
                status: .unprocessableContent)
        }
        let (person, store) = (staged.person, visit.store)
        let (digest, agreement) = (staged.staged.digest, staged.permission.agreement.id)
        let load = try await visit.desk.staging.load(staged.id) {
            try await store.load(batch, digest: digest, under: agreement, by: person).id
        }
        return .seeOther("/uploads/\(load)")
    }
}
