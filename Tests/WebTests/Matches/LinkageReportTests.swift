import Foundation
import Linkage
import Records
import Testing

@testable import Web

struct LinkageReportTests {
    private static let model = LinkageModel(
        linkType: .dedupeOnly, probabilityTwoRandomRecordsMatch: 0.1,
        comparisons: [
            Comparison(
                "first_name",
                [
                    .null("first_name"),
                    ComparisonLevel(
                        .exact("first_name"), label: "Exact <match>", m: 0.9, u: 0.1,
                        tfAdjustmentColumn: "first_name"),
                    ComparisonLevel(.otherwise, label: "Different", m: 0.1, u: 0.9),
                ], description: "Names as given"),
            Comparison(
                "town",
                [
                    .null("town"), ComparisonLevel(.exact("town"), label: "Same", m: 0.8, u: 0.2),
                    ComparisonLevel(.otherwise, label: "Different"),
                ]),
        ], blockingRulesToGeneratePredictions: [BlockingRule(ColumnKey("town"))])

    private static let rows: [[String?]] = [
        ["Canaryann", "Canarytown"], ["Canaryann", "Canarytown"], ["Canarybob", "Canarytown"],
        [nil, "Canarytown"], ["Canarycyd", nil],
    ]

    private func report(
        rows: [[String?]] = rows, isMatch: Bool? = nil, training: String? = nil,
        samples: Bool = false
    ) throws -> LinkageReport {
        var builder = RecordTable.Builder(columns: ["first_name", "town"])
        for row in rows { builder.append(row) }
        let tables = [builder.table()]
        let model = Self.model
        let weights = MatchWeights(model, EncodedRecords(tables, for: model))
        let scored = try weights.predictions(threshold: -100)
        let pairs = scored.map {
            EvaluatedPair(
                comparisonVector: weights.patternLayout.comparisonVector(of: $0.pattern),
                matchWeight: $0.matchWeight, isMatch: isMatch)
        }
        let histogram = WeightHistogram(scored)
        let curve = isMatch.map { isMatch in
            AccuracyCurve(
                pairs.map { (weight: $0.matchWeight, isMatch: isMatch) },
                matches: isMatch ? pairs.count : 0, nonMatches: .allPairs(10))
        }
        let patterns = PatternSummary.patterns(of: pairs)
        return LinkageReport(
            modelName: "model <1>.json", model: model,
            inputs: [LinkageReport.Input(name: "people", records: rows.count)],
            columns: ["first_name", "town"].map { ColumnProfile($0, in: tables) },
            possiblePairs: weights.records.possiblePairs(.dedupeOnly),
            blocking: model.blockingContributions(in: weights.records),
            training: try training.map {
                try JSONDecoder().decode(LinkageReport.Training.self, from: Data($0.utf8))
            }, histogram: histogram, leastWeight: -10,
            thresholds: ThresholdTable(
                histogram, thresholds: [-2, 0, histogram.bestEstimate.threshold], labels: curve),
            truth: curve.map { LinkageReport.Truth(curve: $0, clusters: nil) },
            rarity: weights.rarityRanges, unlinkables: weights.unlinkables,
            missingFields: weights.missingFields(below: 1),
            patterns: patterns, sampleColumns: ["first_name", "town"],
            samples: !samples
                ? []
                : patterns.map { pattern in
                    pattern.samples.map { place in
                        LinkageReport.Sample(
                            matchWeight: pairs[place].matchWeight,
                            left: rows[scored[place].leftRow].map { $0 ?? "" },
                            right: rows[scored[place].rightRow].map { $0 ?? "" })
                    }
                })
    }

    private static let training = """
        {"rounds": [{"rule": "same town", "pairs": 6, "lambda": 0.2, "iterations": 25,
         "hasConverged": false}, {"rule": "other", "pairs": 6, "lambda": 0.2, "iterations": 5,
         "hasConverged": true}], "records": 5,
         "estimates": [{"comparison": "first_name", "level": "Exact <match>", "m": 0.5, "u": 0.1,
          "estimates": [{"rule": "same town", "m": 0.2}, {"rule": "other", "m": 0.8}]}]}
        """

    /// The style sheet of the site is in the page; that is what makes it stand by itself.
    private func problems(_ page: String) -> [String] {
        HTMLLint.problems(in: page).filter { $0 != "the page has an inline style sheet" }
    }

    @Test(arguments: [nil, true, false] as [Bool?], [false, true])
    func `the page is sound with and without truth, training and samples`(
        isMatch: Bool?, isFull: Bool
    ) throws {
        let report = try report(
            isMatch: isMatch, training: isFull ? Self.training : nil, samples: isFull)
        #expect(problems(String(decoding: report.bytes, as: UTF8.self)) == [])
    }

    @Test func `the page is sound without a single record or pair`() throws {
        for rows in [[], [["Canaryann", nil]], [[nil, nil], [nil, nil]]] as [[[String?]]] {
            let page = String(decoding: try report(rows: rows, isMatch: true).bytes, as: UTF8.self)
            #expect(problems(page) == [])
        }
    }

    @Test func `the page asks nobody for anything`() throws {
        let page = String(decoding: try report(training: Self.training).bytes, as: UTF8.self)
        for banned in ["http:", "https:", "<script", "src=", "url(", "@import", "<link"] {
            #expect(!page.contains(banned), "\(banned)")
        }
        #expect(page.contains("default-src &#39;none&#39;"))
    }

    @Test func `no value of a person is in the page unless samples are asked for`() throws {
        let page = String(
            decoding: try report(isMatch: true, training: Self.training).bytes, as: UTF8.self)
        #expect(!page.contains("Canary"))
        #expect(page.contains("It holds no value of any record."))

        let open = String(decoding: try report(samples: true).bytes, as: UTF8.self)
        #expect(open.contains("Canaryann"))
        let warning = try #require(open.range(of: "This page shows the values of"))
        let first = try #require(open.range(of: "Canary"))
        #expect(warning.lowerBound < first.lowerBound)
    }

    @Test func `the page says what the numbers mean`() throws {
        let page = String(
            decoding: try report(isMatch: false, training: Self.training).bytes, as: UTF8.self)
        for words in [
            "In true matches this agrees 90% of the time, by chance 10% of the time",
            "First name: agreement adds up to 3.2 bits, difference takes 3.2",
            "The rules make 6 pairs, 60% of all that may match",
            "First name: rounds differ by 2.0 bits about “Exact &lt;match&gt;”",
            "No, it ran out of steps", "Names as given", "Town: Different",
            "So its probabilities do not hold for these records",
            "share of all 10 pairs that do not match",
        ] {
            #expect(page.contains(words), "\(words)")
        }
    }
}
