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
        let records = EncodedRecords([left, right], for: .people(.linkOnly))
        do {
            let trained = try LinkageModel.people(.linkOnly).trained(on: records, seed: Self.seed)
            let weights = MatchWeights(trained.model, records)
            let rules = trained.model.blockingCounts(left: left, right: right)
            return Result(
                model: trained.model,
                rules: rules.map { MatchRun.RuleCount(rule: $0.rule.label, pairs: $0.pairs) },
                pairs: try pairs(weights))
        } catch let failure as TrainingFailure {
            throw Refusal(
                .invalid, "not-comparable", "These two files cannot be compared: \(failure).",
                fix: "Look at both loads: names, dates of birth and addresses are needed.")
        } catch let refusal as BlockingRefusal {
            throw Refusal(.invalid, "too-many-pairs", "\(refusal)")
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
