/// Imagined pairs of records of one person, to see which rules would find them.
///
/// A pair takes from the files which values are missing; whether keys agree is drawn. One draw a
/// column serves all its keys, and one draw decides whether the person has moved.
struct Worlds {
    /// How many pairs are imagined.
    static let count = 4_096
    /// How many people of a hundred have moved between two records.
    private static let movedShare = 0.12

    /// By key: the worlds in which both records have it.
    private let present: [ColumnKey: WorldSet]
    /// By column: a number from 0 to 1 in each world; a key agrees above it.
    private let draws: [String: [Double]]
    private let stays: WorldSet

    /// Imagines pairs of the records of files, of which `isFilled` says which has which key.
    init(
        _ keys: [KeyReliability], records: Int, seed: UInt64,
        isFilled: (Int, ColumnKey) -> Bool
    ) {
        var random = SplitMix64(seed: seed)
        let pairs = (0..<Self.count).map { _ in
            (
                random.index(below: records),
                random.index(below: records)
            )
        }
        var stays = WorldSet()
        for world in 0..<Self.count
        where random.fraction() >= Self.movedShare {
            stays.insert(world)
        }
        self.stays = stays
        var present: [ColumnKey: WorldSet] = [:]
        var draws: [String: [Double]] = [:]
        for key in keys.map(\.key) {
            var set = WorldSet()
            for (world, pair) in pairs.enumerated()
            where isFilled(pair.0, key) && isFilled(pair.1, key) {
                set.insert(world)
            }
            present[key] = set
        }
        for column in Set(keys.map(\.key.column)).sorted() {
            draws[column] = (0..<Self.count).map { _ in random.fraction() }
        }
        self.present = present
        self.draws = draws
    }

    /// The worlds in which two records agree on a key.
    func agreeing(on key: KeyReliability) -> WorldSet {
        guard let present = present[key.key], let draws = draws[key.key.column] else {
            return WorldSet()
        }
        var set = WorldSet()
        for world in 0..<Self.count where draws[world] < key.agreement { set.insert(world) }
        set.formIntersection(present)
        if key.isHome { set.formIntersection(stays) }
        return set
    }
}

/// A set of imagined pairs, a bit each.
struct WorldSet: Hashable, Sendable {
    private var words = [UInt64](repeating: 0, count: Worlds.count / 64)

    mutating func insert(_ world: Int) { words[world >> 6] |= 1 << UInt64(world & 63) }

    mutating func formIntersection(_ other: WorldSet) {
        for word in words.indices { words[word] &= other.words[word] }
    }

    mutating func formUnion(_ other: WorldSet) {
        for word in words.indices { words[word] |= other.words[word] }
    }

    /// How many of the set are not in another.
    func count(without other: WorldSet) -> Int {
        zip(words, other.words).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
