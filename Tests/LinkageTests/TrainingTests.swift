import Records
import Testing

@testable import Linkage

struct TrainingTests {
    @Test func `EM recovers the parameters that patterns were made with`() throws {
        let m = [[nil, 0.05, 0.15, 0.8], [nil, 0.1, 0.9], [nil, 0.3, 0.7]]
        let u = [[nil, 0.9, 0.08, 0.02], [nil, 0.97, 0.03], [nil, 0.8, 0.2]]
        let (layout, counts) = try patterns(m: m, u: u, lambda: 0.2, pairs: 60_000)

        let em = ExpectationMaximisation(counts, layout, over: [0, 1, 2], u: u)
        let start = ExpectationMaximisation.Estimate(
            lambda: 0.05, m: [[nil, 0.02, 0.03, 0.95], [nil, 0.05, 0.95], [nil, 0.05, 0.95]])
        let found = em.run(from: start, convergence: 1e-7, maximumIterations: 500)

        #expect(found.hasConverged)
        #expect(abs(found.lambda - 0.2) < 0.01)
        for (estimated, planted) in zip(found.m.joined(), m.joined()) {
            #expect(abs((estimated ?? 0) - (planted ?? 0)) < 0.02)
        }
    }

    /// Pairs drawn from a mixture of matches and others; one value in ten is missing.
    private func patterns(
        m: [[Double?]], u: [[Double?]], lambda: Double, pairs: Int
    ) throws -> (PatternLayout, PatternCounts) {
        let comparisons = m.indices.map { index in
            Comparison(
                "c\(index)",
                [.null("c\(index)")]
                    + (1..<(m[index].count - 1)).map {
                        ComparisonLevel(.exact("c\(index)-\($0)"), label: "\($0)")
                    } + [.otherwise])
        }
        let layout = try #require(PatternLayout(comparisons))
        var counts = PatternCounts(layout)
        var random = SplitMix64(seed: 9)
        for _ in 0..<pairs {
            let isMatch = Double.random(in: 0..<1, using: &random) < lambda
            var pattern: UInt64 = 0
            for (index, probabilities) in (isMatch ? m : u).enumerated() {
                guard Int.random(in: 0..<10, using: &random) > 0 else { continue }
                var rest = Double.random(in: 0..<1, using: &random)
                let digit = probabilities.indices.dropFirst().first { digit in
                    rest -= probabilities[digit] ?? 0
                    return rest < 0
                }
                pattern += UInt64(digit ?? 1) * layout.strides[index]
            }
            counts.add(pattern)
        }
        return (layout, counts)
    }

    /// Training up to u, before matches are taken out of it.
    private static func withShares(
        _ model: LinkageModel, _ records: EncodedRecords, seed: UInt64
    ) throws -> ModelTraining {
        let layout = try #require(PatternLayout(model.comparisons))
        var training = ModelTraining(model, layout, records, seed: seed, labelled: [], threads: 1)
        training.estimateU()
        return training
    }

    @Test(arguments: [LinkType.dedupeOnly, .linkOnly, .linkAndDedupe])
    func `u equals the share of all pairs, counted one by one`(linkType: LinkType) throws {
        let people = InventedPeople(count: 60, seed: 21)
        let model = LinkageModel.people(linkType)
        let records = EncodedRecords(people.tables, for: model)
        let twin = CrossProduct(model, people.rows, columns: InventedPeople.columns)

        let trained = try Self.withShares(model, records, seed: 1)

        for (index, comparison) in trained.model.comparisons.enumerated() {
            var counts = comparison.comparisonLevels.map { _ in 0 }
            for left in twin.rows.indices {
                for right in twin.rows.indices where left < right && twin.mayMatch(left, right) {
                    counts[twin.level(of: comparison, left, right)] += 1
                }
            }
            let compared = zip(counts, comparison.comparisonLevels)
                .reduce(0) { $0 + ($1.1.isNullLevel ? 0 : $1.0) }
            for (position, level) in comparison.comparisonLevels.enumerated()
            where !level.isNullLevel {
                let share = Double(counts[position]) / Double(compared)
                #expect(abs((level.uProbability ?? 0) - share) < 1e-12)
                if share == 0 {
                    #expect(trained.report.uMethods[index][position] == .notObserved)
                }
            }
        }
    }

