import Linkage
import Records

/// What each finding says against strangers, and against two people of one home.
struct HomeLevels: Part {
    private struct Line {
        let comparison: String
        let label: String
        let strangers: Double?
        let home: Double?
    }

    let household: HouseholdModel

    init(_ household: HouseholdModel) { self.household = household }

    var html: HTML {
        HTML {
            h3("People of one home")
            p(
                "People of one home share an address for a reason of their own, and often a "
                    + "surname. So each finding is weighed twice for one person: against two "
                    + "strangers, and against two people of one home. Of one person’s pairs of "
                    + "records, \(Frequency.percent(household.movedShare)) are taken to lie before "
                    + "and after a move.")
            Table(
                "What each finding says for one person", size: .small,
                columns: [
                    .text("What is compared"), .text("Finding"), .number("Against two strangers"),
                    .number("Against two people of one home"),
                ]
            ) {
                for line in lines {
                    Table.Row {
                        LinkageReport.readable(line.comparison)
                        line.label
                        line.strangers.map(LinkageReport.bits) ?? "Not known"
                        line.home.map(LinkageReport.bits) ?? "Not known"
                    }
                }
            }
        }
    }

    private var lines: [Line] {
        zip(household.model.comparisons, household.levels).flatMap { comparison, levels in
            zip(comparison.comparisonLevels, levels).filter { !$0.0.isNullLevel }.map {
                Line(
                    comparison: comparison.outputColumnName, label: $0.labelForCharts,
                    strangers: Self.bits($1.person, $1.stranger),
                    home: Self.bits($1.person, $1.household))
            }
        }
    }

    /// How far one probability outweighs another, in bits.
    private static func bits(_ one: Double?, _ other: Double?) -> Double? {
        guard let one, let other, one > 0, other > 0 else { return nil }
        return matchWeight(ofProbability: one / (one + other))
    }
}
