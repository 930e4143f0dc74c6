import ArgumentParser
import Exchange
import Foundation
import Governance
import Records

/// Data: check a file, load it under an agreement, list loads.
struct DataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Check files and load them under an agreement.",
        subcommands: [Check.self, Load.self, List.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a file against a data set; nothing is stored.",
            discussion: "weft data check accounts.csv --dataset council-tax --rejected bad.csv")
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The data set's code.") var dataset: DatasetSpecification.ID
        @Option(help: "Where to write the rows that fail, with what to fix.") var rejected: String?
        @Flag(help: "Write JSON.") var json = false

        func run() throws {
            let reference = try ReferenceData()
            let batch = try CheckedFile(
                try fileBytes(file), dataset: dataset, reference: reference,
                today: Store.day(of: Store.systemClock())
            ).batch
            try write(rejected: batch, to: rejected)
            try Output.show(batch.report.withoutValues, json: json, lines: lines(batch.report))
            if !batch.report.isClean { throw ExitCode(3) }
        }
    }

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load a file under an agreement; only the agreed items are stored.",
            discussion: """
                weft data load accounts.csv --dataset council-tax --agreement isp-0012 \\
                  --as ana@example.org --rejected bad.csv
                """)
        @OptionGroup var actorOptions: ActorOptions
        @Argument(help: "The CSV file.") var file: String
        @Option(help: "The data set's code.") var dataset: DatasetSpecification.ID
        @Option(help: "The agreement's code.") var agreement: SharingAgreement.ID
        @Option(help: "Where to write the rows that fail, with what to fix.") var rejected: String?
        @Flag(help: "Load the rows that pass although others fail.") var partly = false

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            _ = try await store.mayLoad(dataset, under: agreement, by: person)
            let bytes = try fileBytes(file)
            let remembered = try await store.rememberedMapping(
                of: person.partner, dataset: dataset)
            let batch = try CheckedFile(
                bytes, dataset: dataset, reference: store.reference, today: store.today,
                mapping: remembered
            ).batch
            try write(rejected: batch, to: rejected)
            guard batch.report.isClean || partly else {
                throw Problem(
                    "\(batch.report.rejectedCount) of \(batch.report.rowCount) rows failed the "
                        + "checks, so nothing was loaded. See them with --rejected FILE, or load "
                        + "the others with --partly.")
            }
            let receipt = try await store.load(
                batch, digest: Store.digest(of: bytes), under: agreement, by: person)
            try actorOptions.show(
                receipt,
                lines: [
                    "\(receipt.id)",
                    "\(receipt.rowCount) rows stored, \(receipt.report.rejectedCount) refused.",
                    "Left out: " + receipt.dropped.joined(separator: ", "),
                    "Delete by \(receipt.deleteBy). Log entry \(receipt.entry).",
                ])
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the loads that the own body made or may use.")
        @OptionGroup var actorOptions: ActorOptions

        func run() async throws {
            let (store, person) = try await actorOptions.open()
            let loads = try await store.loads(seenBy: person)
            try actorOptions.show(
                ["loads": loads],
                lines: loads.map {
                    "\($0.id)\t\($0.dataset)\t\($0.partner)\t\($0.rowCount) rows\t\($0.agreement)"
                })
        }
    }
}

private func write(rejected batch: CheckedBatch, to path: String?) throws {
    guard let path else { return }
    try ResultFile.write(batch.rejectedRowsCSV(), to: path)
}

private func lines(_ report: QualityReport) -> [String] {
    [
        "\(report.rowCount) rows: \(report.acceptedCount) passed, \(report.rejectedCount) failed."
    ] + report.rules.map { "\($0.count)\t\($0.severity.rawValue)\t\($0.rule.label)" }
        + report.findings.prefix(20).map { "line \($0.line): \($0.sentence)" }
}
