import Foundation
import Records
import Testing

@testable import Linkage

/// A list with a few people whose kinship is known, and both models learnt from it.
private struct Kin {
    private static let home = ["4 Tern Quay", "Saffend", "ZX9 9ZZ"]
    private static let rows: [[String?]] = [
        ["Aldous", "Quillfeather", "1951-02-03"] + home,
        ["Aldous", "Quillfeather", "1984-06-21"] + home,
        ["Perdita", "Quillfeather", "1999-08-17"] + home,
        ["Rosamund", "Quillfeather", "1999-08-17"] + home,
        ["Odile", "Quillfeather", "1953-11-29"] + home,
        ["Isolde", "Wrenfield", "1966-09-14", "7 Plover Row", "Ambermere", "ZX8 8YY"],
        ["Isolde", "Wrenfield", "1966-09-14", "31 Curlew Mews", "Saffend", "ZX7 7XX"],
        ["Aldous", "Quillfeather", "1951-02-03"] + home,
    ].map { $0.map(Optional.some) }

    let records: EncodedRecords
    let plain: PairWeights
    let household: PairWeights
    let labels: Labels
    private let first: Int

    init() throws {
        let people = DesignPeople(rows: 2_000, seed: 21)
        first = people.rows.count
        let table = InventedPeople.table(
            people.rows + Self.rows, columns: DesignPeople.columns)
        labels = Labels(
            persons: [people.persons + Self.rows.indices.map { -$0 - 1 }], linkType: .dedupeOnly)
        let whole = LinkageModel.people(.dedupeOnly)
        let model = whole.with(
            training: TrainingPlan(
                prior: whole.training.prior, emRules: whole.training.emRules,
                sampledPairs: 60_000))
        records = EncodedRecords([table], for: model)
        let trained = try model.trained(on: records, seed: 1).model
        let fitted = HouseholdModel.fit(trained, on: records)
        plain = PairWeights(trained, nil, records)
        let part: HouseholdModel = try #require(fitted.household)
        household = PairWeights(trained, part, records)
    }

    /// The steps of two of the rows above, by their numbers.
    func waterfall(_ left: Int, _ right: Int) throws -> HouseholdWaterfall {
        guard case .household(let waterfall) = household.explanation(row(left), row(right)) else {
            throw CancellationError()
        }
        return waterfall
    }

    func row(_ number: Int) -> RecordLocation { RecordLocation(table: 0, row: first + number) }

    /// The names of comparisons by their numbers.
    func names(_ numbers: [Int]) -> [String] {
        numbers.map { household.model.comparisons[$0].outputColumnName }
    }
}

