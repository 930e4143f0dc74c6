import ArgumentParser
import Foundation
import Linkage
import Records

/// How a model is to be trained.
struct TrainingOptions: ParsableArguments {
    @Option(
        help: "A strict rule whose pairs are nearly all matches, as SQL or as columns, a,b.")
    var deterministicRule: [String] = []

    @Option(help: "The share of matches that the strict rules find, above 0 and at most 1.")
    var recall = 1.0

    @Option(
        help: """
            A rule for one round of training, as SQL or as columns; without one, the model's \
            own rules.
            """)
    var emRule: [String] = []

    @Option(help: "The seed of random samples; the same seed gives the same model.")
    var seed: UInt64 = 1

    func validate() throws {
        guard recall > 0, recall <= 1 else {
            throw ValidationError("Recall is above 0 and at most 1.")
        }
    }

    /// The model with a plan for its training.
    func planned(_ model: LinkageModel) throws -> LinkageModel {
        let strict = try deterministicRule.map(LinkRules.rule)
        let rounds = try emRule.map(LinkRules.rule)
        let plan = model.training
        return model.with(
            training: TrainingPlan(
                prior: strict.isEmpty
                    ? plan.prior : .deterministic(rules: strict, recall: recall),
                emRules: !rounds.isEmpty
                    ? rounds
                    : plan.emRules.isEmpty
                        ? model.blockingRulesToGeneratePredictions : plan.emRules,
                sampledPairs: plan.sampledPairs, emConvergence: plan.emConvergence,
                maximumIterations: plan.maximumIterations,
                maximumPairsPerRule: plan.maximumPairsPerRule))
    }

    /// Trains a model on records.
    func trained(_ model: LinkageModel, _ inputs: LinkInputs) throws -> TrainedModel {
        do {
            return try model.trained(on: inputs.tables, seed: seed)
        } catch {
            throw Problem("\(error)")
        }
    }
}

/// Rules as people write them on the command line.
enum LinkRules {
    /// A rule in SQL, or the names of columns with commas between them.
    static func rule(_ text: String) throws -> BlockingRule {
        let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let isNames = names.allSatisfy { name in
            !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        }
        if isNames, !names.isEmpty { return BlockingRule(keys: names.map { ColumnKey($0) }) }
        do {
            return BlockingRule(try Expression(sql: text), sql: text)
        } catch {
            throw Problem("The rule cannot be used. \(error)", code: 2)
        }
    }
}

/// `weft link train`: estimates the probabilities of a model from files, without labels.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Estimate a model's probabilities, without labels.")

    @OptionGroup var options: LinkOptions
    @OptionGroup var training: TrainingOptions

    @Option(help: "The file to write the trained model to.")
    var output: String

    func run() throws {
        var stages = Stages()
        let model = try training.planned(try options.readModel())
        stages.begin("Reading the records")
        let inputs = try LinkInputs(options, for: model)
        stages.begin("Training the model")
        let trained = try training.trained(inputs.model, inputs)
        try LinkFiles.write(trained.model.withoutPlan, to: output)
        let summary = TrainingSummary(trained, stages: stages.ended())
        try Output.show(summary, json: options.json, lines: summary.lines + ["It is in \(output)."])
    }
}

/// What training found, for people and for programs.
struct TrainingSummary: Encodable {
    /// One round of training.
    struct Round: Encodable {
        let rule: String
        let pairs: Int
        let lambda: Double
        let iterations: Int
        let hasConverged: Bool
    }

    let records: Int
    let expectedMatches: Double
    let probabilityTwoRandomRecordsMatch: Double
    let rounds: [Round]
    let untrainedLevels: [String]
    /// What each round found for each level.
    let estimates: [ParameterEstimates]
    let stages: [Stages.Stage]
    let peakMemoryMegabytes = Stages.peakMemory

    init(_ trained: TrainedModel, stages: [Stages.Stage]) {
        let report = trained.report
        records = report.records
        expectedMatches = report.expectedMatches
        probabilityTwoRandomRecordsMatch = trained.model.probabilityTwoRandomRecordsMatch
        rounds = report.sessions.map {
            Round(
                rule: $0.rule.label, pairs: $0.pairs, lambda: $0.lambda,
                iterations: $0.iterations, hasConverged: $0.hasConverged)
        }
        untrainedLevels = report.untrainedLevels.map { "\($0.comparison): \($0.level)" }
        estimates = trained.parameterEstimates
        self.stages = stages
    }

    var lines: [String] {
        let matches = Int(expectedMatches.rounded())
        return ["The model was trained on \(records) records; it expects \(matches) matches."]
            + rounds.map {
                "Round `\($0.rule)`: \($0.pairs) pairs, \($0.iterations) steps"
                    + ($0.hasConverged ? "." : ", not at rest yet.")
            }
            + untrainedLevels.map { "Not met in training, so it counts nothing: \($0)." }
    }
}
