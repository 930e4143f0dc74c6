import Linkage
import Records

/// Invented people in households, written down twice with slips.
struct InventedPeople {
    static let columns = [
        "forename", "middle-names", "surname", "date-of-birth", "address", "town", "postcode",
        "uprn",
    ]
    /// Two lists of people, of whom some are in both.
    let rows: [[[String?]]]
    /// The person behind each row.
    let persons: [[Int?]]

    var tables: [RecordTable] { rows.map { Self.table($0) } }

    static func table(_ rows: [[String?]], columns: [String] = Self.columns) -> RecordTable {
        var builder = RecordTable.Builder(columns: columns)
        for row in rows { builder.append(row) }
        return builder.table()
    }

    /// `count` people in all; two thirds of them on each list.
    init(count: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let people = (0..<count).map { Self.person($0, &random) }
        let share = count * 2 / 3
        let lists = [
            Array(0..<share), Array((count - share)..<count).shuffled(using: &random),
        ]
        var rows: [[[String?]]] = []
        for list in lists { rows.append(list.map { Self.damaged(people[$0], &random) }) }
        self.rows = rows
        persons = lists.map { $0.map(Optional.some) }
    }

    private static let forenames = [
        "Anna", "Anne", "Ben", "Benjamin", "Carol", "Caroline", "David", "Elin", "José", "Mary",
        "Marie", "Owen", "Siôn", "Tom", "Thomas",
    ]
    private static let surnames = [
        "Ashdown", "Ashdowne", "Brightwell", "Cole", "Coles", "Fenner", "Harlow", "O'Dell",
        "Penrose", "Quayle", "Rudd", "Thorne", "Thorn", "Underhill", "Vance", "Wick",
    ]

    private static func person(_ number: Int, _ random: inout SplitMix64) -> [String?] {
        let home = number / 3
        let year = 1930 + Int.random(in: 0..<80, using: &random)
        let date = [
            String(year), two(Int.random(in: 1...12, using: &random)),
            two(Int.random(in: 1...28, using: &random)),
        ].joined(separator: "-")
        return [
            forenames.randomElement(using: &random), forenames.randomElement(using: &random),
            surnames[(home * 7 + number % 3 / 2) % surnames.count], date,
            "\(home % 40 + 1) \(surnames[home % 5]) Road", ["Saffend", "Ambermere"][home % 2],
            "ZX\(home % 3 + 1) \(home % 7)\(["AB", "CD", "EF"][home % 3])", "1000\(home)",
        ]
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func damaged(
        _ person: [String?], _ random: inout SplitMix64
    ) -> [String?] {
        person.map { value in
            guard var bytes = value.map({ Array($0.utf8) }), bytes.count > 2 else { return value }
            switch Int.random(in: 0..<20, using: &random) {
            case 0, 1: return nil
            case 2: bytes.swapAt(1, 2)
            case 3: bytes.removeLast()
            case 4: bytes[bytes.count - 1] = UInt8(ascii: "1")
            default: break
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
