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

    /// The household part that goes on from a trained model, or why it has none; nil where none
    /// is asked for.
    ///
    /// Options that do not fit the model are refused; files that say too little are not.
    func trained(
        _ model: LinkageModel, _ records: EncodedRecords
    ) throws -> HouseholdFit? {
        guard !household.isEmpty else { return nil }
        let homes = household.map { home in
            home.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let plan = HouseholdPlan(
            sharedComparisons: try comparisons(of: homes.flatMap(\.self) + shared, model),
            lifelongComparisons: try comparisons(of: lifelong, model), homes: homes)
        let fit = HouseholdModel.fit(model, plan: plan, on: records)
        switch fit.obstacle {
        case .unsuitable(let problems)?: throw Problem(problems.joined(separator: " "))
        case .tooManyPairs?: throw Problem(fit.obstacle?.sentence ?? "")
        default: return fit
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

extension PairWeights {
    /// All candidate pairs of at least a weight in bits, or what keeps them from being scored.
    func pairs(threshold: Double, threads: Int) throws -> [ScoredPair] {
        do {
            return try predictions(threshold: threshold, threads: threads)
        } catch LinkageFailure.tooManyPairs(let refusal) {
            throw Problem(LinkOptions.sentence(refusal))
        } catch {
            throw Problem("\(error)")
        }
    }
}

/// Whether the people of a home are told apart, for programs.
struct HouseholdSummary: Encodable {
    let isFitted: Bool
    let reason: String?
    let sentence: String

    /// nil where nobody asked.
    init?(_ fit: HouseholdFit?) {
        guard let fit else { return nil }
        isFitted = fit.household != nil
        reason = fit.obstacle?.code
        sentence = fit.obstacle?.sentence ?? "People of one home are told apart."
    }
}
