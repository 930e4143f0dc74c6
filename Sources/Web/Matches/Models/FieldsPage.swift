import Exchange
import Governance
import HTTPTypes
import Linkage

/// The fields that a version reads, how each is read, and what it is used for.
struct FieldsPage {
    let model: ModelVisit
    private(set) var errors = FormErrors()

    private var linkage: LinkageModel { model.version.model }
    private var columns: [String] {
        linkage.columns.sorted { (model.label($0), $0) < (model.label($1), $1) }
    }

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        if let refusal, let first = columns.first {
            errors = FormErrors(refusal, at: Self.field(first))
        }
    }

    private static func field(_ column: String) -> String { "form-\(column)" }

    /// Saves how the fields are read.
    static func save(_ visit: Visit) async throws -> Reply {
        var page = try await FieldsPage(visit)
        let model = page.model
        try visit.store.require(.buildMatchModel, of: model.person)
        var forms = page.linkage.columnForms
        for column in page.columns {
            guard let form = ColumnForm(rawValue: visit.form[field(column)]) else {
                page.errors.add(field(column), "Choose how \(model.label(column)) is read")
                continue
            }
            forms[column] = form == .verbatim ? nil : form
        }
        guard page.errors.isEmpty else {
            return .page(page.shell, status: .unprocessableContent)
        }
        let edited = page.linkage.with(columnForms: forms)
        return try await visit.answering {
            _ = try await visit.store.changeModel(
                model.version.id, to: edited, notes: model.version.notes, seen: model.seen,
                by: model.person)
            return .seeOther("\(model.path)/fields?done=saved")
        } orAgain: {
            try await FieldsPage(visit, $0).shell
        }
    }

    var shell: PageShell {
        model.page("Fields", hasErrors: !errors.isEmpty, notice: notice) {
            ErrorSummary(errors)
            h1("Fields", caption: model.caption)
            model.standing
            model.changeWarning
            p(
                "These are the fields that the version reads. Before two values are compared, "
                    + "each can be put into one form, so that St Mary’s and ST MARYS are the same.")
            table
            if model.mayEdit { form }
        }
    }

    private var notice: NotificationBanner? {
        model.visit.query["done"] == "saved"
            ? NotificationBanner(.success, HTML("The change is saved.")) : nil
    }

    private var table: Table {
        Table(
            "What the version reads",
            columns: [.text("Field"), .text("Read as"), .text("Used for")]
        ) {
            for column in columns {
                Table.Row {
                    model.label(column)
                    Self.words(linkage.columnForms[column] ?? .verbatim)
                    uses(column)
                }
            }
        }
    }

    private func uses(_ column: String) -> String {
        let comparisons = linkage.comparisons.filter { $0.columns.contains(column) }
            .map { "comparing \(model.label($0.outputColumnName).lowercasedFirst)" }
        let isBlocked = linkage.blockingRulesToGeneratePredictions
            .contains { $0.columns.contains(column) }
        let isTrained = linkage.training.emRules.contains { $0.columns.contains(column) }
        let all =
            comparisons + (isBlocked ? ["blocking"] : []) + (isTrained ? ["training"] : [])
        return AgreementWords.joined(all).capitalisedFirst
    }

    private var form: PostForm {
        model.form("\(model.path)/fields") {
            h2("Change how fields are read")
            for column in columns {
                Select(
                    Self.field(column), model.label(column),
                    ColumnForm.allCases.map { Choice($0.rawValue, Self.words($0)) },
                    selected: model.visit.form.has(Self.field(column))
                        ? model.visit.form[Self.field(column)]
                        : (linkage.columnForms[column] ?? .verbatim).rawValue,
                    error: errors[Self.field(column)])
            }
            Button("Save", .secondary)
        }
    }

    static func words(_ form: ColumnForm) -> String {
        switch form {
        case .verbatim: "Exactly as it was loaded"
        case .text: "Words: without capitals, accents and punctuation"
        case .address: "An address: as words, with road, street and the like written short"
        case .date: "A date, however it is written"
        case .postcode: "A postcode: in capitals, with one space"
        case .identifier: "A reference: letters and digits only, in capitals"
        }
    }
}
