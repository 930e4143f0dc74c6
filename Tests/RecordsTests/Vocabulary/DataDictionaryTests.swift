import Foundation
import Records
import Testing

/// The dictionary that is shipped.
func shippedDictionary() throws -> DataDictionary {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/Exchange/Data/datasets.json")
    return try JSONDecoder().decode(DataDictionary.self, from: Data(contentsOf: file))
}

struct DataDictionaryTests {
    private static let item = #"{"id":"x","label":"X"}"#

    /// A dictionary with these items and one data set with these fields.
    private static func dictionary(_ items: String, fields: String) -> String {
        #"{"items":[\#(items)],"datasets":["#
            + #"{"id":"d","title":"","description":"","fields":[\#(fields)]}]}"#
    }

    @Test func `the shipped dictionary has both data sets`() throws {
        let dictionary = try shippedDictionary()

        let councilTax = try #require(dictionary.dataset("council-tax"))
        let register = try #require(dictionary.dataset("electoral-register"))

        #expect(councilTax.fields.count == 19)
        #expect(councilTax.requiredItems.map(\.id) == ["account-reference", "surname", "address"])
        #expect(councilTax.field("account-reference")?.unique == true)
        #expect(register.fields.count == 11)
        #expect(register.requiredItems.map(\.id) == ["elector-reference", "surname", "address"])
        #expect(
            dictionary.item("band")?.codes.map(\.code) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        #expect(dictionary.item("disregard-code")?.sensitivity == .specialCategory)
    }

    @Test func `every item of the shipped dictionary has a label of its own`() throws {
        let items = try shippedDictionary().items

        #expect(Set(items.map { $0.label.lowercased() }).count == items.count)
        #expect(items.allSatisfy { ($0.kind == .codeList) == !$0.codes.isEmpty })
    }

    @Test func `no heading means two items of one data set`() throws {
        for dataset in try shippedDictionary().datasets {
            var owners: [String: Set<DataItem.ID>] = [:]
            for item in dataset.items {
                for name in [item.label, item.id.rawValue] + item.synonyms {
                    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
                    owners[plain, default: []].insert(item.id)
                }
            }
            #expect(owners.filter { $0.value.count > 1 } == [:])
        }
    }

    @Test func `the dictionary goes through JSON unchanged`() throws {
        let dictionary = try shippedDictionary()

        let json = try JSONEncoder().encode(dictionary)
        let dataset = try JSONEncoder().encode(dictionary.datasets)

        #expect(try JSONDecoder().decode(DataDictionary.self, from: json) == dictionary)
        #expect(
            try JSONDecoder().decode([DatasetSpecification].self, from: dataset)
                == dictionary.datasets)
    }

    @Test(arguments: [
        (#"{"items":[{"id":"a","label":"A"},{"id":"a","label":"B"}],"datasets":[]}"#, "twice"),
        (
            Self.dictionary("", fields: #"{"item":"x"}"#),
            "unknown item"
        ),
        (#"{"items":[{"id":"Not Kebab","label":"A"}],"datasets":[]}"#, "Not Kebab"),
        (
            Self.dictionary(Self.item, fields: #"{"item":"x"},{"item":"x"}"#),
            "names an item twice"
        ),
        (
            Self.dictionary(Self.item, fields: #"{"item":"x","checks":[{"rule":"magic"}]}"#),
            "magic"
        ),
    ])
    func `an inconsistent dictionary is refused with the reason`(json: String, reason: String) {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(DataDictionary.self, from: Data(json.utf8))
        }
        #expect(error.map { "\($0)".contains(reason) } == true)
    }

    @Test(arguments: ["", "A", "a b", "-a", "a-", "a--b", "1a", "a_b", "é"])
    func `a code that is not kebab-case is refused`(code: String) {
        #expect(DataItem.ID(rawValue: code) == nil)
        #expect(DatasetSpecification.ID(rawValue: code) == nil)
    }

    @Test func `codes are plain strings in JSON, also as keys`() throws {
        let items: [DataItem.ID: Int] = ["date-of-birth": 1]

        let json = try JSONEncoder().encode(items)

        #expect(String(decoding: json, as: UTF8.self) == #"{"date-of-birth":1}"#)
    }

    @Test(arguments: [
        Check.required, .unique, .date, .notInFuture, .minimumAge(years: 18), .postcode, .uprn,
        .codeList(["A"]), .money, .nhsNumber, .nationalInsuranceNumber, .boolean,
        .pattern(["9999"]), .length(atMost: 3), .notBefore(CalendarDate(dayNumber: 0)),
    ])
    func `every check goes through JSON unchanged`(check: Check) throws {
        let json = try JSONEncoder().encode(check)

        #expect(try JSONDecoder().decode(Check.self, from: json) == check)
    }
}
