/// One degree of agreement of a field, in words that need no SQL.
public struct FieldLevel: Hashable, Sendable {
    /// What must hold.
    public let test: Test
    /// What the level is called; nil for the usual words.
    public var label: String?
    /// The share of matching pairs with this level, which training then leaves alone.
    public var m: Double?
    /// The share of other pairs with this level, which training then leaves alone.
    public var u: Double?

    /// A level by its test.
    public init(_ test: Test) { self.test = test }

    /// What must hold between the values of two records.
    public enum Test: Hashable, Sendable {
        /// The same value.
        case same
        /// Short forms of one name, such as Bill and William.
        case shortForm
        /// Each of two columns holds on the left what the other holds on the right.
        case swapped
        /// Jaro–Winkler similarity of at least a number from 0 to 1.
        case jaroWinkler(Double)
        /// Levenshtein distance of at most a number.
        case levenshtein(Int)
        /// Damerau–Levenshtein distance of at most a number.
        case damerauLevenshtein(Int)
        /// Two days at most so many days, months or years apart.
        case within(Int, Unit)
        /// Two days that agree once day and month of one of them change places.
        case dayAndMonthSwapped
        /// The same key, such as the sector of a postcode.
        case sameKey(Derivation)
        /// The same letters and digits, capitals or not.
        case sameLettersAndDigits
        /// The same last digits.
        case sameLastDigits(Int)
        /// The same part of an e-mail address before the sign.
        case sameUserName
        /// A condition in SQL.
        case sql(String)
    }

    /// What time is counted in; a month is a twelfth of 365.25 days, as in Splink.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case day, month, year

        /// The seconds of one.
        var seconds: Double {
            switch self {
            case .day: 86_400
            case .month: 2_629_800
            case .year: 31_557_600
            }
        }
    }
}

extension FieldLevel.Test {
    /// The test that a level of an outline names, such as `Jaro-Winkler 0.92`.
    public init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let last = words.last ?? ""
        switch words.dropLast().joined(separator: " ") {
        case "jaro-winkler":
            guard let least = Double(last), least >= 0, least <= 1 else { return nil }
            self = .jaroWinkler(least)
        case "levenshtein":
            guard let most = Int(last), most >= 0 else { return nil }
            self = .levenshtein(most)
        case "damerau-levenshtein":
            guard let most = Int(last), most >= 0 else { return nil }
            self = .damerauLevenshtein(most)
        case "last \(words.dropFirst().first ?? "")":
            guard last == "digits", let count = Int(words[1]), count > 0 else { return nil }
            self = .sameLastDigits(count)
        case "first":
            guard let length = Int(last), length > 0 else { return nil }
            self = .sameKey(.prefix(length: length))
        default:
            guard let test = Self.named[words.joined(separator: " ")] ?? Self(within: words)
            else { return nil }
            self = test
        }
    }

    /// `within 2 years`.
    private init?(within words: [String]) {
        guard words.count == 3, words[0] == "within", let count = Int(words[1]), count >= 0,
            let unit = FieldLevel.Unit.allCases.first(where: {
                words[2] == $0.rawValue || words[2] == $0.rawValue + "s"
            })
        else { return nil }
        self = .within(count, unit)
    }

    private static let named: [String: Self] = [
        "same": .same, "short form": .shortForm, "swapped": .swapped,
        "day and month swapped": .dayAndMonthSwapped, "sector": .sameKey(.postcodeSector),
        "district": .sameKey(.postcodeDistrict), "area": .sameKey(.postcodeArea),
        "year": .sameKey(.year), "year and month": .sameKey(.yearAndMonth),
        "house number": .sameKey(.houseNumber), "user name": .sameUserName,
        "letters and digits": .sameLettersAndDigits,
    ]

    /// The test as an outline writes it; nil for one in SQL.
    var words: String? {
        if let (name, _) = Self.named.first(where: { $0.value == self }) { return name }
        return switch self {
        case .jaroWinkler(let least): "Jaro-Winkler \(least)"
        case .levenshtein(let most): "Levenshtein \(most)"
        case .damerauLevenshtein(let most): "Damerau-Levenshtein \(most)"
        case .within(let count, let unit):
            "within \(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
        case .sameKey(.prefix(let length)): "first \(length)"
        case .sameLastDigits(let count): "last \(count) digits"
        default: nil
        }
    }

    /// Every form of a level, for messages.
    public static let forms =
        named.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
        + ", `first 3`, `within 1 month`, `Jaro-Winkler 0.92`, `Levenshtein 1` and "
        + "`Damerau-Levenshtein 1`"
}
