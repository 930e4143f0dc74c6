import ArgumentParser
import Foundation
import Linkage
import Records

/// `weft link explain`: how the weight of one pair comes about.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show how the weight of two records comes about.")

    @OptionGroup var options: LinkOptions

    @Argument(help: "The unique id of one record; with several files, as file:id where unclear.")
    var left: String

    @Argument(help: "The unique id of the other record.")
    var right: String

    func run() throws {
        let read = try options.readModel()
        guard read.problems.isEmpty else { throw Problem(read.problems.joined(separator: " ")) }
        let inputs = try LinkInputs(options, for: read.withSplinkDefaults)
        let records = EncodedRecords(inputs.tables, for: inputs.model)
        let (first, second) = (try inputs.location(left), try inputs.location(right))
        guard first != second else {
            throw Problem("`\(left)` and `\(right)` are one record; name two.")
        }
        let weights = PairWeights(inputs.model, try options.readHousehold(), records)
        switch weights.explanation(first, second) {
        case .plain(let waterfall):
            let explanation = Explanation(waterfall)
            try Output.show(explanation, json: options.json, lines: explanation.lines)
        case .household(let waterfall):
            let explanation = HouseholdExplanation(waterfall, weights.model)
            try Output.show(explanation, json: options.json, lines: explanation.lines)
        }
    }

    /// The waterfall of a pair, for people and for programs.
    struct Explanation: Encodable {
        /// What one comparison adds.
        struct Step: Encodable {
            let comparison: String
            let level: String
            let gamma: Int
            let weight: Double
            let termFrequencyAdjustment: Double
            let strength: String

            init(_ evidence: Evidence) {
                comparison = evidence.comparison
                level = evidence.label
                gamma = evidence.comparisonVectorValue
                weight = evidence.levelWeight
                termFrequencyAdjustment = evidence.termFrequencyAdjustment
                strength = evidence.strength.words
            }

            var line: String {
                Explanation.line(
                    weight + termFrequencyAdjustment, "\(comparison): \(level) (\(strength))")
            }
        }

        let startingWeight: Double
        let steps: [Step]
        let matchWeight: Double
        let matchProbability: Double

        init(_ waterfall: Waterfall) {
            startingWeight = waterfall.priorMatchWeight
            steps = waterfall.evidence.map(Step.init)
            matchWeight = waterfall.matchWeight
            matchProbability = waterfall.matchProbability
        }

        var lines: [String] {
            [Self.line(startingWeight, "before anything is compared")]
                + steps.map(\.line)
                + [
                    Self.line(matchWeight, "in all"),
                    "Of pairs like this, the model expects "
                        + "\(String(format: "%.4f", matchProbability)) to match.",
                ]
        }

        static func line(_ bits: Double, _ words: String) -> String {
            String(format: "%+9.3f bits  ", bits) + words
        }
    }
}

extension LinkInputs {
    /// Where the record with an id is, `id` or `table:id`.
    func location(_ text: String) throws -> RecordLocation {
        var found: [RecordLocation] = []
        for (number, table) in tables.enumerated() {
            guard let ids = table.column(model.names.uniqueID) else { continue }
            let prefix = names[number] + ":"
            let wanted =
                [text] + (text.hasPrefix(prefix) ? [String(text.dropFirst(prefix.count))] : [])
            for id in wanted {
                guard let code = ids.values.find(Array(id.utf8)),
                    let row = ids.codes.firstIndex(of: code)
                else { continue }
                found.append(RecordLocation(table: number, row: row))
            }
        }
        guard let first = found.first else {
            throw Problem("There is no record with the id `\(text)`.")
        }
        guard found.count == 1 else {
            let choices = found.map { "`\(names[$0.table]):\(id($0))`" }.joined(separator: " or ")
            throw Problem("More than one file has the id `\(text)`; write \(choices).")
        }
        return first
    }
}
