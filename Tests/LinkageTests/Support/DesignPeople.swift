import Linkage
import Records

/// People of a seaside borough, for designing the household model; it is judged on other data.
///
/// Nothing is shared with the invented county of the demonstration: names are made of syllables,
/// shares of households differ, and the faults are those of scanned forms: digits that look alike,
/// words cut short, doubled letters.
struct DesignPeople {
    static let columns = [
        "forename", "surname", "date-of-birth", "address", "town", "postcode",
    ]
    private(set) var rows: [[String?]] = []
    /// The person behind each row.
    private(set) var persons: [Int?] = []
    private var random: SplitMix64
    private var homes = 0
    private let size: Int

    var table: RecordTable { InventedPeople.table(rows, columns: Self.columns) }
    var labels: Labels { Labels(persons: [persons], linkType: .dedupeOnly) }

    /// About so many rows; `copies` of a hundred people have further rows.
    init(rows count: Int, copies: Int = 22, seed: UInt64) {
        random = SplitMix64(seed: seed)
        size = count
        while rows.count < count { settle(copies) }
        var order = Array(rows.indices)
        order.shuffle(using: &random)
        rows = order.map { [rows] in rows[$0] }
        persons = order.map { [persons] in persons[$0] }
    }

    private struct Resident {
        var forename: String
        var surname: String
        var birth: (year: Int, month: Int, day: Int)
    }

    private struct Home {
        let address: String
        let town: String
        let postcode: String
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    /// A rank of a long-tailed list: low ranks often, high ones seldom.
    private mutating func rank(of count: Int) -> Int {
        let draw = Double.random(in: 0..<1, using: &random)
        return min(count - 1, Int(Double(count) * draw * draw * draw))
    }

    private mutating func name(_ count: Int, _ syllables: Int, _ offset: Int) -> String {
        var number = UInt64(rank(of: count) &* 7_919 &+ offset)
        var text = ""
        for _ in 0..<syllables {
            text += Self.onsets[Int(number % UInt64(Self.onsets.count))]
            number /= UInt64(Self.onsets.count)
            text += Self.rhymes[Int(number % UInt64(Self.rhymes.count))]
            number = number / UInt64(Self.rhymes.count) &* 31 &+ 17
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private mutating func resident(_ surname: String?, born years: Range<Int>) -> Resident {
        Resident(
            forename: name(420, 2, 3), surname: surname ?? name(2_600, 3, 50_021),
            birth: (years.lowerBound + below(years.count), 1 + below(12), 1 + below(28)))
    }

    private mutating func home() -> Home {
        homes += 1
        let town = rank(of: 9)
        let street = below(max(6, size / 150))
        let number = 1 + below(90)
        let flat = below(5) == 0 ? "Flat \(1 + below(30)) " : ""
        let unit = (street * 6 + number / 16) % 5_000
        let letters = [unit / 500, unit / 50 % 10].map {
            String("ABDEFGHJLN".dropFirst($0).prefix(1))
        }
        return Home(
            address: "\(flat)\(number) \(Self.onsets[street % 20])\(Self.rhymes[street % 11])"
                + "\(street / 7) Road",
            town: "\(Self.towns[town])",
            postcode: "ZY\(1 + street % 30) \(unit % 10)\(letters.joined())")
    }

    private mutating func members() -> [Resident] {
        let head = resident(nil, born: 1_930..<2_003)
        let year = head.birth.year
        switch below(10) {
        case 0..<4: return [head]
        case 4..<6:
            return [head, resident(below(3) == 0 ? nil : head.surname, born: year - 4..<year + 5)]
        case 6..<8:
            var family = [head, resident(head.surname, born: year - 4..<year + 5)]
            for _ in 0...below(3) {
                family.append(resident(head.surname, born: year + 20..<year + 38))
            }
            if below(12) == 0 { family[family.count - 1].birth = family[family.count - 2].birth }
            if below(15) == 0 { family[2].forename = head.forename }
            return family
        default:
            return [head] + (0...below(4)).map { _ in resident(nil, born: 1_960..<2_003) }
        }
    }

    private mutating func settle(_ copies: Int) {
        let (home, next) = (home(), home())
        let hasMoved = below(4) == 0
        for member in members() {
            let person = (persons.last ?? nil).map { $0 + 1 } ?? 0
            write(member, home, person, faults: 3)
            while below(100) < copies {
                var changed = member
                if below(25) == 0 { changed.surname = name(2_600, 3, 50_021) }
                let place = hasMoved && below(2) == 0 ? next : below(30) == 0 ? self.home() : home
                write(changed, place, person, faults: 14)
            }
        }
    }

    private mutating func write(_ person: Resident, _ home: Home, _ number: Int, faults: Int) {
        let (year, month, day) = person.birth
        var date = "\(year)-\(Self.two(month))-\(Self.two(day))"
        if below(200) < faults { date = "\(year)-\(Self.two(min(day, 12)))-\(Self.two(month))" }
        rows.append([
            spoilt(person.forename, faults), spoilt(person.surname, faults),
            below(100) < faults / 3 ? nil : misread(date, faults),
            spoilt(misread(home.address, faults), faults), spoilt(home.town, faults / 2),
            below(100) < faults / 2 ? nil : misread(home.postcode, faults),
        ])
        persons.append(number)
    }

    /// A word cut short, with a doubled or a lost letter, or missing.
    private mutating func spoilt(_ text: String, _ faults: Int) -> String? {
        guard below(100) < faults, text.utf8.count > 3 else { return text }
        var bytes = Array(text.utf8)
        let place = 1 + below(bytes.count - 2)
        switch below(5) {
        case 0: return nil
        case 1: bytes.removeLast(bytes.count - max(3, place))
        case 2: bytes.insert(bytes[place], at: place)
        case 3: bytes.remove(at: place)
        default: bytes[place] = UInt8(ascii: "e")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A digit taken for one that looks like it.
    private mutating func misread(_ text: String, _ faults: Int) -> String {
        guard below(250) < faults else { return text }
        let alike: [UInt8: UInt8] = [48: 56, 49: 55, 51: 56, 53: 54, 54: 48, 55: 49, 56: 51]
        var bytes = Array(text.utf8)
        let digits = bytes.indices.filter { alike[bytes[$0]] != nil && $0 > 1 }
        guard let place = digits.randomElement(using: &random) else { return text }
        bytes[place] = alike[bytes[place]] ?? bytes[place]
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static let onsets = [
        "b", "br", "c", "ch", "d", "dr", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s",
        "st", "t", "w",
    ]
    private static let rhymes = [
        "an", "el", "ea", "ick", "ol", "u", "ora", "ey", "imm", "oss", "ard",
    ]
    private static let towns = [
        "Saltmere", "Ambermere", "Tollesham", "Wicken Ferry", "Fogbell", "Eastness", "Brackhaven",
        "Lower Staithe", "Marram",
    ]
}
