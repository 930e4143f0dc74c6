import Casework
import Exchange
import Records

/// One person against two strangers, then against two people of one home: words, then numbers.
struct PairSteps: Part {
    let steps: HouseholdSteps
    let words: HomeWords

    init(_ steps: HouseholdSteps, _ records: RecordComparison, _ items: DataDictionary) {
        self.steps = steps
        words = HomeWords(steps: steps, records: records, items: items)
    }

    var html: HTML {
        HTML {
            if let sentence = words.sentence {
                Inset {
                    strong("\(words.question): ")
                    sentence
                }
            }
            p(
                "It is asked twice: are they one person or two strangers, and are they one person "
                    + "or two people of one home? The answer that says less for one person decides."
            )
            table
            Details("Show the numbers") { numbers }
        }
    }

    private var table: Table {
        Table(
            "What each comparison says for one person", size: .small,
            columns: [
                .text("Compared"), .text("Found"), .text("Against two strangers"),
                .text("Against two people of one home"),
            ]
        ) {
            for (place, line) in steps.strangers.lines.enumerated() where isCompared(line) {
                Table.Row {
                    line.words(words.items)
                    line.label
                    line.strength.capitalisedFirst
                    steps.home.lines[place].strength.capitalisedFirst
                }
            }
            Table.Row {
                strong("All together")
                steps.doesHomeDecide ? "The second answer decides" : "The first answer decides"
                Self.total(steps.strangers)
                Self.total(steps.home)
            }
        }
    }

    /// Whether a comparison stands behind a line; what else counts is told with the numbers.
    private func isCompared(_ line: PairEvidence.Line) -> Bool {
        ![PairEvidence.Line.move, PairEvidence.Line.namesakes].contains(line.comparison)
    }

    @HTMLBuilder private var numbers: HTML {
        p(
            "Each bit doubles the odds that the two records are about one person, or halves them "
                + "when it is below zero. The first bar is how the odds stand before anything is "
                + "compared.")
        waterfall("strangers", "One person, or two strangers?", steps.strangers)
        waterfall("home", "One person, or two people of one home?", steps.home)
        p(
            "Together: \(Numerals.signed(steps.weightBits)) bits for one person. That is a little "
                + "less than the smaller of the two totals, because both other answers stay "
                + "possible.")
    }

    private func waterfall(
        _ id: String, _ headline: String, _ step: HouseholdSteps.Step
    ) -> Waterfall {
        Waterfall(
            id: "evidence-\(id)", "\(headline) \(Self.total(step))",
            measure: "Weight of each comparison, in bits"
        ) {
            Waterfall.Step(
                "Before anything is compared", words: "where it starts", weight: step.priorBits)
            for line in step.lines {
                Waterfall.Step(
                    "\(line.words(words.items)): \(line.label.lowercasedFirst)",
                    words: line.strength, weight: line.weightBits)
            }
        }
    }

    /// What a sum says, in words.
    private static func total(_ step: HouseholdSteps.Step) -> String {
        step.weightBits < 0
            ? "Rather not one person"
            : "\(Strength(weightBits: step.weightBits).label) for one person"
    }
}
