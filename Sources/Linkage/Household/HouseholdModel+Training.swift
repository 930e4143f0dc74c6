public import Records

extension HouseholdModel {
    /// The model with all probabilities estimated from unlabelled tables.
    ///
    /// - Throws: `TrainingFailure` when the model, the plan or the records do not allow it.
    public static func trained(
        _ model: LinkageModel, plan: HouseholdPlan = .people, on tables: [RecordTable],
        seed: UInt64
    ) throws(TrainingFailure) -> HouseholdModel {
        let records = EncodedRecords(tables, for: model)
        let plain = try model.trained(on: records, seed: seed).model
        return try HouseholdModel(plain, plan: plan, on: records)
    }

    /// A model of households that goes on from a trained plain model and the same records.
    ///
    /// The order matters: first the pairs at one address, on evidence about the person alone; then
    /// how many households there are; then shared evidence, which can only say "same home".
    ///
    /// - Throws: `TrainingFailure` when the model, the plan or the records do not allow it.
    public init(
        _ trained: LinkageModel, plan: HouseholdPlan = .people, on records: EncodedRecords
    ) throws(TrainingFailure) {
        let problems = trained.problems + plan.problems(for: trained)
        guard problems.isEmpty, let layout = PatternLayout(trained.comparisons) else {
            throw .invalidModel(problems: problems)
        }
        var training = try HouseholdTraining(trained, plan, layout, records)
        training.separateHomes()
        training.learnSharedEvidence()
        training.findCoincidences()
        self = training.result()
    }
}

/// The steps of training, in order.
private struct HouseholdTraining {
    private let model: LinkageModel
    private let plan: HouseholdPlan
    private let layout: PatternLayout
    private let pairs: Double
    private let personal: [Int]
    private let shared: [Int]
    /// The patterns of all pairs at one address, over evidence about the person.
    private let atHome: PatternCounts
    private let candidates: SharedEvidence.Candidates
    private var separation: HomeSeparation
    private var evidence: SharedEvidence
    private var m: [[Double?]]
    private var coincidences: [Coincidence] = []

    init(
        _ model: LinkageModel, _ plan: HouseholdPlan, _ layout: PatternLayout,
        _ records: EncodedRecords
    ) throws(TrainingFailure) {
        self.model = model
        self.plan = plan
        self.layout = layout
        pairs = Double(max(1, records.pairCount(model.linkType)))
        let names = model.comparisons.map(\.outputColumnName)
        personal = names.indices.filter { plan.scope(of: names[$0]) == .person }
        shared = names.indices.filter { plan.scope(of: names[$0]) == .household }
        let homes = Blocking(plan.homeRules, model.linkType, records)
        let rules = Blocking(
            model.blockingRulesToGeneratePredictions, model.linkType, records)
        do {
            try homes.check(limit: model.training.maximumPairsPerRule)
            try rules.check(limit: model.training.maximumPairsPerRule)
        } catch {
            throw .tooManyPairs(error)
        }
        atHome = model.patternCounts(homes, over: personal, layout)
        candidates = SharedEvidence.Candidates(model, plan, rules, layout)
        let lifelong = Set(names.indices.filter { plan.lifelongComparisons.contains(names[$0]) })
        var m = model.comparisons.map { $0.byDigit(Double?.none) { $0.mProbability } }
        for index in lifelong { m[index].limitGrossErrors() }
        let u = model.comparisons.map { $0.byDigit(Double?.none) { $0.uProbability } }
        separation = HomeSeparation(atHome, layout, over: personal, lifelong: lifelong, m: m, u: u)
        self.m = m
        evidence = SharedEvidence(m: m, u: u, shared: shared)
    }

    /// Learns who shares an address, from names and dates of birth.
    mutating func separateHomes() {
        separation.run()
        m = separation.person
        evidence.m = m
    }

    /// Learns how records of one home differ in what they share, and all priors.
    mutating func learnSharedEvidence() {
        let pairsAtHome = Double(atHome.entries.reduce(0) { $0 + $1.count })
        evidence.run(
            candidates, household: separation.household, personal: personal, pairs: pairs,
            housematesAtHome: max(0.5, pairsAtHome * (1 - separation.lambda)),
            personPrior: model.probabilityTwoRandomRecordsMatch)
    }

    /// Learns which agreements strangers share oftener than chance allows.
    mutating func findCoincidences() {
        coincidences = Coincidence.find(
            candidates, evidence, household: separation.household, personal: personal)
    }

    func result() -> HouseholdModel {
        let levels = model.comparisons.indices.map { index in
            let comparison = model.comparisons[index]
            let isShared = shared.contains(index)
            return comparison.comparisonLevels.indices.map { position in
                let level = comparison.comparisonLevels[position]
                guard !level.isNullLevel else { return HouseholdLevel() }
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                return HouseholdLevel(
                    person: isShared ? evidence.home[index][digit] : m[index][digit],
                    moved: isShared ? evidence.moved[index][digit] : m[index][digit],
                    household: isShared
                        ? evidence.home[index][digit] : separation.household[index][digit],
                    stranger: evidence.u[index][digit])
            }
        }
        return HouseholdModel(
            model: model, plan: plan, personPrior: evidence.personPrior,
            householdPrior: evidence.householdPrior, movedShare: evidence.movedShare,
            levels: levels, coincidences: coincidences)
    }
}
