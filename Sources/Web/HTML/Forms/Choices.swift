/// One answer among several.
struct Choice: Hashable, Sendable {
    let value: String
    let text: String
    let hint: String?
    /// Stands between this choice and the one before, such as "or".
    let divider: String?

    init(_ value: String, _ text: String, hint: String? = nil, divider: String? = nil) {
        self.value = value
        self.text = text
        self.hint = hint
        self.divider = divider
    }
}

/// One answer of a few.
struct Radios: Part {
    let group: FormGroup
    let legend: Legend
    let choices: [Choice]
    let selected: String?
    let isInline: Bool

    init(
        _ name: String, _ legend: String, _ choices: [Choice], selected: String? = nil,
        hint: String? = nil, error: String? = nil, size: TextSize? = .medium,
        isHeading: Bool = false, isInline: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.legend = Legend(legend, size: size, isHeading: isHeading)
        self.choices = choices
        self.selected = selected
        self.isInline = isInline
    }

    var html: HTML {
        group.fieldset(legend: legend) {
            div(.class("govuk-radios" + (isInline ? " govuk-radios--inline" : ""))) {
                ChoiceList(
                    block: "govuk-radios", type: "radio", name: group.id, choices: choices,
                    selected: selected.map { [$0] } ?? [])
            }
        }
    }
}

/// Any number of answers.
struct Checkboxes: Part {
    let group: FormGroup
    let legend: Legend
    let choices: [Choice]
    let selected: Set<String>

    init(
        _ name: String, _ legend: String, _ choices: [Choice], selected: Set<String> = [],
        hint: String? = nil, error: String? = nil, size: TextSize? = .medium,
        isHeading: Bool = false
    ) {
        group = FormGroup(name, hint: hint, error: error)
        self.legend = Legend(legend, size: size, isHeading: isHeading)
        self.choices = choices
        self.selected = selected
    }

    var html: HTML {
        group.fieldset(legend: legend) {
            div(.class("govuk-checkboxes")) {
                ChoiceList(
                    block: "govuk-checkboxes", type: "checkbox", name: group.id,
                    choices: choices, selected: selected)
            }
        }
    }
}

/// The inputs of radios and checkboxes; the first has the field's own name as its identifier.
private struct ChoiceList: Part {
    let block: String
    let type: String
    let name: String
    let choices: [Choice]
    let selected: Set<String>

    var html: HTML {
        HTML {
            for (index, choice) in choices.enumerated() {
                if let divider = choice.divider {
                    div(.class("\(block)__divider")) { divider }
                }
                item(choice, id: index == 0 ? name : "\(name)-\(index + 1)")
            }
        }
    }

    private func item(_ choice: Choice, id: String) -> HTML {
        div(.class("\(block)__item")) {
            voidElement(
                "input",
                [
                    .class("\(block)__input"), .id(id), .name(name), .type(type),
                    .value(choice.value), .flag("checked", if: selected.contains(choice.value)),
                    .describedBy(choice.hint.map { _ in "\(id)-item-hint" }),
                ])
            element("label", .class("govuk-label \(block)__label"), .for(id)) { choice.text }
            if let hint = choice.hint {
                div(.class("govuk-hint \(block)__hint"), .id("\(id)-item-hint")) { hint }
            }
        }
    }
}
