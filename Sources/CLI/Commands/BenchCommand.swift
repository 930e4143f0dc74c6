import ArgumentParser
import DemoData
import Decisions
import Exchange
import Foundation
import Governance
import Linkage
import Records

/// Measures the journey on invented data and prints each figure with its target.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the journey on invented data and print each figure with its target.",
        shouldDisplay: false)

    @Option(help: "The number of people in each file.") var people = 20_000
    @Option(help: "The seed.") var seed: UInt64 = 7

    @Option(help: "Measure linkage of households on so many rows, and nothing else.")
    var households: Int?

    @Option(help: "Measure linkage of new rows and moves on so many rows, and nothing else.")
    var linkage: Int?

    @Flag(help: "Measure the register of 2,000 agreements, and nothing else.")
    var register = false

    func validate() throws {
        guard (1_000...10_000_000).contains(households ?? 1_000) else {
            throw ValidationError("--households must be between 1000 and 10000000.")
        }
        guard (20_000...10_000_000).contains(linkage ?? 20_000) else {
            throw ValidationError("--linkage must be between 20000 and 10000000.")
        }
    }

    func run() async throws {
        if let households {
            return try HouseholdBench(records: households, seed: seed).run()
        }
        if let linkage { return try LinkageBench(records: linkage, seed: seed).run() }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "weft-bench-\(UUID().uuidString.prefix(8))")
        defer { try? FileManager.default.removeItem(at: folder) }
        if register {
            return try await RegisterBench(at: folder.appending(path: "register")).run()
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store.create(
            at: folder,
            settings: Store.Settings(
                partnership: "Bench", origin: "weft.bench.example/log", isDemonstration: true))
        try await measure("demonstration seeded, \(people) people in each file", "10 s") {
            try await DemoSeed(store, people: people, seed: seed).run()
        }
        try matching(store)
        if let analyst = partnership(store, "d41k7r"),
            let signer = partnership(store, DemoSeed.signer)
        {
            // The demonstration loads its files as of the day before.
            let day = Store.day(of: Timestamp(seconds: store.now.seconds - 86_400))
            let (made, left, right) = try files(store, on: day)
            try await RunBench(
                store: store, truth: try Self.truth(made, left, right), rows: left.rowCount,
                analyst: analyst, signer: signer
            ).run()
        }
        try await decisions(store)
        try await entries(store)
        try LinkageBench(records: 100_000, seed: seed).run()
        try await RegisterBench(at: folder.appending(path: "register")).run()
    }

    private func partnership(_ store: Store, _ id: Practitioner.ID) -> Practitioner? {
        DemoPartnership(today: store.today).practitioner(id)
    }

    /// Both files as they are loaded on a day; a date that is still to come is left out.
    private func files(
        _ store: Store, on day: CalendarDate
    ) throws -> (made: DemoPeople, left: RecordTable, right: RecordTable) {
        let made = DemoPeople(people: people, seed: seed, today: store.today)
        let tables = try [
            (made.councilTaxCSV(), "council-tax"),
            (made.electoralRegisterCSV(), "electoral-register"),
        ].map { bytes, dataset in
            try CheckedFile(
                bytes, dataset: dataset, reference: store.reference, today: day
            ).batch.records
        }
        return (made, tables[0], tables[1])
    }

    private func matching(_ store: Store) throws {
        let (made, left, right) = try files(store, on: store.today)
        let clock = ContinuousClock()
        let start = clock.now
        let trained = try LinkageModel.people(.linkOnly).trained(on: [left, right], seed: 2014)
        let pairs = try trained.model.predictions(left: left, right: right, threshold: -10)
        Self.print("train and score, \(pairs.count) pairs", "\(clock.now - start)", "2 s")
        let truth = try Self.truth(made, left, right)
        guard let best = PrecisionRecall.best(pairs, truth) else { return }
        let atEven = PrecisionRecall(pairs, truth, threshold: 0)
        Self.print("match F1, best threshold", Self.three(best.f1), "0.95")
        Self.print(
            "match F1 (precision, recall) at even odds",
            "\(Self.three(atEven.f1)) (\(Self.three(atEven.precision)), "
                + "\(Self.three(atEven.recall)))", "0.93")
    }

    private func decisions(_ store: Store) async throws {
        let person = DemoPartnership(today: store.today).practitioner("d41k7r")
        guard let person else { return }
        let agreement = try await store.agreement("isp-0012", seenBy: person)
        let framework = Framework(
            partners: Dictionary(
                uniqueKeysWithValues: try await store.partners().map { ($0.id, $0.standing) }),
            agreements: [agreement],
            gateways: store.reference.gateways)
        let request = SharingRequest(
            kind: .view, from: "tollesham-district-council", to: "saltmere-city-council",
            purpose: agreement.terms.purpose, dataset: "electoral-register",
            items: ["surname", "forename", "address"], agreement: agreement.id)
        let clock = ContinuousClock()
        let start = clock.now
        var permitted = 0
        for _ in 0..<10_000 where request.decision(under: framework, on: store.today).permit != nil
        {
            permitted += 1
        }
        let each = (clock.now - start) / 10_000
        Self.print("one decision, \(permitted) of 10000 permitted", "\(each)", "100 µs")
    }

    private func entries(_ store: Store) async throws {
        let person = DemoPartnership(today: store.today).practitioner("d73w2m")
        guard let person, let run = try await store.runs(seenBy: person).first else { return }
        let queue = try await store.queue(of: run.id, .open, page: 1, size: 100, seenBy: person)
        let clock = ContinuousClock()
        let start = clock.now
        for item in queue.items { _ = try await store.pair(item.id, readBy: person) }
        let each = (clock.now - start) / max(1, queue.items.count)
        Self.print("one pair read, decided, decrypted and logged durably", "\(each)", "100 ms")
    }

    private func measure(
        _ name: String, _ target: String, _ body: () async throws -> Void
    ) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        try await body()
        Self.print(name, "\(clock.now - start)", target)
    }

    static func print(_ name: String, _ figure: String, _ target: String) {
        Output.write(Array("\(name)\t\(figure)\ttarget \(target)\n".utf8))
    }

    static func three(_ share: Double) -> String {
        String(format: "%.3f", share)
    }

    /// The true pairs as rows of the two tables.
    private static func truth(
        _ made: DemoPeople, _ left: RecordTable, _ right: RecordTable
    ) throws -> Labels {
        func rows(_ table: RecordTable, _ name: String) -> [String: Int] {
            guard let column = table.column(name) else { return [:] }
            return Dictionary(
                (0..<table.rowCount).compactMap { row in column[row].map { ($0, row) } },
                uniquingKeysWith: { first, _ in first })
        }
        let accounts = rows(left, "account-reference")
        let electors = rows(right, "elector-reference")
        return Labels(
            made.pairs.compactMap { pair in
                guard let left = accounts[pair.accountReference],
                    let right = electors[pair.electorReference]
                else { return nil }
                return Labels.Pair(
                    RecordLocation(table: 0, row: left), RecordLocation(table: 1, row: right))
            })
    }
}