struct PairWeightsTests {
    @Test func `both kinds of weights pass on what stands behind them`() throws {
        let kin = try Kin()
        let household = try #require(kin.household.household)
        let weights = MatchWeights(kin.plain.model, kin.records)
        #expect(kin.plain.household == nil)
        #expect(kin.plain.patternLayout.radices == kin.household.patternLayout.radices)
        #expect(
            try kin.plain.predictions(threshold: 0, threads: 2)
                == weights.predictions(threshold: 0))
        #expect(
            try kin.household.predictions(threshold: 0, threads: 2)
                == HouseholdWeights(household, kin.records).predictions(threshold: 0))
        let (left, right) = (kin.row(0), kin.row(1))
        #expect(kin.plain.explanation(left, right) == .plain(weights.waterfall(left, right)))
        #expect(kin.plain.selfLinkWeights == weights.selfLinkWeights)
        #expect(kin.plain.missingFields(below: 9) == weights.missingFields(below: 9))
        #expect(kin.household.rarityRanges == weights.rarityRanges)
    }

    @Test func `the two steps of every pair make up its weight`() throws {
        let kin = try Kin()
        let pairs = try kin.household.predictions(threshold: -30)
        #expect(pairs.count > 500)
        for pair in pairs {
            guard case .household(let found) = kin.household.explanation(pair.left, pair.right)
            else { return #expect(Bool(false)) }
            let steps = [found.contrast.againstStrangers, found.contrast.againstHousehold]
            // Bayes' rule once more: how much likelier each other answer is than one person.
            let against = steps.map { exp2(-$0.matchWeight) }.reduce(0, +)
            #expect(abs(-log2(against) - pair.matchWeight) < 1e-6)
            #expect(abs(found.contrast.matchWeight - pair.matchWeight) < 1e-6)
            let odds =
                (found.probabilities[.onePerson] ?? 0) / (found.probabilities[.strangers] ?? 1)
            #expect(abs(log2(odds) - steps[0].matchWeight) < 1e-6)
            #expect(
                abs(kin.household.matchWeight(pair.left, pair.right) - pair.matchWeight) < 1e-9)
        }
    }

    @Test func `a father and a son of one name are two people of one home`() throws {
        let kin = try Kin()
        let found = try kin.waterfall(0, 1)
        #expect(kin.plain.matchWeight(kin.row(0), kin.row(1)) > 0)
        #expect(found.contrast.againstStrangers.matchWeight > 0)
        #expect(found.contrast.againstHousehold.matchWeight < 0)
        #expect(found.contrast.rival == .oneHousehold && found.verdict == .oneHousehold)
        #expect(
            kin.names(found.contrast.sharedAtHome) == ["surname", "location"],
            "\(found.contrast)")
        #expect(kin.names(found.contrast.against) == ["date-of-birth"])
        #expect(found.whyNot.contains { $0.contains("share this too") })
    }

    @Test func `twins are told apart by their forenames`() throws {
        let kin = try Kin()
        let found = try kin.waterfall(2, 3)
        #expect(found.contrast.rival == .oneHousehold)
        #expect(kin.names(found.contrast.against) == ["forename"])
        // They can still pass for one person (decision 15), but far less than by the plain model.
        let plain = kin.plain.matchWeight(kin.row(2), kin.row(3))
        #expect(found.contrast.matchWeight < plain - 5, "\(found.contrast.matchWeight) \(plain)")
    }

    @Test func `a married couple are two people of one home`() throws {
        let kin = try Kin()
        let found = try kin.waterfall(0, 4)
        #expect(found.verdict == .oneHousehold && found.matchWeight < -6)
        #expect(Set(kin.names(found.contrast.against)) == ["forename", "date-of-birth"])
    }

    @Test func `somebody who moved is one person in both steps`() throws {
        let kin = try Kin()
        let found = try kin.waterfall(5, 6)
        #expect(found.verdict == .onePerson && found.matchWeight > 4.25)
        #expect(found.contrast.againstStrangers.matchWeight > 4.25)
        #expect(found.contrast.againstHousehold.matchWeight > 4.25)
        #expect(!kin.names(found.contrast.sharedAtHome).contains("location"))
        #expect(try kin.waterfall(0, 7).verdict == .onePerson)
    }

    @Test func `a contrast survives writing and reading`() throws {
        let contrast = try Kin().waterfall(0, 1).contrast
        #expect(try JSONRoundTrip.of(contrast) == contrast)
        #expect(contrast.fits(comparisons: contrast.comparisonVector.count))
        #expect(!contrast.fits(comparisons: 2))
    }

    @Test func `a record weighs against itself what its copy would`() throws {
        let kin = try Kin()
        let own = kin.household.selfLinkWeights
        for number in stride(from: 0, to: kin.records.count, by: 97) {
            let place = kin.records.location(of: number)
            #expect(abs(own[number] - kin.household.matchWeight(place, place)) < 1e-9)
        }
        let unlinkables = kin.household.unlinkables
        #expect(unlinkables.count(below: 12) == own.count { $0 < 12 })
        let missing = kin.household.missingFields(below: 12)
        for field in missing {
            let column = kin.records.layout.position(ofColumn: field.column)
            let lacking = own.indices.filter {
                own[$0] < 12 && kin.records.cells[$0 * kin.records.width + column] == 0
            }
            #expect(lacking.count == field.unlinkableWithout)
        }
    }

    @Test func `new records meet the old ones by household weights too`() throws {
        let people = DesignPeople(rows: 600, seed: 22)
        let model = LinkageModel.people(.dedupeOnly)
        let columns = ["unique_id"] + DesignPeople.columns
        let rows = people.rows.enumerated().map { [String?.some("\(1_000 + $0)")] + $1 }
        let whole = InventedPeople.table(rows, columns: columns)
        let records = EncodedRecords([whole], for: model)
        let trained = try model.trained(on: records, seed: 1).model
        let household = try #require(HouseholdModel.fit(trained, on: records).household)
        let wanted = try PairWeights(trained, household, records).predictions(threshold: -5)

        var index = LinkageIndex(trained, household: household)
        try index.append(InventedPeople.table(Array(rows.prefix(550)), columns: columns))
        try index.append(InventedPeople.table(Array(rows.dropFirst(550)), columns: columns))
        index.refreshTermFrequencies()
        let found = try index.pairs(with: 550..<rows.count, threshold: -5)

        let touched = wanted.filter { $0.leftRow >= 550 || $0.rightRow >= 550 }
        #expect(!found.isEmpty && found.count == touched.count)
        for (one, other) in zip(found, touched) {
            #expect(one.leftRow == other.leftRow && one.rightRow == other.rightRow)
            #expect(abs(one.matchWeight - other.matchWeight) < 1e-9)
        }
    }
}

