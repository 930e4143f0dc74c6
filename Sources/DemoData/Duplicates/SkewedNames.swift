/// Names of which a few are very common and most are rare, as real ones are.
///
/// A name's share falls with its rank, by Zipf's law with a flattened head. Whole numbers only, so
/// that every platform draws the same names.
struct SkewedNames: Sendable {
    private let names: [String]
    /// Where each name's share of the draw ends.
    private let ends: [Int]

    /// Names from the most common to the rarest; `head` flattens the first ranks.
    init(_ names: [String], head: Int) {
        var end = 0
        self.names = names
        ends = names.indices.map { rank in
            end += 1_000_000_000 / (rank + head)
            return end
        }
    }

    /// One of the names, by its share.
    ///
    /// - Complexity: O(log names).
    func pick(using generator: inout SeededGenerator) -> String {
        let draw = generator.below(ends[ends.count - 1])
        var (low, high) = (0, ends.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > draw { high = middle } else { low = middle + 1 }
        }
        return names[low]
    }
}

/// The names of a whole county: the common ones of the lists and thousands of composed rare ones.
struct CountyNames: Sendable {
    private let surnames: [SkewedNames]
    private let forenames: [[String]: SkewedNames]

    init() {
        surnames = Surnames.byBackground.enumerated().map { index, common in
            index == Background.british.rawValue
                ? SkewedNames(common + Self.composed(except: Set(common)), head: 8)
                : SkewedNames(common, head: 4)
        }
        forenames = Dictionary(
            (Forenames.female + Forenames.male).map { ($0, SkewedNames($0, head: 6)) },
            uniquingKeysWith: { first, _ in first })
    }

    func surname(_ background: Background, using generator: inout SeededGenerator) -> String {
        surnames[background.rawValue].pick(using: &generator)
    }

    /// A name of the time of birth; one in eight is of another time.
    func forename(
        _ sex: Sex, _ background: Background, bornIn year: Int,
        using generator: inout SeededGenerator
    ) -> String {
        let shifted = generator.chance(12) ? year + generator.pick([-40, -20, 20]) : year
        let list = Forenames.list(for: sex, background, bornIn: shifted)
        return forenames[list]?.pick(using: &generator) ?? generator.pick(list)
    }

    /// Every stem with every ending, in a fixed order that mixes both.
    private static func composed(except taken: Set<String>) -> [String] {
        let count = stems.count * endings.count
        return (0..<count).map { number in
            let mixed = number * 1_009 % count
            return stems[mixed % stems.count] + endings[mixed / stems.count]
        }.filter { !taken.contains($0) }
    }

    private static let stems = commaSeparated(
        """
        Ash, Alder, Bar, Beck, Birch, Black, Brad, Bram, Brook, Burn, Cal, Char, Chil, Clay, Cob,
        Cran, Crow, Dal, Den, Dray, Dun, East, El, Fal, Farn, Fen, Fox, Gar, Glen, Gran, Had, Hal,
        Har, Hart, Hazel, Hen, Hol, Horn, Ing, Kel, Kil, Lang, Leigh, Lin, Lock, Mal, Mar, Mead,
        Mel, Mil, Nether, New, Nor, Oak, Old, Pem, Pen, Plum, Ray, Red, Ridge, Rock, Ros, Sal,
        Sedge, Shel, South, Stan, Sten, Strat, Sun, Thorn, Til, Tre, Under, Wal, War, Wether
        """)

    private static let endings = commaSeparated(
        """
        acre, bank, beck, bourne, bridge, brook, burgh, bury, by, cliffe, combe, cote, croft, dale,
        den, don, down, ell, ett, field, fold, ford, gate, gill, grave, grove, ham, hampton, hay,
        head, hill, holme, holt, house, hurst, ing, ington, keld, land, ley, low, man, mere, more,
        mouth, ney, nor, over, pole, port, ridge, rick, sall, sett, shaw, son, stead, sted, stone,
        stow, thorpe, thwaite, ton, tree, wade, water, way, well, wick, win, wood, worth, yard
        """)
}
