/// Bars for counts and amounts, longest scale first, with labels above them.
struct BarChart: Part {
    struct Bar: Sendable {
        let label: String
        let value: Double
        /// The value as people read it: "£12,400", "93 in 100".
        let text: String

        init(_ label: String, _ value: Double, text: String) {
            self.label = label
            self.value = value
            self.text = text
        }

        init(_ label: String, count: Int) {
            self.init(label, Double(count), text: Numerals.grouped(count))
        }
    }

    let id: String
    let headline: String
    let measure: String
    let bars: [Bar]
    let whole: Double?

    /// `headline` says what the chart shows; `measure` what is measured, where and when;
    /// `whole`: the value of a bar that fills its track, else the longest bar does.
    ///
    /// Requires values of zero or more.
    init(
        id: String, _ headline: String, measure: String, whole: Double? = nil,
        @ArrayBuilder<Bar> bars: () -> [Bar]
    ) {
        self.id = id
        self.headline = headline
        self.measure = measure
        self.whole = whole
        self.bars = bars()
        precondition(self.bars.allSatisfy { $0.value >= 0 }, "a bar's value is zero or more")
    }

    private static let rowHeight = 58

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: max(bars.count, 1) * Self.rowHeight, drawing: drawing, numbers: numbers
        ).html
    }

    private var description: String {
        bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ") + "."
    }

    private var drawing: HTML {
        let longest = whole ?? max(bars.map(\.value).max() ?? 0, .leastNonzeroMagnitude)
        return HTML {
            for (index, bar) in bars.enumerated() {
                let top = index * Self.rowHeight
                Shape.label(bar.label, y: top + 24)
                Shape.value(bar.text, y: top + 24)
                Shape.bar("track", from: 0, to: Double(Chart.width), y: top + 32)
                if bar.value > 0 {
                    Shape.bar(
                        "plain", from: 0, to: bar.value / longest * Double(Chart.width),
                        y: top + 32)
                }
            }
        }
    }

    private var numbers: Table {
        Table(headline, size: .small, columns: [.text("What"), .number("How much")]) {
            for bar in bars {
                Table.Row {
                    bar.label
                    bar.text
                }
            }
        }
    }
}
