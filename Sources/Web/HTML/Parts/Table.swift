/// Rows of the same kind of thing, under a caption.
///
/// On a narrow screen it scrolls in a region of its own, which the keyboard can reach.
struct Table: Part {
    enum Direction: String, Sendable {
        case ascending
        case descending
    }

    struct Column: Sendable {
        let title: String
        let isNumeric: Bool
        let sortAddress: String?
        let sorted: Direction?

        /// `sort`: the address of this list ordered by this column;
        /// `sorted`: how the list is ordered by this column now.
        static func text(
            _ title: String, sort: String? = nil, sorted: Direction? = nil
        ) -> Column {
            Column(title: title, isNumeric: false, sortAddress: sort, sorted: sorted)
        }

        static func number(
            _ title: String, sort: String? = nil, sorted: Direction? = nil
        ) -> Column {
            Column(title: title, isNumeric: true, sortAddress: sort, sorted: sorted)
        }
    }

    /// One row: each expression in its braces is a cell; the first names the row.
    struct Row: Sendable {
        let cells: [HTML]

        init(_ cells: [HTML]) {
            self.cells = cells
        }

        init(@CellBuilder cells: () -> [HTML]) {
            self.cells = cells()
        }
    }

    let caption: String
    let captionSize: TextSize
    let columns: [Column]
    let rows: [Row]
    let empty: String

    /// `empty`: what stands here when there are no rows.
    init(
        _ caption: String, size: TextSize = .medium, columns: [Column],
        empty: String = "None recorded.", @ArrayBuilder<Row> rows: () -> [Row]
    ) {
        self.caption = caption
        captionSize = size
        self.columns = columns
        self.empty = empty
        self.rows = rows()
    }

    var html: HTML {
        guard !rows.isEmpty else { return EmptyState(caption, empty, size: captionSize).html }
        var table = HTML(reserving: rows.count * 512)
        table.open(
            "div",
            [
                .class("weft-table-scroll"), .role("region"), .aria("label", caption), .tabindex(0),
            ])
        table.open("table", [.class("govuk-table")])
        table.append(
            "caption",
            [.class("govuk-table__caption govuk-table__caption--\(captionSize.rawValue)")],
            content: HTML(caption))
        appendHead(to: &table)
        table.open("tbody", [.class("govuk-table__body")])
        for row in rows { append(row, to: &table) }
        table.close("tbody")
        table.close("table")
        table.close("div")
        return table
    }

    private func appendHead(to table: inout HTML) {
        table.open("thead", [.class("govuk-table__head")])
        table.open("tr", [.class("govuk-table__row")])
        for column in columns {
            let numeric = column.isNumeric ? " govuk-table__header--numeric" : ""
            table.append(
                "th",
                [
                    Attribute("scope", "col"), .class("govuk-table__header" + numeric),
                    .optional("aria-sort", column.sorted?.rawValue),
                ], content: title(of: column))
        }
        table.close("tr")
        table.close("thead")
    }

    private func title(of column: Column) -> HTML {
        guard let address = column.sortAddress else { return HTML(column.title) }
        return a(to: address, .class("weft-sort")) {
            column.title
            visuallyHidden(column.sorted == .ascending ? ", sort descending" : ", sort ascending")
        }
    }

    private func append(_ row: Row, to table: inout HTML) {
        precondition(row.cells.count == columns.count, "a table row needs one cell for each column")
        table.open("tr", [.class("govuk-table__row")])
        for (index, cell) in row.cells.enumerated() {
            if index == 0 {
                table.append(
                    "th", [Attribute("scope", "row"), .class("govuk-table__header")], content: cell)
            } else {
                let numeric = columns[index].isNumeric ? " govuk-table__cell--numeric" : ""
                table.append("td", [.class("govuk-table__cell" + numeric)], content: cell)
            }
        }
        table.close("tr")
    }
}

/// Says that there is nothing, where a list would stand.
struct EmptyState: Part {
    let title: String
    let message: HTML
    let size: TextSize

    init(_ title: String, _ message: String = "None recorded.", size: TextSize = .medium) {
        self.title = title
        self.message = HTML(message)
        self.size = size
    }

    /// With a way on, such as a link that adds the first one.
    init(
        _ title: String, size: TextSize = .medium, @HTMLBuilder message: () -> HTML
    ) {
        self.title = title
        self.message = message()
        self.size = size
    }

    var html: HTML {
        div(.class("weft-empty")) {
            h2(title, size: size)
            p(.class("govuk-body weft-empty__message")) { message }
        }
    }
}
