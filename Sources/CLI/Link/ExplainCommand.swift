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
        let weights = MatchWeights(
            inputs.model, EncodedRecords(inputs.tables, for: inputs.model))
        let (first, second) = (try inputs.location(left), try inputs.location(right))
        guard first != second else {
            throw Problem("`\(left)` and `\(right)` are one record; name two.")
        }
        let explanation = Explanation(weights.waterfall(first, second))
        try Output.show(explanation, json: options.json, lines: explanation.lines)
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
        }

        let startingWeight: Double
        let steps: [Step]
        let matchWeight: Double
        let matchProbability: Double

        init(_ waterfall: Waterfall) {
            startingWeight = waterfall.priorMatchWeight
            steps = waterfall.evidence.map {
                Step(
                    comparison: $0.comparison, level: $0.label, gamma: $0.comparisonVectorValue,
                    weight: $0.levelWeight, termFrequencyAdjustment: $0.termFrequencyAdjustment,
                    strength: $0.strength.words)
            }
            matchWeight = waterfall.matchWeight
            matchProbability = waterfall.matchProbability
        }

        var lines: [String] {
            [Self.line(startingWeight, "before anything is compared")]
                + steps.map { step in
                    let all = step.weight + step.termFrequencyAdjustment
                    return Self.line(all, "\(step.comparison): \(step.level) (\(step.strength))")
                }
                + [
                    Self.line(matchWeight, "in all"),
                    "Of pairs like this, the model expects "
                        + "\(String(format: "%.4f", matchProbability)) to match.",
                ]
        }

        private static func line(_ bits: Double, _ words: String) -> String {
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
