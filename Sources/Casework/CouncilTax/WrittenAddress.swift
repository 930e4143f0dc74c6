import Records

/// The parts of a written address that tell one dwelling from another.
///
/// "Flat 2, 14 Tansy Row", "14 TANSY ROW FLAT 2" and "2/14 Tansy Row" have the same parts, and so
/// have "34 Tansy Road" and "No. 34, Tansy Rd". Addresses in BS 7666 parts and a gazetteer are
/// beyond it; it only keeps one home from counting as two.
struct WrittenAddress: Hashable, Sendable {
    /// The part of the building, such as `2`, `a` or `ground`; empty for a whole building.
    let unit: String
    /// The numbers of the building, in their first order.
    let numbers: [String]
    /// All other words, in order of their bytes, without those that say nothing.
    let words: [String]

    /// The parts of an address, or nil when it has no word and no number.
    init?(_ written: String) {
        var tokens = Self.tokens(written)
        let unit = Self.takeUnit(from: &tokens, isSlashed: Self.isSlashed(written))
        let numbers = tokens.filter(Self.isNumber)
        let words = tokens.filter { !Self.isNumber($0) && !Self.silent.contains($0) }
        guard !(numbers.isEmpty && words.isEmpty) else { return nil }
        self.unit = unit
        self.numbers = numbers
        self.words = Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Plain words and numbers; a letter after a number stands alone, as in `14 a`.
    private static func tokens(_ written: String) -> [String] {
        Normalisation.normalised(written).split(separator: " ").flatMap { word -> [String] in
            let digits = word.prefix { ("0"..."9").contains($0) }
            if !digits.isEmpty, word.count == digits.count + 1 {
                return [String(digits), String(word.suffix(1))]
            }
            return long[String(word)] ?? [String(word)]
        }
    }

    /// Removes the part of the building from the words of an address and returns it.
    private static func takeUnit(from tokens: inout [String], isSlashed: Bool) -> String {
        if let annexe = tokens.firstIndex(of: "annexe") {
            return tokens.remove(at: annexe)
        }
        if let floor = tokens.firstIndex(where: floors.contains), tokens.contains("floor") {
            let unit = tokens.remove(at: floor)
            tokens.removeAll { $0 == "floor" || $0 == "flat" }
            return unit
        }
        if let flat = tokens.firstIndex(of: "flat"), flat + 1 < tokens.count {
            tokens.remove(at: flat)
            return tokens.remove(at: flat)
        }
        if isSlashed, tokens.count > 1 { return tokens.removeFirst() }
        // The letter of "14 a", which is no word of a street when a number stands before it.
        let letter = tokens.indices.dropFirst().first {
            tokens[$0].utf8.count == 1 && !isNumber(tokens[$0]) && isNumber(tokens[$0 - 1])
        }
        return letter.map { tokens.remove(at: $0) } ?? ""
    }

    /// Whether an address begins with a flat and a house, as in `2/14`.
    private static func isSlashed(_ written: String) -> Bool {
        let parts = written.split(separator: "/", maxSplits: 1).map {
            $0.split(separator: " ").filter { !$0.isEmpty }
        }
        guard parts.count == 2, parts[0].count == 1, let house = parts[1].first else {
            return false
        }
        return isNumber(String(parts[0][0])) && house.first.map(\.isNumber) == true
    }

    private static func isNumber(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let floors: Set = ["basement", "ground", "first", "second", "third", "top"]
    private static let silent: Set = ["no", "number", "the", "at", "flat", "floor"]
    /// Short and long forms of one word, all written as one of them.
    private static let long: [String: [String]] = [
        "apartment": ["flat"], "apt": ["flat"], "annex": ["annexe"],
        "gff": ["ground", "floor", "flat"], "fff": ["first", "floor", "flat"],
        "sff": ["second", "floor", "flat"], "tff": ["top", "floor", "flat"],
        "street": ["st"], "road": ["rd"], "avenue": ["av"], "ave": ["av"], "drive": ["dr"],
        "lane": ["ln"], "close": ["cl"], "court": ["ct"], "crescent": ["cres"],
        "gardens": ["gdns"], "grove": ["gr"], "park": ["pk"], "place": ["pl"],
        "square": ["sq"], "terrace": ["ter"], "terr": ["ter"], "way": ["wy"], "saint": ["st"],
        "green": ["grn"], "hill": ["hl"], "row": ["rw"],
    ]
}

/// Whether two records are at one address, as far as they say.
public enum AddressComparison: Hashable, Sendable {
    /// They are at one address.
    case same
    /// They are at two addresses.
    case different
    /// They do not say enough.
    case unclear
}

/// What one record says about where somebody lives.
public struct Home: Hashable, Sendable {
    let uprn: String?
    let address: WrittenAddress?
    let postcode: String?

    /// A home as written; empty text counts as not known.
    public init(uprn: String?, address: String?, postcode: String?) {
        let plain = postcode.map { Normalisation.normalised($0).filter { $0 != " " } }
        self.uprn = uprn.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address.flatMap(WrittenAddress.init)
        self.postcode = plain.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether two records are at one address.
    ///
    /// Two UPRNs decide. Without them the homes are the same when part, number and either the
    /// postcode or all words agree, and different when a part, a number or the postcode differs
    /// and the words do not speak against it. Everything else is unclear: an old form of a
    /// postcode must not make somebody look as if registered elsewhere.
    public func compared(to other: Home) -> AddressComparison {
        if let uprn, let its = other.uprn { return uprn == its ? .same : .different }
        guard let address, let its = other.address else { return .unclear }
        let isSamePlace = address.unit == its.unit && address.numbers == its.numbers
        let hasSameWords = address.words == its.words
        switch (postcode, other.postcode) {
        case (let postcode?, let itsPostcode?) where postcode == itsPostcode:
            if isSamePlace { return .same }
            return address.unit.isEmpty == its.unit.isEmpty ? .different : .unclear
        case (.some, .some):
            return isSamePlace && hasSameWords ? .unclear : .different
        default:
            if isSamePlace { return hasSameWords ? .same : .unclear }
            return hasSameWords ? .different : .unclear
        }
    }
}
