/// What happened, in order, each with when and who.
struct Timeline: Part {
    struct Entry: Sendable {
        let title: String
        let by: String?
        let when: HTML
        let content: HTML

        /// `when` is what people read; `datetime` is the same in ISO 8601.
        init(
            _ title: String, by: String? = nil, when: String, datetime: String,
            @HTMLBuilder content: () -> HTML = { HTML() }
        ) {
            self.title = title
            self.by = by
            self.when = time(when, datetime: datetime)
            self.content = content()
        }
    }

    let level: Int
    let entries: [Entry]

    /// `level`: the level of the entries' headings.
    init(level: Int = 3, @ArrayBuilder<Entry> entries: () -> [Entry]) {
        self.level = level
        self.entries = entries()
    }

    var html: HTML {
        guard !entries.isEmpty else { return p("None recorded.") }
        return element("ol", .class("moj-timeline")) {
            for entry in entries { item(entry) }
        }
    }

    private func item(_ entry: Entry) -> HTML {
        element("li", .class("moj-timeline__item")) {
            div(.class("moj-timeline__header")) {
                heading(entry.title, level: level, size: .small, .class("moj-timeline__title"))
                if let by = entry.by { p("by \(by)", .class("moj-timeline__byline")) }
            }
            p(.class("moj-timeline__date")) { entry.when }
            if !entry.content.isEmpty {
                div(.class("moj-timeline__description")) { entry.content }
            }
        }
    }
}
