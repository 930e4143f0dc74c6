import Foundation
import Governance
import Records
import Testing

/// The data files as the product reads them, in the types of the core.
struct DataFiles {
    struct Law: Decodable {
        let readOn: CalendarDate
        let gateways: [Gateway]
    }

    struct Charter: Decodable {
        struct Principle: Decodable {
            let heading: String
            let text: String
        }
        let version: String
        let title: String
        let principles: [Principle]
    }

    struct Term: Decodable {
        struct Agency: Decodable {
            let kind: Partner.Kind
            let meaning: String
        }
        let term: String
        let meaning: String
        let agencies: [Agency]
    }

    private struct Purposes: Decodable { let purposes: [Purpose] }
    private struct Templates: Decodable { let templates: [AgreementTemplate] }
    private struct Glossary: Decodable { let terms: [Term] }

    let law: Law
    let purposes: [Purpose]
    let templates: [AgreementTemplate]
    let charter: Charter
    let glossary: [Term]
    let dictionary: DataDictionary

    init() throws {
        law = try Self.read("law.json")
        purposes = try Self.read("purposes.json", as: Purposes.self).purposes
        templates = try Self.read("templates.json", as: Templates.self).templates
        charter = try Self.read("charter.json")
        glossary = try Self.read("glossary.json", as: Glossary.self).terms
        dictionary = try JSONDecoder().decode(DataDictionary.self, from: Self.merged())
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Exchange/Data")

    private static func read<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }

    /// The items and the data sets of all `datasets*.json` files, one after the other.
    private static func merged() throws -> Data {
        var parts: [String: [Any]] = ["items": [], "datasets": []]
        for name in ["datasets.json", "datasets-more.json"] {
            let data = try Data(contentsOf: folder.appending(path: name))
            let file = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            for key in parts.keys {
                parts[key, default: []] += try #require(file[key] as? [Any])
            }
        }
        return try JSONSerialization.data(withJSONObject: parts)
    }
}
