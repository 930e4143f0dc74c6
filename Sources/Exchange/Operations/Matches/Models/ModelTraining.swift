import Governance
import Linkage
import Records

/// The training of a model on two tables, and the weights of their candidate pairs.
struct ModelTraining {
    let trained: TrainedModel
    /// What tells the people of a home from one person, or why nothing does.
    let homes: HouseholdFit
    let rules: [MatchRun.RuleCount]
    let weights: WeightHistogram

    /// Pairs below this weight, in bits, are left out: hardly any of them can match.
    private static let lowestBits = -20.0

    /// Trains and scores; a fixed seed gives the same result from the same tables.
    ///
    /// An imported model stays as it was imported: it does not tell people of a home apart.
    /// - Throws: `Refusal` with the reason in words.
    init(
        _ model: LinkageModel, from origin: MatchModel.Origin, on tables: [RecordTable],
        seed: UInt64
    ) throws {
        let records = EncodedRecords(tables, for: model)
        do {
            trained = try model.trained(on: records, seed: seed)
        } catch {
            throw Refusal(
                .invalid, "not-trained", "The model cannot be trained: \(error)",
                fix: "Look at both loads and at the model's rules.")
        }
        rules = trained.model.blockingCounts(in: records).map {
            MatchRun.RuleCount(rule: $0.rule.label, pairs: $0.pairs)
        }
        homes =
            origin == .imported
            ? .plain(.imported) : HouseholdModel.fit(trained.model, on: records)
        weights = WeightHistogram(
            try PairWeights(trained.model, homes.household, records).pairs(from: Self.lowestBits))
    }

    /// What is kept about the training.
    func training(
        _ permission: Store.MatchPermission, seed: UInt64, by person: Practitioner,
        at moment: Timestamp
    ) -> MatchModel.Training {
        let report = trained.report
        return MatchModel.Training(
            agreement: permission.agreement.id, version: permission.agreement.version,
            left: permission.left.load.id, right: permission.right.load.id, seed: seed,
            at: moment, by: person.id, records: report.records, pairs: report.pairs,
            expectedMatches: report.expectedMatches,
            sessions: report.sessions.map { MatchModel.Training.Session($0) },
            emptyRules: report.emptyRules.map(\.label),
            untrainedLevels: report.untrainedLevels.map { "\($0.comparison): \($0.level)" },
            absentColumns: report.absentColumns.sorted(), rules: rules,
            estimates: trained.parameterEstimates, household: homes.household,
            homeObstacle: homes.obstacle,
            weights: weights)
    }
}

extension Refusal {
    /// Why pairs could not be scored, without any value of a record.
    init(unscored failure: LinkageFailure) {
        let sentence =
            switch failure {
            case .tooManyPairs(let refusal): refusal.description
            case .evaluation: "A condition of the model cannot be worked out for some values."
            }
        self.init(
            .invalid, "not-scored", sentence, fix: "Change the model's rules or conditions.")
    }
}
