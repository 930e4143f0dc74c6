/// What each level of one comparison is worth, for or against a match, from a common zero.
struct LevelWeightChart: Part {
    struct Level: Sendable {
        let label: String
        /// In words: "strong evidence for".
        let words: String
        /// Bits of evidence; below zero is evidence against.
        let weight: Double
        /// Between what weights the level moves with the value that is shared.
        var range: ClosedRange<Double>?
    }

    let id: String
    let headline: String
    let measure: String
    /// The ends of the scale in bits, the same for all charts that are to be compared.
    let scale: ClosedRange<Double>
    let levels: [Level]

    /// Where the labels of a level begin and how many lines they have.
    private var rows: [(level: Level, lines: [String], top: Int)] {
        var top = 0
        return levels.map { level in
            let lines = Shape.lines(of: level.label)
            defer { top += lines.count * Shape.lineHeight + 26 }
            return (level, lines, top)
        }
    }

    var html: HTML {
        let rows = rows
        let height = rows.last.map { $0.top + $0.lines.count * Shape.lineHeight + 26 } ?? 1
        return Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: height, drawing: drawing(rows, height), numbers: numbers
        ).html
    }

    private var description: String {
        levels.map { "\($0.label): \(Numerals.signed($0.weight)), \($0.words)" }
            .joined(separator: "; ") + "."
    }

    private func drawing(
        _ rows: [(level: Level, lines: [String], top: Int)], _ height: Int
    ) -> HTML {
        let low = min(scale.lowerBound, 0)
        let span = max(max(scale.upperBound, 0) - low, .leastNonzeroMagnitude)
        let place = { (bits: Double) in (bits - low) / span * Double(Chart.width) }
        return HTML {
            Shape.line("zero", x1: place(0), y1: 28, x2: place(0), y2: height)
            for (level, lines, top) in rows {
                let y = top + lines.count * Shape.lineHeight - 8
                Shape.label(lines, endingAt: y)
                Shape.value(Numerals.signed(level.weight), y: y)
                Shape.bar(
                    level.weight < 0 ? "against" : "for", from: place(0),
                    to: place(level.weight), y: top + lines.count * Shape.lineHeight)
                if let range = level.range {
                    let middle = Double(top + lines.count * Shape.lineHeight + 9)
                    Shape.path([
                        (x: place(range.lowerBound), y: middle),
                        (x: place(range.upperBound), y: middle),
                    ])
                }
            }
        }
    }

    private var hasRanges: Bool { levels.contains { $0.range != nil } }

    private var numbers: Table {
        Table(
            headline, size: .small,
            columns: [.text("Level"), .text("In words"), .number("Bits")]
                + (hasRanges
                    ? [.number("At the commonest value"), .number("At the rarest value")] : [])
        ) {
            for level in levels {
                Table.Row {
                    level.label
                    level.words.capitalisedFirst
                    Numerals.signed(level.weight)
                    if hasRanges {
                        level.range.map { Numerals.signed($0.lowerBound) } ?? "–"
                        level.range.map { Numerals.signed($0.upperBound) } ?? "–"
                    }
                }
            }
        }
    }
}
