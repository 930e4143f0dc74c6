import Casework
import DemoData
import Exchange
import Foundation
import Governance
import Records
import Testing

struct EncryptionTests {
    @Test func `no name, telephone number or e-mail address can be read from the data folder`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "weft-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store.create(
            at: folder, settings: LoadWorld.settings, clock: { LoadWorld.moment })
        let world = try await LoadWorld(store)
        let people = DemoPeople(people: 120, seed: 3, today: store.today)
        let left = try await load(people.councilTaxCSV(), "council-tax", world)
        let right = try await load(people.electoralRegisterCSV(), "electoral-register", world)
        let run = try await store.match(left.id, with: right.id, by: world.analyst)
        try await readSomePairs(of: run, world)

        #expect(try canaries(in: people, found: bytes(folder)).isEmpty)
        try store.close()
        #expect(try canaries(in: people, found: bytes(folder)).isEmpty)
    }

    private func load(
        _ file: [UInt8], _ dataset: DatasetSpecification.ID, _ world: LoadWorld
    ) async throws -> Receipt {
        try await world.store.load(
            try world.batch(file, dataset), digest: Store.digest(of: file),
            under: world.agreement.id, by: world.analyst)
    }

    private func readSomePairs(of run: MatchRun, _ world: LoadWorld) async throws {
        let queue = try await world.store.queue(of: run.id, .all, page: 1, seenBy: world.analyst)
        for item in queue.items.prefix(3) {
            _ = try await world.store.pair(item.id, readBy: world.analyst)
            _ = try await world.store.review(item.id, as: .same, seen: 0, by: world.analyst)
        }
        #expect(!queue.items.isEmpty)
    }

    /// The database, its write-ahead log and everything else in the folder.
    private func bytes(_ folder: URL) throws -> Data {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(names.contains("weft.sqlite"))
        return try names.filter { !$0.hasSuffix(".key") }
            .reduce(into: Data()) { $0 += try Data(contentsOf: folder.appending(path: $1)) }
    }

    /// What of the files can be found; the test's own e-mail addresses have other forms.
    private func canaries(in people: DemoPeople, found bytes: Data) throws -> [String] {
        let sample = people.accounts.prefix(40)
        let names = sample.map { "\($0.forename) \($0.surname)" } + sample.map(\.address)
        let texts =
            names + sample.map(\.telephone) + sample.map(\.email)
            + sample.map(\.surname) + people.electors.prefix(40).map(\.address)
        // Short words may stand in the program's own texts.
        return Set(texts).filter { $0.utf8.count > 5 && bytes.range(of: Data($0.utf8)) != nil }
            .sorted()
    }
}
