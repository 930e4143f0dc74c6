/// A date in three fields, whose names are the field's with `-day`, `-month` and `-year`.
///
/// The day has the field's own name as its identifier; the others have theirs.
struct DateInput: Part {
    /// What was typed, kept as it was.
    struct Answer: Hashable, Sendable {
        let day: String
        let month: String
        let year: String

        init(day: String = "", month: String = "", year: String = "") {
            self.day = day
            self.month = month
            self.year = year
        }
    }

    let group: FormGroup
    let legend: Legend
    let answer: Answer

    init(
        _ name: String, _ legend: String, answer: Answer = Answer(), hint: String? = nil,
        error: String? = nil, size: TextSize? = .medium, isHeading: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.legend = Legend(legend, size: size, isHeading: isHeading)
        self.answer = answer
    }

    var html: HTML {
        group.fieldset(legend: legend, role: "group") {
            div(.class("govuk-date-input")) {
                field("day", "Day", answer.day, id: group.id, characters: 2)
                field("month", "Month", answer.month, id: "\(group.id)-month", characters: 4)
                field("year", "Year", answer.year, id: "\(group.id)-year", characters: 4)
            }
        }
    }

    private func field(
        _ part: String, _ label: String, _ value: String, id: String, characters: Int
    ) -> HTML {
        let failed = group.error == nil ? "" : " govuk-input--error"
        let isMonth = part == "month"
        return div(.class("govuk-date-input__item")) {
            element("label", .class("govuk-label govuk-date-input__label"), .for(id)) { label }
            voidElement(
                "input",
                [
                    .class("govuk-input govuk-input--width-\(characters)\(failed)"), .id(id),
                    .name("\(group.id)-\(part)"), .type("text"),
                    .optional("inputmode", isMonth ? nil : "numeric"),
                    .optional("value", value.isEmpty ? nil : value),
                ])
        }
    }
}
