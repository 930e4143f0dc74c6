import Foundation

/// How many things have which value, on a logarithmic scale, with a line at a threshold.
struct HistogramChart: Part {
    struct Bar: Sendable {
        let lowest: Double
        let highest: Double
        let count: Int
        /// What else the table says of the bar.
        let note: String
    }

    let id: String
    let headline: String
    let measure: String
    /// What is counted: "Pairs".
    let what: String
    /// What the values are: "Match weight in bits".
    let scale: String
    /// What `note` says: "Expected to match".
    let noteTitle: String
    let threshold: Double?
    let bars: [Bar]

    private static let (top, bottom) = (70.0, 420.0)
    private static let left = 104.0

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: 500, drawing: drawing, numbers: numbers
        ).html
    }

    private var description: String {
        guard let first = bars.first, let last = bars.last,
            let longest = bars.max(by: { $0.count < $1.count })
        else { return "There is nothing to count." }
        return "\(scale) from \(Numerals.decimal(first.lowest, places: 0)) to "
            + "\(Numerals.decimal(last.highest, places: 0)); the longest bar is from "
            + "\(Numerals.decimal(longest.lowest, places: 0)) with "
            + "\(Numerals.grouped(longest.count))."
    }

    /// The powers of ten up to the first that no bar exceeds.
    private var powers: [Int] {
        let most = bars.map(\.count).max() ?? 1
        var powers = [1]
        while let last = powers.last, last < most { powers.append(last * 10) }
        return powers.count > 1 ? powers : [1, 10]
    }

    private func height(_ count: Int) -> Double {
        guard count > 0, let most = powers.last else { return 0 }
        // One of something is still seen.
        return (0.06 + 0.94 * log10(Double(count)) / log10(Double(most))) * (Self.bottom - Self.top)
    }

    private var drawing: HTML {
        let low = bars.first?.lowest ?? 0
        let span = max((bars.last?.highest ?? 1) - low, 1)
        let place = { (value: Double) in
            Self.left + (value - low) / span * (Double(Chart.width) - Self.left)
        }
        return HTML {
            for power in shownPowers {
                let y = Self.bottom - height(power)
                Shape.line("zero", x1: Self.left, y1: Int(y), x2: Double(Chart.width), y2: Int(y))
                Shape.text(Numerals.grouped(power), x: Self.left - 8, y: y + 9, anchor: "end")
            }
            for bar in bars where bar.count > 0 {
                let split = min(max(threshold ?? low, bar.lowest), bar.highest)
                piece("against", place(bar.lowest), place(split), bar.count)
                piece("for", place(split), place(bar.highest), bar.count)
            }
            ticks(place)
            if let threshold, threshold >= low, threshold <= low + span {
                Shape.path([
                    (x: place(threshold), y: 34), (x: place(threshold), y: Self.bottom),
                ])
                Shape.text(
                    "linked from \(Numerals.signed(threshold))", x: place(threshold), y: 26,
                    anchor: place(threshold) > Double(Chart.width) / 2 ? "end" : "start")
            }
        }
    }

    @HTMLBuilder private func piece(
        _ kind: String, _ start: Double, _ end: Double, _ count: Int
    ) -> HTML {
        if end > start {
            Shape.box(
                kind, x: start + 1, y: Self.bottom - height(count),
                width: max(1, end - start - 2), height: height(count))
        }
    }

    /// Every power, or every second or third, so that their labels do not touch.
    private var shownPowers: [Int] {
        let step = (powers.count + 4) / 5
        return powers.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    }

    @HTMLBuilder private func ticks(_ place: (Double) -> Double) -> HTML {
        let step = max(1, (bars.count + 4) / 5)
        for (index, bar) in bars.enumerated() where index.isMultiple(of: step) {
            Shape.text(
                Numerals.decimal(bar.lowest, places: 0), x: place(bar.lowest),
                y: Self.bottom + 30, anchor: "middle")
        }
        Shape.text(scale, x: Double(Chart.width), y: Self.bottom + 68, anchor: "end")
    }

    private var numbers: Table {
        Table(
            headline, size: .small,
            columns: [.text(scale), .number(what), .text(noteTitle)]
        ) {
            for bar in bars {
                Table.Row {
                    "\(Numerals.decimal(bar.lowest, places: 0)) to "
                        + Numerals.decimal(bar.highest, places: 0)
                    bar.count
                    bar.note
                }
            }
        }
    }
}
