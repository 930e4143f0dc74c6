import Decisions
import Exchange
import Governance
import HTTPTypes
import Linkage
import Records

/// The import of a model that Splink saved: a file or its text.
struct ImportPage {
    let visit: Visit
    let names: Names
    private(set) var errors = FormErrors()

    static let address = "/matches/models/import"
    /// The whole form: a settings file and the fields beside it.
    static let formBytes = 2_000_000 + Multipart.formBytes

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        self.visit = visit
        let person = try visit.person()
        try visit.store.require(.buildMatchModel, of: person)
        names = try await visit.store.names()
        if let refusal { errors = FormErrors(refusal, at: "settings") }
    }

    /// Reads the settings, drafts a version from them and leads to its page.
    static func receive(_ visit: Visit, _ parts: Multipart) async throws -> Reply {
        var page = try await ImportPage(visit)
        let pasted = visit.form["settings"]
        let bytes = parts.file.flatMap { $0.isEmpty ? nil : $0 } ?? Array(pasted.utf8)
        if !page.purposes.contains(where: { $0.value == visit.form["purpose"] }) {
            page.errors.add("purpose", "Choose what the model is for")
        }
        if bytes.isEmpty {
            page.errors.add("file", "Choose a settings file, or paste its text")
        }
        guard page.errors.isEmpty, let purpose = Purpose.ID(visit.form["purpose"]) else {
            return .page(page.shell, status: .unprocessableContent)
        }
        return try await visit.answering {
            let model = try visit.store.importedModel(bytes)
            let version = try await visit.store.draftModel(
                for: purpose, from: .imported(model.withUsualRounds), notes: visit.form["notes"],
                by: visit.person())
            return .seeOther("/matches/models/\(version.id)")
        } orAgain: {
            try await ImportPage(visit, $0).shell
        }
    }

    private var purposes: [Choice] {
        visit.store.reference.purposes.map { Choice($0.id.rawValue, $0.label) }
    }

    var shell: PageShell {
        visit.page(
            "Import a model from Splink", current: "/matches", way: .back("/matches/models"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Import a model from Splink")
            p(
                "Weft reads the settings that Splink 4 and 5 save as JSON, and gives the same "
                    + "match weights. It also reads what it exports itself.")
            bullets([
                "The link type must be link_only, as two files are compared.",
                "Columns must have the names of the data dictionary, such as forename and "
                    + "date-of-birth.",
                "A condition that Weft does not know is refused by name. Nothing is passed over.",
            ])
            form
            columns
        }
    }

    private var form: PostForm {
        PostForm(Self.address, csrf: visit.csrf, takesFiles: true, warnsUnsaved: true) {
            Select(
                "purpose", "What the model is for", [Choice("", "Choose one")] + purposes,
                selected: visit.form["purpose"], error: errors["purpose"])
            FileUpload(
                "file", "Settings file", accept: [".json", "application/json"],
                maximumBytes: 2_000_000, error: errors["file"])
            TextArea(
                "settings", "Or paste the settings", value: visit.form["settings"], rows: 10,
                hint: "The JSON text, from its first bracket to its last.",
                error: errors["settings"], spellcheck: false)
            TextArea(
                "notes", "Notes for whoever signs it off (optional)", value: visit.form["notes"],
                hint: "Where the model comes from. Do not write about any person.")
            Button("Import")
        }
    }

    private var columns: Details {
        Details("The names of the data dictionary") {
            Table(
                "Names of columns", size: .small,
                columns: [.text("Column"), .text("What it holds")]
            ) {
                for item in visit.store.reference.dictionary.items {
                    Table.Row {
                        code(item.id.rawValue)
                        item.label
                    }
                }
            }
        }
    }
}
