import Records

/// Bounds on the distances of two values that hold without looking at their bytes in order.
struct DistanceBounds {
    let left: Int
    let right: Int
    let leftLength: Int
    let rightLength: Int
    let leftUnmatched: Int
    let rightUnmatched: Int

    @inline(__always)
    init(_ encoded: EncodedRecords, _ left: UInt32, _ right: UInt32) {
        self.left = Int(encoded.ends[Int(left) - 1])
        self.right = Int(encoded.ends[Int(right) - 1])
        leftLength = Int(encoded.ends[Int(left)]) - self.left
        rightLength = Int(encoded.ends[Int(right)]) - self.right
        let (l, r) = (encoded.signatures[Int(left)], encoded.signatures[Int(right)])
        leftUnmatched = l.unmatched(in: r)
        rightUnmatched = r.unmatched(in: l)
    }

    /// No Levenshtein distance is smaller; a swap of neighbours changes no letters either.
    var leastDistance: Int {
        max(leftUnmatched, rightUnmatched, abs(leftLength - rightLength))
    }

    /// No Jaro similarity is greater, with a margin for rounding.
    var greatestJaro: Double {
        let shared = Double(min(leftLength - leftUnmatched, rightLength - rightUnmatched))
        guard shared > 0 else { return 0 }
        return (shared / Double(leftLength) + shared / Double(rightLength) + 1) / 3 + 1e-9
    }

    /// No Jaro–Winkler similarity is greater, with a margin for rounding.
    func greatestJaroWinkler(_ encoded: EncodedRecords) -> Double {
        let jaro = greatestJaro
        let longest = min(4, leftLength, rightLength)
        var prefix = 0
        while prefix < longest, encoded.arena[left + prefix] == encoded.arena[right + prefix] {
            prefix += 1
        }
        return jaro + Double(prefix) * 0.1 * max(0, 1 - jaro)
    }
}

/// Distances from the last left value of one column.
struct TextDistances {
    private var pattern = BytePattern()
    private var loaded: UInt32 = 0
    private var other: UInt32 = 0
    private var similarity = 0.0

    mutating func levenshtein(
        _ left: UInt32, _ right: UInt32, _ encoded: EncodedRecords
    ) -> Int {
        load(left, encoded)
        return pattern.levenshtein(to: encoded.arena.span.extracting(encoded.range(of: right)))
    }

    mutating func damerauLevenshtein(
        _ left: UInt32, _ right: UInt32, _ encoded: EncodedRecords
    ) -> Int {
        DamerauLevenshtein.distance(
            encoded.arena.span.extracting(encoded.range(of: left)),
            encoded.arena.span.extracting(encoded.range(of: right)))
    }

    mutating func jaro(_ left: UInt32, _ right: UInt32, _ encoded: EncodedRecords) -> Double {
        load(left, encoded)
        return pattern.jaro(to: encoded.arena.span.extracting(encoded.range(of: right)))
    }

    mutating func jaroWinkler(
        _ left: UInt32, _ right: UInt32, _ encoded: EncodedRecords
    ) -> Double {
        if left == loaded, right == other { return similarity }
        load(left, encoded)
        similarity = pattern.jaroWinkler(
            to: encoded.arena.span.extracting(encoded.range(of: right)))
        other = right
        return similarity
    }

    private mutating func load(_ left: UInt32, _ encoded: EncodedRecords) {
        guard left != loaded else { return }
        pattern.load(encoded.arena.span.extracting(encoded.range(of: left)))
        loaded = left
        other = 0
    }
}