struct HouseholdFitTests {
    private static func fit(
        _ rows: [[String?]], plan: HouseholdPlan = .people
    ) throws -> HouseholdFit {
        let model = LinkageModel.people(.dedupeOnly)
        let table = InventedPeople.table(rows, columns: DesignPeople.columns)
        let records = EncodedRecords([table], for: model)
        return HouseholdModel.fit(
            try model.trained(on: records, seed: 1).model, plan: plan, on: records)
    }

    @Test func `too few shared homes leave the plain model, with the number`() throws {
        let rows = DesignPeople(rows: 300, seed: 4).rows
        let alone = rows.enumerated().map { number, row -> [String?] in
            [row[0], row[1], row[2], "\(number) Long Lane", row[4], "ZX1 \(number)AB"]
        }
        let none = try Self.fit(alone)
        #expect(none.household == nil)
        #expect(none.obstacle == .fewPairsAtHome(found: 0, least: 20))
        #expect(
            none.obstacle?.sentence
                == "People of one home are not told apart: no two records that may match share a "
                + "home.")

        let homes = (0..<3).map { _ in alone[0] }
        #expect(try Self.fit(alone + homes).obstacle == .fewPairsAtHome(found: 6, least: 20))
        let many = (0..<6).map { _ in alone[0] }
        #expect(try Self.fit(alone + many).household != nil)
    }

    @Test func `a plan that does not fit says what is wrong`() throws {
        let plan = HouseholdPlan(sharedComparisons: ["location"], homes: [["telephone"]])
        let found = try Self.fit(DesignPeople(rows: 300, seed: 4).rows, plan: plan)
        #expect(found.obstacle?.code == "unsuitable-model")
        #expect(found.obstacle?.sentence.contains("the home rests on the column") == true)
        #expect(found.obstacle?.sentence.hasSuffix(".") == true)
    }

    @Test(arguments: [
        HouseholdObstacle.imported, .trainedEarlier, .fewPairsAtHome(found: 1, least: 20),
        .tooManyPairs(found: 9, limit: 3), .unsuitable(problems: []),
    ])
    func `every obstacle is one sentence`(obstacle: HouseholdObstacle) throws {
        #expect(obstacle.sentence.hasPrefix("People of one home are not told apart: "))
        #expect(obstacle.sentence.count { $0 == "." } == 1)
        #expect(!obstacle.code.contains(" "))
        #expect(try JSONRoundTrip.of(obstacle) == obstacle)
    }
}
