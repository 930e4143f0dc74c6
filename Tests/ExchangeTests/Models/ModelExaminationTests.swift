import Exchange
import Governance
import Linkage
import Records
import Testing

@testable import Exchange

struct ModelExaminationTests {
    /// Both files as training sees them: the agreement of these tests leaves out middle names.
    private func tables(_ world: ModelWorld) async throws -> [RecordTable] {
        let master = world.store.keys.master
        let (left, right) = (world.left.id, world.right.id)
        return try await world.store.read { db in
            [
                try Receipt.table(left, under: master, db),
                try Receipt.table(right, under: master, db),
            ]
        }
    }

    private func drafted(
        _ world: ModelWorld, _ change: (LinkageModel) -> LinkageModel
    ) async throws -> MatchModel {
        let draft = try await world.draft()
        return try await world.store.changeModel(
            draft.id, to: change(draft.model), notes: "", seen: draft.revision,
            by: world.analyst)
    }

    private static let rules = [
        BlockingRule(ColumnKey("surname"), ColumnKey("date-of-birth")),
        BlockingRule(ColumnKey("postcode")),
        BlockingRule(ColumnKey("surname")),
    ]

    @Test func `pairs are counted as if every two records were looked at`() async throws {
        let world = try await ModelWorld(people: 60)
        let version = try await drafted(world) {
            $0.with(blockingRules: Self.rules).with(columnForms: [:])
        }
        let estimate = try await world.store.countBlocks(
            of: version.id, on: world.left.id, with: world.right.id, by: world.analyst)
        let tables = try await tables(world)
        var alone = [0, 0, 0]
        var added = [0, 0, 0]
        for left in 0..<tables[0].rowCount {
            for right in 0..<tables[1].rowCount {
                let fits = Self.rules.map { rule in
                    rule.keys.allSatisfy {
                        let value = tables[0][left, $0.column]
                        return value != nil && value == tables[1][right, $0.column]
                    }
                }
                for (place, isFit) in fits.enumerated() where isFit { alone[place] += 1 }
                if let first = fits.firstIndex(of: true) { added[first] += 1 }
            }
        }

        #expect(estimate.rules.map(\.pairs) == alone)
        #expect(estimate.rules.map(\.addedPairs) == added)
        #expect(estimate.possiblePairs == tables[0].rowCount * tables[1].rowCount)
        #expect(estimate.refusals.isEmpty && alone[2] > 0)
    }

    @Test func `a rule that makes too many pairs is refused in words before any run`() async throws
    {
        let world = try await ModelWorld(people: 60)
        let version = try await drafted(world) {
            $0.with(blockingRules: Self.rules).with(
                training: TrainingPlan(emRules: $0.training.emRules, maximumPairsPerRule: 5))
        }
        let estimate = try await world.store.countBlocks(
            of: version.id, on: world.left.id, with: world.right.id, by: world.analyst)
        let large = estimate.rules.filter { $0.pairs > 5 }

        #expect(!large.isEmpty && estimate.refusals.count == large.count)
        #expect(estimate.refusals[0].contains("makes \(large[0].pairs) pairs and the limit is 5"))
    }

    @Test func `gained and lost pairs are those of the two sets of kept pairs`() async throws {
        let world = try await ModelWorld()
        let first = try await world.trained()
        let second = try await world.draft(.version(first.id))
        var model = first.model
        model.comparisons.removeAll { $0.outputColumnName == "surname" }
        let changed = try await world.store.changeModel(
            second.id, to: model, notes: "", seen: second.revision, by: world.analyst)
        let trained = try await world.store.trainModel(
            second.id, on: world.left.id, with: world.right.id, seen: changed.revision,
            by: world.analyst)
        let later = try await world.store.setThreshold(
            trained.id, to: -8, seen: trained.revision, by: world.analyst)
        let change = try await world.store.compareModels(
            first.id, later.id, on: world.left.id, with: world.right.id, by: world.analyst)
        var kept: [[Set<[Int]>]] = []
        let tables = try await tables(world)
        for version in [first, later] {
            let candidates = try version.model.predictions(
                left: tables[0], right: tables[1], threshold: -60)
            let weights = try #require(version.training?.household).weights(
                for: EncodedRecords(tables, for: version.model))
            kept.append([
                Set(
                    candidates.filter {
                        weights.waterfall($0.left, $0.right).matchWeight >= version.thresholdBits
                    }.map { [$0.leftRow, $0.rightRow] })
            ])
        }

