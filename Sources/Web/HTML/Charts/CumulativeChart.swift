/// What each of several steps adds to those before it.
struct CumulativeChart: Part {
    struct Step: Sendable {
        let label: String
        /// What the step makes by itself.
        let alone: Int
        /// What it adds to the steps before it; nil where that is not known.
        let added: Int?
    }

    let id: String
    let headline: String
    let measure: String
    let steps: [Step]

    /// The sum before the first step, after it, and so on, as far as it is known.
    private var sums: [Int?] {
        steps.reduce(into: [0]) { sums, step in
            sums.append((sums.last ?? nil).flatMap { sum in step.added.map { sum + $0 } })
        }
    }

    private var rows: [(step: Step, lines: [String], top: Int)] {
        var top = 0
        return steps.map { step in
            let lines = Shape.lines(of: step.label, width: 26)
            defer { top += lines.count * Shape.lineHeight + 26 }
            return (step, lines, top)
        }
    }

    var html: HTML {
        let rows = rows
        let height = rows.last.map { $0.top + $0.lines.count * Shape.lineHeight + 26 } ?? 1
        return Chart(
            id: id, headline: headline, measure: measure,
            description: steps.map { "\($0.label): \(Self.words($0))" }
                .joined(separator: "; ") + ".",
            height: height, drawing: drawing(rows), numbers: numbers
        ).html
    }

    private static func words(_ step: Step) -> String {
        step.added.map { "+" + Numerals.grouped($0) } ?? "\(Numerals.grouped(step.alone)) in all"
    }

    private func drawing(_ rows: [(step: Step, lines: [String], top: Int)]) -> HTML {
        let sums = sums
        let whole = Double(max(1, sums.compactMap { $0 }.last ?? 1))
        return HTML {
            for (index, (step, lines, top)) in rows.enumerated() {
                let y = top + lines.count * Shape.lineHeight
                Shape.label(lines, endingAt: y - 8)
                Shape.value(Self.words(step), y: y - 8)
                Shape.bar("track", from: 0, to: Double(Chart.width), y: y)
                if let before = sums[index], let after = sums[index + 1], after > before {
                    Shape.bar(
                        "plain", from: Double(before) / whole * Double(Chart.width),
                        to: Double(after) / whole * Double(Chart.width), y: y)
                }
            }
        }
    }

    private var numbers: Table {
        let sums = sums
        return Table(
            headline, size: .small,
            columns: [.text("Rule"), .number("By itself"), .number("Adds"), .number("So far")]
        ) {
            for (index, step) in steps.enumerated() {
                Table.Row {
                    step.label
                    step.alone
                    step.added.map(Numerals.grouped) ?? "Not counted"
                    sums[index + 1].map(Numerals.grouped) ?? "Not counted"
                }
            }
        }
    }
}
