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

    @Flag(help: "Leave the people of a home together, although the model says how to tell them.")
    var plain = false

    func validate() throws {
        guard household.isEmpty || !plain else {
            throw ValidationError("--plain and --household exclude each other; give one of them.")
        }
        guard !household.isEmpty || (shared.isEmpty && lifelong.isEmpty) else {
            throw ValidationError("--shared and --lifelong need --household.")
        }
    }

    /// The household part that goes on from a trained model, or why it has none; nil where none
    /// is asked for.
    ///
    /// Options win over what the model plans. What does not fit the model is refused; files that
    /// say too little are not.
    func trained(
        _ model: LinkageModel, planned: HouseholdPlan?, _ records: EncodedRecords
    ) throws -> HouseholdFit? {
        guard let plan = try asked(of: model) ?? (plain ? nil : planned) else { return nil }
        let fit = HouseholdModel.fit(model, plan: plan, on: records)
        switch fit.obstacle {
        case .unsuitable(let problems)?: throw Problem(problems.joined(separator: " "))
        case .tooManyPairs?: throw Problem(fit.obstacle?.sentence ?? "")
        default: return fit
        }
    }

    /// The plan that the options make; nil without options.
    private func asked(of model: LinkageModel) throws -> HouseholdPlan? {
        guard !household.isEmpty else { return nil }
        let homes = household.map { home in
            home.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let outline = HouseholdOutline(homes: homes, shared: shared, lifelong: lifelong)
        if let column = outline.columns.first(where: { !model.columns.contains($0) }) {
            throw Problem("No comparison of the model reads the column `\(column)`.")
        }
        return outline.plan(for: model.comparisons)
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
