import Foundation
import Records
import Testing

@testable import Linkage

struct HouseholdTests {
    /// One list, its truth, and both models learnt from it without the truth.
    private struct Learnt {
        let labels: Labels
        let records: EncodedRecords
        let plain: LinkageModel
        let household: HouseholdModel

        init(
            rows: Int, seed: UInt64, location: LocationEvidence = .combined
        ) throws {
            let people = DesignPeople(rows: rows, seed: seed)
            let whole = LinkageModel.people(.dedupeOnly, location: location)
            let untrained = LinkageModel(
                linkType: .dedupeOnly, comparisons: whole.comparisons,
                blockingRulesToGeneratePredictions: whole.blockingRulesToGeneratePredictions,
                columnForms: whole.columnForms,
                training: TrainingPlan(
                    prior: whole.training.prior, emRules: whole.training.emRules,
                    sampledPairs: 60_000))
            labels = people.labels
            records = EncodedRecords([people.table], for: untrained)
            plain = try untrained.trained(on: records, seed: 1).model
            household = try HouseholdModel(plain, on: records)
        }
    }

    @Test(arguments: [LocationEvidence.combined, .separate])
    func `a household no longer passes for one person`(location: LocationEvidence) throws {
        let learnt = try Learnt(rows: 3_000, seed: 11, location: location)
        let plain = try learnt.plain.weights(for: learnt.records).predictions(threshold: -10)
        let pairs = try learnt.household.weights(for: learnt.records).predictions(threshold: -10)

        let before = try #require(PrecisionRecall.best(plain, learnt.labels))
        let after = try #require(PrecisionRecall.best(pairs, learnt.labels))
        let chosen = PrecisionRecall(
            pairs, learnt.labels, threshold: WeightHistogram(pairs).bestEstimate.threshold)
        let sure = PrecisionRecall(pairs, learnt.labels, threshold: 4.2479)

        #expect(after.f1 > before.f1 + 0.01)
        #expect(after.f1 > 0.93)
        #expect(after.f1 - chosen.f1 <= 0.01)
        #expect(sure.precision > 0.95)
    }

    @Test(arguments: [LocationEvidence.combined, .separate])
    func `weights equal Bayes' rule on probabilities`(location: LocationEvidence) throws {
        let learnt = try Learnt(rows: 400, seed: 5, location: location)
        let weights = learnt.household.weights(for: learnt.records)
        let pairs = try weights.predictions(threshold: -30)
        #expect(pairs.count > 100)
        for pair in pairs {
            let left = learnt.records.record(at: pair.left)
            let right = learnt.records.record(at: pair.right)
            let twin = slowWeight(weights, pair.pattern, left, right)
            #expect(abs(twin - pair.matchWeight) < 1e-6)
        }
    }

    /// Each hypothesis' probability of the pair, multiplied out, and the logarithm of the odds.
    private func slowWeight(
        _ weights: HouseholdWeights, _ pattern: UInt64, _ left: Int, _ right: Int
    ) -> Double {
        let model = weights.household
        let vector = weights.plain.layout.comparisonVector(of: pattern)
        var (stayed, moved) = (1 - model.movedShare, model.movedShare)
        var (housemates, strangers) = (1.0, 1.0)
        for (index, comparison) in model.model.comparisons.enumerated() {
            guard vector[index] >= 0, let position = comparison.level(withValue: vector[index])
            else { continue }
            let level = model.levels[index][position]
            guard let u = level.stranger, let one = level.person, let h = level.household,
                let away = level.moved
            else { continue }
            let rarity = exp2(weights.plain.adjustment(index, vector[index] + 1, left, right))
            let chance = min(1, u / h)
            stayed *= one * rarity
            moved *= away * rarity
            let isShared = model.plan.scope(of: comparison.outputColumnName) == .household
            housemates *= h * (isShared ? rarity : (1 - chance) * rarity + chance)
            strangers *= u
        }
        let personal = model.model.comparisons.enumerated().map { index, comparison in
            model.plan.scope(of: comparison.outputColumnName) == .person ? vector[index] : -1
        }
        let excess =
            model.coincidences.first { $0.comparisonVector == personal }.map { exp2($0.bits) } ?? 1
        let rest = 1 - model.personPrior - model.householdPrior
        return log2(
            model.personPrior * (stayed + moved)
                / (model.householdPrior * housemates + rest * strangers * excess))
    }

    @Test func `EM at one address recovers the parameters that pairs were made with`() throws {
        let person: [[Double?]] = [[nil, 0.1, 0.9], [nil, 0.2, 0.8], [nil, 0.05, 0.95]]
        let household: [[Double?]] = [[nil, 0.97, 0.03], [nil, 0.3, 0.7], [nil, 0.99, 0.01]]
        let comparisons = (0..<3).map {
            Comparison(
                "c\($0)", [.null("c"), ComparisonLevel(.exact("c"), label: "="), .otherwise])
        }
        let layout = try #require(PatternLayout(comparisons))
        var counts = PatternCounts(layout)
        var random = SplitMix64(seed: 2)
        for _ in 0..<40_000 {
            let isOne = Double.random(in: 0..<1, using: &random) < 0.3
            let pattern = (isOne ? person : household).enumerated().reduce(UInt64(0)) {
                let agrees = Double.random(in: 0..<1, using: &random) < ($1.element[2] ?? 0)
                return $0 + (agrees ? 2 : 1) * layout.strides[$1.offset]
            }
            counts.add(pattern)
        }

        var found = HomeSeparation(
            counts, layout, over: [0, 1, 2], lifelong: [],
            m: [[nil, 0.2, 0.8], [nil, 0.2, 0.8], [nil, 0.2, 0.8]],
            u: [[nil, 0.9, 0.1], [nil, 0.9, 0.1], [nil, 0.9, 0.1]])
        found.run()

        #expect(abs(found.lambda - 0.3) < 0.02)
        for (estimate, planted) in zip(found.person.joined(), person.joined()) {
            #expect(abs((estimate ?? 0) - (planted ?? 0)) < 0.02)
        }
        for (estimate, planted) in zip(found.household.joined(), household.joined()) {
            #expect(abs((estimate ?? 0) - (planted ?? 0)) < 0.02)
        }
    }

