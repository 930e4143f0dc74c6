import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// The form that drafts a new version: for which purpose, and what it starts from.
struct NewModelPage {
    let visit: Visit
    let models: [MatchModel]
    let names: Names
    private(set) var errors = FormErrors()

    static let address = "/matches/models/new"

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        self.visit = visit
        let person = try visit.person()
        try visit.store.require(.buildMatchModel, of: person)
        models = try await visit.store.models(seenBy: person)
        names = try await visit.store.names()
        if let refusal { errors = FormErrors(refusal, at: "notes") }
        if visit.form.has(CSRFToken.field), refusal == nil { check() }
    }

    private mutating func check() {
        if !visit.store.reference.purposes.contains(where: {
            $0.id.rawValue == visit.form["purpose"]
        }) {
            errors.add("purpose", "Choose what the model is for")
        }
        if start == nil { errors.add("start", "Choose what the version starts from") }
    }

    /// The start that was chosen, if it is on offer.
    private var start: ModelStart? {
        let chosen = visit.form["start"]
        if chosen == "built-in" { return .builtIn }
        return models.first { $0.id.rawValue == chosen }.map { .version($0.id) }
    }

    /// Drafts the version and leads to its page.
    static func draft(_ visit: Visit) async throws -> Reply {
        let page = try await NewModelPage(visit)
        guard page.errors.isEmpty, let start = page.start,
            let purpose = Purpose.ID(visit.form["purpose"])
        else { return .page(page.shell, status: .unprocessableContent) }
        return try await visit.answering {
            let version = try await visit.store.draftModel(
                for: purpose, from: start, notes: visit.form["notes"], by: visit.person())
            return .seeOther("/matches/models/\(version.id)")
        } orAgain: {
            try await NewModelPage(visit, $0).shell
        }
    }

    var shell: PageShell {
        visit.page(
            "Draft a match model", current: "/matches", way: .back("/matches/models"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Draft a match model")
            p(
                "A new version changes nothing yet. It is used only after it was trained and a "
                    + "second person signed it off.")
            PostForm(Self.address, csrf: visit.csrf, warnsUnsaved: true) {
                Select(
                    "purpose", "What the model is for", purposes, selected: chosenPurpose,
                    hint: "Files that were loaded under an agreement for this purpose are "
                        + "compared by it.", error: errors["purpose"])
                Radios(
                    "start", "What it starts from", starts, selected: chosenStart,
                    error: errors["start"])
                TextArea(
                    "notes", "Notes for whoever signs it off (optional)",
                    value: visit.form["notes"],
                    hint: "What is new, and why. Do not write about any person.",
                    error: errors["notes"])
                Button("Draft the version")
            }
            p {
                "You can also "
                a("import a model from Splink", to: "/matches/models/import")
                "."
            }
        }
    }

    private var purposes: [Choice] {
        [Choice("", "Choose one")]
            + visit.store.reference.purposes.map { Choice($0.id.rawValue, $0.label) }
    }

    /// The version that the address names.
    private var proposed: MatchModel? {
        models.first { $0.id.rawValue == visit.query["from"] }
    }

    private var chosenPurpose: String {
        let typed = visit.form["purpose"]
        return typed.isEmpty ? proposed?.purpose.rawValue ?? "" : typed
    }

    private var chosenStart: String? {
        let typed = visit.form["start"]
        return typed.isEmpty ? proposed?.id.rawValue ?? "built-in" : typed
    }

    private var starts: [Choice] {
        [
            Choice(
                "built-in", "The model of people that comes with Weft",
                hint: "Names, date of birth and home, for records of councils.")
        ]
            + models.map {
                Choice(
                    $0.id.rawValue, "Version \($0.number), \(names.name($0.purpose))",
                    hint: "\($0.state.tag.text). \($0.state.words)")
            }
    }
}
