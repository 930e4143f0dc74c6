/// The household part of a trained model, or why it has none.
public enum HouseholdFit: Hashable, Sendable {
    /// What tells the people of a home from one person.
    case fitted(HouseholdModel)
    /// The plain model stays as it is.
    case plain(HouseholdObstacle)

    /// The household part, where there is one.
    public var household: HouseholdModel? {
        if case .fitted(let household) = self { household } else { nil }
    }

    /// Why there is none, where there is none.
    public var obstacle: HouseholdObstacle? {
        if case .plain(let obstacle) = self { obstacle } else { nil }
    }
}

/// Why a model cannot tell the people of a home apart.
public enum HouseholdObstacle: Hashable, Sendable, Codable {
    /// The plan does not fit the model: what is wrong, a sentence each.
    case unsuitable(problems: [String])
    /// Too few pairs of records share a home to learn from.
    case fewPairsAtHome(found: Int, least: Int)
    /// A home makes more pairs than the training plan allows.
    case tooManyPairs(found: Int, limit: Int)
    /// The model was imported, and its author did not ask for it.
    case imported
    /// The model was trained before homes were looked at.
    case trainedEarlier

    /// A word for programs and logs.
    public var code: String {
        switch self {
        case .unsuitable: "unsuitable-model"
        case .fewPairsAtHome: "few-pairs-at-home"
        case .tooManyPairs: "too-many-pairs-at-home"
        case .imported: "imported-model"
        case .trainedEarlier: "trained-earlier"
        }
    }

    /// What follows and why, in one sentence.
    public var sentence: String {
        "People of one home are not told apart: \(reason)."
    }

    private var reason: String {
        switch self {
        case .unsuitable(let problems):
            problems.first.map { Self.clause($0) } ?? "the model does not compare a home"
        case .fewPairsAtHome(0, _):
            "no two records that may match share a home"
        case .fewPairsAtHome(1, let least):
            "1 pair of records shares a home, and at least \(least) are needed to learn from"
        case .fewPairsAtHome(let found, let least):
            "\(found) pairs of records share a home, and at least \(least) are needed to learn from"
        case .tooManyPairs(let found, let limit):
            "what counts as a home makes \(found) pairs, and the limit is \(limit)"
        case .imported:
            "the model was imported, and it is used as its author made it"
        case .trainedEarlier:
            "the model was trained before Weft looked at homes; train a new version"
        }
    }

    /// A sentence as the end of another.
    private static func clause(_ sentence: String) -> String {
        let bare = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return bare.prefix(1).lowercased() + bare.dropFirst()
    }
}

extension HouseholdModel {
    /// The fewest pairs at one address from which two classes are told apart.
    ///
    /// With fewer, the half pair that every level starts with would outweigh what was seen.
    public static let leastPairsAtHome = 20

    /// The household part that goes on from a trained model and its records, or why there is none.
    public static func fit(
        _ trained: LinkageModel, plan: HouseholdPlan = .people, on records: EncodedRecords
    ) -> HouseholdFit {
        let problems = trained.problems + plan.problems(for: trained)
        guard problems.isEmpty else { return .plain(.unsuitable(problems: problems)) }
        let homes = Blocking(plan.homeRules, trained.linkType, records)
        do {
            try homes.check(limit: trained.training.maximumPairsPerRule)
            let found = pairsAtHome(homes)
            guard found >= leastPairsAtHome else {
                return .plain(.fewPairsAtHome(found: found, least: leastPairsAtHome))
            }
            return .fitted(try HouseholdModel(trained, plan: plan, on: records))
        } catch let refusal as BlockingRefusal {
            return .plain(.tooManyPairs(found: refusal.pairs, limit: refusal.limit))
        } catch TrainingFailure.tooManyPairs(let refusal) {
            return .plain(.tooManyPairs(found: refusal.pairs, limit: refusal.limit))
        } catch TrainingFailure.invalidModel(let problems) {
            return .plain(.unsuitable(problems: problems))
        } catch {
            return .plain(.unsuitable(problems: ["\(error)"]))
        }
    }

    /// The pairs at one address; at least so many where they are more than enough.
    private static func pairsAtHome(_ homes: Blocking) -> Int {
        let most = homes.pairCounts().map(\.pairs).max() ?? 0
        guard most < leastPairsAtHome else { return most }
        var found = 0
        homes.forEachPair { _, _ in found += 1 }
        return found
    }
}
