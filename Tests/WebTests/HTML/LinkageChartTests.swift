import Testing

@testable import Web

/// The charts of linkage: every number that is drawn is in the table and in the words too.
struct LinkageChartTests {
    /// The cells of the body of a chart's table, row by row.
    private func table(_ chart: some Part) -> [[String]] {
        let tree = MarkupTree(chart.html.markup)
        return tree.elements.indices.filter { tree.elements[$0].name == "tr" }
            .map { row in
                tree.inside(row).map { tree.elements[$0] }
                    .filter { $0.name == "td" || $0["scope"] == "row" }.map(\.text)
            }
            .filter { !$0.isEmpty }
    }

    private func faults(_ chart: some Part) -> [String] {
        HTMLLint.problems(
            in: "<html lang=\"en\"><head><title>T</title></head><body><main><h1>H</h1>"
                + chart.html.markup + "</main></body></html>")
    }

    private let weights = LevelWeightChart(
        id: "w", headline: "Name: from less to more", measure: "Bits", scale: -8...8,
        levels: [
            .init(label: "Exact", words: "strong evidence for", weight: 6),
            .init(label: "Other", words: "weak evidence against", weight: -2),
        ])

    @Test func `bars of weights begin at a common zero and go both ways`() {
        let markup = weights.html.markup

        #expect(faults(weights) == [])
        #expect(markup.contains("--for\" x=\"320\" y=\"32\" width=\"240\""))
        #expect(markup.contains("--against\" x=\"240\" y=\"90\" width=\"80\""))
        #expect(
            table(weights) == [
                ["Exact", "Strong evidence for", "+6.0"],
                ["Other", "Weak evidence against", "\u{2212}2.0"],
            ])
        #expect(markup.contains("Exact: +6.0, strong evidence for; Other: \u{2212}2.0"))
    }

    @Test func `a level that rarity moves has a line from the commonest value to the rarest`() {
        let chart = LevelWeightChart(
            id: "w", headline: "H", measure: "M", scale: -8...8,
            levels: [
                .init(label: "Exact", words: "strong", weight: 6, range: 4...8),
                .init(label: "Other", words: "weak", weight: -2),
            ])

        #expect(faults(chart) == [])
        #expect(chart.html.markup.contains("points=\"480,41 640,41\""))
        #expect(table(chart).map { $0.suffix(2) } == [["+4.0", "+8.0"], ["–", "–"]])
    }

    @Test func `shares of matches are filled and those of others outlined`() {
        let chart = LevelShareChart(
            id: "s", headline: "H", measure: "M",
            levels: [
                .init(
                    label: "Exact", ofMatches: 0.5, matchesText: "50%", ofOthers: 0.001,
                    othersText: "1 in 1,000", words: "Half.")
            ])

        #expect(faults(chart) == [])
        #expect(table(chart) == [["Exact", "Half.", "0.500000", "0.001000"]])
        #expect(chart.html.markup.contains("bar--plain\" x=\"330\" y=\"38\" width=\"155\""))
        #expect(chart.html.markup.contains("fill=\"none\" stroke=\"currentColor\""))
    }

    @Test func `estimates have a line for each source and say where one is silent`() {
        let chart = EstimateChart(
            id: "e", headline: "H", measure: "M", sources: ["a", "b"],
            rows: [
                .init(label: "Exact", estimates: [0.25, nil], taken: 0.25),
                .init(label: "Other", estimates: [nil, nil], taken: nil),
            ])

        #expect(faults(chart) == [])
        #expect(
            table(chart) == [["Exact", "0.2500", "–", "0.2500"], ["Other", "–", "–", "–"]])
        #expect(chart.html.markup.components(of: "<circle") == 1)
        #expect(chart.html.markup.contains("Exact: 0.250; Other: no estimate."))
    }

    @Test func `each step begins where the one before ends, as far as that is known`() {
        let chart = CumulativeChart(
            id: "c", headline: "H", measure: "M",
            steps: [
                .init(label: "one", alone: 1_000, added: 1_000),
                .init(label: "two", alone: 2_500, added: 600),
                .init(label: "three", alone: 9, added: nil),
                .init(label: "four", alone: 9, added: 3),
            ])

        #expect(faults(chart) == [])
        #expect(chart.html.markup.contains("--plain\" x=\"0\" y=\"32\" width=\"400\""))
        #expect(chart.html.markup.contains("--plain\" x=\"400\" y=\"90\" width=\"240\""))
        #expect(
            table(chart) == [
                ["one", "1,000", "1,000", "1,000"], ["two", "2,500", "600", "1,600"],
                ["three", "9", "Not counted", "Not counted"], ["four", "9", "3", "Not counted"],
            ])
    }

    @Test func `a histogram tells what is linked from what is not at the threshold itself`() {
        let bars = [(-2.0, 1), (-1.0, 0), (0.0, 100)].map {
            HistogramChart.Bar(lowest: $0.0, highest: $0.0 + 1, count: $0.1, note: "n")
        }
        let chart = HistogramChart(
            id: "h", headline: "H", measure: "M", what: "Pairs", scale: "Bits", noteTitle: "Note",
            threshold: 0.5, bars: bars)

        #expect(faults(chart) == [])
        let markup = chart.html.markup
        // One bar below, and the bar that holds the threshold in two parts.
        #expect(markup.components(of: "bar--against") == 2)
        #expect(markup.components(of: "bar--for") == 1)
        #expect(table(chart).map { $0[1] } == ["1", "0", "100"])
        #expect(markup.contains("the longest bar is from 0 with 100."))
    }

    @Test func `lines are told apart by dashes and named in a key`() {
        let chart = CurveChart(
            id: "l", headline: "H", measure: "M", description: "D",
            across: .init(title: "Across", ticks: [(0, "0"), (10, "10")]),
            up: .init(title: "Up", ticks: [(0, "0%"), (1, "100%")]),
            series: [
                .init("First", [(0, 0), (10, 1)]), .init("Second", [(0, 1), (20, -3)]),
            ],
            mark: .init(x: 5, y: 0.5, text: "Here"),
            numbers: Table("T", columns: [.text("A")]) { Table.Row { "a" } })

        #expect(faults(chart) == [])
        let markup = chart.html.markup
        #expect(markup.contains("points=\"96,400 626,52\""))
        // What lies beyond the scale stays at its edge.
        #expect(markup.contains("points=\"96,52 626,400\" fill=\"none\""))
        #expect(markup.components(of: "stroke-dasharray=\"14 8\"") == 2)
        for name in ["First", "Second", "Here", "Across", "Up"] {
            #expect(markup.contains(">\(name)</text>"))
        }
    }

    @Test func `a square is as full as the level is close, and a dash is a missing value`() {
        let chart = PatternChart(
            id: "p", headline: "H", measure: "M", comparisons: ["Name", "Town", "Date"],
            further: ["Known"],
            rows: [
                .init(
                    closeness: [1, 0.5, -1], words: ["Exact", "Near", "Nothing"], pairs: 1_200,
                    weight: "+3.0", notes: ["5%"])
            ])

        #expect(faults(chart) == [])
        #expect(table(chart) == [["1,200", "+3.0", "Exact", "Near", "Nothing", "5%"]])
        #expect(chart.html.markup.contains("y=\"36\" width=\"26\" height=\"26\""))
        #expect(chart.html.markup.contains("y=\"49\" width=\"26\" height=\"13\""))
        #expect(chart.html.markup.components(of: "<polyline") == 1)
    }

    @Test func `charts without anything to show are still charts`() {
        let none = CurveChart.Scale(title: "None", ticks: [])
        let empty: [any Part] = [
            LevelWeightChart(id: "a", headline: "H", measure: "M", scale: 0...0, levels: []),
            LevelShareChart(id: "a", headline: "H", measure: "M", levels: []),
            EstimateChart(id: "a", headline: "H", measure: "M", sources: [], rows: []),
            CumulativeChart(id: "a", headline: "H", measure: "M", steps: []),
            HistogramChart(
                id: "a", headline: "H", measure: "M", what: "W", scale: "S", noteTitle: "N",
                threshold: nil, bars: []),
            CurveChart(
                id: "a", headline: "H", measure: "M", description: "D", across: none, up: none,
                series: [.init("S", [])], mark: nil,
                numbers: Table("T", columns: [.text("A")]) {}),
            PatternChart(
                id: "a", headline: "H", measure: "M", comparisons: [], further: [], rows: []),
        ]
        for chart in empty { #expect(chart.html.markup.contains("None recorded.")) }
    }

    @Test(arguments: [
        ("Exact match on name", ["Exact match on name"]),
        ("Levenshtein distance of dob <= 1", ["Levenshtein distance", "of dob <= 1"]),
        (
            "substr(l.first_name,1,1)=substr(r.first_name,1,1)",
            ["substr(l.first_name,1,1)=substr(r.first_name,1,1)"]
        ),
        ("", [""]),
    ])
    func `long labels are broken into lines of about one length`(
        text: String, lines: [String]
    ) {
        #expect(Shape.lines(of: text) == lines)
    }

    @Test(arguments: [
        (0.9554, 3, "0.955"), (-3.25, 1, "\u{2212}3.3"), (1_234.5, 0, "1,235"),
        (-0.001, 2, "0.00"), (1_234.056, 2, "1,234.06"), (.infinity, 1, "no number"),
    ])
    func `numbers have as many places as asked for`(value: Double, places: Int, text: String) {
        #expect(Numerals.decimal(value, places: places) == text)
    }

    @Test(
        arguments: [
            (.infinity, "+∞"), (-.infinity, "\u{2212}∞"), (.nan, "no number"), (-0.04, "0.0"),
        ] as [(Double, String)])
    func `what is no number is said and ends no page`(value: Double, text: String) {
        #expect(Numerals.signed(value) == text)
    }

    @Test(arguments: [(4.25, "+4.25"), (-0.5, "\u{2212}0.50"), (0, "0.00"), (0.001, "0.00")])
    func `thresholds have a sign and hundredths`(value: Double, text: String) {
        #expect(Numerals.signedHundredths(value) == text)
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
