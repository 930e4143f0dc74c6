/// How λ, the share of all pairs that match, is found.
public enum PriorEstimation: Hashable, Sendable, Codable {
    /// As the model has it.
    case fixed
    /// Pairs made by strict rules, divided by the share of matches such rules are thought to find.
    case deterministic(rules: [BlockingRule], recall: Double)
    /// By expectation maximisation over the candidate pairs of the prediction rules.
    case expectationMaximisation
}

/// How the probabilities of a model are estimated, without labelled pairs.
public struct TrainingPlan: Hashable, Sendable, Codable {
    /// How λ is found.
    public let prior: PriorEstimation
    /// One EM session a rule; comparisons on the rule's columns are left to other sessions.
    public let emRules: [BlockingRule]
    /// The most pairs drawn at random to estimate u where it cannot be counted.
    public let sampledPairs: Int
    /// The largest change of a probability at which EM stops.
    public let emConvergence: Double
    /// The most steps of one EM session.
    public let maximumIterations: Int
    /// A rule that makes more pairs than this is refused.
    public let maximumPairsPerRule: Int
    /// The seed of random samples and starting points, where the plan fixes it.
    public let seed: UInt64?
    /// From how many points each EM session starts; the likeliest end counts.
    ///
    /// Nil for a few, of which the first counts, which is Splink's.
    public let starts: Int?
    /// A column whose equal values say that records match; m is read from such pairs.
    public let labelColumn: String?
    /// What tells the people of a home from one person; nil where nobody asks.
    public let households: HouseholdPlan?

    enum CodingKeys: String, CodingKey {
        case prior
        case emRules = "em_rules"
        case sampledPairs = "max_pairs"
        case emConvergence = "em_convergence"
        case maximumIterations = "max_iterations"
        case maximumPairsPerRule = "max_pairs_per_rule"
        case seed, starts
        case labelColumn = "label_column"
        case households
    }

    /// A plan; the limits of EM are Splink's.
    public init(
        prior: PriorEstimation = .expectationMaximisation, emRules: [BlockingRule] = [],
        sampledPairs: Int = 1_000_000, emConvergence: Double = 0.0001,
        maximumIterations: Int = 25, maximumPairsPerRule: Int = 500_000_000,
        seed: UInt64? = nil, starts: Int? = nil, labelColumn: String? = nil,
        households: HouseholdPlan? = nil
    ) {
        self.prior = prior
        self.emRules = emRules
        self.sampledPairs = sampledPairs
        self.emConvergence = emConvergence
        self.maximumIterations = maximumIterations
        self.maximumPairsPerRule = maximumPairsPerRule
        self.seed = seed
        self.starts = starts
        self.labelColumn = labelColumn
        self.households = households
    }

    /// About how many pairs of a rule EM looks at; of a rule that makes more, a seeded sample.
    ///
    /// With two matches in a hundred, an m of 0.9 is then known to about a thousandth.
    static let pairsPerSession = 5_000_000

    /// The plan with another limit of the pairs that a rule may make.
    public func with(maximumPairsPerRule limit: Int) -> TrainingPlan {
        TrainingPlan(
            prior: prior, emRules: emRules, sampledPairs: sampledPairs,
            emConvergence: emConvergence, maximumIterations: maximumIterations,
            maximumPairsPerRule: limit, seed: seed, starts: starts, labelColumn: labelColumn,
            households: households)
    }

    /// The rules that training blocks on.
    var rules: [BlockingRule] {
        let labels = labelColumn.map { [BlockingRule(ColumnKey($0))] } ?? []
        guard case .deterministic(let rules, _) = prior else { return emRules + labels }
        return emRules + rules + labels
    }
}
