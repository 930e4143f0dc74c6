import Records
import Testing

@testable import Linkage

/// Comparisons told by the kind of their columns, against their SQL taken one by one.
struct FieldTests {
    private static let columns = [
        "unique_id", "first", "last", "dob", "postcode", "address", "town", "email", "phone",
        "nhs", "nino", "uprn", "sex", "job", "notes",
    ]

    private static let halves: [[Field]] = [
        [
            .forenameAndSurname("first", "last"), .dateOfBirth("dob"), .postcode("postcode"),
            .addressLine("address"), .place("town"), .email("email"), .telephone("phone"),
        ],
        [
            .forename("first", surname: "last"), .surname("last"), .nhsNumber("nhs"),
            .nationalInsuranceNumber("nino"), .uprn("uprn"), .sex("sex"),
            .exact("job", termFrequencies: true), .freeText("notes"),
        ],
        [Field.name("first"), .freeText("last")],
    ]

    private static let values: [[String?]] = [
        ["William", "Bill", "Liz", "Elizabeth", "ANN", "Bob", "Cole", nil],
        ["Cole", "Coles", "Bill", "O'Dell", nil],
        ["1980-03-04", "1980-04-03", "1980-03-05", "1979-12-30", "1985-03-04", "no day", nil],
        ["CM1 3AB", "CM1 3AC", "CM2 9ZZ", "SS1 1AA", "CM13AB", nil],
        ["1 High Road", "1 High Rd", "12 High Road", "The Lodge", nil],
        ["Chelmsford", "Chelmsfrod", "Southend", nil],
        ["a.b@x.org", "a.b@y.org", "c@z.org", nil],
        ["01245 123456", "+441245123456", "01245 123457", nil],
        ["943 476 5919", "9434765919", "9434765918", nil],
        ["AB 12 34 56 C", "ab123456c", "AB123456D", nil],
        ["10001", "010001", "20001", nil], ["M", "Male", "F", nil], ["baker", "smith", nil],
        ["tall", "tall man", "x", nil],
    ]

    static func rows(seed: UInt64, count: Int) -> [[String?]] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { row in
            ["\(row)"] + values.map { $0[Int.random(in: 0..<$0.count, using: &random)] }
        }
    }

    /// A model of fields with probabilities that tell every level from every other.
    private static func model(_ fields: [Field]) throws -> LinkageModel {
        let outline = ModelOutline(
            linkType: .dedupeOnly, fields: fields,
            blockingRules: try [
                "last + year of dob", "first 2 of first + sector of postcode",
                "year and month of dob", "house number of address + town",
                "district of postcode + first 1 of last", "area of postcode", "l.job = r.sex",
            ].map { try RuleOutline($0) })
        var model = outline.model
        for comparison in model.comparisons.indices {
            for level in model.comparisons[comparison].comparisonLevels.indices
            where !model.comparisons[comparison].comparisonLevels[level].isNullLevel {
                let share = Double(comparison * 10 + level + 1)
                model.comparisons[comparison].comparisonLevels[level].mProbability = share / 100
                model.comparisons[comparison].comparisonLevels[level].uProbability = 0.03
            }
        }
        return model
    }

    @Test(arguments: 0..<3)
    func `every kind scores generated records as its SQL says`(half: Int) throws {
        let model = try Self.model(Self.halves[half])
        #expect(model.problems.isEmpty)
        #expect(model.obstaclesToSplink.isEmpty)
        for seed in 0..<2 {
            let rows = Self.rows(seed: UInt64(seed), count: 22)
            let records = EncodedRecords(
                [InventedPeople.table(rows, columns: Self.columns)], for: model)
            let twin = try ExpressionCrossProduct(model, [rows], columns: Self.columns)
                .predictions()
            let pairs = try model.weights(for: records).predictions(threshold: -.infinity)

            #expect(pairs.count == twin.count && !twin.isEmpty)
            for pair in pairs {
                let key = [records.record(at: pair.left), records.record(at: pair.right)]
                #expect(abs(pair.matchWeight - (twin[key] ?? .nan)) < 1e-9, "\(key)")
            }
        }
    }

    @Test(arguments: [
        ("Bill", "William", true), ("Bill", "will", true), ("Chris", "Christine", true),
        ("Chris", "Christopher", true), ("Christine", "Christopher", false),
        ("Sandy", "Alexander", true), ("Bob", "Rob", true), ("Ann", "ANN", true),
        ("Bill", "Bob", false), ("Cole", "Coles", false), ("a|b", "a", false), ("", "", true),
    ])
    func `short forms are known, either way round`(first: String, second: String, isOne: Bool)
        throws
    {
        #expect(ShortForms.areOne(first, second) == isOne)
        #expect(ShortForms.areOne(second, first) == isOne)
        guard !first.isEmpty else { return }
        let sql = try Expression(sql: ShortForms.sql("\"a_l\"", "\"a_r\""))
        let value = try sql.value(
            left: { _ in Array(first.utf8) }, right: { _ in Array(second.utf8) })
        #expect((value == .boolean(true)) == isOne)
    }

    @Test func `no short form stands for more than two names, and none for itself`() {
        for (form, names) in ShortForms.namesByShortForm {
            #expect(names.count <= 2 && !names.contains(form), "\(form)")
            #expect(Set(names).count == names.count, "\(form)")
        }
        #expect(ShortForms.byName.count > 150)
    }

    @Test func `a rule that Splink has no SQL for is named`() throws {
        let outline = ModelOutline(
            linkType: .dedupeOnly, fields: [.surname("last")],
            blockingRules: [try RuleOutline("sound of last")])
        let obstacles = outline.model.obstaclesToSplink
        #expect(obstacles.count == 1)
        #expect(obstacles.first?.contains("sound of last") == true)
    }
}
