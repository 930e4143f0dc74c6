/// The fields that narrow a list; the answers stand in the address, and page 1 comes first.
struct FilterForm: Part {
    /// A filter that is on, with the address of the list without it.
    typealias Selected = NavigationItem

    let action: String
    let selected: [Selected]
    let clear: String?
    private let fields: HTML

    /// `clear`: the address of the list without any filter.
    init(
        _ action: String, selected: [Selected] = [], clear: String? = nil,
        @HTMLBuilder fields: () -> HTML
    ) {
        self.action = action
        self.selected = selected
        self.clear = clear
        self.fields = fields()
    }

    var html: HTML {
        section(.class("moj-filter"), .aria("labelledby", "filter-title")) {
            h2("Filter", size: .small, .class("moj-filter__title"), .id("filter-title"))
            if !selected.isEmpty { chosen }
            GetForm(action, .class("moj-filter__form")) {
                fields
                Button("Apply filters", .secondary, guardsDoubleClick: false)
            }
        }
    }

    private var chosen: HTML {
        div(.class("moj-filter__selected")) {
            element("ul", .class("moj-filter__tags")) {
                for item in selected {
                    element("li") {
                        a(to: item.address, .class("moj-filter__tag")) {
                            visuallyHidden("Remove this filter: ")
                            item.text
                        }
                    }
                }
            }
            if let clear { a("Clear all filters", to: clear) }
        }
    }
}
