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
        let rules: [MatchRun.RuleCount]
        let pairs: [Pair]
    }

    private let left: RecordTable
    private let right: RecordTable
    private let date: CalendarDate

    /// A fixed seed: the same files give the same result, which can be checked later.
    private static let seed: UInt64 = 2014

    init(_ left: RecordTable, _ right: RecordTable, on date: CalendarDate) {
        self.left = left
        self.right = right
        self.date = date
    }

    /// Trains the people model on both tables and scores every candidate pair.
    ///
    /// - Throws: `Refusal` when the tables cannot be compared.
    func run() throws -> Result {
        let model = LinkageModel.people(.linkOnly)
        let records = EncodedRecords([left, right], for: model)
        let trained = try trained(model, records)
        return Result(
            model: trained,
            rules: trained.blockingCounts(in: records).map {
                MatchRun.RuleCount(rule: $0.rule.label, pairs: $0.pairs)
            },
            pairs: try pairs(MatchWeights(trained, records)))
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

    private func pairs(_ weights: MatchWeights) throws -> [Pair] {
        let review = DiscountReview(accounts: left, register: right, on: date)
        return try weights.predictions(threshold: Store.reviewThresholdBits).map { scored in
            let question = review.question(account: scored.leftRow, elector: scored.rightRow)
            return Pair(
                leftRow: scored.leftRow, rightRow: scored.rightRow,
                weightBits: scored.matchWeight,
                evidence: try PairEvidence(weights.waterfall(scored.left, scored.right)).stored,
                question: question?.0, yearlyPence: question?.yearlyPence ?? 0)
        }
    }
}
