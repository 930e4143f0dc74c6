import Casework
import Exchange
import Records

/// A pair for other programs: the same items that the page shows, by their codes.
struct PairJSON: Encodable {
    struct Item: Encodable {
        let item: String
        let left: String?
        let right: String?
    }

    struct Evidence: Encodable {
        let comparison: String
        let found: String
        let strength: String
        let weightBits: Double
    }

    let id: String
    let run: String
    let agreement: String
    let version: Int
    let strength: String
    let question: String?
    let yearlyPence: Int
    let decision: String?
    let seen: Int
    let openedCase: String?
    let items: [Item]
    let withheld: [String]
    let evidence: [Evidence]

    init(_ page: PairPage) {
        let (review, records) = (page.review, page.records)
        id = review.pair.id.rawValue
        run = review.run.id.rawValue
        agreement = review.run.agreement.rawValue
        version = review.run.version
        strength = review.pair.strength.rawValue
        question = review.pair.question?.code
        yearlyPence = review.pair.yearlyPence
        decision = review.verdict?.rawValue
        seen = review.verdictCount
        openedCase = review.openedCase?.rawValue
        items =
            records.lines.map { Item(item: $0.item.id.rawValue, left: $0.left, right: $0.right) }
            + records.leftOnly.map {
                Item(item: $0.item.id.rawValue, left: $0.value, right: nil)
            }
            + records.rightOnly.map {
                Item(item: $0.item.id.rawValue, left: nil, right: $0.value)
            }
        withheld = Set(records.leftWithheld + records.rightWithheld).map(\.id.rawValue).sorted()
        evidence = review.evidence.map {
            Evidence(
                comparison: $0.comparison, found: $0.label, strength: $0.strength,
                weightBits: $0.weightBits)
        }
    }
}
