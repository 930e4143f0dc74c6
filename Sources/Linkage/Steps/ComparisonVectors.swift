import Records

/// Compares pairs of records and gives their comparison vectors as patterns.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct ComparisonVectors {
    private let encoded: EncodedRecords
    private let tests: ComparisonTests
    private let strides: [UInt32]
    private var texts: [TextDistances]

    init(_ comparisons: [Comparison], _ layout: PatternLayout, _ encoded: EncodedRecords) {
        self.encoded = encoded
        tests = ComparisonTests(comparisons, encoded.layout)
        strides = layout.strides
        texts = Array(repeating: TextDistances(), count: encoded.width)
    }

    /// The pattern of a pair over some comparisons; the digits of the others are 0.
    mutating func pattern(_ left: Int, _ right: Int, over comparisons: [Int]) -> UInt32 {
        var pattern: UInt32 = 0
        for comparison in comparisons {
            pattern += digit(of: comparison, left, right) * strides[comparison]
        }
        return pattern
    }

    /// The digit of one comparison: 0 for null, else its comparison vector value plus one.
    mutating func digit(of comparison: Int, _ left: Int, _ right: Int) -> UInt32 {
        let (l, r) = (left * encoded.width, right * encoded.width)
        for index in tests.levelStarts[comparison]..<tests.levelStarts[comparison + 1] {
            let level = tests.levels[index]
            if holds(tests.tests[level.test], l, r) { return level.digit }
        }
        return 1
    }

    private mutating func holds(_ test: ComparisonTests.Test, _ l: Int, _ r: Int) -> Bool {
        let left = encoded.cells[l + test.slot]
        let right = encoded.cells[r + test.slot]
        switch test.kind {
        case .missing: return left == 0 || right == 0
        case .equal: return left == right && left != 0
        case .levenshtein, .damerauLevenshtein, .jaro, .jaroWinkler:
            guard left != 0, right != 0 else { return false }
            return left == right || isClose(test, left, right)
        case .dateWithin:
            guard left != 0, right != 0 else { return false }
            return (left > right ? left - right : right - left) <= test.limit
        case .datesTransposed:
            guard left != 0, right != 0 else { return false }
            return left / 512 == right / 512 && left / 32 % 16 == right % 32
                && left % 32 == right / 32 % 16
        case .columnsSwapped:
            return left != 0 && right != 0 && left == encoded.cells[r + test.other]
                && right == encoded.cells[l + test.other]
        case .all:
            for part in test.partsStart..<test.partsEnd
            where !holds(tests.tests[tests.parts[part]], l, r) {
                return false
            }
            return true
        case .any:
            for part in test.partsStart..<test.partsEnd
            where holds(tests.tests[tests.parts[part]], l, r) {
                return true
            }
            return false
        case .otherwise: return true
        }
    }

    private mutating func isClose(
        _ test: ComparisonTests.Test, _ left: UInt32, _ right: UInt32
    ) -> Bool {
        let bounds = DistanceBounds(encoded, left, right)
        switch test.kind {
        case .levenshtein:
            guard bounds.leastDistance <= test.limit else { return false }
            return texts[test.slot].levenshtein(left, right, encoded) <= test.limit
        case .damerauLevenshtein:
            guard bounds.leastDistance <= test.limit else { return false }
            return texts[test.slot].damerauLevenshtein(left, right, encoded) <= test.limit
        case .jaro:
            guard bounds.greatestJaro >= test.least else { return false }
            return texts[test.slot].jaro(left, right, encoded) >= test.least
        default:
            guard bounds.greatestJaroWinkler(encoded) >= test.least else { return false }
            return texts[test.slot].jaroWinkler(left, right, encoded) >= test.least
        }
    }
}

/// Bounds on the distances of two values that hold without looking at their bytes in order.
private struct DistanceBounds {
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
private struct TextDistances {
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
