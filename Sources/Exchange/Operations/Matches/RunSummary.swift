public import Casework
import GRDB
public import Governance
import Linkage
public import Records

/// What a run found and what its model learned; numbers only.
public struct RunSummary: Hashable, Sendable {
    /// How many pairs raise one question.
    public struct QuestionCount: Hashable, Sendable {
        /// The question.
        public let question: DiscountQuestion
        /// Pairs that raise it.
        public let pairs: Int
        /// What they are worth together in a year, in pence.
        public let yearlyPence: Int
    }

    /// What the model makes of one finding, such as a surname with one letter that differs.
    public struct Level: Hashable, Sendable {
        /// What is compared, such as `surname`.
        public let comparison: String
        /// The finding in words.
        public let label: String
        /// How often it occurs where both records are about one person, 0 to 1.
        public let shareOfSame: Double?
        /// How often it occurs where they are about two people, 0 to 1.
        public let shareOfDifferent: Double?
    }

    /// The questions, the most valuable first.
    public let questions: [QuestionCount]
    /// What the model learned, in its own order; findings about missing values are left out.
    public let levels: [Level]

    /// What all questions are worth together in a year, in pence.
    public var yearlyPence: Int { questions.reduce(0) { $0 + $1.yearlyPence } }
}

extension Store {
    /// What a run of the person's body found, in numbers.
    ///
    /// - Throws: `Refusal.notFound`, also for a run of others.
    public func summary(of id: MatchRun.ID, seenBy person: Practitioner) async throws -> RunSummary
    {
        _ = try await run(id, seenBy: person)
        return try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT question, COUNT(*) AS pairs, SUM(yearlyPence) AS pence FROM pair
                    WHERE run = ? AND question IS NOT NULL GROUP BY question
                    ORDER BY pence DESC, question
                    """,
                arguments: [id.rawValue])
            let model: LinkageModel = try Document.value(
                String.fetchOne(
                    db, sql: "SELECT model FROM matchRun WHERE id = ?", arguments: [id.rawValue])
                    ?? "")
            return RunSummary(
                questions: rows.compactMap(RunSummary.QuestionCount.init),
                levels: model.comparisons.flatMap(RunSummary.levels))
        }
    }
}

extension RunSummary.QuestionCount {
    fileprivate init?(_ row: Row) {
        guard let question = DiscountQuestion(code: row["question"]) else { return nil }
        self.init(question: question, pairs: row["pairs"], yearlyPence: row["pence"])
    }
}

extension RunSummary {
    fileprivate static func levels(_ comparison: Linkage.Comparison) -> [Level] {
        comparison.comparisonLevels.filter { !$0.isNullLevel }.map {
            Level(
                comparison: comparison.outputColumnName, label: $0.labelForCharts,
                shareOfSame: $0.mProbability, shareOfDifferent: $0.uProbability)
        }
    }
}
