/// How each piece of evidence moves a match up or down, from where it starts to where it ends.
struct Waterfall: Part {
    struct Step: Sendable {
        let label: String
        /// In words: "strong evidence for".
        let words: String
        /// Bits of evidence; below zero is evidence against.
        let weight: Double

        init(_ label: String, words: String, weight: Double) {
            self.label = label
            self.words = words
            self.weight = weight
        }
    }

    let id: String
    let headline: String
    let measure: String
    let steps: [Step]

    /// The first step is where the comparison starts; the total is added at the end.
    init(
        id: String, _ headline: String, measure: String, @ArrayBuilder<Step> steps: () -> [Step]
    ) {
        self.id = id
        self.headline = headline
        self.measure = measure
        self.steps = steps()
    }

    private static let rowHeight = 58

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: (steps.count + 1) * Self.rowHeight, drawing: drawing, numbers: numbers
        ).html
    }

    /// The sum before the first step, after it, and so on.
    private var sums: [Double] {
        steps.reduce(into: [0]) { sums, step in sums.append((sums.last ?? 0) + step.weight) }
    }

    private var total: Double { sums.last ?? 0 }

    private var description: String {
        let parts = steps.map { "\($0.label): \(Numerals.signed($0.weight)), \($0.words)" }
        return parts.joined(separator: "; ") + "; total: \(Numerals.signed(total))."
    }

    private var drawing: HTML {
        let sums = sums
        let low = sums.min() ?? 0
        let span = max((sums.max() ?? 0) - low, .leastNonzeroMagnitude)
        let place = { (value: Double) in (value - low) / span * Double(Chart.width) }
        let bottom = (steps.count + 1) * Self.rowHeight
        return HTML {
            Shape.line("zero", x1: place(0), y1: 28, x2: place(0), y2: bottom)
            for (index, step) in steps.enumerated() {
                let top = index * Self.rowHeight
                let end = place(sums[index + 1])
                Shape.label(step.label, y: top + 24)
                Shape.value(Numerals.signed(step.weight), y: top + 24)
                Shape.bar(
                    step.weight < 0 ? "against" : "for", from: place(sums[index]), to: end,
                    y: top + 32)
                Shape.line("join", x1: end, y1: top + 50, x2: end, y2: top + Self.rowHeight + 32)
            }
            Shape.label("Total", y: bottom - Self.rowHeight + 24)
            Shape.value(Numerals.signed(total), y: bottom - Self.rowHeight + 24)
            Shape.bar(
                "total", from: place(0), to: place(total), y: bottom - Self.rowHeight + 32)
        }
    }

    private var numbers: Table {
        let sums = sums
        let columns: [Table.Column] = [
            .text("Evidence"), .text("In words"), .number("Weight"), .number("Sum"),
        ]
        return Table(headline, size: .small, columns: columns) {
            for (index, step) in steps.enumerated() {
                Table.Row {
                    step.label
                    step.words
                    Numerals.signed(step.weight)
                    Numerals.signed(sums[index + 1])
                }
            }
        }
    }
}
