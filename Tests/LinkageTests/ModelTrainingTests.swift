import Records
import Testing

@testable import Linkage

/// Samples, labels, starting points and fixed parameters.
struct ModelTrainingTests {
    /// A value that no key counts, so that its u comes from the sample.
    private static func model(
        _ training: TrainingPlan, column: String = "name", _ linkType: LinkType = .dedupeOnly
    ) -> LinkageModel {
        LinkageModel(
            linkType: linkType,
            comparisons: [
                Comparison(
                    "name",
                    [
                        .null(column),
                        ComparisonLevel(.jaroWinkler(column: column, atLeast: 0.99), label: "="),
                        ComparisonLevel(.jaroWinkler(column: column, atLeast: 0.7), label: "~"),
                        .otherwise,
                    ]),
                Comparison(
                    "town",
                    [.null("town"), ComparisonLevel(.exact("town"), label: "="), .otherwise]),
            ],
            blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("town"))],
            training: training)
    }

    private static func table(_ rows: [[String?]]) -> RecordTable {
        InventedPeople.table(rows, columns: ["name", "town", "person"])
    }

    @Test func `copies of a record are drawn each by itself`() throws {
        // Every record stands there twice, so a pair of copies is one of 1,999 pairs.
        let rows = (0..<2_000).map { ["name \($0 / 2)", "town \($0 / 2 % 40)", nil] }
        let plan = TrainingPlan(sampledPairs: 20_000)
        let model = Self.model(plan)
        let records = EncodedRecords([Self.table(rows)], for: model)

        let sample = RandomPairSampling(pairs: 20_000, seed: 4, .dedupeOnly, records)

        var pairs = 0
        var copies = 0
        sample.forEachPair(.dedupeOnly, records) { left, right in
            pairs += 1
            copies += left / 2 == right / 2 ? 1 : 0
        }
        #expect(pairs > 15_000 && copies < 40)
    }

    @Test func `u is that of pairs that do not match, as if they were known`() throws {
        let people = InventedPeople(count: 240, seed: 8)
        let model = LinkageModel.people(.linkOnly)
        let records = EncodedRecords(people.tables, for: model)
        let trained = try model.trained(on: records, seed: 1).model
        let twin = CrossProduct(model, people.rows, columns: InventedPeople.columns)
        let persons = Array(people.persons.joined())
        let index = try #require(
            model.comparisons.firstIndex { $0.outputColumnName == "date-of-birth" })

        var same = (all: 0, others: 0)
        var compared = (all: 0, others: 0)
        let comparison = model.comparisons[index]
        for left in twin.rows.indices {
            for right in twin.rows.indices where left < right && twin.mayMatch(left, right) {
                let level = twin.level(of: comparison, left, right)
                guard !comparison.comparisonLevels[level].isNullLevel else { continue }
                let isOther = persons[left] != persons[right]
                compared.all += 1
                compared.others += isOther ? 1 : 0
                guard level == 1 else { continue }
                same.all += 1
                same.others += isOther ? 1 : 0
            }
        }
        let shareOfAll = Double(same.all) / Double(compared.all)
        let shareOfOthers = Double(same.others) / Double(compared.others)
        let u = try #require(trained.comparisons[index].comparisonLevels[1].uProbability)
        // Most who share a day of birth are one person here.
        #expect(shareOfOthers < shareOfAll / 2)
        #expect(abs(u - shareOfOthers) < (shareOfAll - shareOfOthers) * 0.7)
    }

    private static let labelled: [[String?]] = [
        ["Anna", "Harlow", "1"], ["Anna", "Harlow", "1"], ["Annas", "Harwich", "1"],
        ["Bob", "Harlow", "2"], ["Robert", "Harlow", "2"], ["Cyd", nil, "3"],
        ["Cyd", "Harlow", "3"], ["Dan", "Harwich", nil], ["Dan", "Harwich", nil],
    ]

    @Test func `m from a column of labels is the share of labelled pairs with the level`() throws {
        let model = Self.model(TrainingPlan(prior: .fixed, labelColumn: "person"))
        let trained = try model.trained(on: [Self.table(Self.labelled)], seed: 1)

        // Of five labelled pairs: Anna twice, Anna and Annas twice alike, Bob not, Cyd.
        #expect(trained.report.labelledMatches == 5)
        let name = trained.model.comparisons[0].comparisonLevels.map(\.mProbability)
        #expect(name == [nil, 0.4, 0.4, 0.2])
        // One of the five has no town on one side.
        let town = trained.model.comparisons[1].comparisonLevels.map(\.mProbability)
        #expect(town == [nil, 0.5, 0.5])
    }

    @Test func `labelled pairs do as well as a column, in either order`() throws {
        let byColumn = try Self.model(TrainingPlan(prior: .fixed, labelColumn: "person"))
            .trained(on: [Self.table(Self.labelled)], seed: 1)
        let model = Self.model(TrainingPlan(prior: .fixed))
        let byPairs = try model.trained(
            on: EncodedRecords([Self.table(Self.labelled)], for: model), seed: 1,
            matches: [(1, 0), (0, 2), (1, 2), (4, 3), (5, 6)])

        for (first, second) in zip(byColumn.model.comparisons, byPairs.model.comparisons) {
            let m = first.comparisonLevels.map(\.mProbability)
            #expect(m == second.comparisonLevels.map(\.mProbability))
        }
    }

    @Test func `labels that no two records share are refused`() {
        let model = Self.model(TrainingPlan(prior: .fixed, labelColumn: "person"))
        let rows: [[String?]] = [["Anna", "Harlow", "1"], ["Bob", "Harlow", nil]]
        #expect(throws: TrainingFailure.noLabelledPairs) {
            try model.trained(on: [Self.table(rows)], seed: 1)
        }
    }

    @Test func `without a wish for starts the first counts, and the others show the spread`()
        throws
    {
        let people = InventedPeople(count: 240, seed: 8)
        func trained(_ starts: Int?) throws -> TrainedModel {
            let model = LinkageModel.people(.dedupeOnly)
            let plan = TrainingPlan(
                prior: model.training.prior, emRules: model.training.emRules, starts: starts)
            return try model.with(training: plan).trained(on: people.tables, seed: 1)
        }
        let usual = try trained(nil)
        let single = try trained(1)
        let many = try trained(12)

        #expect(usual.model.comparisons == single.model.comparisons)
        #expect(single.report.sessions.allSatisfy { $0.spread.count == 1 })
        #expect(single.report.sessions.allSatisfy { !$0.spread.hasDisagreement })
        for session in usual.report.sessions {
            #expect(session.spread.count == 5 && session.spread.chosen == 0)
            let all = zip(
                session.mProbabilities.joined(),
                zip(session.spread.lowest.joined(), session.spread.highest.joined()))
            for (m, (low, high)) in all {
                guard let m else { continue }
                #expect(m >= low ?? 2 && m <= high ?? -1)
            }
        }
        for session in many.report.sessions {
            let likelihoods = session.spread.logLikelihoods
            #expect(likelihoods[session.spread.chosen] >= (likelihoods.max() ?? 0) - 1)
        }
    }

    @Test func `what the model fixes stays as it is`() throws {
        let people = InventedPeople(count: 120, seed: 3)
        let untrained = LinkageModel.people(.dedupeOnly)
        var comparisons = untrained.comparisons
        let old = comparisons[0].comparisonLevels[1]
        comparisons[0].comparisonLevels[1] = ComparisonLevel(
            old.condition, label: old.labelForCharts, m: 0.77, u: 0.0123, fixM: true, fixU: true,
            tfAdjustmentColumn: old.tfAdjustmentColumn)
        let model = LinkageModel(
            linkType: .dedupeOnly, comparisons: comparisons,
            blockingRulesToGeneratePredictions: untrained.blockingRulesToGeneratePredictions,
            columnForms: untrained.columnForms, training: untrained.training)

        let level = try model.trained(on: people.tables, seed: 1).model.comparisons[0]
            .comparisonLevels[1]

        #expect(level.mProbability == 0.77 && level.uProbability == 0.0123)
    }
}
