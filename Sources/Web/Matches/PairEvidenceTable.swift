import Casework
import Exchange
import Records

/// What each comparison says, in words; the numbers and the chart are folded away.
struct PairEvidenceTable: Part {
    let review: PairReview
    let records: RecordComparison
    let items: DataDictionary

    var html: HTML {
        HTML {
            h2("Why these two were put together")
            p {
                review.pair.strength.tag
                " \(review.pair.strength.meaning)"
            }
            if let steps = review.steps {
                PairSteps(steps, records, items)
            } else {
                oneStep
            }
        }
    }

    @HTMLBuilder private var oneStep: HTML {
        Table(
            "What each comparison says", size: .small,
            columns: [.text("Compared"), .text("Found"), .text("What it says")]
        ) {
            for line in review.evidence {
                Table.Row {
                    line.words(items)
                    line.label
                    line.strength.capitalisedFirst
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
                    "\(line.words(items)): \(line.label.lowercased())", words: line.strength,
                    weight: line.weightBits)
            }
        }
    }
}
