import Linkage

extension HistogramChart {
    /// How many scored pairs have which weight, and from where they are linked.
    init(id: String, _ histogram: WeightHistogram, threshold: Double) {
        let linked = histogram.estimate(at: threshold).pairs
        let below = histogram.pairCount - linked
        self.init(
            id: id,
            headline: "\(LinkageReport.count(linked, "pair is", "pairs are")) linked from "
                + "\(LinkageReport.bits(threshold)) on, \(Numerals.grouped(below)) below are not",
            measure: "Scored pairs by match weight; the scale of the pairs is logarithmic",
            what: "Pairs", scale: "Match weight in bits", noteTitle: "Expected to match",
            threshold: threshold,
            bars: histogram.bars().map {
                Bar(
                    lowest: $0.lowest, highest: $0.highest, count: $0.pairs,
                    note: Numerals.decimal($0.expectedMatches, places: 1))
            })
    }
}

extension CurveChart {
    /// Expected precision, recall and F1 at every threshold, and where F1 is best.
    static func thresholds(id: String, _ histogram: WeightHistogram) -> CurveChart {
        let best = histogram.bestEstimate
        let estimates = thresholds(of: histogram).map { ($0, histogram.estimate(at: $0)) }
        return CurveChart(
            id: id,
            headline: "From \(LinkageReport.bits(best.threshold)) on, "
                + "\(Frequency.percent(best.precision)) of links are expected to be right and "
                + "\(Frequency.percent(best.recall)) of matches found",
            measure: "Expected precision, recall and F1 by threshold",
            description: "Precision rises and recall falls with the threshold; F1 is best, "
                + "\(Numerals.decimal(best.f1, places: 3)), at "
                + "\(LinkageReport.bits(best.threshold)).",
            across: weightScale(estimates.map(\.0)), up: shareScale("Share"),
            series: [
                Series("Precision", estimates.map { ($0, $1.precision) }),
                Series("Recall", estimates.map { ($0, $1.recall) }),
                Series("F1", estimates.map { ($0, $1.f1) }),
            ],
            mark: Mark(
                x: best.threshold, y: best.f1,
                text: "Best F1, at \(LinkageReport.bits(best.threshold))"),
            numbers: table(estimates))
    }

    /// Each half bit in which there are pairs.
    private static func thresholds(of histogram: WeightHistogram) -> [Double] {
        let bars = histogram.bars(atMost: 96)
        let low = max(bars.first?.lowest ?? 0, -12)
        let high = min(max(bars.last?.highest ?? 1, low + 1), low + 48)
        return Array(stride(from: low, through: high, by: 0.5))
    }

    /// Each half bit, or each whole one where there are many.
    private static func table(_ all: [(Double, ThresholdEstimate)]) -> Table {
        let estimates = all.count > 50 ? all.filter { $0.0 == $0.0.rounded() } : all
        return table(of: estimates)
    }

    private static func table(of estimates: [(Double, ThresholdEstimate)]) -> Table {
        Table(
            "Expected at each threshold", size: .small,
            columns: [
                .text("Threshold"), .number("Links"), .number("Precision"), .number("Recall"),
                .number("F1"),
            ]
        ) {
            for (threshold, estimate) in estimates {
                Table.Row {
                    Numerals.signed(threshold)
                    estimate.pairs
                    Numerals.decimal(estimate.precision, places: 3)
                    Numerals.decimal(estimate.recall, places: 3)
                    Numerals.decimal(estimate.f1, places: 3)
                }
            }
        }
    }

    /// The share of records that cannot reach a threshold, and how many at one of them.
    static func unlinkables(
        id: String, _ unlinkables: Unlinkables, threshold: Double,
        mark: String = "At the suggested threshold"
    ) -> CurveChart {
        let low = min(unlinkables.selfLinkWeights.first ?? 0, threshold, 0)
        let high = max(unlinkables.selfLinkWeights.last ?? 1, threshold + 1)
        let thresholds = Array(
            stride(from: low.rounded(.down), through: min(high, low + 96).rounded(.up), by: 0.5))
        let share = unlinkables.share(below: threshold)
        return CurveChart(
            id: id, headline: headline(unlinkables, threshold),
            measure: "Share of records whose weight against themselves is below a threshold",
            description: "\(Frequency.percent(unlinkables.share(below: 0))) of records cannot "
                + "reach 0 bits, \(Frequency.percent(share)) cannot reach "
                + "\(LinkageReport.bits(threshold)).",
            across: weightScale(thresholds), up: shareScale("Share of records"),
            series: [
                Series("Unlinkable", thresholds.map { ($0, unlinkables.share(below: $0)) })
            ],
            mark: Mark(x: threshold, y: share, text: mark),
            numbers: table(unlinkables, thresholds))
    }

    private static func headline(_ unlinkables: Unlinkables, _ threshold: Double) -> String {
        let (bits, count) = (
            LinkageReport.bits(threshold), unlinkables.count(below: threshold)
        )
        return count == 0
            ? "Every record says enough to be matched at \(bits)"
            : "\(Frequency.percent(unlinkables.share(below: threshold))) of records "
                + "(\(Numerals.grouped(count))) cannot be matched to anything at \(bits)"
    }

    private static func table(_ unlinkables: Unlinkables, _ thresholds: [Double]) -> Table {
        let step = max(1, thresholds.count / 30)
        return Table(
            "Records that cannot reach a threshold", size: .small,
            columns: [.text("Threshold"), .number("Records"), .number("Share")]
        ) {
            for (index, threshold) in thresholds.enumerated() where index.isMultiple(of: step) {
                Table.Row {
                    Numerals.signed(threshold)
                    unlinkables.count(below: threshold)
                    Frequency.percent(unlinkables.share(below: threshold))
                }
            }
        }
    }

    /// A scale of weights with about five marks.
    static func weightScale(_ thresholds: [Double]) -> Scale {
        let (first, last) = (thresholds.first ?? 0, thresholds.last ?? 1)
        let step = max(5, ((last - first) / 25).rounded(.up) * 5)
        let low = (first / step).rounded(.down) * step
        let high = max((last / step).rounded(.up) * step, low + step)
        return Scale(
            title: "Threshold in bits",
            ticks: stride(from: low, through: high, by: step).map {
                ($0, Numerals.decimal($0, places: 0))
            })
    }

    static func shareScale(_ title: String) -> Scale {
        Scale(
            title: title,
            ticks: [(0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1, "100%")])
    }
}
