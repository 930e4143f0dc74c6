import Exchange
import Governance
import Records

/// Title, category and public summary.
struct SummaryAnswers: DraftAnswers {
    let title: String
    let category: String
    let summary: String
    let categories: [String]

    init(_ draft: Draft, _ form: FormFields?) {
        title = form?["title"] ?? draft.terms.title
        category = form?["category"] ?? draft.terms.category
        summary = form?["summary"] ?? draft.terms.summary
        let known = draft.words.reference.templates.map(\.category)
        categories = Set(known + [draft.terms.category]).sorted()
    }

    var problems: FormErrors {
        var errors = FormErrors()
        if title.count > 150 {
            errors.add("title", "Shorten the title to 150 characters or fewer.")
        }
        if summary.count > 2_000 {
            errors.add("summary", "Shorten the public summary to 2,000 characters or fewer.")
        }
        if !categories.contains(category) { errors.add("category", "Choose a category.") }
        return errors
    }

    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        var changed = terms
        (changed.title, changed.category, changed.summary) = (title, category, summary)
        return changed
    }

    func field(of fault: TermsFault) -> String { fault == .noTitle ? "title" : "summary" }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        TextInput(
            "title", "Title", value: title, hint: "What the parties and the register call it.",
            error: errors["title"], size: .medium)
        Select(
            "category", "Category", categories.map { Choice($0, $0) }, selected: category,
            hint: "The register files the agreement under it.", error: errors["category"],
            size: .medium)
        TextArea(
            "summary", "Public summary", value: summary, rows: 9,
            hint: "For everybody: what is shared and why. At most 150 words; "
                + "\(summary.split(whereSeparator: \.isWhitespace).count) now.",
            error: errors["summary"], size: .medium)
    }
}

/// Why the parties share, and what happens when they do not.
struct PurposeAnswers: DraftAnswers {
    let purpose: String
    let necessity: String
    let purposes: [Purpose]

    init(_ draft: Draft, _ form: FormFields?) {
        purpose = form?["purpose"] ?? draft.terms.purpose.rawValue
        necessity = form?["necessity"] ?? draft.terms.necessity
        purposes = draft.words.reference.purposes
    }

    var problems: FormErrors {
        var errors = FormErrors()
        if !purposes.contains(where: { $0.id.rawValue == purpose }) {
            errors.add("purpose", "Choose the purpose.")
        }
        if necessity.count > 5_000 {
            errors.add("necessity", "Shorten the reason to 5,000 characters or fewer.")
        }
        return errors
    }

    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        var changed = terms
        changed.purpose = Purpose.ID(purpose) ?? terms.purpose
        changed.necessity = necessity
        return changed
    }

    func field(of fault: TermsFault) -> String { "necessity" }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        Radios(
            "purpose", "Purpose",
            purposes.map { Choice($0.id.rawValue, $0.label, hint: $0.meaning) },
            selected: purpose, hint: "Sharing for any other purpose is refused.",
            error: errors["purpose"])
        TextArea(
            "necessity", "Why it is needed", value: necessity, rows: 7,
            hint: "Say what each body lacks without it, and what happens if nothing is shared.",
            error: errors["necessity"], size: .medium)
    }
}
