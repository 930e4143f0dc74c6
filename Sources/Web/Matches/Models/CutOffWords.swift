import Exchange
import Linkage

/// Match weights, cut-offs and their cost in words.
enum CutOffWords {
    /// How many pairs a person decides in an hour, for estimates.
    static let pairsPerHour = 60.0

    /// A cut-off with its odds: `+4.25 bits, 19 to 1 that the two match`.
    static func odds(_ bits: Double) -> String {
        let odds = bits.magnitude < 40 ? Self.power(bits.magnitude) : 1e12
        let words =
            switch bits {
            case -0.05...0.05: "as likely as not that the two match"
            case 0...: "\(rounded(odds)) to 1 that the two match"
            default: "1 to \(rounded(odds)) that the two match"
            }
        return "\(Numerals.signedHundredths(bits)) bits: \(words)"
    }

    private static func power(_ bits: Double) -> Double {
        let probability = matchProbability(ofWeight: bits)
        return probability / (1 - probability)
    }

    private static func rounded(_ odds: Double) -> String {
        let tenths = (odds * 10).rounded()
        let isWhole = odds >= 10 || tenths.truncatingRemainder(dividingBy: 10) == 0
        return Numerals.decimal(odds, places: isWhole ? 0 : 1)
    }

    /// What a choice is called.
    static func title(_ aim: CutOff.Aim) -> String {
        switch aim {
        case .fewWrongLinks: "Few wrong links"
        case .balance: "The best balance of both (suggested)"
        case .fewMissedLinks: "Few missed links"
        }
    }

    /// When to choose it.
    static func reason(_ aim: CutOff.Aim) -> String {
        switch aim {
        case .fewWrongLinks: "When asking somebody about a stranger’s record does harm."
        case .balance: "When a wrong link and a missed one are about equally bad."
        case .fewMissedLinks: "When missing somebody does harm, and people look at every pair."
        }
    }

    /// What a cut-off is expected to give, in one sentence.
    static func expectation(_ row: ThresholdTable.Row) -> String {
        "Keeps \(LinkageReport.count(row.expected.pairs, "pair", "pairs")): "
            + "\(about(row.expectedFalseLinks)) wrong, "
            + "\(about(row.expectedMissedLinks)) missed, \(hours(row.reviewHours)) of review."
    }

    /// An expected number as people read it: a whole one, or "fewer than 1".
    static func whole(_ number: Double) -> String {
        number > 0.01 && number < 0.5 ? "fewer than 1" : Numerals.decimal(number, places: 0)
    }

    private static func about(_ number: Double) -> String {
        number < 0.5 ? whole(number) : "about \(whole(number))"
    }

    static func hours(_ hours: Double) -> String {
        hours < 1 && hours > 0
            ? "less than an hour"
            : LinkageReport.count(Int(hours.rounded(.up)), "hour", "hours")
    }
}
