import Decisions
import DemoData
import GRDB
import Governance
import Linkage
import Records
import Testing

@testable import Exchange

struct RunMatchTests {
    /// A world with both files loaded: the accounts by Saltmere, the register by Tollesham.
    private struct Loaded {
        let world: LoadWorld
        let left: Receipt
        let right: Receipt

        init(people count: Int = 150) async throws {
            world = try await LoadWorld()
            let people = DemoPeople(people: count, seed: 7, today: world.store.today)
            left = try await world.store.load(
                try world.batch(people.councilTaxCSV(), "council-tax"), digest: [],
                under: world.agreement.id, by: world.analyst)
            right = try await world.store.load(
                try world.batch(people.electoralRegisterCSV(), "electoral-register"), digest: [],
                under: world.agreement.id, by: world.receiver)
        }
    }

    /// The weights of a run's pairs, by the rows of both files.
    private static func weights(_ run: MatchRun, _ store: Store) async throws -> [[Int]: Double] {
        try await store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT leftRow, rightRow, weightBits FROM pair WHERE run = ?",
                arguments: [run.id.rawValue]
            ).reduce(into: [:]) { $0[[$1["leftRow"], $1["rightRow"]]] = $1["weightBits"] }
        }
    }

    @Test func `a run counts its pairs and questions, and its summary agrees with it`()
        async throws
    {
        let loaded = try await Loaded()
        let (store, analyst) = (loaded.world.store, loaded.world.analyst)
        let run = try await store.match(loaded.left.id, with: loaded.right.id, by: analyst)
        let summary = try await store.summary(of: run.id, seenBy: analyst)
        let progress = try await store.progress(of: run.id, seenBy: analyst)

        #expect(run.leftCount == loaded.left.rowCount && run.rightCount == loaded.right.rowCount)
        #expect(run.pairCount >= run.questionCount && run.questionCount > 0)
        #expect(summary.questions.reduce(0) { $0 + $1.pairs } == run.questionCount)
        #expect(progress.questions == run.questionCount && progress.decided == 0)
        #expect(summary.yearlyPence == progress.openPence)
        #expect(summary.levels.contains { $0.comparison == "surname" })
        #expect(try await store.runs(seenBy: analyst) == [run])
    }

    @Test func `a run chooses its cut-off by its own pairs and logs what that may cost`()
        async throws
    {
        let loaded = try await Loaded()
        let (store, analyst) = (loaded.world.store, loaded.world.analyst)
        let run = try await store.match(loaded.left.id, with: loaded.right.id, by: analyst)
        let cutOff = try #require(run.cutOff)
        let weights = try await Self.weights(run, store).values.sorted()

        #expect(cutOff.chooser == .calibration && cutOff.bits == run.thresholdBits)
        #expect(weights.allSatisfy { $0 >= cutOff.bits })
        let wrong = weights.reduce(0) { $0 + 1 - matchProbability(ofWeight: $1) }
        #expect(abs(try #require(cutOff.expectedWrong) - wrong) < 1e-6)
        #expect(try #require(cutOff.expectedMissed) >= 0)
        let line = try #require(
            try await loaded.world.log(loaded.world.officer).first { $0.type == "match-run" })
        #expect(line.body?.contains("\"cutOff\":\"calibration\"") == true, "\(line)")
        #expect(line.body?.contains("\"expectedWrong\":\(Int(wrong.rounded()))") == true)
    }

    @Test func `a few records keep even odds, for they cannot choose`() async throws {
        let loaded = try await Loaded(people: 8)
        let run = try await loaded.world.store.match(
            loaded.left.id, with: loaded.right.id, by: loaded.world.analyst)

        #expect(run.cutOff?.chooser == .evenOdds && run.thresholdBits == 0)
    }

    @Test func `a run of the time before cut-offs were chosen can still be read`() async throws {
        let loaded = try await Loaded(people: 50)
        let (store, analyst) = (loaded.world.store, loaded.world.analyst)
        let run = try await store.match(loaded.left.id, with: loaded.right.id, by: analyst)
        try await store.transact { db in
            try db.execute(
                sql: "UPDATE matchRun SET report = json_remove(report, '$.cutOff') WHERE id = ?",
                arguments: [run.id.rawValue])
        }
        let old = try await store.run(run.id, seenBy: analyst)

        #expect(old.cutOff == nil && old.thresholdBits == run.thresholdBits)
        #expect(old.pairCount == run.pairCount)
    }

    @Test func `a father and a son of one name and home are not one person`() async throws {
        let world = try await LoadWorld()
        let people = DemoPeople(people: 400, seed: 7, today: world.store.today)
        func file(_ bytes: [UInt8], _ rows: [String]) -> [UInt8] {
            bytes + rows.flatMap { Array(($0 + "\r\n").utf8) }
        }
        let (home, next) = ("4 Tern Quay,Harwich,CO12 9ZZ", "7 Tern Quay,Harwich,CO12 9ZZ")
        let (single, full) = ("SPD,02/04/2020,,D,2160.00,540.00", "NON,,,D,2160.00,0.00")
        let accounts = file(
            people.councilTaxCSV(),
            [
                "79999001,,Mr,Aldous,,Quillfeather,03/02/1951,\(home),\(single),,,",
                "79999002,,Mrs,Odile,,Wrenfield,14/09/1966,\(next),\(full),,,",
            ])
        let register = file(
            people.electoralRegisterCSV(),
            [
                "ZZ999001,,Quillfeather,Aldous,,1984-06-21,\(home),2019-01-07,Full",
                "ZZ999002,,Wrenfield,Odile,,1966-09-14,\(next),2019-01-07,Full",
            ])
        let left = try await world.store.load(
            try world.batch(accounts, "council-tax"), digest: [], under: world.agreement.id,
            by: world.analyst)
        let right = try await world.store.load(
            try world.batch(register, "electoral-register"), digest: [],
            under: world.agreement.id, by: world.receiver)
        let run = try await world.store.match(left.id, with: right.id, by: world.analyst)

        let weights = try await Self.weights(run, world.store)
        let (accountRows, electorRows) = (left.rowCount, right.rowCount)
        #expect(weights[[accountRows - 2, electorRows - 2]] == nil)
        #expect(try #require(weights[[accountRows - 1, electorRows - 1]]) > 6)
    }

    @Test func `the same two loads give the same pairs again`() async throws {
        let loaded = try await Loaded(people: 100)
        let (store, analyst) = (loaded.world.store, loaded.world.analyst)
        let first = try await store.match(loaded.left.id, with: loaded.right.id, by: analyst)
        let second = try await store.match(loaded.left.id, with: loaded.right.id, by: analyst)

        #expect(first.id != second.id)
        #expect(first.prior == second.prior && first.rules == second.rules)
        #expect(first.pairCount == second.pairCount && first.questionCount == second.questionCount)
    }

    @Test func `a run is in the log of both bodies`() async throws {
        let loaded = try await Loaded(people: 100)
        let run = try await loaded.world.store.match(
            loaded.left.id, with: loaded.right.id, by: loaded.world.analyst)

        for officer in [loaded.world.officer, loaded.world.approver] {
            let line = try #require(
                try await loaded.world.log(officer).first { $0.type == "match-run" })
            #expect(line.id == run.entry && line.body?.contains(run.id.rawValue) == true)
        }
    }

    @Test func `a suspended agreement stops a match`() async throws {
        let loaded = try await Loaded(people: 50)
        let world = loaded.world
        _ = try await world.store.stop(
            world.agreement.id, as: .suspended, because: "A letter came.", by: world.officer)

        let refused = try await refusal {
            try await world.store.match(loaded.left.id, with: loaded.right.id, by: world.analyst)
        }
        #expect(refused?.kind == .notPermitted)
        #expect(refused?.sentence.contains("is suspended") == true)
        #expect(try await world.store.runs(seenBy: world.analyst).isEmpty)
    }

    @Test func `loads under two agreements are not compared`() async throws {
        let loaded = try await Loaded(people: 50)
        let world = loaded.world
        let other = try await LoadWorld.agree(
            LoadWorld.terms(world.store), world.officer, world.approver, world.store)
        let people = DemoPeople(people: 50, seed: 9, today: world.store.today)
        let right = try await world.store.load(
            try world.batch(people.electoralRegisterCSV(), "electoral-register"), digest: [],
            under: other.id, by: world.receiver)

        for pair in [(loaded.left.id, right.id), (loaded.left.id, loaded.left.id)] {
            let refused = try await refusal {
                try await world.store.match(pair.0, with: pair.1, by: world.analyst)
            }
            #expect(refused?.reasons.map(\.code) == ["two-agreements"])
        }
    }

    @Test func `another body reaches neither the loads nor the run`() async throws {
        let loaded = try await Loaded(people: 100)
        let (world, store) = (loaded.world, loaded.world.store)
        let run = try await store.match(loaded.left.id, with: loaded.right.id, by: world.analyst)
        let pair = try #require(
            try await store.queue(of: run.id, .all, page: 1, seenBy: world.analyst).items.first)
        let outsider = world.outsider

        let refusals = [
            try await refusal {
                try await store.match(loaded.left.id, with: loaded.right.id, by: outsider)
            },
            try await refusal { try await store.run(run.id, seenBy: outsider) },
            try await refusal { try await store.summary(of: run.id, seenBy: outsider) },
            try await refusal { try await store.progress(of: run.id, seenBy: outsider) },
            try await refusal {
                try await store.queue(of: run.id, .all, page: 1, seenBy: outsider)
            },
            try await refusal { try await store.pair(pair.id, readBy: outsider) },
        ]
        #expect(refusals.map { $0?.kind } == Array(repeating: .notFound, count: refusals.count))
        #expect(try await store.runs(seenBy: outsider).isEmpty)
        // The receiver of the data is not the owner of the run.
        let receiver = try await refusal { try await store.run(run.id, seenBy: world.receiver) }
        #expect(receiver?.kind == .notFound)
    }

    @Test func `no item outside the agreement is shown with a pair`() async throws {
        let loaded = try await Loaded(people: 100)
        let (world, store) = (loaded.world, loaded.world.store)
        let run = try await store.match(loaded.left.id, with: loaded.right.id, by: world.analyst)
        let items = try await store.queue(of: run.id, .all, page: 1, seenBy: world.analyst).items

        for item in items.prefix(10) {
            let review = try await store.pair(item.id, readBy: world.analyst)
            let shown = Set((review.left.fields + review.right.fields).map(\.item))
            #expect(shown.isDisjoint(with: ["telephone", "email", "middle-names", "title"]))
            #expect(shown.contains("surname"))
        }
        #expect(!items.isEmpty)
    }
}
