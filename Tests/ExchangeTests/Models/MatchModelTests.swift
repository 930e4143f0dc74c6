import GRDB
import Governance
import Linkage
import Records
import Testing

@testable import Exchange

struct MatchModelTests {
    @Test func `training says how it went and takes the cut-off of the best expected F1`()
        async throws
    {
        let world = try await ModelWorld()
        let version = try await world.trained()
        let training = try #require(version.training)

        #expect(version.state == .trained && version.number == 1)
        #expect(training.left == world.left.id && training.right == world.right.id)
        #expect(training.agreement == world.world.agreement.id)
        #expect(training.records == world.left.rowCount + world.right.rowCount)
        #expect(!training.sessions.isEmpty && training.weights.pairCount > 0)
        #expect(version.thresholdBits == training.weights.bestEstimate.threshold)
        // Middle names are not in the agreement, so training never sees them.
        #expect(training.absentColumns.contains("middle-names"))
    }

    @Test func `the same loads and seed give the same model`() async throws {
        let world = try await ModelWorld()
        let (first, second) = (try await world.trained(), try await world.trained())

        #expect(first.model == second.model && first.thresholdBits == second.thresholdBits)
        #expect((first.number, second.number) == (1, 2))
    }

    @Test func `a run uses the signed-off version and names it, and older runs stay readable`()
        async throws
    {
        let world = try await ModelWorld()
        let (store, analyst) = (world.store, world.analyst)
        let before = try await store.match(world.left.id, with: world.right.id, by: analyst)
        let first = try await world.signedOff()
        let middle = try await store.match(world.left.id, with: world.right.id, by: analyst)
        let second = try await world.signedOff(.version(first.id))
        let after = try await store.match(world.left.id, with: world.right.id, by: analyst)

        #expect(before.matchModel == nil && before.cutOff?.chooser == .calibration)
        #expect(middle.cutOff?.chooser == .version && middle.cutOff?.expectedWrong == nil)
        #expect(middle.matchModel == first.id && middle.modelNumber == 1)
        #expect(middle.thresholdBits == first.thresholdBits)
        #expect(after.matchModel == second.id && after.modelNumber == 2)
        #expect(second.origin == .version(first.id))
        let states = try await store.models(seenBy: analyst).map(\.state)
        #expect(states == [.signedOff, .superseded])
        for run in [before, middle, after] {
            #expect(try await store.run(run.id, seenBy: analyst) == run)
            #expect(try await store.summary(of: run.id, seenBy: analyst).levels.isEmpty == false)
        }
    }

    @Test func `a trained version that nobody signed off is not used`() async throws {
        let world = try await ModelWorld()
        _ = try await world.trained()
        let run = try await world.store.match(
            world.left.id, with: world.right.id, by: world.analyst)

        #expect(run.matchModel == nil && run.modelNumber == nil)
    }

    @Test func `a signed-off version is not changed, trained or signed again`() async throws {
        let world = try await ModelWorld()
        let (store, analyst) = (world.store, world.analyst)
        let version = try await world.signedOff()
        let (id, seen) = (version.id, version.revision)
        let refusals = [
            try await refusal {
                try await store.changeModel(
                    id, to: .people(.linkOnly), notes: "", seen: seen, by: analyst)
            },
            try await refusal {
                try await store.setThreshold(id, to: 3, seen: seen, by: analyst)
            },
            try await refusal {
                try await store.trainModel(
                    id, on: world.left.id, with: world.right.id, seen: seen, by: analyst)
            },
            try await refusal {
                try await store.signOffModel(id, stating: "Again.", seen: seen, by: world.signer)
            },
        ]

        #expect(
            refusals.map { $0?.reasons.first?.code } == Array(repeating: "model-closed", count: 4))
        #expect(try await store.model(id, seenBy: analyst) == version)
    }

    @Test func `whoever helped to build a version does not sign it off`() async throws {
        let world = try await ModelWorld()
        let version = try await world.trained()
        let changed = try await world.store.setThreshold(
            version.id, to: 2.5, seen: version.revision, by: world.both)
        let refused = try await refusal {
            try await world.store.signOffModel(
                version.id, stating: "Fine.", seen: changed.revision, by: world.both)
        }

        #expect(refused?.reasons.map(\.code) == ["own-model"] && refused?.kind == .notPermitted)
        #expect(changed.builders == [world.analyst.id, world.both.id])
    }

    @Test func `a sign-off needs a trained version, a statement and the newest revision`()
        async throws
    {
        let world = try await ModelWorld()
        let draft = try await world.draft()
        func sign(_ statement: String, seen: Int) async throws -> String? {
            try await refusal {
                try await world.store.signOffModel(
                    draft.id, stating: statement, seen: seen, by: world.signer)
            }?.reasons.first?.code
        }

        #expect(try await sign("Fine.", seen: draft.revision) == "not-trained")
        #expect(try await sign(" \n", seen: draft.revision) == "no-statement")
        #expect(try await sign("Fine.", seen: draft.revision - 1) == "changed-meanwhile")
        #expect(
            try await sign(String(repeating: "a", count: 2_001), seen: draft.revision)
                == "text-too-long")
    }

    @Test func `a change makes a trained version a draft again`() async throws {
        let world = try await ModelWorld()
        let version = try await world.trained()
        var model = version.model
        model.comparisons.removeLast()
        let changed = try await world.store.changeModel(
            version.id, to: model, notes: "Without the home.", seen: version.revision,
            by: world.analyst)

        #expect(changed.state == .draft && changed.training == nil)
        #expect(changed.model == model && changed.notes == "Without the home.")
    }

    @Test(arguments: [-31.0, 61, .nan, .infinity])
    func `a cut-off out of range is refused`(_ bits: Double) async throws {
        let world = try await ModelWorld(people: 60)
        let draft = try await world.draft()
        let refused = try await refusal {
            try await world.store.setThreshold(
                draft.id, to: bits, seen: draft.revision, by: world.analyst)
        }

        #expect(refused?.reasons.map(\.code) == ["threshold-range"])
    }

    @Test(arguments: [
        "UPDATE matchModel SET document = '{}'", "UPDATE matchModel SET state = 'draft'",
        "UPDATE matchModel SET revision = 9", "DELETE FROM matchModel",
    ])
    func `the database itself refuses to change what was signed off`(sql: String) async throws {
        let world = try await ModelWorld(people: 60)
        let version = try await world.signedOff()

        await #expect(throws: DatabaseError.self) {
            try await world.store.writer.write { db in try db.execute(sql: sql) }
        }
        #expect(try await world.store.model(version.id, seenBy: world.analyst) == version)
    }
}
