import Casework
import Decisions
import Foundation
import Governance
import Records

/// The body of a log entry in words: each member with its name, codes with what they stand for.
struct LogBody {
    /// A value of the body: the log holds texts, whole numbers, truth values and lists of them.
    private enum Value: Decodable {
        case text(String)
        case number(Int)
        case truth(Bool)
        case list([Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else {
                self = .list(try container.decode([Value].self))
            }
        }
    }

    /// The rows in reading order.
    let rows: [(key: String, value: String)]

    private static let first = ["agreement", "version", "from", "to", "party", "partner"]
    private static let shownElsewhere: Set = ["at", "by", "type", "v"]

    /// The rows of a body as JSON; none when it is not a JSON object.
    init(_ json: String, names: Names, colleagues: [Practitioner.ID: String]) {
        let decoded = try? JSONDecoder().decode([String: Value].self, from: Data(json.utf8))
        let members = (decoded ?? [:]).filter { !Self.shownElsewhere.contains($0.key) }
        let order = members.keys.sorted { left, right in
            (Self.place(left), left) < (Self.place(right), right)
        }
        rows = order.compactMap { key in
            members[key].map {
                (LogWords.members[key] ?? key, Self.words($0, key, names, colleagues))
            }
        }
    }

    private static func place(_ key: String) -> Int {
        key == "id" ? first.count + 1 : first.firstIndex(of: key) ?? first.count
    }

    private static func words(
        _ value: Value, _ key: String, _ names: Names, _ colleagues: [Practitioner.ID: String]
    ) -> String {
        switch value {
        case .number(let number):
            key == "billedPence" ? Pence(number).description : Numerals.grouped(number)
        case .truth(let truth): truth ? "Yes" : "No"
        case .list(let values):
            values.isEmpty
                ? "None"
                : values.map { words($0, key, names, colleagues) }.joined(separator: ", ")
        case .text(let text): words(text, key, names, colleagues)
        }
    }

    private static func words(
        _ text: String, _ key: String, _ names: Names, _ colleagues: [Practitioner.ID: String]
    ) -> String {
        let found: String? =
            switch key {
            case "from", "to", "partner", "party": Partner.ID(text).map { names.name($0) }
            case "agreement": SharingAgreement.ID(text).map { names.name($0) }
            case "purpose": Purpose.ID(text).map { names.name($0) }
            case "dataset": DatasetSpecification.ID(rawValue: text).map { names.name($0) }
            case "items": DataItem.ID(rawValue: text).map { names.name($0) }
            case "account":
                Practitioner.ID(text).flatMap { colleagues[$0] }.map { "\($0) (\(text))" }
            case "roles": Practitioner.Role(rawValue: text)?.label
            case "kind": Partner.Kind(rawValue: text)?.label
            case "verdict": Verdict(rawValue: text)?.label
            case "outcome": CaseOutcome.Kind(rawValue: text)?.label
            case "step": CaseWords.steps[text]
            case "deleteBy": CalendarDate(text)?.words
            default: nil
            }
        return found ?? text
    }
}
