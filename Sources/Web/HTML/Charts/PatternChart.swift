/// The commonest combinations of levels: a square a comparison, and how many pairs have them.
struct PatternChart: Part {
    struct Row: Sendable {
        /// A value a comparison: -1 for nothing to compare, 0 for different, 1 for closest,
        /// and shares between them.
        let closeness: [Double]
        /// The same in words, one a comparison.
        let words: [String]
        let pairs: Int
        /// The weights of the pairs: "+3.2" or "+3.2 to +4.0".
        let weight: String
        /// What else the table says, one a column of `further`.
        let notes: [String]
    }

    let id: String
    let headline: String
    let measure: String
    /// The comparisons, in the order of the squares.
    let comparisons: [String]
    /// The titles of further columns of the table.
    let further: [String]
    let rows: [Row]

    private static let cell = 26.0
    private static let rowHeight = 72
    private static let longest = 430.0

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: rows.count * Self.rowHeight + 36, drawing: drawing, numbers: numbers
        ).html
    }

    private var description: String {
        guard let first = rows.first else { return "There are no pairs." }
        let parts = zip(comparisons, first.words).map { "\($0): \($1)" }
        return "The commonest combination has \(Numerals.grouped(first.pairs)) pairs: "
            + parts.joined(separator: "; ") + "."
    }

    /// The distance of two squares, closer where there are many.
    private var step: Double { min(44, 460 / Double(max(comparisons.count, 1))) }

    private var drawing: HTML {
        let most = Double(max(rows.map(\.pairs).max() ?? 1, 1))
        return HTML {
            for index in comparisons.indices {
                Shape.text(
                    String(index + 1), x: Double(index) * step + Self.cell / 2, y: 24,
                    anchor: "middle")
            }
            for (index, row) in rows.enumerated() {
                let top = Double(index * Self.rowHeight + 36)
                for (place, closeness) in row.closeness.enumerated() {
                    square(closeness, x: Double(place) * step, y: top)
                }
                Shape.value(Numerals.grouped(row.pairs), y: Int(top) + 24)
                Shape.text(row.weight, x: Double(Chart.width), y: top + 54, anchor: "end")
                Shape.bar(
                    "plain", from: 0, to: Double(row.pairs) / most * Self.longest,
                    y: Int(top) + 36, height: 12)
            }
        }
    }

    @HTMLBuilder private func square(_ closeness: Double, x: Double, y: Double) -> HTML {
        if closeness < 0 {
            Shape.path([(x: x + 5, y: y + 13), (x: x + Self.cell - 5, y: y + 13)])
        } else {
            if closeness > 0 {
                let height = closeness * Self.cell
                Shape.box(
                    "plain", x: x, y: y + Self.cell - height, width: Self.cell, height: height)
            }
            Shape.frame(x: x, y: y, width: Self.cell, height: Self.cell)
        }
    }

    private var numbers: Table {
        Table(
            headline, size: .small,
            columns: [.text("Pairs"), .text("Weight")]
                + comparisons.enumerated().map { .text("\($0.offset + 1) \($0.element)") }
                + further.map { .text($0) }
        ) {
            for row in rows {
                Table.Row(
                    [HTML(Numerals.grouped(row.pairs)), HTML(row.weight)]
                        + row.words.map { HTML($0) }
                        + row.notes.map { HTML($0) })
            }
        }
    }
}
