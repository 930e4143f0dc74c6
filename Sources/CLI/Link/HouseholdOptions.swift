import ArgumentParser
import Foundation
import Linkage

/// What tells the people of a household from one person.
struct HouseholdOptions: ParsableArguments {
    @Option(
        help: """
            Columns of an address, a,b: who agrees on all of them lives together, and what they \
            share no longer passes for one person. Give it again for another form of address.
            """)
    var household: [String] = []

    @Option(help: "A further column that a household shares, such as the town.")
    var shared: [String] = []

    @Option(help: "A column that stays the same all life long, such as the date of birth.")
    var lifelong: [String] = []

    func validate() throws {
        guard !household.isEmpty || (shared.isEmpty && lifelong.isEmpty) else {
            throw ValidationError("--shared and --lifelong need --household.")
        }
    }

    /// The model of households that goes on from a trained model, where one is asked for.
    func trained(
        _ model: LinkageModel, _ records: EncodedRecords
    ) throws -> HouseholdModel? {
        guard !household.isEmpty else { return nil }
        let homes = household.map { home in
            home.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let plan = HouseholdPlan(
            sharedComparisons: try comparisons(of: homes.flatMap(\.self) + shared, model),
            lifelongComparisons: try comparisons(of: lifelong, model), homes: homes)
        do {
            return try HouseholdModel(model, plan: plan, on: records)
        } catch {
            throw Problem("\(error)")
        }
    }

    /// The names of the comparisons that read some columns; each column needs one.
    private func comparisons(of columns: [String], _ model: LinkageModel) throws -> Set<String> {
        var names: Set<String> = []
        for column in columns {
            let found = model.comparisons.filter { $0.columns.contains(column) }
            guard !found.isEmpty else {
                throw Problem("No comparison of the model reads the column `\(column)`.")
            }
            names.formUnion(found.map(\.outputColumnName))
        }
        return names
    }
}

/// The weights of a model, with households or without.
enum LinkWeights {
    case plain(MatchWeights)
    case household(HouseholdWeights)

    init(_ model: LinkageModel, _ household: HouseholdModel?, _ records: EncodedRecords) {
        self =
            household.map { .household(HouseholdWeights($0.with(model), records)) }
            ?? .plain(MatchWeights(model, records))
    }

    /// How the comparison vectors of pairs are numbered.
    var patternLayout: PatternLayout {
        switch self {
        case .plain(let weights): weights.patternLayout
        case .household(let weights): weights.patternLayout
        }
    }

    /// All candidate pairs of at least a weight in bits.
    func pairs(threshold: Double, threads: Int) throws -> [ScoredPair] {
        do {
            return switch self {
            case .plain(let weights):
                try weights.predictions(threshold: threshold, threads: threads)
            case .household(let weights):
                try weights.predictions(threshold: threshold, threads: threads)
            }
        } catch LinkageFailure.tooManyPairs(let refusal) {
            throw Problem(LinkOptions.sentence(refusal))
        } catch {
            throw Problem("\(error)")
        }
    }
}
