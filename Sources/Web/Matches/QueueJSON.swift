import Casework
import Exchange
import Governance
import Records

/// A page of the queue for other programs; codes and numbers only.
struct QueueJSON: Encodable {
    struct Item: Encodable {
        let id: String
        let question: String?
        let strength: String
        let yearlyPence: Int
        let decision: String?
        let reason: String?
        let takenOnBy: String?
        let awaitsSecondAnswer: Bool
    }

    struct Target: Encodable {
        let due: String
        let ageInDays: Int
        let daysLeft: Int
        let neededADay: Int
    }

    struct Sample: Encodable {
        let pairs: Int
        let agreed: Int
        let share: Double?
        let kappa: Double?
    }

    let run: String
    let show: String
    let page: Int
    let pages: Int
    let total: Int
    let questions: Int
    let decided: Int
    let notSure: Int
    let openPence: Int
    let target: Target
    let sample: Sample
    let pairs: [Item]

    init(_ queue: QueuePage) {
        run = queue.run.id.rawValue
        show = queue.filter.rawValue
        page = queue.page
        pages = queue.pages
        total = queue.total
        questions = queue.progress.questions
        decided = queue.progress.decided
        notSure = queue.progress.notSure
        openPence = queue.progress.openPence
        target = Target(
            due: queue.target.due.description, ageInDays: queue.target.age,
            daysLeft: queue.target.daysLeft, neededADay: queue.target.neededADay)
        sample = Sample(
            pairs: queue.twice.pairs, agreed: queue.twice.agreed, share: queue.twice.share,
            kappa: queue.twice.kappa)
        pairs = queue.items.map {
            Item(
                id: $0.id.rawValue, question: $0.pair.question?.code,
                strength: $0.pair.strength.rawValue, yearlyPence: $0.pair.yearlyPence,
                decision: $0.awaitsSecond ? nil : $0.verdict?.rawValue,
                reason: $0.awaitsSecond ? nil : $0.reason?.rawValue,
                takenOnBy: $0.assignee?.rawValue, awaitsSecondAnswer: $0.awaitsSecond)
        }
    }
}
