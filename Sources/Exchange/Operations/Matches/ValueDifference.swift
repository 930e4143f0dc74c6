public import Records

/// How two values of one item differ, in words for the person who compares them.
public enum ValueDifference: Hashable, Sendable {
    /// The same, letter for letter.
    case same
    /// Nearly the same, and how, such as "one letter differs".
    case similar(String)
    /// Not alike.
    case different
    /// One or both are not held.
    case notHeld

    /// Compares two values that are written in the canonical form of their kind.
    public init(_ left: String?, _ right: String?, kind: DataItem.Kind) {
        guard let left, let right, !left.isEmpty, !right.isEmpty else {
            self = .notHeld
            return
        }
        guard left != right else {
            self = .same
            return
        }
        let how: String? =
            switch kind {
            case .text: Self.texts(left, right)
            case .date: Self.dates(left, right)
            case .postcode: Self.postcodes(left, right)
            default: nil
            }
        self = how.map { .similar($0) } ?? .different
    }

    private static func texts(_ left: String, _ right: String) -> String? {
        let (one, two) = (Normalisation.normalised(left), Normalisation.normalised(right))
        guard !one.isEmpty, !two.isEmpty else { return nil }
        if one == two { return "only capitals, accents or punctuation differ" }
        let words = (one.split(separator: " "), two.split(separator: " "))
        if words.0.sorted() == words.1.sorted() { return "the same words in another order" }
        return parts(one, two) ?? letters(one, two)
    }

    /// Whether one text is a part of the other: an initial, the first letters, some of the words.
    private static func parts(_ one: String, _ two: String) -> String? {
        let (short, long) = one.utf8.count < two.utf8.count ? (one, two) : (two, one)
        if long.hasPrefix(short) {
            if short.utf8.count == 1 { return "one is an initial" }
            if !long.contains(" "), short.utf8.count >= 3 {
                return "one has only the first letters"
            }
        }
        let (few, many) = (Set(short.split(separator: " ")), Set(long.split(separator: " ")))
        return few.isSubset(of: many) ? "one has more words" : nil
    }

    private static func letters(_ one: String, _ two: String) -> String? {
        let hasDigits = (one + two).utf8.contains { (48...57).contains($0) }
        let letter = hasDigits ? "letter or digit" : "letter"
        switch DamerauLevenshtein.distance(one, two) {
        case 1:
            return Levenshtein.distance(one, two) == 2
                ? "two \(hasDigits ? "letters or digits" : "letters") are swapped"
                : "one \(letter) differs"
        case 2 where min(one.utf8.count, two.utf8.count) >= 5:
            return "two \(hasDigits ? "letters or digits" : "letters") differ"
        default: break
        }
        if !hasDigits, !one.contains(" "), !two.contains(" "),
            let sound = Soundex.code(one), sound == Soundex.code(two)
        {
            return "they sound alike"
        }
        return JaroWinkler.similarity(one, two) >= 0.9 ? "the spelling is close" : nil
    }

    private static func dates(_ left: String, _ right: String) -> String? {
        guard let one = CalendarDate(left)?.parts, let two = CalendarDate(right)?.parts else {
            return nil
        }
        if one.year == two.year, one.month == two.day, one.day == two.month {
            return "day and month are swapped"
        }
        if Levenshtein.distance(left, right) == 1 { return "one digit differs" }
        if one.year == two.year {
            return one.month == two.month ? "the same month and year" : "the same year"
        }
        return one.month == two.month && one.day == two.day ? "the same day and month" : nil
    }

    private static func postcodes(_ left: String, _ right: String) -> String? {
        if Levenshtein.distance(left, right) == 1 { return "one letter or digit differs" }
        guard let one = left.split(separator: " ").first, one == right.split(separator: " ").first
        else { return nil }
        return "the first half is the same"
    }
}