    @Test func `a fact that never changes is seldom wholly wrong`() {
        var birth: [Double?] = [nil, 0.2, 0.3, 0.5]
        birth.limitGrossErrors()
        #expect(birth[1] == 0.01)
        #expect(abs((birth.compactMap(\.self).reduce(0, +)) - 1) < 1e-12)
        #expect(abs((birth[3] ?? 0) / (birth[2] ?? 1) - 5.0 / 3) < 1e-12)
    }

    @Test func `the order of rows does not change the model`() throws {
        let people = DesignPeople(rows: 500, seed: 4)
        let model = LinkageModel.people(.dedupeOnly)
        let turned = InventedPeople.table(people.rows.reversed(), columns: DesignPeople.columns)

        let first = try HouseholdModel.trained(model, on: [people.table], seed: 3)
        let second = try HouseholdModel.trained(model, on: [turned], seed: 3)

        #expect(first == second)
        #expect(first.problems.isEmpty)
        #expect(try JSONRoundTrip.of(first) == first)
    }

    @Test func `housemates get two questions and the reasons why not`() throws {
        let learnt = try Learnt(rows: 3_000, seed: 11)
        let weights = learnt.household.weights(for: learnt.records)
        let mates = try pairAtHome(learnt, isOnePerson: false)
        let same = try pairAtHome(learnt, isOnePerson: true)

        let different = weights.waterfall(mates.left, mates.right)
        #expect(different.verdict == .oneHousehold)
        #expect(different.together.matchWeight > 0)
        #expect(different.samePerson.matchWeight < 0)
        #expect(different.whyNot.count > 1)
        #expect(different.whyNot.first == "They are likelier to be two people of one household.")

        let one = weights.waterfall(same.right, same.left)
        #expect(one.verdict == .onePerson)
        #expect(one.samePerson.matchWeight > 0)
        #expect(one.whyNot.isEmpty)
        #expect(abs(one.probabilities.values.reduce(0, +) - 1) < 1e-9)
        let odds = (one.probabilities[.onePerson] ?? 0) / (1 - (one.probabilities[.onePerson] ?? 0))
        #expect(abs(log2(odds) - one.matchWeight) < 1e-3)
    }

    /// Two records with the same address, one person's or not, that have all values.
    private func pairAtHome(_ learnt: Learnt, isOnePerson: Bool) throws -> Labels.Pair {
        let records = learnt.records
        let address = BlockingRule(keys: ["address", "postcode"].map { ColumnKey($0) })
        let names = ["forename", "surname", "date-of-birth"].map(records.layout.position(ofColumn:))
        var found: Labels.Pair?
        Blocking([address], .dedupeOnly, records).forEachPair { left, right in
            let pair = Labels.Pair(records.location(of: left), records.location(of: right))
            let values = names.map {
                (
                    records.cells[left * records.width + $0],
                    records.cells[right * records.width + $0]
                )
            }
            let isWhole = values.allSatisfy { $0.0 != 0 && $0.1 != 0 }
            let agree = values.filter { $0.0 == $0.1 }.count
            guard learnt.labels.matches.contains(pair) == isOnePerson, isWhole,
                agree == (isOnePerson ? 3 : 1)
            else { return }
            found = found ?? pair
        }
        return try #require(found)
    }
}

struct HouseholdRefusalTests {
    @Test func `a plan that does not fit the model is refused with every reason`() throws {
        let model = LinkageModel.people(.dedupeOnly)
        let plan = HouseholdPlan(sharedComparisons: ["telephone"], homes: [["telephone"], []])
        let people = DesignPeople(rows: 60, seed: 4)
        #expect(plan.problems(for: model).count == 3)
        #expect(throws: TrainingFailure.self) {
            try HouseholdModel.trained(model, plan: plan, on: [people.table], seed: 1)
        }
    }

    @Test func `records without any shared address still give a model`() throws {
        let rows: [[String?]] = DesignPeople(rows: 200, seed: 4).rows.map {
            [$0[0], $0[1], $0[2], nil, $0[4], nil]
        }
        let table = InventedPeople.table(rows, columns: DesignPeople.columns)
        let model = LinkageModel.people(.dedupeOnly)

        let trained = try HouseholdModel.trained(model, on: [table], seed: 1)

        #expect(trained.problems.isEmpty)
        let records = EncodedRecords([table], for: model)
        let pairs = try trained.weights(for: records).predictions(threshold: 0)
        #expect(pairs.allSatisfy { $0.matchWeight.isFinite })
    }
}
