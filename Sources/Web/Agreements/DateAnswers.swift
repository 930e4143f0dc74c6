import Exchange
import Governance
import Records

/// First and last day, review, and how long received copies are kept.
struct DateAnswers: DraftAnswers {
    let start: TypedDate
    let lastDay: TypedDate
    let review: TypedDate
    let retention: String

    init(_ draft: Draft, _ form: FormFields?) {
        let terms = draft.terms
        start = form.map { TypedDate("start", $0) } ?? TypedDate("start", terms.start)
        lastDay = form.map { TypedDate("lastDay", $0) } ?? TypedDate("lastDay", terms.lastDay)
        review = form.map { TypedDate("review", $0) } ?? TypedDate("review", terms.review)
        retention = form?["retention"] ?? "\(terms.retentionMonths)"
    }

    private var months: Int? { Int(retention.filter { $0 != "," }) }

    var problems: FormErrors {
        var errors = FormErrors()
        start.check("first day", &errors)
        lastDay.check("last day", &errors)
        review.check("review date", &errors)
        if months == nil {
            errors.add(
                "retention", "Write for how many months received copies are kept, such as 12.")
        }
        return errors
    }

    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        var changed = terms
        changed.start = start.date ?? terms.start
        changed.lastDay = lastDay.date ?? terms.lastDay
        changed.review = review.date ?? terms.review
        changed.retentionMonths = months ?? terms.retentionMonths
        return changed
    }

    func field(of fault: TermsFault) -> String {
        switch fault {
        case .noRetention: "retention"
        case .reviewOutside: "review"
        default: "lastDay"
        }
    }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        DateInput(
            "start", "First day", answer: start.answer,
            hint: "If the last approval comes later, the agreement starts on that day.",
            error: errors["start"])
        DateInput("lastDay", "Last day", answer: lastDay.answer, error: errors["lastDay"])
        DateInput(
            "review", "Review by", answer: review.answer,
            hint: "Three months after this day without a review, the agreement leaves the register "
                + "and nothing moves under it.", error: errors["review"])
        TextInput(
            "retention", "Months for which received copies are kept", kind: .wholeNumber,
            value: retention, error: errors["retention"], characters: 4, size: .medium)
    }
}

/// A date as somebody typed it, in three fields.
struct TypedDate: Sendable {
    let name: String
    let answer: DateInput.Answer

    /// The fields of a form.
    init(_ name: String, _ form: FormFields) {
        self.name = name
        answer = DateInput.Answer(
            day: form["\(name)-day"], month: form["\(name)-month"], year: form["\(name)-year"])
    }

    /// A date that is known.
    init(_ name: String, _ date: CalendarDate) {
        self.name = name
        let (year, month, day) = date.parts
        answer = DateInput.Answer(day: "\(day)", month: "\(month)", year: "\(year)")
    }

    /// The day, when there is such a day between 2000 and 2199.
    var date: CalendarDate? {
        let found = CalendarDate(written: "\(answer.day) \(answer.month) \(answer.year)")
        return found.flatMap { (2000...2199).contains($0.parts.year) ? $0 : nil }
    }

    /// Adds what is wrong, and leads to the part that is missing.
    func check(_ what: String, _ errors: inout FormErrors) {
        guard date == nil else { return }
        let missing = [("day", answer.day), ("month", answer.month), ("year", answer.year)]
            .filter(\.1.isEmpty).map(\.0)
        guard missing.count < 3 else { return errors.add(name, "Enter the \(what).") }
        if let first = missing.first {
            let focus = first == "day" ? name : "\(name)-\(first)"
            errors.add(
                name, "The \(what) must include a \(AgreementWords.joined(missing)).", focus: focus)
        } else {
            errors.add(name, "The \(what) must be a real date, such as 27 3 2027.")
        }
    }
}
