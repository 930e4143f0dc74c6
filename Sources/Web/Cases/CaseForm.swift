import Casework
import Records

/// What was typed into the form of a step, and what is wrong with it.
struct CaseForm {
    let note: String
    let kind: String
    let effective: DateInput.Answer
    let amount: String
    let errors: FormErrors
    /// The command, when nothing is wrong.
    let command: Case.Command?

    /// Nothing typed yet.
    init() {
        self.init(
            note: "", kind: "", effective: DateInput.Answer(), amount: "", errors: FormErrors(),
            command: nil)
    }

    init(_ fields: FormFields, for step: Workflow.Step) {
        let effective = DateInput.Answer(
            day: fields["effective-day"], month: fields["effective-month"],
            year: fields["effective-year"])
        var errors = FormErrors()
        let outcome =
            step.needsOutcome
            ? Self.outcome(fields["outcome"], effective, fields["amount"], &errors) : nil
        if step.needsNote, fields["note"].isEmpty {
            errors.add("note", Case.Refusal.noteMissing.sentence)
        }
        self.init(
            note: fields["note"], kind: fields["outcome"], effective: effective,
            amount: fields["amount"], errors: errors,
            command: errors.isEmpty
                ? Case.Command(
                    step: step.code, afterEvent: Int(fields["after"]) ?? -1,
                    note: fields["note"], outcome: outcome) : nil)
    }

    private init(
        note: String, kind: String, effective: DateInput.Answer, amount: String,
        errors: FormErrors, command: Case.Command?
    ) {
        self.note = note
        self.kind = kind
        self.effective = effective
        self.amount = amount
        self.errors = errors
        self.command = command
    }

    /// The same typed texts with what the case refused.
    func refused(_ sentence: String) -> CaseForm {
        var errors = FormErrors()
        errors.add("note", sentence)
        return CaseForm(
            note: note, kind: kind, effective: effective, amount: amount, errors: errors,
            command: nil)
    }

    private static func outcome(
        _ kind: String, _ typed: DateInput.Answer, _ amount: String, _ errors: inout FormErrors
    ) -> CaseOutcome? {
        let chosen = CaseOutcome.Kind(rawValue: kind)
        if chosen == nil { errors.add("outcome", Case.Refusal.outcomeMissing.sentence) }
        let day = date(typed, &errors)
        if day == nil, errors["effective"] == nil, chosen == .discountEnds {
            errors.add("effective", Case.Refusal.effectiveDateMissing.sentence)
        }
        let pence = amount.isEmpty ? 0 : Pence(written: amount)?.count
        if let pence, !(0...100_000_000).contains(pence) {
            errors.add("amount", Case.Refusal.amountOutOfRange.sentence)
        } else if pence == nil {
            errors.add("amount", "Enter the amount in pounds and pence, such as 401.00.")
        }
        guard let chosen, let pence, errors.isEmpty else { return nil }
        return CaseOutcome(kind: chosen, effective: day, billedPence: pence)
    }

    private static func date(_ typed: DateInput.Answer, _ errors: inout FormErrors)
        -> CalendarDate?
    {
        let parts = [("day", typed.day), ("month", typed.month), ("year", typed.year)]
        let missing = parts.filter(\.1.isEmpty).map(\.0)
        guard missing.count < 3 else { return nil }
        if let first = missing.first {
            errors.add(
                "effective", "The date must include a \(missing.joined(separator: " and a ")).",
                focus: first == "day" ? nil : "effective-\(first)")
            return nil
        }
        guard let day = CalendarDate(written: "\(typed.day) \(typed.month) \(typed.year)") else {
            errors.add(
                "effective", "Enter a real date, such as 27 3 2026, with the year in four digits.")
            return nil
        }
        return day
    }
}
