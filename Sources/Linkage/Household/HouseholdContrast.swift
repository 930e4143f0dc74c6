/// Why two records are, or are not, one person, in two steps that add up to the weight.
///
/// The first step weighs "one person" against "two strangers", the second against "two people of
/// one home". Each is a sum. The weight of the pair lies just below the smaller of the two, so that
/// the step that says less for one person decides.
public struct HouseholdContrast: Hashable, Sendable, Codable {
    /// "One person" against one of the other two answers.
    public struct Step: Hashable, Sendable, Codable {
        /// The weight before anything is compared, in bits.
        public let priorMatchWeight: Double
        /// What each comparison adds, in the model's order, in bits.
        public let weights: [Double]
        /// What it adds that one person may have stayed at home or moved, in bits.
        public let homeWeight: Double
        /// What it takes off that strangers agree so oftener than chance says, in bits.
        public let coincidenceWeight: Double

        /// A step from its parts, all in bits.
        public init(
            priorMatchWeight: Double, weights: [Double], homeWeight: Double,
            coincidenceWeight: Double
        ) {
            self.priorMatchWeight = priorMatchWeight
            self.weights = weights
            self.homeWeight = homeWeight
            self.coincidenceWeight = coincidenceWeight
        }

        /// The sum of all parts, in bits; above 0 speaks for one person.
        public var matchWeight: Double {
            weights.reduce(priorMatchWeight, +) + homeWeight + coincidenceWeight
        }
    }

    /// The value of each comparison: -1 for nothing to compare, 0 for different, higher is closer.
    public let comparisonVector: [Int]
    /// Whether the comparisons of a home are weighed as if one person had moved since.
    public let hasMoved: Bool
    /// Whether they are one person or two strangers.
    public let againstStrangers: Step
    /// Whether they are one person or two people of one home.
    public let againstHousehold: Step

    /// A contrast from its steps, such as one that was stored.
    public init(
        comparisonVector: [Int], hasMoved: Bool, againstStrangers: Step, againstHousehold: Step
    ) {
        self.comparisonVector = comparisonVector
        self.hasMoved = hasMoved
        self.againstStrangers = againstStrangers
        self.againstHousehold = againstHousehold
    }

    /// The weight of "one person" against both other answers together, in bits.
    public var matchWeight: Double {
        let (strangers, home) = (againstStrangers.matchWeight, againstHousehold.matchWeight)
        let least = min(strangers, home)
        return least - logarithm2(power2(least - strangers) + power2(least - home))
    }

    /// Which of the other two answers comes closer to "one person", or lies before it.
    public var rival: HouseholdVerdict {
        againstHousehold.matchWeight < againstStrangers.matchWeight ? .oneHousehold : .strangers
    }

    /// Comparisons that speak for one person among strangers, but hardly among people of one home.
    ///
    /// Hardly: less than a bit, or a quarter of what they say among strangers.
    public var sharedAtHome: [Int] {
        comparisonVector.indices.filter {
            let (strangers, home) = (againstStrangers.weights[$0], againstHousehold.weights[$0])
            return strangers >= 1 && home > -1 && home < max(1, strangers / 4)
        }
    }

    /// Comparisons that speak against one person in the step that decides, the strongest first.
    public var against: [Int] {
        let weights =
            rival == .oneHousehold ? againstHousehold.weights : againstStrangers.weights
        return weights.indices.filter { comparisonVector[$0] >= 0 && weights[$0] <= -1 }
            .sorted { (weights[$0], $0) < (weights[$1], $1) }
    }

    /// Whether each step has a part for each of so many comparisons.
    public func fits(comparisons: Int) -> Bool {
        [comparisonVector.count, againstStrangers.weights.count, againstHousehold.weights.count]
            .allSatisfy { $0 == comparisons }
    }
}

extension HouseholdWeights {
    /// The two steps of a pair of records, by their numbers.
    func contrast(_ pattern: UInt64, _ left: Int, _ right: Int) -> HouseholdContrast {
        let digits = person.indices.map { plain.layout.digit(of: $0, in: pattern) }
        let rarity = digits.indices.map { plain.adjustment($0, digits[$0], left, right) }
        let odds = odds(pattern, left, right)
        let hasMoved = movedBits(digits) > stayedBits(digits)
        let strangers = digits.indices.map {
            (hasMoved ? moved : person)[$0][digits[$0]] + rarity[$0]
        }
        let home = digits.indices.map {
            strangers[$0] - housemate[$0][digits[$0]]
                - (isPersonal[$0] ? familyRarity(rarity[$0], $0, digits[$0]) : rarity[$0])
        }
        // What is left when the comparisons are taken off: the share of those who stayed or moved,
        // and a little for the likelihood of the other of the two.
        let taken = coincidence(digits)
        let rest =
            odds.person - household.personBits - strangers.reduce(0, +) + taken
        return HouseholdContrast(
            comparisonVector: digits.map { $0 - 1 }, hasMoved: hasMoved,
            againstStrangers: HouseholdContrast.Step(
                priorMatchWeight: household.personBits, weights: strangers, homeWeight: rest,
                coincidenceWeight: -taken),
            againstHousehold: HouseholdContrast.Step(
                priorMatchWeight: household.personBits - household.householdBits, weights: home,
                homeWeight: rest, coincidenceWeight: 0))
    }

    private func stayedBits(_ digits: [Int]) -> Double {
        sharedBits(person, digits) + logStayed
    }

    private func movedBits(_ digits: [Int]) -> Double {
        sharedBits(moved, digits) + logMoved
    }

    private func sharedBits(_ weights: [[Double]], _ digits: [Int]) -> Double {
        digits.indices.reduce(0) { isPersonal[$1] ? $0 : $0 + weights[$1][digits[$1]] }
    }
}
