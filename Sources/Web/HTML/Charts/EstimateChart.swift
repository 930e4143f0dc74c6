/// What several estimates say of the same shares, a dot each, with the value that was taken.
struct EstimateChart: Part {
    struct Row: Sendable {
        let label: String
        /// The estimates in the order of `sources`, 0 to 1; nil where a source cannot say.
        let estimates: [Double?]
        /// The value that was taken, 0 to 1.
        let taken: Double?
    }

    let id: String
    let headline: String
    let measure: String
    /// Where the estimates come from; each has a line of its own in every row.
    let sources: [String]
    let rows: [Row]

    private static let step = 24

    private func height(_ row: Row) -> Int {
        Shape.lines(of: row.label).count * Shape.lineHeight + sources.count * Self.step + 14
    }

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: rows.reduce(0) { $0 + height($1) } + Shape.lineHeight,
            drawing: drawing, numbers: numbers
        ).html
    }

    private var description: String {
        rows.map { row in
            let values = row.estimates.compactMap { $0 }.map { Numerals.decimal($0, places: 3) }
            return
                "\(row.label): \(values.isEmpty ? "no estimate" : values.joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }

    private static func place(_ share: Double) -> Double {
        10 + min(max(share, 0), 1) * Double(Chart.width - 20)
    }

    private var drawing: HTML {
        let tops = rows.reduce(into: [0]) { tops, row in
            tops.append((tops.last ?? 0) + height(row))
        }
        let axis = Double((tops.last ?? 0) + 24)
        return HTML {
            for (row, top) in zip(rows, tops) { drawing(row, top: top) }
            Shape.text("0%", x: 0, y: axis)
            Shape.text("50%", x: Double(Chart.width) / 2, y: axis, anchor: "middle")
            Shape.text("100%", x: Double(Chart.width), y: axis, anchor: "end")
        }
    }

    private func drawing(_ row: Row, top: Int) -> HTML {
        let lines = Shape.lines(of: row.label)
        let first = top + lines.count * Shape.lineHeight
        return HTML {
            Shape.label(lines, endingAt: first - 8)
            Shape.value(row.taken.map { Numerals.decimal($0, places: 3) } ?? "none", y: first - 8)
            for (index, estimate) in row.estimates.enumerated() {
                let y = first + index * Self.step + Self.step / 2
                Shape.line(
                    "join", x1: Self.place(0), y1: y, x2: Self.place(1), y2: y)
                if let estimate { Shape.dot(x: Self.place(estimate), y: Double(y)) }
            }
            if let taken = row.taken {
                let bottom = first + sources.count * Self.step
                Shape.path([
                    (x: Self.place(taken), y: Double(first)),
                    (x: Self.place(taken), y: Double(bottom)),
                ])
            }
        }
    }

    private var numbers: Table {
        Table(
            headline, size: .small,
            columns: [.text("Level")] + sources.map { .number($0) } + [.number("In the model")]
        ) {
            for row in rows {
                Table.Row(
                    [HTML(row.label)]
                        + row.estimates.map { estimate in
                            HTML(estimate.map { Numerals.decimal($0, places: 4) } ?? "–")
                        } + [HTML(row.taken.map { Numerals.decimal($0, places: 4) } ?? "–")])
            }
        }
    }
}
