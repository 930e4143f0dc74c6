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

    @Option(help: "The seed of random samples; the same seed gives the same model. Usually 1.")
    var seed: UInt64?

    @Option(
        help: """
            From how many points each round starts, of which the likeliest end counts. Without \
            it a few are tried to show their spread, and the first counts, which is Splink's.
            """)
    var starts: Int?

    @Option(
        help: """
            A CSV file with pairs that match, their columns called as in the file of pairs. \
            Estimates come from them, and from rounds only where --em-rule asks for them.
            """)
    var labels: String?

    @Option(help: "A column whose equal values say that records match; used like --labels.")
    var labelColumn: String?

    func validate() throws {
        if let starts, !(1...1000).contains(starts) {
            throw ValidationError("The number of starts is from 1 to 1000.")
        }
        guard recall > 0, recall <= 1 else {
            throw ValidationError("Recall is above 0 and at most 1.")
        }
    }

    /// The model with a plan for its training.
    func planned(_ model: LinkageModel) throws -> LinkageModel {
        let strict = try deterministicRule.map(LinkRules.rule)
        let rounds = try emRule.map(LinkRules.rule)
        let plan = model.training
        let hasLabels = labels != nil || labelColumn != nil
        return model.with(
            training: TrainingPlan(
                prior: strict.isEmpty
                    ? plan.prior : .deterministic(rules: strict, recall: recall),
                emRules: !rounds.isEmpty
                    ? rounds
                    : plan.emRules.isEmpty && !hasLabels
                        ? model.blockingRulesToGeneratePredictions : plan.emRules,
                sampledPairs: plan.sampledPairs, emConvergence: plan.emConvergence,
                maximumIterations: plan.maximumIterations,
                maximumPairsPerRule: plan.maximumPairsPerRule, seed: plan.seed,
                starts: starts ?? plan.starts, labelColumn: labelColumn,
                households: plan.households))
    }

    /// Trains a model on records.
    func trained(
        _ model: LinkageModel, _ inputs: LinkInputs, _ records: EncodedRecords, threads: Int
    ) throws -> TrainedModel {
        do {
            return try model.trained(
                on: records, seed: seed ?? model.training.seed ?? 1,
                matches: try matches(inputs), threads: threads)
        } catch TrainingFailure.tooManyPairs(let refusal) {
            throw Problem(LinkOptions.sentence(refusal))
        } catch let error as TrainingFailure {
            throw Problem("\(error)")
        }
    }

    /// The labelled pairs, by the numbers of their records.
    private func matches(_ inputs: LinkInputs) throws -> [(left: Int, right: Int)] {
        guard let labels else { return [] }
        let file = try PairFile(labels, hasWeights: false)
        var places: [PairFile.Record: Int] = [:]
        var place = 0
        for (table, name) in zip(inputs.tables, inputs.names) {
            for row in 0..<table.rowCount {
                let id = table[row, inputs.model.names.uniqueID] ?? ""
                places[PairFile.Record(source: file.hasSources ? name : "", id: id)] = place
                place += 1
            }
        }
        let numbers = try file.records.map { record in
            guard let place = places[record] else {
                throw Problem(
                    "The file `\(labels)` labels the record `\(record.id)`, which no input has.")
            }
            return place
        }
        return Set(file.pairs.map { [numbers[$0.left], numbers[$0.right]].sorted() })
            .filter { $0[0] != $0[1] }.sorted { $0.lexicographicallyPrecedes($1) }
            .map { ($0[0], $0[1]) }
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
    @OptionGroup var households: HouseholdOptions

    @Option(help: "The file to write the trained model to.")
    var output: String

    func run() throws {
        try OutputPaths.check(output)
        var stages = Stages()
        let model = try training.planned(try options.readModel())
        stages.begin("Reading the records")
        let inputs = try LinkInputs(options, for: model)
        stages.begin("Training the model")
        let records = EncodedRecords(inputs.tables, for: inputs.model)
        let trained = try training.trained(
            inputs.model, inputs, records, threads: options.threads)
        let homes = try households.trained(
            trained.model.withoutPlan, planned: model.training.households, records)
        if let obstacle = homes?.obstacle { Failure.say(obstacle.sentence) }
        if let household = homes?.household {
            try LinkFiles.write(household, to: output)
        } else {
            try LinkFiles.write(trained.model.withoutPlan, to: output)
        }
        for obstacle in trained.model.withoutPlan.obstaclesToSplink { Failure.say(obstacle) }
        let summary = TrainingSummary(trained, homes, stages: stages.ended())
        try Output.show(summary, json: options.json, lines: summary.lines + ["It is in \(output)."])
    }
}
