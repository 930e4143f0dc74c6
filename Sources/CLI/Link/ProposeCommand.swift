import ArgumentParser
import Foundation
import Linkage
import Records
import Yams

/// `weft link propose`: a model from the columns and value counts of files.
struct ProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a model from columns and value counts.",
        discussion: """
            One file is searched for people who stand there twice; several files are linked. No \
            pair is compared, and no label is read.
            """)

    @Option(help: "A CSV file with records, in UTF-8 with headings; give it again for each file.")
    var input: [String]

    @Option(help: "The file to write the model to, as YAML or JSON; usually shown as YAML.")
    var output: String?

    @Option(help: "The most pairs that the rules may make; usually 25 a record or 500000.")
    var pairsLimit: Int?

    @Option(help: "A column to leave out; give it again for each.")
    var ignore: [String] = []

    @Option(help: "The seed of the imagined matches by which rules are chosen.")
    var seed: UInt64 = 1

    @Flag(help: "Write what was found as JSON to standard output.")
    var json = false

    func validate() throws {
        guard !input.isEmpty else { throw ValidationError("Give at least one file: --input FILE.") }
        if let pairsLimit, pairsLimit < 1 {
            throw ValidationError("The limit of pairs is at least 1.")
        }
    }

    func run() throws {
        try OutputPaths.check(output)
        let tables = try input.map { try LinkFiles.table($0) }
        let proposal = try proposed(tables)
        let yaml = try ProposedFile(proposal).text
        if let output {
            if output.lowercased().hasSuffix(".json") {
                try LinkFiles.write(proposal.outline.model, to: output)
            } else {
                try ResultFile.write(Array(yaml.utf8), to: output)
            }
        }
        let summary = ProposalSummary(proposal)
        if json || output != nil {
            try Output.show(
                summary, json: json,
                lines: summary.lines + (output.map { ["The model is in \($0)."] } ?? []))
        } else {
            print(yaml, terminator: "")
        }
    }

    private func proposed(_ tables: [RecordTable]) throws -> ModelProposal {
        for name in ignore where !tables.contains(where: { $0.column(name) != nil }) {
            throw Problem("No file has the column `\(name)`, which is to be left out.")
        }
        do {
            return try .proposed(
                for: tables, pairsLimit: pairsLimit, ignoring: Set(ignore), seed: seed)
        } catch {
            throw Problem("\(error)")
        }
    }
}

/// A proposed model as YAML with its reasons as comments.
struct ProposedFile {
    let text: String

    init(_ proposal: ModelProposal) throws {
        let encoder = YAMLEncoder()
        encoder.options.allowUnicode = true
        encoder.options.width = 100
        let summary = ProposalSummary(proposal)
        let comments =
            ["Proposed by `weft link propose` from columns and value counts."]
            + summary.lines
        let lines = try encoder.encode(proposal.outline)
            .split(separator: "\n", omittingEmptySubsequences: false)
        text =
            comments.map { "# \($0)\n" }.joined()
            + lines.map(Self.plain).joined(separator: "\n")
    }

    /// A line with its number as people write it: `recall: 0.63` for `recall: 6.3e-1`.
    private static func plain(_ line: Substring) -> String {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard let last = parts.last, last.contains("e-") || last.contains("e+"),
            let number = Double(last)
        else { return String(line) }
        return (parts.dropLast().map(String.init) + ["\(number)"]).joined(separator: " ")
    }
}

/// What was found about files, for people and for programs.
struct ProposalSummary: Encodable {
    /// One column.
    struct Column: Encodable {
        let name: String
        /// `id`, a kind of column, or null where it is left out.
        let use: String?
        let reason: String
        let filled: Int
        let distinct: Int
        let largest: Int
    }

    /// One rule.
    struct Rule: Encodable {
        let rule: String
        let pairs: Int
        let expectedRecall: Double
        let expectedGain: Double
    }

    let columns: [Column]
    let readings: [String]
    let rules: [Rule]
    let pairs: Int
    let pairsLimit: Int
    let expectedRecall: Double
    let recordsWithoutRule: Int
    let trainingRules: [String]
    private let sentences: [String]

    private enum CodingKeys: CodingKey {
        case columns, readings, rules, pairs, pairsLimit, expectedRecall, recordsWithoutRule
        case trainingRules
    }

    init(_ proposal: ModelProposal) {
        columns = proposal.columns.map { finding in
            let use: String? =
                switch finding.use {
                case .id: "id"
                case .compared(let kind): kind.rawValue
                case .leftOut: nil
                }
            return Column(
                name: finding.name, use: use, reason: finding.reason,
                filled: finding.counts.filled, distinct: finding.counts.distinct,
                largest: finding.counts.largest)
        }
        readings = proposal.readings
        rules = proposal.rules.map {
            Rule(
                rule: $0.rule.text, pairs: $0.pairs, expectedRecall: $0.alone,
                expectedGain: $0.gain)
        }
        pairs = proposal.pairs
        pairsLimit = proposal.pairsLimit
        expectedRecall = proposal.expectedRecall
        recordsWithoutRule = proposal.recordsWithoutRule
        trainingRules = proposal.trainingRules.map(\.text)
        sentences = proposal.rules.map(\.sentence)
    }

    var lines: [String] {
        columns.map { column in
            "Column `\(column.name)`: \(column.use ?? "left out"). \(column.reason)"
        } + readings + sentences.map { "Rule " + $0 } + [
            "All rules make \(pairs) pairs, at most \(pairsLimit) were allowed; together they "
                + "should find \((expectedRecall * 1000).rounded() / 10) of 100 matches, if "
                + "values agree as often as is usual.",
            recordsWithoutRule == 0
                ? "Every record has the values for at least one rule."
                : "\(recordsWithoutRule) records lack the values for every rule.",
        ]
    }
}
