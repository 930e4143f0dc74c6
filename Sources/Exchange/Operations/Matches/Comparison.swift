import Casework
import Linkage
import Records

/// The comparison of two tables, from training to the pairs that are worth a look.
struct Comparison {
    /// A pair that is kept.
    struct Pair {
        let leftRow: Int
        let rightRow: Int
        let weightBits: Double
        /// The evidence in the form of `PairEvidence`.
        let evidence: String
        let question: DiscountQuestion?
        let yearlyPence: Int
    }

    /// Everything that a run keeps.
    struct Result {
        let model: LinkageModel
        let cutOff: ChosenCutOff
        let rules: [MatchRun.RuleCount]
        let pairs: [Pair]
        /// Why people of one home are not told apart; nil where they are.
        let homeObstacle: HouseholdObstacle?
    }

    private let left: RecordTable
    private let right: RecordTable
    private let review: DiscountReview
    /// The version that is signed off; nil to train the model of people on the spot.
    private let version: MatchModel?

    /// A fixed seed: the same files give the same result, which can be checked later.
    private static let seed: UInt64 = 2014

    init(
        _ left: RecordTable, _ right: RecordTable, on date: CalendarDate, by version: MatchModel?
    ) {
        self.left = left
        self.right = right
        review = DiscountReview(accounts: left, register: right, on: date)
        self.version = version
    }

    /// Scores every candidate pair by the version in use, or by the model of people, trained here.
    ///
    /// - Throws: `Refusal` when the tables cannot be compared.
    func run() throws -> Result {
        let model = version?.model ?? .people(.linkOnly)
        let records = EncodedRecords([left, right], for: model)
        let trained = try version == nil ? trained(model, records) : model
        let homes = version?.homes ?? HouseholdModel.fit(trained, on: records)
        let weights = PairWeights(trained, homes.household, records)
        let signed = version.map { ChosenCutOff.signed($0.thresholdBits) }
        let scored = try weights.pairs(from: signed?.bits ?? ChosenCutOff.lowestBits)
        let cutOff = signed ?? .chosen(for: scored)
        return Result(
            model: trained, cutOff: cutOff,
            rules: trained.blockingCounts(in: records).map {
                MatchRun.RuleCount(rule: $0.rule.label, pairs: $0.pairs)
            },
            pairs: try scored.filter { $0.matchWeight >= cutOff.bits }.map {
                try pair($0, weights)
            },
            homeObstacle: homes.obstacle)
    }

    private func trained(_ model: LinkageModel, _ records: EncodedRecords) throws -> LinkageModel {
        do {
            return try model.trained(on: records, seed: Self.seed).model
        } catch {
            throw Refusal(
                .invalid, "not-comparable", "These two files cannot be compared: \(error).",
                fix: "Look at both loads: names, dates of birth and addresses are needed.")
        }
    }

    private func pair(_ scored: ScoredPair, _ weights: PairWeights) throws -> Pair {
        let question = review.question(account: scored.leftRow, elector: scored.rightRow)
        return Pair(
            leftRow: scored.leftRow, rightRow: scored.rightRow, weightBits: scored.matchWeight,
            evidence: try PairEvidence(weights.explanation(scored.left, scored.right)).stored,
            question: question?.0, yearlyPence: question?.yearlyPence ?? 0)
    }
}
