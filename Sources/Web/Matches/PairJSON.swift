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

        init(_ line: PairEvidence.Line) {
            comparison = line.comparison
            found = line.label
            strength = line.strength
            weightBits = line.weightBits
        }
    }

    /// One person against one other answer.
    struct Step: Encodable {
        let priorBits: Double
        let evidence: [Evidence]
        let weightBits: Double

        init(_ step: HouseholdSteps.Step) {
            priorBits = step.priorBits
            evidence = step.lines.map(Evidence.init)
            weightBits = step.weightBits
        }
    }

    /// Both steps of a run that tells the people of a home apart.
    struct Steps: Encodable {
        let againstStrangers: Step
        let againstHome: Step
        let weightBits: Double
        let decides: String
        let why: String?

        init(_ steps: HouseholdSteps, _ page: PairPage) {
            againstStrangers = Step(steps.strangers)
            againstHome = Step(steps.home)
            weightBits = steps.weightBits
            decides = steps.doesHomeDecide ? "againstHome" : "againstStrangers"
            why =
                HomeWords(
                    steps: steps, records: page.records,
                    items: page.visit.store.reference.dictionary
                ).sentence
        }
    }

    let id: String
    let run: String
    let agreement: String
    let version: Int
    let strength: String
    let question: String?
    let yearlyPence: Int
    let decision: String?
    let reason: String?
    let secondAnswer: String?
    let awaitsSecondAnswer: Bool
    let position: Int?
    let questions: Int
    let decided: Int
    let seen: Int
    let openedCase: String?
    let items: [Item]
    let withheld: [String]
    let evidence: [Evidence]
    let steps: Steps?

    init(_ page: PairPage) {
        let (review, records) = (page.review, page.records)
        id = review.pair.id.rawValue
        run = review.run.id.rawValue
        agreement = review.run.agreement.rawValue
        version = review.run.version
        strength = review.pair.strength.rawValue
        question = review.pair.question?.code
        yearlyPence = review.pair.yearlyPence
        // Who is asked for a second answer does not see the first.
        let isBlind = review.awaitsSecond
        decision = isBlind ? nil : review.verdict?.rawValue
        reason = isBlind ? nil : review.reason?.rawValue
        secondAnswer = page.second?.rawValue
        awaitsSecondAnswer = isBlind
        position = page.standing.position
        questions = page.progress.questions
        decided = page.progress.decided
        seen = review.verdictCount
        openedCase = isBlind ? nil : review.openedCase?.rawValue
        items =
            records.lines.map { Item(item: $0.item.id.rawValue, left: $0.left, right: $0.right) }
            + records.leftOnly.map {
                Item(item: $0.item.id.rawValue, left: $0.value, right: nil)
            }
            + records.rightOnly.map {
                Item(item: $0.item.id.rawValue, left: nil, right: $0.value)
            }
        withheld = Set(records.leftWithheld + records.rightWithheld).map(\.id.rawValue).sorted()
        evidence = review.evidence.map(Evidence.init)
        steps = review.steps.map { Steps($0, page) }
    }
}
