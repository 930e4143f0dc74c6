/// A Fellegi–Sunter model with a third hypothesis: two people of one household.
///
/// The plain model knows two reasons why records agree: one person, or chance. Members of a
/// household agree on address, postcode and town for a third reason, and here that reason competes
/// with the first, so that shared evidence cannot outvote what tells two people apart.
public struct HouseholdModel: Hashable, Sendable, Codable {
    /// The plain model: its m and u for comparisons about the person, its rules and its forms.
    public let model: LinkageModel
    /// Which comparisons a household shares.
    public let plan: HouseholdPlan
    /// The share of all pairs that are one person, above 0 and below 1.
    public let personPrior: Double
    /// The share of all pairs that are two people of one household, above 0 and below 1.
    public let householdPrior: Double
    /// The share of one person's pairs of records between which the person moved, 0 to 1.
    public let movedShare: Double
    /// The probabilities of each comparison's levels, in the model's order.
    public let levels: [[HouseholdLevel]]
    /// Agreements that strangers share oftener than their parts allow.
    public let coincidences: [Coincidence]

    enum CodingKeys: String, CodingKey {
        case model, plan, levels, coincidences
        case personPrior = "person_prior"
        case householdPrior = "household_prior"
        case movedShare = "moved_share"
    }

    /// What is wrong with the model, a sentence each; none when it can be used.
    public var problems: [String] {
        var problems = model.problems + plan.problems(for: model)
        let isWhole =
            levels.map(\.count) == model.comparisons.map(\.comparisonLevels.count)
            && coincidences.allSatisfy { $0.fits(model.comparisons) }
        if !isWhole {
            problems.append(
                "The household probabilities belong to another model; train the model again.")
        }
        let shares = [personPrior, householdPrior, movedShare]
        if !shares.allSatisfy({ $0 > 0 && $0 < 1 }) || personPrior + householdPrior >= 1 {
            problems.append(
                "The shares of people, households and moves must be above 0 and below 1, and the "
                    + "first two together below 1.")
        }
        return problems
    }

    /// The same model on another form of its plain model, with the same comparisons and levels.
    public func with(_ model: LinkageModel) -> HouseholdModel {
        HouseholdModel(
            model: model, plan: plan, personPrior: personPrior, householdPrior: householdPrior,
            movedShare: movedShare, levels: levels, coincidences: coincidences)
    }

    /// The weight of "one person" against "strangers" before anything is compared, in bits.
    var personBits: Double { logarithm2(personPrior / strangerPrior) }
    /// The weight of "one household" against "strangers" before anything is compared, in bits.
    var householdBits: Double { logarithm2(householdPrior / strangerPrior) }
    /// The weight of "living together" before anything is compared, in bits.
    var togetherBits: Double {
        let together = householdPrior + personPrior * (1 - movedShare)
        return logarithm2(together / (1 - together))
    }
    private var strangerPrior: Double { 1 - personPrior - householdPrior }
}

/// How often one level of a comparison occurs under each hypothesis; nil where unknown.
public struct HouseholdLevel: Hashable, Sendable, Codable {
    /// For one person who has not moved.
    public var person: Double?
    /// For one person who has moved; the same as `person` for evidence about the person.
    public var moved: Double?
    /// For two people of one household.
    public var household: Double?
    /// For two strangers.
    public var stranger: Double?

    /// The weights against "strangers" in bits: 0 where a probability is unknown.
    var personBits: Double { bits(person) }
    var movedBits: Double { bits(moved) }
    var householdBits: Double { bits(household) }

    private func bits(_ probability: Double?) -> Double {
        guard let probability, let stranger, probability > 0, stranger > 0 else { return 0 }
        return logarithm2(probability / stranger)
    }
}
