/// The way between the pages of a list; nothing when there is one page.
struct Pagination: Part {
    let current: Int
    let count: Int
    let address: @Sendable (Int) -> String

    /// `current` and `count` number the pages from 1; `address` gives the address of a page.
    init(current: Int, of count: Int, address: @escaping @Sendable (Int) -> String) {
        self.current = current
        self.count = count
        self.address = address
    }

    var html: HTML {
        guard count > 1 else { return HTML() }
        return element("nav", .class("govuk-pagination"), .aria("label", "Pagination")) {
            if current > 1 { step("Previous", "prev", to: current - 1) }
            element("ul", .class("govuk-pagination__list")) {
                for entry in entries { item(entry) }
            }
            if current < count { step("Next", "next", to: current + 1) }
        }
    }

    /// The first, the last, and those around the current page; `nil` where some are left out.
    private var entries: [Int?] {
        let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - current) <= 1 }
        var entries: [Int?] = []
        for (index, page) in shown.enumerated() {
            if index > 0, page - shown[index - 1] > 1 { entries.append(nil) }
            entries.append(page)
        }
        return entries
    }

    private func step(_ text: String, _ relation: String, to page: Int) -> HTML {
        div(.class("govuk-pagination__\(relation)")) {
            a(
                to: address(page), .class("govuk-link govuk-pagination__link"),
                Attribute("rel", relation)
            ) {
                text
                visuallyHidden(" page")
            }
        }
    }

    private func item(_ page: Int?) -> HTML {
        let block = "govuk-pagination__item"
        guard let page else {
            return element("li", .class("\(block) \(block)--ellipsis")) { "⋯" }
        }
        let isCurrent = page == current
        return element("li", .class(isCurrent ? "\(block) \(block)--current" : block)) {
            a(
                Numerals.grouped(page), to: address(page),
                .class("govuk-link govuk-pagination__link"), .aria("label", "Page \(page)"),
                .optional("aria-current", isCurrent ? "page" : nil))
        }
    }
}