        #expect(change.kept == kept[0][0].intersection(kept[1][0]).count)
        #expect(change.gained == kept[1][0].subtracting(kept[0][0]).count)
        #expect(change.lost == kept[0][0].subtracting(kept[1][0]).count)
        #expect(change.kept > 0)
    }

    @Test func `levels that moved, came and went are told apart`() throws {
        func comparison(_ name: String, _ m: Double) -> Linkage.Comparison {
            Linkage.Comparison(
                name,
                [
                    .null(name),
                    ComparisonLevel(.exact(name), label: "Same", m: m, u: 0.25),
                    ComparisonLevel(.otherwise, label: "Different", m: 1 - m, u: 0.75),
                ])
        }
        func model(_ comparisons: [Linkage.Comparison]) -> LinkageModel {
            LinkageModel(
                linkType: .linkOnly, comparisons: comparisons,
                blockingRulesToGeneratePredictions: [])
        }
        let changes = LevelChange.changes(
            from: model([comparison("surname", 0.5), comparison("town", 0.5)]),
            to: model([comparison("surname", 1), comparison("postcode", 0.5)]))

        #expect(
            changes.map(\.comparison) == [
                "surname", "surname", "postcode", "postcode", "town", "town",
            ])
        #expect(changes[0].moved == 1 && changes[0].before == 1 && changes[0].after == 2)
        #expect(changes[2].before == nil && changes[2].moved == nil)
        #expect(changes[4].after == nil && changes[4].before == 1)
    }

    @Test func `diagnostics count records and pairs and hold no value`() async throws {
        let world = try await ModelWorld(people: 60)
        let version = try await world.trained()
        let found = try await world.store.diagnoseModel(
            version.id, on: world.left.id, with: world.right.id, by: world.signer)
        let tables = try await tables(world)

        #expect(found.records == tables[0].rowCount + tables[1].rowCount)
        #expect(found.unlinkables.selfLinkWeights.count == found.records)
        #expect(found.patterns.reduce(0) { $0 + $1.pairs } == found.pairs)
        #expect(found.pairs == version.training?.weights.pairCount)
        let surname = try #require(found.completeness.first { $0.column == "surname" })
        let filled = (0..<tables[0].rowCount).count { tables[0][$0, "surname"] != nil }
        #expect(surname.left == Double(filled) / Double(tables[0].rowCount))
    }

    @Test func `looking at files needs the permission of training and is logged for both bodies`()
        async throws
    {
        let world = try await ModelWorld(people: 60)
        let (store, left, right) = (world.store, world.left.id, world.right.id)
        let version = try await world.trained()
        _ = try await store.countBlocks(of: version.id, on: left, with: right, by: world.signer)
        for reader in [world.signer, world.world.approver] {
            let lines = try await world.world.log(reader)
            #expect(lines.count { $0.type == "match-model-examined" && $0.body != nil } == 1)
        }
        let officer = LoadWorld.person(LoadWorld.saltmere, [.practitioner, .auditor])
        let own = try await store.draftModel(
            for: world.purpose, from: .builtIn, notes: "", by: world.world.outsider)
        let draft = try await world.draft()
        let other = try #require(store.reference.purposes.first { $0.id != world.purpose })
        let elsewhere = try await store.draftModel(
            for: other.id, from: .builtIn, notes: "", by: world.analyst)
        let refusals = [
            try await refusal {
                try await store.countBlocks(of: version.id, on: left, with: right, by: officer)
            },
            try await refusal {
                try await store.countBlocks(
                    of: own.id, on: left, with: right, by: world.world.outsider)
            },
            try await refusal {
                try await store.diagnoseModel(
                    draft.id, on: left, with: right, by: world.analyst)
            },
            try await refusal {
                try await store.countBlocks(
                    of: elsewhere.id, on: left, with: right, by: world.analyst)
            },
        ]

        #expect(refusals.map { $0?.kind } == [.notPermitted, .notFound, .conflict, .invalid])
        _ = try await store.stop(
            world.world.agreement.id, as: .suspended, because: "A letter came.", by: world.signer)
        let stopped = try await refusal {
            try await store.countBlocks(
                of: version.id, on: left, with: right, by: world.analyst)
        }
        #expect(stopped?.kind == .notPermitted)
        #expect(try await store.filePairs(for: version, seenBy: world.analyst).isEmpty)
    }

    @Test func `files are offered in pairs, for the purpose only`() async throws {
        let world = try await ModelWorld(people: 60)
        let version = try await world.draft()
        let pairs = try await world.store.filePairs(for: version, seenBy: world.analyst)
        let other = try #require(
            world.store.reference.purposes.first { $0.id != world.purpose })
        let elsewhere = try await world.store.draftModel(
            for: other.id, from: .builtIn, notes: "", by: world.analyst)

        #expect(pairs.map(\.id) == ["\(world.left.id).\(world.right.id)"])
        #expect(pairs[0].items.contains("surname"))
        #expect(
            try await world.store.filePairs(for: elsewhere, seenBy: world.analyst).isEmpty)
    }

    @Test func `the three cut-offs are what a search of every quarter bit finds`() async throws {
        let world = try await ModelWorld(people: 60)
        let weights = try #require(try await world.trained().training).weights
        let choices = CutOff.choices(weights)
        let best = weights.bestEstimate.threshold
        let quarters = (-128...256).map { weights.estimate(at: Double($0) / 4) }

        #expect(choices.map(\.aim) == CutOff.Aim.allCases && choices[1].bits == best)
        let careful = quarters.filter { $0.threshold >= best && $0.precision >= 0.99 }
            .map(\.threshold).min()
        let wide = quarters.filter { $0.threshold <= best && $0.recall >= 0.99 }
            .map(\.threshold).max()
        #expect(choices[0].bits == careful && choices[2].bits == wide)
        let row = CutOff.estimate(weights, at: best, pairsPerHour: 60)
        #expect(row.reviewPairs == row.expected.pairs)
        #expect(row.reviewHours == Double(row.expected.pairs) / 60)
    }
}