    @Test func `u of equal values is Σ c(c−1) over n(n−1)`() throws {
        let values: [String?] = ["a", "a", "a", "b", "b", "c", nil, "d"]
        let model = LinkageModel(
            linkType: .dedupeOnly,
            comparisons: [
                Comparison(
                    "name",
                    [.null("name"), ComparisonLevel(.exact("name"), label: "="), .otherwise]
                )
            ], blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("name"))])
        let table = InventedPeople.table(values.map { [$0] }, columns: ["name"])

        let trained = try Self.withShares(model, EncodedRecords([table], for: model), seed: 0)

        let u = trained.model.comparisons[0].comparisonLevels[1].uProbability
        #expect(u == 8.0 / 42)
        #expect(trained.report.uMethods == [[nil, .counted, .counted]])
    }

    @Test func `counted levels do not depend on the size of the sample`() throws {
        let people = InventedPeople(count: 240, seed: 4)
        let whole = try sampled(people, pairs: 1_000_000)
        let small = try sampled(people, pairs: 2_000)

        for (comparison, methods) in zip(small.model.comparisons, small.report.uMethods) {
            let exact = whole.model.comparisons.first {
                $0.outputColumnName == comparison.outputColumnName
            }
            for (position, method) in methods.enumerated() {
                let u = comparison.comparisonLevels[position].uProbability
                let truth = exact?.comparisonLevels[position].uProbability
                if method == .counted { #expect(u == truth) }
                if method == .sampled { #expect(abs((u ?? 0) - (truth ?? 0)) < 0.05) }
            }
            let sum = comparison.comparisonLevels.reduce(0) { $0 + ($1.uProbability ?? 0) }
            #expect(abs(sum - 1) < 1e-9)
        }
        #expect(small.report.uMethods.joined().contains(.sampled))
    }

    private func sampled(_ people: InventedPeople, pairs: Int) throws -> ModelTraining {
        let model = LinkageModel.people(.dedupeOnly)
        let plan = TrainingPlan(emRules: model.training.emRules, sampledPairs: pairs)
        let planned = model.with(training: plan)
        return try Self.withShares(
            planned, EncodedRecords(people.tables, for: planned), seed: 3)
    }

    @Test func `training learns who is who`() throws {
        let people = InventedPeople(count: 240, seed: 8)
        let untrained = LinkageModel.people(.linkOnly)
        let records = EncodedRecords(people.tables, for: untrained)
        let labels = Labels(persons: people.persons, linkType: .linkOnly)

        let model = try untrained.trained(on: records, seed: 1).model
        let pairs = try model.weights(for: records).predictions(threshold: -20)
        let best = try #require(PrecisionRecall.best(pairs, labels))

        #expect(best.f1 > 0.9)
        #expect(PrecisionRecall(pairs, labels, threshold: 0).f1 > 0.85)
    }

    @Test func `agreement on a name or birth date speaks for a match, difference against`() throws {
        let people = InventedPeople(count: 240, seed: 8)
        let model = try LinkageModel.people(.linkOnly).trained(on: people.tables, seed: 1).model

        for name in ["forename", "surname", "date-of-birth"] {
            let comparison = try #require(
                model.comparisons.first { $0.outputColumnName == name })
            let weights = comparison.comparisonLevels.map(\.matchWeight)
            let exact = weights[1]
            let different = try #require(weights.last)
            #expect(weights[0] == 0)
            #expect(exact > 0)
            #expect(different < 0)
        }
    }

    @Test func `the order of rows changes neither model nor pairs`() throws {
        let people = InventedPeople(count: 150, seed: 5)
        let untrained = LinkageModel.people(.linkOnly)
        let reversed = people.rows.map { Array($0.reversed()) }
        let first = try untrained.trained(on: people.tables, seed: 6)
        let second = try untrained.trained(
            on: reversed.map { InventedPeople.table($0) }, seed: 6)

        #expect(first.model == second.model)
        let pairs = try first.model.predictions(
            left: people.tables[0], right: people.tables[1], threshold: 0)
        let others = try first.model.predictions(
            left: InventedPeople.table(reversed[0]), right: InventedPeople.table(reversed[1]),
            threshold: 0)
        let last = (people.rows[0].count - 1, people.rows[1].count - 1)
        #expect(
            Set(pairs.map { [last.0 - $0.leftRow, last.1 - $0.rightRow] })
                == Set(others.map { [$0.leftRow, $0.rightRow] }))
    }

    @Test func `left and right may change places`() throws {
        let people = InventedPeople(count: 150, seed: 5)
        let untrained = LinkageModel.people(.linkOnly)
        let model = try untrained.trained(on: people.tables, seed: 6).model
        let pairs = try model.predictions(
            left: people.tables[0], right: people.tables[1], threshold: 0)
        let swapped = try model.predictions(
            left: people.tables[1], right: people.tables[0], threshold: 0)

        let weights = Dictionary(
            uniqueKeysWithValues: pairs.map { ([$0.leftRow, $0.rightRow], $0.matchWeight) })
        #expect(swapped.count == pairs.count)
        for pair in swapped { #expect(weights[[pair.rightRow, pair.leftRow]] == pair.matchWeight) }
    }

    @Test func `each session keeps its own m, and the model has their median`() throws {
        let people = InventedPeople(count: 300, seed: 31)
        let trained = try LinkageModel.people(.dedupeOnly).trained(on: people.tables, seed: 1)

        #expect(trained.report.sessions.count == 2)
        for session in trained.report.sessions {
            #expect(session.mProbabilities.count == session.comparisons.count)
        }
        for comparison in trained.model.comparisons {
            for (place, level) in comparison.comparisonLevels.enumerated() {
                let found = trained.report.sessions.compactMap { session in
                    session.comparisons.firstIndex(of: comparison.outputColumnName)
                        .flatMap { session.mProbabilities[$0][place] }
                }.sorted()
                let median =
                    found.isEmpty
                    ? nil : (found[(found.count - 1) / 2] + found[found.count / 2]) / 2
                #expect(level.mProbability == median)
            }
        }
    }

    @Test func `a trained model survives being written down`() throws {
        let people = InventedPeople(count: 90, seed: 5)
        let model = try LinkageModel.people(.linkOnly).trained(on: people.tables, seed: 6).model

        #expect(try JSONRoundTrip.of(model) == model)
    }
}
