import Exchange
import Foundation
import Linkage
import Records

/// A number of bits, for people.
private func bits(_ number: Double) -> String { String(format: "%.2f bits", number) }

/// A version as a list has it; the keys are those of the pages.
struct ShownModel: Encodable {
    let id: String
    let purpose: String
    let version: Int
    let state: String
    let cutOffBits: Double
    let draftedAt: String
    let signedOffAt: String?
    let revision: Int

    init(_ model: MatchModel) {
        id = model.id.rawValue
        purpose = model.purpose.rawValue
        version = model.number
        state = model.state.rawValue
        cutOffBits = model.thresholdBits
        draftedAt = model.createdAt.description
        signedOffAt = model.signOff?.at.description
        revision = model.revision
    }

    var line: String {
        "\(id)\t\(purpose)\tversion \(version)\t\(state)\tcut-off \(bits(cutOffBits))\t"
            + "revision \(revision)"
    }
}

/// A version with its levels and its training.
struct ShownVersion: Encodable {
    struct Level: Encodable {
        let comparison: String
        let level: String
        let m: Double?
        let u: Double?
        let weightBits: Double
    }

    struct Training: Encodable {
        let left: String
        let right: String
        let agreement: String
        let seed: UInt64
        let records: Int
        let pairs: Int
        let expectedMatches: Double
        let rounds: [MatchModel.Training.Session]
        let emptyRules: [String]
        let untrainedLevels: [String]
        let absentColumns: [String]
        let rules: [MatchRun.RuleCount]
        /// Why people of one home are not told apart; nil where they are.
        let homeObstacle: String?

        init(_ model: MatchModel, _ training: MatchModel.Training) {
            left = training.left.rawValue
            right = training.right.rawValue
            agreement = training.agreement.rawValue
            seed = training.seed
            records = training.records
            pairs = training.pairs
            expectedMatches = training.expectedMatches
            rounds = training.sessions
            emptyRules = training.emptyRules
            untrainedLevels = training.untrainedLevels
            absentColumns = training.absentColumns
            rules = training.rules
            homeObstacle = model.homes.obstacle?.code
        }
    }

    let model: ShownModel
    let notes: String
    let statement: String?
    let prior: Double
    let levels: [Level]
    let training: Training?

    init(_ version: MatchModel) {
        model = ShownModel(version)
        notes = version.notes
        statement = version.signOff?.statement
        prior = version.model.probabilityTwoRandomRecordsMatch
        levels = version.model.levelParameters.map {
            Level(
                comparison: $0.comparison, level: $0.label, m: $0.mProbability,
                u: $0.uProbability, weightBits: $0.matchWeight)
        }
        training = version.training.map { Training(version, $0) }
    }

    var lines: [String] {
        [model.line] + (notes.isEmpty ? [] : [notes])
            + levels.map { "\($0.comparison)\t\($0.level)\t\(worth($0))" }
            + (training.map { lines($0) } ?? ["It is not trained yet."])
            + (statement.map { ["Signed off: \($0)"] } ?? [])
    }

    private func worth(_ level: Level) -> String {
        level.m == nil || level.u == nil ? "not trained" : bits(level.weightBits)
    }

    private func lines(_ training: Training) -> [String] {
        [
            "Trained on \(training.records) records in \(training.rounds.count) rounds; "
                + String(format: "%.0f matches are expected.", training.expectedMatches)
        ] + training.emptyRules.map { "A rule that made no pair was passed over: \($0)" }
            + training.untrainedLevels.map { "Training could not value \($0)" }
            + training.absentColumns.map { "Neither load has the column `\($0)`." }
    }
}

/// The pairs that blocking rules make.
struct ShownBlocks: Encodable {
    struct Rule: Encodable {
        let rule: String
        let pairs: Int
        let addedPairs: Int?
        let cumulativePairs: Int?
    }

    let leftRecords: Int
    let rightRecords: Int
    let possiblePairs: Int
    let rules: [Rule]
    let refusals: [String]

    init(_ estimate: BlockingEstimate) {
        leftRecords = estimate.leftRecords
        rightRecords = estimate.rightRecords
        possiblePairs = estimate.possiblePairs
        rules = estimate.rules.map {
            Rule(
                rule: $0.rule, pairs: $0.pairs, addedPairs: $0.addedPairs,
                cumulativePairs: $0.cumulativePairs)
        }
        refusals = estimate.refusals
    }

    var lines: [String] {
        rules.map { rule in
            "\(rule.pairs) pairs\t\(rule.addedPairs.map { "\($0) new" } ?? "not counted")\t"
                + rule.rule
        } + refusals
    }
}
