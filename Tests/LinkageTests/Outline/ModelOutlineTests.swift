import Foundation
import Testing

@testable import Linkage

struct ModelOutlineTests {
    private static let outline = """
        {"link": "between files", "id": "number", "keep": ["person"],
         "read": {"born": "date", "surname": "text"},
         "comparisons": [
          {"forename": ["first_name", "surname"], "term frequencies": false},
          {"surname": "surname", "called": "family", "term frequency weight": 0.5},
          {"Date of Birth": "born", "levels": ["same", "within 2 years",
           {"level": "Levenshtein 2", "m": 0.1, "u": 0.01, "label": "slip"},
           {"sql": "\\"born_l\\" < \\"born_r\\""}]},
          {"telephone": "phone", "levels": ["last 7 digits"], "term frequencies": false}],
         "blocking": ["surname + year of born", ["first 3 of surname", "sector of postcode"],
          "l.phone = r.phone"],
         "households": {"same home": ["phone + first_name"], "lifelong": ["born"]},
         "training": {"deterministic rules": ["surname + born"], "recall": 0.8,
          "em rules": ["born"], "seed": 7, "starts": 5}}
        """

    private func decoded(_ text: String) throws -> ModelOutline {
        try JSONDecoder().decode(ModelOutline.self, from: Data(text.utf8))
    }

    @Test func `an outline says what the model is`() throws {
        let model = try decoded(Self.outline).model

        #expect(model.linkType == .linkOnly && model.names.uniqueID == "number")
        #expect(model.names.additionalColumns == ["person"])
        #expect(model.columnForms == ["born": .date, "surname": .text])
        #expect(
            model.comparisons.map(\.outputColumnName) == [
                "first_name", "family", "born", "phone",
            ])
        let born = model.comparisons[2].comparisonLevels
        #expect(born.count == 6 && born[0].isNullLevel)
        #expect(born[3].mProbability == 0.1 && born[3].fixMProbability && born[3].fixUProbability)
        #expect(born[3].labelForCharts == "slip" && !born[2].fixMProbability)
        #expect(model.comparisons[1].comparisonLevels[1].tfAdjustmentWeight == 0.5)
        #expect(model.comparisons[0].comparisonLevels[1].tfAdjustmentColumn == nil)
        #expect(model.blockingRulesToGeneratePredictions[2].keys == [ColumnKey("phone")])
        guard case .deterministic(let rules, 0.8) = model.training.prior else {
            Issue.record("λ should come from the strict rule.")
            return
        }
        #expect(rules.first?.keys == [ColumnKey("surname"), ColumnKey("born")])
        #expect(model.training.emRules.count == 1 && model.training.seed == 7)
        #expect(model.training.starts == 5)
        #expect(
            model.training.households
                == HouseholdPlan(
                    sharedComparisons: ["first_name", "phone"], lifelongComparisons: ["born"],
                    homes: [["phone", "first_name"]]))
    }

    @Test func `an outline comes back as it was`() throws {
        let outline = try decoded(Self.outline)
        let written = try JSONEncoder().encode(outline)

        #expect(try JSONDecoder().decode(ModelOutline.self, from: written) == outline)
    }

    @Test(arguments: FieldKind.allCases)
    func `every kind comes back, with all its usual levels written out`(kind: FieldKind) throws {
        var field = Field(kind, (0..<kind.columnCounts.upperBound).map { "column \($0)" })
        field.levels = field.usualLevels
        let written = try JSONEncoder().encode([field])

        #expect(try JSONDecoder().decode([Field].self, from: written) == [field])
        #expect(field.comparison.comparisonLevels.allSatisfy { $0.sql != nil })
    }

    @Test(arguments: [
        ("\"between files\"", "\"between\"", "`between`"),
        ("\"surname\": \"surname\"", "\"sirname\": \"surname\"", "`sirname` is no kind"),
        ("\"telephone\": \"phone\"", "\"telephone\": [\"a\", \"b\"]", "reads one column"),
        ("\"called\": \"family\"", "\"called\": \"first_name\"", "Two comparisons"),
        ("within 2 years", "within 2 moons", "`within 2 moons`"),
        ("\"same\", ", "\"swapped\", ", "`swapped` needs two columns"),
        ("\"recall\": 0.8", "\"recall\": 1.8", "1.8"),
        ("\"starts\": 5", "\"starts\": 0", "from 1 to 1000"),
        ("\"lifelong\": [\"born\"]", "\"lifelong\": [\"age\"]", "reads the column `age`"),
        ("\"lifelong\"", "\"livelong\"", "`livelong`"),
        ("phone + first_name", "phone + ", "columns with `+`"),
        ("[\"phone + first_name\"]", "[]", "name at least one"),
        ("\"m\": 0.1", "\"m\": 1.1", "1.1"), ("\"seed\": 7", "\"sead\": 7", "`sead`"),
        ("surname + year of born", "surname + ", "keys with"),
        ("l.phone = r.phone", "l.phone =", "l.phone ="),
        ("\\\"born_l\\\" < ", "\\\"born_l\\\" <<", "born_l"),
        ("\"term frequency weight\": 0.5", "\"term frequency weight\": 0", "above 0"),
    ])
    func `what does not fit is refused in a sentence that names it`(
        old: String, new: String, said: String
    ) throws {
        let changed = Self.outline.replacing(old, with: new, maxReplacements: 1)
        try #require(changed != Self.outline)
        let error = #expect(throws: DecodingError.self) { try decoded(changed) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription.contains(said), "\(context.debugDescription)")
    }

    @Test(arguments: [
        ("surname", ColumnKey("surname")),
        (" first 3 of a b ", ColumnKey("a b", .prefix(length: 3))),
        ("Sound of surname", ColumnKey("surname", .soundex)),
        ("year and month of dob", ColumnKey("dob", .yearAndMonth)),
        ("place of birth", ColumnKey("place of birth")),
        ("year of date of birth", ColumnKey("date of birth", .year)),
    ])
    func `keys are read from words and written as such`(words: String, key: ColumnKey) {
        #expect(ColumnKey(words: words) == key)
        #expect(ColumnKey(words: key.label) == key)
    }
}
