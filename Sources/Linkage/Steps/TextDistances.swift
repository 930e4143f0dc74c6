import Records

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
