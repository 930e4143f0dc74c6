/// One line of a summary: what it is, its value, and links that change it.
struct SummaryRow: Sendable {
    struct Action: Hashable, Sendable {
        let text: String
        let address: String
        let hidden: String?

        /// "Change", with what is changed for those who hear the link out of place.
        static func change(_ address: String) -> Action {
            Action("Change", to: address)
        }

        init(_ text: String, to address: String, hidden: String? = nil) {
            self.text = text
            self.address = address
            self.hidden = hidden
        }
    }

    let key: String
    let value: HTML
    let actions: [Action]

    /// `absent`: what stands here when there is no value.
    init(
        _ key: String, _ value: String?, absent: String = "Not provided", _ actions: Action...
    ) {
        self.key = key
        let given = value.flatMap { $0.isEmpty ? nil : $0 }
        self.value = given.map { HTML($0) } ?? span(absent, .class("weft-absent"))
        self.actions = actions
    }

    init(_ key: String, _ actions: Action..., @HTMLBuilder value: () -> HTML) {
        self.key = key
        self.value = value()
        self.actions = actions
    }
}

/// Facts about one thing; with a title it is a card, with links of its own at the top.
struct SummaryList: Part {
    let title: String?
    let level: Int
    let cardActions: [SummaryRow.Action]
    let rows: [SummaryRow]

    init(@ArrayBuilder<SummaryRow> rows: () -> [SummaryRow]) {
        title = nil
        level = 2
        cardActions = []
        self.rows = rows()
    }

    /// `level`: the level of the title's heading, 2 to 4.
    init(
        card title: String, level: Int = 2, actions: [SummaryRow.Action] = [],
        @ArrayBuilder<SummaryRow> rows: () -> [SummaryRow]
    ) {
        self.title = title
        self.level = level
        cardActions = actions
        self.rows = rows()
    }

    var html: HTML {
        guard let title else { return list }
        return div(.class("govuk-summary-card")) {
            div(.class("govuk-summary-card__title-wrapper")) {
                heading(
                    title, level: level, size: .small, .class("govuk-summary-card__title"))
                if !cardActions.isEmpty {
                    links(cardActions, about: title, block: "govuk-summary-card")
                }
            }
            div(.class("govuk-summary-card__content")) { list }
        }
    }

    private var list: HTML {
        element("dl", .class("govuk-summary-list")) {
            for row in rows {
                div(.class("govuk-summary-list__row")) {
                    element("dt", .class("govuk-summary-list__key")) { row.key }
                    element("dd", .class("govuk-summary-list__value")) { row.value }
                    if !row.actions.isEmpty {
                        element("dd", .class("govuk-summary-list__actions")) {
                            links(row.actions, about: row.key, block: "govuk-summary-list")
                        }
                    }
                }
            }
        }
    }

    private func links(_ actions: [SummaryRow.Action], about: String, block: String) -> HTML {
        element("ul", .class("\(block)__actions-list")) {
            for action in actions {
                element("li", .class("\(block)__actions-list-item")) {
                    a(action.text, hidden: action.hidden ?? about, to: action.address)
                }
            }
        }
    }
}
