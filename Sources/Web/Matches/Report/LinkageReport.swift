public import Linkage

/// A linkage on one page that stands by itself: no script, no network, no value of a person
/// unless samples are given.
public struct LinkageReport: Sendable {
    /// One file of records.
    public struct Input: Hashable, Sendable {
        /// What the file is called.
        public let name: String
        /// Its records.
        public let records: Int

        /// A file with so many records.
        public init(name: String, records: Int) {
            self.name = name
            self.records = records
        }
    }

    /// What `weft link train --json` says of training.
    public struct Training: Sendable, Decodable {
        /// One run of expectation maximisation.
        public struct Round: Sendable, Decodable {
            let rule: String
            let pairs: Int
            let lambda: Double
            let iterations: Int
            let hasConverged: Bool
        }

        let rounds: [Round]
        let estimates: [ParameterEstimates]
    }

    /// Two records that show what a pattern looks like, with their values.
    public struct Sample: Hashable, Sendable {
        /// The weight of the pair in bits.
        public let matchWeight: Double
        /// The values of the left record, in the order of the columns.
        public let left: [String]
        /// The values of the right record.
        public let right: [String]

        /// A pair and its values.
        public init(matchWeight: Double, left: [String], right: [String]) {
            self.matchWeight = matchWeight
            self.left = left
            self.right = right
        }
    }

    /// What is known to be true, and how the linkage stands against it.
    public struct Truth: Sendable {
        /// How the pairs agree with what is known, at every threshold.
        public let curve: AccuracyCurve
        /// How the clusters at the suggested threshold agree with it.
        public let clusters: ClusterAccuracy?

        /// The curve, and the clusters at the suggested threshold.
        public init(curve: AccuracyCurve, clusters: ClusterAccuracy?) {
            self.curve = curve
            self.clusters = clusters
        }
    }

    /// What the model is called.
    public let modelName: String
    /// The model.
    public let model: LinkageModel
    /// What tells the people of a home apart, where the model has it.
    public let household: HouseholdModel?
    /// The files.
    public let inputs: [Input]
    /// A profile of each column that the model reads.
    public let columns: [ColumnProfile]
    /// The number of pairs that may match at all.
    public let possiblePairs: Int
    /// What each rule adds.
    public let blocking: [BlockingContribution]
    /// How training went, where that is known.
    public let training: Training?
    /// The weights of the scored pairs.
    public let histogram: WeightHistogram
    /// Pairs below this weight in bits were not scored; nil when all were.
    public let leastWeight: Double?
    /// What thresholds give and cost.
    public let thresholds: ThresholdTable
    /// What labels say, where there are any.
    public let truth: Truth?
    /// How far rarity moves levels in these records.
    public let rarity: [RarityRange]
    /// The records weighed against themselves.
    public let unlinkables: Unlinkables
    /// The columns that unlinkable records lack, at the suggested threshold.
    public let missingFields: [MissingField]
    /// The patterns of the scored pairs, commonest first.
    public let patterns: [PatternSummary]
    /// The columns that samples show.
    public let sampleColumns: [String]
    /// Pairs with their values, by pattern in the same order; empty unless asked for.
    public let samples: [[Sample]]

    /// A report from its parts.
    public init(
        modelName: String, model: LinkageModel, household: HouseholdModel? = nil, inputs: [Input],
        columns: [ColumnProfile],
        possiblePairs: Int, blocking: [BlockingContribution], training: Training?,
        histogram: WeightHistogram, leastWeight: Double?, thresholds: ThresholdTable,
        truth: Truth?, rarity: [RarityRange], unlinkables: Unlinkables,
        missingFields: [MissingField],
        patterns: [PatternSummary], sampleColumns: [String], samples: [[Sample]]
    ) {
        self.modelName = modelName
        self.model = model
        self.household = household
        self.inputs = inputs
        self.columns = columns
        self.possiblePairs = possiblePairs
        self.blocking = blocking
        self.training = training
        self.histogram = histogram
        self.leastWeight = leastWeight
        self.thresholds = thresholds
        self.truth = truth
        self.rarity = rarity
        self.unlinkables = unlinkables
        self.missingFields = missingFields
        self.patterns = patterns
        self.sampleColumns = sampleColumns
        self.samples = samples
    }

    /// The threshold with the best expected F1, in bits.
    public var suggestedThreshold: Double { histogram.bestEstimate.threshold }

    /// The page in UTF-8.
    public var bytes: [UInt8] { page.bytes }
}
