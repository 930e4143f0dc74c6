/// Work in parts that may be done in any order; the whole row of a part is its link.
struct TaskList: Part {
    enum Status: Hashable, Sendable {
        case completed
        case inProgress
        case incomplete
        case cannotStart
        case other(StatusTag)
    }

    struct Item: Hashable, Sendable {
        let title: String
        let address: String
        let status: Status
        let hint: String?

        init(_ title: String, to address: String, _ status: Status, hint: String? = nil) {
            self.title = title
            self.address = address
            self.status = status
            self.hint = hint
        }
    }

    let id: String
    let items: [Item]

    /// `id`: different for each list of a page; the texts beside the links are found by it.
    init(id: String = "task", @ArrayBuilder<Item> items: () -> [Item]) {
        self.id = id
        self.items = items()
    }

    var html: HTML {
        element("ul", .class("govuk-task-list")) {
            for (index, item) in items.enumerated() { row(item, id: "\(id)-\(index + 1)") }
        }
    }

    private func row(_ item: Item, id: String) -> HTML {
        let linked = item.status != .cannotStart
        let block = "govuk-task-list__item"
        let hintID = item.hint.map { _ in "\(id)-hint " } ?? ""
        return element("li", .class(linked ? "\(block) \(block)--with-link" : block)) {
            div(.class("govuk-task-list__name-and-hint")) {
                if linked {
                    a(
                        item.title, to: item.address, .class("govuk-link govuk-task-list__link"),
                        .aria("describedby", "\(hintID)\(id)-status"))
                } else {
                    div { item.title }
                }
                if let hint = item.hint {
                    div(.class("govuk-task-list__hint"), .id("\(id)-hint")) { hint }
                }
            }
            div(.class("govuk-task-list__status"), .id("\(id)-status")) { status(item.status) }
        }
    }

    private func status(_ status: Status) -> HTML {
        switch status {
        case .completed: HTML("Completed")
        case .inProgress: StatusTag("In progress", .yellow).html
        case .incomplete: StatusTag("Incomplete", .teal).html
        case .cannotStart: span("Cannot start yet", .class("weft-absent"))
        case .other(let tag): tag.html
        }
    }
}
