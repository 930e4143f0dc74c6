import Records
import Testing

struct UnrestrictedDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("ca", "abc", 2), ("ab", "ba", 1),
        ("abcd", "badc", 2), ("a cat", "an abct", 3), ("1980-12-03", "1980-21-03", 1),
        ("Martha", "Marhta", 1), ("ab", "bxa", 2), ("é", "e", 2), ("kitten", "sitting", 3),
    ])
    func `the distance is that of DuckDB's damerau_levenshtein`(
        _ left: String, _ right: String, _ distance: Int
    ) {
        #expect(UnrestrictedDamerauLevenshtein.distance(left, right) == distance)
        #expect(UnrestrictedDamerauLevenshtein.distance(right, left) == distance)
    }

    @Test func `the distance is the fewest edits that a search finds`() {
        for (left, right) in Textbook.randomPairs(count: 120, longest: 4) {
            let found = UnrestrictedDamerauLevenshtein.distance(left.span, right.span)
            #expect(found == fewestEdits(left, right))
        }
    }

    @Test func `the distance lies between that without swaps and that with restricted swaps`() {
        for (left, right) in Textbook.randomPairs(count: 500, longest: 14) {
            let found = UnrestrictedDamerauLevenshtein.distance(left.span, right.span)
            #expect(found <= DamerauLevenshtein.distance(left.span, right.span))
            #expect(2 * found >= Levenshtein.distance(left.span, right.span))
        }
    }

    @Test func `shared bytes and places are counted`() {
        let (abc, abd) = (Array("abc".utf8), Array("abd".utf8))
        #expect(Jaccard.similarity(abc.span, abd.span) == 0.5)
        #expect(Jaccard.similarity(abc.span, Array("aabbcc".utf8).span) == 1)
        #expect(Jaccard.similarity(abc.span, [UInt8]().span) == nil)
        #expect(Hamming.distance(abc.span, abd.span) == 1)
        #expect(Hamming.distance(abc.span, Array("ab".utf8).span) == nil)
        #expect(Hamming.distance([UInt8]().span, [UInt8]().span) == 0)
    }

    /// Breadth first over all single edits: the definition itself, for short texts.
    private func fewestEdits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let letters = Set(right)
        let longest = max(left.count, right.count) + 1
        var (seen, edge) = (Set([left]), [left])
        var steps = 0
        while !seen.contains(right) {
            steps += 1
            edge = edge.flatMap { edits($0, letters) }
                .filter { $0.count <= longest && seen.insert($0).inserted }
        }
        return steps
    }

    private func edits(_ text: [UInt8], _ letters: Set<UInt8>) -> [[UInt8]] {
        var results: [[UInt8]] = []
        for place in 0...text.count {
            for letter in letters {
                results.append(text[..<place] + [letter] + text[place...])
                if place < text.count {
                    results.append(text[..<place] + [letter] + text[(place + 1)...])
                }
            }
            guard place < text.count else { continue }
            results.append(Array(text[..<place] + text[(place + 1)...]))
            if place + 1 < text.count {
                var swapped = text
                swapped.swapAt(place, place + 1)
                results.append(swapped)
            }
        }
        return results
    }
}
