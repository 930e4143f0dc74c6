import ArgumentParser
import Linkage
import Records

/// `weft link block-count`: how many pairs each rule makes, before any is compared.
struct BlockCountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block-count",
        abstract: "Count the pairs that each blocking rule makes, without comparing any.")

    @OptionGroup var options: LinkOptions

    func run() throws {
        let inputs = try LinkInputs(options, for: try options.readModel())
        let records = EncodedRecords(inputs.tables, for: inputs.model)
        if let problem = records.firstProblem { throw Problem("\(problem)") }
        let counts = inputs.model.blockingCounts(in: records).map(Count.init)
        try Output.show(
            counts, json: options.json,
            lines: counts.map { count in
                "\(count.rule): \(count.pairs) pairs"
                    + (count.newPairs.map { ", \($0) of them new" } ?? "")
                    + "; \(count.blockedRecords) records have its keys, the largest block makes "
                    + "\(count.largestBlockPairs) pairs."
            })
    }

    /// What one rule makes.
    struct Count: Encodable {
        let rule: String
        let pairs: Int
        let newPairs: Int?
        let blockedRecords: Int
        let largestBlockPairs: Int

        init(_ count: BlockingCount) {
            rule = count.rule.label
            pairs = count.pairs
            newPairs = count.newPairs
            blockedRecords = count.blockedRecords
            largestBlockPairs = count.largestBlockPairs
        }
    }
}
