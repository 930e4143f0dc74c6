import Exchange
import Governance
import HTTPTypes
import Records

extension Server {
    /// Agreements as files for other places, and drafts from theirs.
    func addAgreementFiles(to routes: Routes) {
        routes.get("/agreements/{id}/file.json") { visit in
            let file = try await visit.store.file(
                of: visit.agreementID, seenBy: visit.person())
            let agreement = file.agreement
            return .download(
                try file.bytes(), name: "\(agreement.id)-version-\(agreement.version).json",
                type: "application/json")
        }
        routes.get(AgreementUploadPage.address) { visit in
            try AgreementUploadPage(visit).reply
        }
        routes.upload(AgreementUploadPage.address, limit: AgreementUploadPage.formBytes) {
            visit, parts in try await AgreementUploadPage.receive(visit, parts)
        }
        routes.post("/agreements/import/draft") { visit in
            try await AgreementImportPage.draft(visit)
        }
    }
}

/// The form that takes the file of another place.
struct AgreementUploadPage {
    static let address = "/agreements/import"
    static let formBytes = AgreementFile.largest + 50_000

    let visit: Visit
    private(set) var errors = FormErrors()

    init(_ visit: Visit) throws {
        self.visit = visit
        try visit.store.require(.draftAgreement, of: visit.person())
    }

    static func receive(_ visit: Visit, _ parts: Multipart) async throws -> Reply {
        var page = try AgreementUploadPage(visit)
        guard let bytes = parts.file, !bytes.isEmpty else {
            page.errors.add("file", "Choose the file.")
            return page.reply
        }
        do {
            return try await AgreementImportPage(visit, AgreementFile(reading: bytes)).reply
        } catch let refusal as Refusal where refusal.kind == .invalid {
            for reason in refusal.reasons {
                page.errors.add("file", "\(reason.sentence) \(reason.fix)")
            }
            return page.reply
        }
    }

    var reply: Reply {
        let shell = visit.page(
            "Start from another place’s agreement", current: "/agreements",
            way: .back("/agreements"), hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Start from an agreement of another place")
            p(
                "Another partnership that uses Weft can give you an agreement as a file. You get a "
                    + "draft with the whole text. You choose which of your bodies stand for "
                    + "theirs, and every party here approves it anew.")
            PostForm(Self.address, csrf: visit.csrf, takesFiles: true) {
                FileUpload(
                    "file", "Agreement as JSON", accept: [".json", "application/json"],
                    maximumBytes: AgreementFile.largest, error: errors["file"])
                Button("Continue")
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What the file would become: which body stands for which, and what is left out.
struct AgreementImportPage {
    let visit: Visit
    let person: Practitioner
    let file: AgreementFile
    let reading: AgreementImport
    let partners: [Partner]
    var errors = FormErrors()

    /// `chosen`: the bodies that the form names; without it those of the same code.
    init(
        _ visit: Visit, _ file: AgreementFile, chosen: [Partner.ID: Partner.ID] = [:]
    ) async throws {
        self.visit = visit
        self.file = file
        person = try visit.person()
        reading = try await visit.store.reading(file, chosen: chosen, by: person)
        partners = try await visit.store.partners()
            .filter { $0.standing == .active || $0.standing == .applied }
            .sorted { $0.name < $1.name }
    }

    static func draft(_ visit: Visit) async throws -> Reply {
        let file = try AgreementFile(reading: Array(visit.form["content"].utf8))
        var chosen: [Partner.ID: Partner.ID] = [:]
        for body in file.agreement.terms.parties {
            chosen[body] = Partner.ID(visit.form["body-\(body)"])
        }
        var page = try await AgreementImportPage(visit, file, chosen: chosen)
        for body in file.agreement.parties where chosen[body] == nil {
            page.errors.add("body-\(body)", "Choose who stands for \(file.label(of: body)).")
        }
        for obstacle in page.reading.obstacles where page.errors.isEmpty {
            page.errors.add("content", obstacle)
        }
        guard page.errors.isEmpty else { return page.reply }
        do {
            let draft = try await visit.store.draft(page.reading, by: page.person)
            return .seeOther("/agreements/\(draft.id)")
        } catch let refusal as Refusal where refusal.reasons.first?.code == "not-own-body" {
            page.errors.add("content", "\(refusal.sentence) Choose it for one of the bodies below.")
            return page.reply
        }
    }

    var reply: Reply {
        let shell = visit.page(
            "Who stands for whom", current: "/agreements", way: .back(AgreementUploadPage.address),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1(file.agreement.terms.title, caption: "Agreement of \(file.partnership)")
            if !reading.notes.isEmpty {
                h2("Before you go on")
                bullets(reading.notes)
            }
            h2("Who stands for whom?")
            PostForm("/agreements/import/draft", csrf: visit.csrf, warnsUnsaved: true) {
                hiddenInput("content", text)
                for body in file.agreement.parties { choice(of: body) }
                div(.id("content")) {
                    Button("Make the draft")
                }
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var text: String {
        String(decoding: (try? file.bytes()) ?? [], as: UTF8.self)
    }

    private func choice(of body: Partner.ID) -> Select {
        let kind = file.meanings.bodies.first { $0.code == body.rawValue }?.meaning
        return Select(
            "body-\(body)", file.label(of: body),
            [Choice("", "Choose one")] + partners.map { Choice($0.id.rawValue, $0.name) },
            selected: reading.bodies[body]?.rawValue,
            hint: [kind, body == file.agreement.terms.lead ? "leads the agreement" : nil]
                .compactMap { $0 }.joined(separator: ", "),
            error: errors["body-\(body)"])
    }
}
