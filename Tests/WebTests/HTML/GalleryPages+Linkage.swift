@testable import Web

extension GalleryPages {
    /// The charts of linkage, with long and short labels.
    static var linkage: PageShell {
        PageShell("Charts of linkage", site: site, current: "/matches", account: account) {
            h1("Charts of linkage")
            LevelWeightChart(
                id: "weights", headline: "Surname: agreement adds up to 7.8 bits",
                measure: "Match weight of each level in bits", scale: -8...11,
                levels: [
                    .init(
                        label: "Exact match on surname", words: "strong evidence for", weight: 7.8,
                        range: 4.1...10.9),
                    .init(
                        label: "Jaro-Winkler distance of surname >= 0.92",
                        words: "strong evidence for", weight: 7.1),
                    .init(
                        label: "All other comparisons", words: "moderate evidence against",
                        weight: -3.3),
                ])
            LevelShareChart(
                id: "shares", headline: "In true matches this agrees 82% of the time",
                measure: "Share of true matches (filled) and of other pairs (outlined)",
                levels: [
                    .init(
                        label: "Exact match on surname", ofMatches: 0.82, matchesText: "82%",
                        ofOthers: 0.0037, othersText: "1 in 270",
                        words: "In true matches this agrees 82% of the time, by chance 1 in 270.")
                ])
            EstimateChart(
                id: "estimates", headline: "Surname: all rounds agree within one bit",
                measure: "Share of true matches with the level, by round of training",
                sources: ["same date of birth", "same postcode"],
                rows: [
                    .init(label: "Exact", estimates: [0.81, 0.84], taken: 0.825),
                    .init(label: "Different", estimates: [nil, 0.1], taken: 0.1),
                ])
            pairCharts
        }
    }

    @HTMLBuilder private static var pairCharts: HTML {
        CumulativeChart(
            id: "blocking", headline: "The rules make 25,340 pairs",
            measure: "Pairs that each rule adds",
            steps: [
                .init(label: "l.dob = r.dob", alone: 786, added: 786),
                .init(label: "l.postcode = r.postcode", alone: 24_780, added: 24_554),
            ])
        HistogramChart(
            id: "histogram", headline: "1,851 pairs are linked", measure: "Pairs by weight",
            what: "Pairs", scale: "Match weight in bits", noteTitle: "Expected to match",
            threshold: -0.5,
            bars: [(-2.0, 1_200), (-1, 300), (0, 40), (1, 7), (2, 0), (3, 110)].map {
                .init(lowest: $0.0, highest: $0.0 + 1, count: $0.1, note: "1.0")
            })
        CurveChart(
            id: "curve", headline: "Precision and recall cross at 1 bit",
            measure: "Expected precision and recall by threshold", description: "They cross.",
            across: CurveChart.weightScale([-4, 6]), up: CurveChart.shareScale("Share"),
            series: [
                .init("Precision", [(-4, 0.2), (1, 0.8), (6, 1)]),
                .init("Recall", [(-4, 1), (1, 0.8), (6, 0.3)]),
            ],
            mark: .init(x: 1, y: 0.8, text: "Best F1, at +1.0 bits"),
            numbers: Table("Points", columns: [.text("Threshold"), .number("Precision")]) {
                Table.Row {
                    "+1.0"
                    "0.800"
                }
            })
        PatternChart(
            id: "patterns", headline: "2 patterns occur", measure: "Pairs by pattern",
            comparisons: ["Surname", "Town"], further: ["Expected to match"],
            rows: [
                .init(
                    closeness: [1, 0.5], words: ["Exact", "Near"], pairs: 1_200,
                    weight: "+3.0 to +9.1", notes: ["97.2%"]),
                .init(
                    closeness: [0, -1], words: ["Different", "Nothing to compare"], pairs: 30,
                    weight: "\u{2212}8.1", notes: ["0.3%"]),
            ])
    }
}
