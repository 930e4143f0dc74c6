/// A test of two texts that a bound on their likeness can refuse.
struct TextBound: Hashable, Sendable {
    private let kind: PairProgram.Kind
    /// Where the code of the text lies in the left record.
    let slot: Int
    /// Where the code of the text lies in the right record.
    let other: Int
    private let limit: Double
    /// The bound of a test, or nil where closer is not what the test asks for.
    init?(_ test: PairProgram.Test) {
        switch (test.kind, test.relation) {
        case (.jaro, .greaterOrEqual), (.jaro, .greater), (.jaroWinkler, .greaterOrEqual),
            (.jaroWinkler, .greater):
            limit = test.lowestLimit
        case (.levenshtein, .lessOrEqual), (.levenshtein, .less),
            (.damerauLevenshtein, .lessOrEqual), (.damerauLevenshtein, .less),
            (.unrestrictedDamerauLevenshtein, .lessOrEqual),
            (.unrestrictedDamerauLevenshtein, .less):
            limit = test.limit
        default: return nil
        }
        kind = test.kind
        slot = Int(test.slot)
        other = Int(test.other)
    }

    /// Whether no similarity of two texts can reach the limit, or no distance can keep to it.
    func isFar(_ left: TextProfile, _ right: TextProfile) -> Bool {
        switch kind {
        case .jaro: left.greatestJaro(to: right) < limit
        case .jaroWinkler: left.greatestJaroWinkler(to: right) < limit
        default: Double(left.leastDistance(to: right)) > limit
        }
    }

    /// The fewest bytes that texts of some lengths and equal beginning must share, for similarities
    /// of short texts; 255 where none suffice.
    fileprivate func fewestShared(_ length: Int, _ other: Int, _ beginning: Int) -> UInt8 {
        let enough = (0...min(length, other)).first { shared in
            let greatest =
                kind == .jaro
                ? TextProfile.greatestJaro(shared, length, other)
                : TextProfile.greatestJaroWinkler(shared, length, other, beginning)
            return greatest >= limit
        }
        return enough.map { UInt8($0) } ?? .max
    }

    fileprivate var isOfSimilarity: Bool { kind == .jaro || kind == .jaroWinkler }
}

/// A bound that is worked out beforehand for short texts.
struct TabledBound: Sendable {
    /// Where the code of the text lies in the left record.
    let slot: Int
    /// Which of the texts of the right record, of those that bounds look at.
    let text: Int
    private let bound: TextBound
    /// The fewest bytes that two texts must share, by their lengths and equal beginning.
    private let fewestShared: [UInt8]

    /// Texts of more bytes are looked at without the table.
    private static let longest = 31

    init(_ bound: TextBound, text: Int) {
        self.bound = bound
        self.text = text
        slot = bound.slot
        var table: [UInt8] = []
        if bound.isOfSimilarity {
            for length in 0...Self.longest {
                for other in 0...Self.longest {
                    table += (0...4).map { bound.fewestShared(length, other, $0) }
                }
            }
        }
        fewestShared = table
    }

    /// Whether two texts are too unlike for the test, and for similar ones of lower limits.
    @inline(__always)
    func isFar(_ left: TextProfile, _ right: TextProfile) -> Bool {
        let (length, other) = (Int(left.length), Int(right.length))
        guard !fewestShared.isEmpty, length <= Self.longest, other <= Self.longest else {
            return bound.isFar(left, right)
        }
        let place = (length * (Self.longest + 1) + other) * 5 + left.equalBeginning(with: right)
        return left.mostShared(with: right) < Int(fewestShared[place])
    }
}
