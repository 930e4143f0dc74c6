/// What the records of a pair are to each other.
public enum HouseholdVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// One person, at home or moved.
    case onePerson = "one_person"
    /// Two people who share a home.
    case oneHousehold = "one_household"
    /// Two people who have nothing to do with each other.
    case strangers
}

/// How a pair's weight comes about in two questions, and what speaks against a match.
public struct HouseholdWaterfall: Hashable, Sendable {
    /// One question: where it starts, what each comparison adds, where it ends.
    public struct Step: Hashable, Sendable {
        /// The weight before anything is compared, in bits.
        public let priorMatchWeight: Double
        /// What each comparison adds.
        public let evidence: [Evidence]
        /// The weight after all of them, in bits; above 0 means yes.
        public var matchWeight: Double {
            evidence.reduce(priorMatchWeight) { $0 + $1.matchWeight }
        }
    }

    /// "Do they live together?": evidence that a household shares.
    public let together: Step
    /// "Is it the same person?": evidence about the person, against the likeliest other answer.
    public let samePerson: Step
    /// One person against each of the other two answers, in sums that make up the weight.
    public let contrast: HouseholdContrast
    /// The comparisons that people of one household share, by name.
    public let sharedAtHome: [String]
    /// The likelier of the two answers that are not "one person".
    public let alternative: HouseholdVerdict
    /// The weight of "one person" against both other answers, in bits.
    public let matchWeight: Double
    /// The probability of each answer, 0 to 1; together 1.
    public let probabilities: [HouseholdVerdict: Double]

    /// The likeliest answer; the more cautious one when two are equal.
    public var verdict: HouseholdVerdict {
        HouseholdVerdict.allCases.reversed().max {
            (probabilities[$0] ?? 0) < (probabilities[$1] ?? 0)
        } ?? .strangers
    }

    /// Why the two do not count as one person, a sentence each; none when they do.
    public var whyNot: [String] {
        guard matchWeight < 0 else { return [] }
        let answer =
            alternative == .oneHousehold
            ? "They are likelier to be two people of one household."
            : "They are likelier to be two people who only look alike here."
        let against = samePerson.evidence.filter { $0.matchWeight <= -1 }
            .sorted { $0.matchWeight < $1.matchWeight }
            .map { "Evidence against: \($0.comparison), \($0.label) (\($0.strength.words))." }
        return [answer] + shared
            + (against.isEmpty ? ["Too little speaks for one person."] : against)
    }

    /// What speaks for one person among strangers and says little within a household.
    private var shared: [String] {
        guard alternative == .oneHousehold, !sharedAtHome.isEmpty else { return [] }
        let names = sharedAtHome.joined(separator: ", ")
        return ["People of one household share this too, so it says little: \(names)."]
    }
}

extension HouseholdWeights {
    /// How the weight of any two records comes about, whether or not a rule pairs them.
    public func waterfall(
        _ first: RecordLocation, _ second: RecordLocation
    ) -> HouseholdWaterfall {
        let left = records.record(at: min(first, second))
        let right = records.record(at: max(first, second))
        var vectors = ComparisonVectors(household.model.comparisons, plain.layout, records)
        let pattern = vectors.pattern(
            left, right, over: Array(household.model.comparisons.indices))
        let odds = odds(pattern, left, right)
        let contrast = contrast(pattern, left, right)
        let isHousehold = odds.household > 0
        let all = power2(odds.person) + power2(odds.household) + 1
        return HouseholdWaterfall(
            together: HouseholdWaterfall.Step(
                priorMatchWeight: household.togetherBits,
                evidence: evidence(pattern, isShared: true) { comparison, digit in
                    (
                        housemate[comparison][digit],
                        plain.adjustment(comparison, digit, left, right)
                    )
                }),
            samePerson: HouseholdWaterfall.Step(
                priorMatchWeight: household.personBits
                    - (isHousehold ? household.householdBits : 0),
                evidence: evidence(pattern, isShared: false) { comparison, digit in
                    let rarity = plain.adjustment(comparison, digit, left, right)
                    guard isHousehold else { return (person[comparison][digit], rarity) }
                    return (
                        person[comparison][digit] - housemate[comparison][digit],
                        rarity - familyRarity(rarity, comparison, digit)
                    )
                }),
            contrast: contrast,
            sharedAtHome: contrast.sharedAtHome.map {
                household.model.comparisons[$0].outputColumnName
            },
            alternative: isHousehold ? .oneHousehold : .strangers,
            matchWeight: odds.matchWeight,
            probabilities: [
                .onePerson: power2(odds.person) / all,
                .oneHousehold: power2(odds.household) / all, .strangers: 1 / all,
            ])
    }

    private func evidence(
        _ pattern: UInt64, isShared: Bool, _ weight: (Int, Int) -> (level: Double, rarity: Double)
    ) -> [Evidence] {
        let comparisons = household.model.comparisons
        return comparisons.indices.compactMap { index in
            let name = comparisons[index].outputColumnName
            guard (household.plan.scope(of: name) == .household) == isShared else { return nil }
            let digit = plain.layout.digit(of: index, in: pattern)
            let level = comparisons[index].level(withValue: digit - 1)
            let (levelWeight, rarity) = weight(index, digit)
            return Evidence(
                comparison: name,
                label: level.map { comparisons[index].comparisonLevels[$0].labelForCharts } ?? "",
                comparisonVectorValue: digit - 1, levelWeight: levelWeight,
                termFrequencyAdjustment: rarity)
        }
    }
}
