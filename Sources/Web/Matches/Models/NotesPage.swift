import Exchange
import Governance
import HTTPTypes

/// The form that changes what the builders say about a version; its training stays.
struct NotesPage {
    let model: ModelVisit
    private(set) var errors = FormErrors()

    private static let field = "notes"

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        if let refusal { errors = FormErrors(refusal, at: Self.field) }
    }

    /// Saves the notes and leads back to the version.
    static func save(_ visit: Visit) async throws -> Reply {
        let model = try await ModelVisit(visit)
        return try await visit.answering {
            _ = try await visit.store.changeNotes(
                of: model.version.id, to: visit.form[field], seen: model.seen, by: model.person)
            return .seeOther("\(model.path)?done=notes")
        } orAgain: {
            try await NotesPage(visit, $0).shell
        }
    }

    var shell: PageShell {
        model.page("Change the notes", hasErrors: !errors.isEmpty) {
            ErrorSummary(errors)
            h1("Change the notes", caption: model.caption)
            model.standing
            if model.mayEdit {
                model.form("\(model.path)/notes", warnsUnsaved: true) {
                    TextArea(
                        Self.field, "Notes for whoever signs it off (optional)",
                        value: model.visit.form.has(Self.field)
                            ? model.visit.form[Self.field] : model.version.notes,
                        hint: "What is new, and why. Do not write about any person.",
                        error: errors[Self.field])
                    Button("Save the notes")
                }
            } else {
                p(model.version.notes.isEmpty ? "None recorded." : model.version.notes)
            }
        }
    }
}
