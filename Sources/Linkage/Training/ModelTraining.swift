/// The steps of training, in order.
struct ModelTraining {
    var model: LinkageModel
    let layout: PatternLayout
    let encoded: EncodedRecords
    let seed: UInt64
    let threads: Int
    /// Every pair that may match.
    let pairs: Int
    /// Pairs of records known to match.
    let labelled: [(left: Int, right: Int)]
    /// The m from which the first start of EM sets out, by comparison and digit.
    let startingM: [[Double?]]
    var report = Progress()

    /// What the report will say.
    struct Progress {
        var sessions: [TrainingReport.Session] = []
        var emptyRules: [BlockingRule] = []
        var uMethods: [[UMethod?]] = []
        var labelledMatches = 0
    }

    /// By comparison and level, the share of all pairs with the level, matches included.
    var shares: [[Double?]] = []
    /// By comparison, the u of levels that no random pair has.
    var smallestU: [Double] = []
    /// The patterns of each EM rule that has pairs.
    var rulePatterns: [RulePatterns] = []
    /// What λ rests on where EM finds it, counted once.
    var candidates: Candidates?

    struct Candidates {
        let counts: PatternCounts
        let share: Double
    }

    /// By comparison and level, the m read from labels.
    var labelM: [[Double?]] = []

    /// What EM needs of a rule, counted once.
    struct RulePatterns {
        let rule: BlockingRule
        let pairs: Int
        let comparisons: [Int]
        let counts: PatternCounts
    }

    init(
        _ model: LinkageModel, _ layout: PatternLayout, _ encoded: EncodedRecords,
        seed: UInt64, labelled: [(left: Int, right: Int)], threads: Int
    ) {
        self.model = model
        self.layout = layout
        self.encoded = encoded
        self.seed = seed
        self.labelled = labelled
        self.threads = threads
        startingM = model.comparisons.map(\.startingM)
        pairs = encoded.pairCount(model.linkType)
    }

    /// All steps.
    mutating func train() throws(TrainingFailure) {
        try estimateStartingPrior()
        estimateU()
        try countPatterns()
        try readLabels()
        try estimateM()
        try estimatePrior()
        // Random pairs hold matches too. Once λ and m are known, u is what is left without them.
        for _ in 0..<rounds {
            let before = model.probabilityTwoRandomRecordsMatch
            guard takeMatchesOutOfU() else { return }
            try estimateM()
            try estimatePrior()
            if abs(model.probabilityTwoRandomRecordsMatch / before - 1) < 0.001 { return }
        }
    }

    /// How often u and m are found again, at most; once where λ does not follow from them.
    private var rounds: Int { isPriorLearnt ? 10 : 1 }

    /// The blocks of rules, none of which makes too many pairs.
    func blocking(_ rules: [BlockingRule]) throws(TrainingFailure) -> Blocking {
        let blocking = Blocking(rules, model.linkType, encoded)
        do {
            try blocking.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        return blocking
    }

    func result() -> TrainedModel {
        let untrained = model.comparisons.flatMap { comparison in
            comparison.comparisonLevels
                .filter { !$0.isNullLevel && ($0.mProbability == nil || $0.uProbability == nil) }
                .map {
                    TrainingReport.UntrainedLevel(
                        comparison: comparison.outputColumnName, level: $0.labelForCharts)
                }
        }
        return TrainedModel(
            model: model,
            report: TrainingReport(
                records: encoded.count, pairs: pairs,
                expectedMatches: model.probabilityTwoRandomRecordsMatch * Double(pairs),
                sessions: report.sessions, labelledMatches: report.labelledMatches,
                emptyRules: report.emptyRules, untrainedLevels: untrained,
                uMethods: report.uMethods, absentColumns: encoded.absentColumns))
    }
}
