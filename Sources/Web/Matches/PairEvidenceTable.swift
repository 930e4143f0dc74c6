import Casework
import Exchange
import Records

/// What each comparison says, in words; the numbers and the chart are folded away.
struct PairEvidenceTable: Part {
    let review: PairReview
    let items: DataDictionary

    var html: HTML {
        HTML {
            h2("Why these two were put together")
            p {
                review.pair.strength.tag
                " \(review.pair.strength.meaning)"
            }
            Table(
                "What each comparison says", size: .small,
                columns: [.text("Compared"), .text("Found"), .text("What it says")]
            ) {
                for line in review.evidence {
                    Table.Row {
                        label(line)
                        line.label
                        Self.capitalised(line.strength)
                    }
                }
            }
            Details("Show the numbers") {
                p(
                    "Each bit doubles the odds that the two records are about one person, or "
                        + "halves them when it is below zero. The first bar is how rare it is that "
                        + "two records picked by chance belong together.")
                waterfall
            }
        }
    }

    private var waterfall: Waterfall {
        Waterfall(
            id: "evidence", "How the evidence adds up: \(review.pair.strength.label.lowercased())",
            measure: "Weight of each comparison, in bits"
        ) {
            Waterfall.Step(
                "Two records picked by chance", words: "before anything is compared",
                weight: review.priorBits)
            for line in review.evidence {
                Waterfall.Step(
                    "\(label(line)): \(line.label.lowercased())", words: line.strength,
                    weight: line.weightBits)
            }
        }
    }

    private func label(_ line: PairEvidence.Line) -> String {
        if line.comparison == "location" { return "Where they live" }
        if line.comparison == PairEvidence.household { return "One home, perhaps two people" }
        return DataItem.ID(rawValue: line.comparison).flatMap { items.item($0)?.label }
            ?? line.comparison
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
