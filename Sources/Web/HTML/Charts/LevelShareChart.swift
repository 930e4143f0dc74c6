/// How often true matches and other pairs have each level of one comparison.
struct LevelShareChart: Part {
    struct Level: Sendable {
        let label: String
        /// The share of matches, 0 to 1.
        let ofMatches: Double
        let matchesText: String
        /// The share of other pairs, 0 to 1.
        let ofOthers: Double
        let othersText: String
        /// Both in a sentence.
        let words: String
    }

    let id: String
    let headline: String
    let measure: String
    let levels: [Level]

    private static let start = 330.0
    private static let rowHeight = 2 * Shape.lineHeight + 20

    private var height: Int {
        max(1, levels.reduce(0) { $0 + Self.height($1) })
    }

    private static func height(_ level: Level) -> Int {
        Shape.lines(of: level.label, width: 42).count * Shape.lineHeight + rowHeight
    }

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure,
            description: levels.map { "\($0.label): \($0.words)" }.joined(separator: " "),
            height: height, drawing: drawing, numbers: numbers
        ).html
    }

    private var drawing: HTML {
        let tops = levels.reduce(into: [0]) { tops, level in
            tops.append((tops.last ?? 0) + Self.height(level))
        }
        return HTML { for (level, top) in zip(levels, tops) { row(level, top: top) } }
    }

    private func row(_ level: Level, top: Int) -> HTML {
        let lines = Shape.lines(of: level.label, width: 42)
        let first = Double(top + lines.count * Shape.lineHeight)
        let second = first + Double(Shape.lineHeight)
        let width = Double(Chart.width) - Self.start
        return HTML {
            Shape.label(lines, endingAt: Int(first) - 8)
            Shape.text("matches \(level.matchesText)", x: 14, y: first + 24)
            Shape.box(
                "plain", x: Self.start, y: first + 6, width: max(1, level.ofMatches * width),
                height: 18)
            Shape.text("chance \(level.othersText)", x: 14, y: second + 24)
            Shape.frame(
                x: Self.start + 1, y: second + 7, width: max(2, level.ofOthers * width - 2),
                height: 16)
        }
    }

    private var numbers: Table {
        Table(
            headline, size: .small,
            columns: [
                .text("Level"), .text("In words"), .number("m: true matches"),
                .number("u: by chance"),
            ]
        ) {
            for level in levels {
                Table.Row {
                    level.label
                    level.words
                    Numerals.decimal(level.ofMatches, places: 6)
                    Numerals.decimal(level.ofOthers, places: 6)
                }
            }
        }
    }
}
