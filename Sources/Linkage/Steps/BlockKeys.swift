/// Where the numbers lie that two records must share to be in one block, for many blocks.
struct BlockKeys: Sendable {
    private let places: [(left: Int, right: Int)]
    /// Where the places of each of the blocks start, and where the last one's end.
    private let starts: [Int]
    /// All places, each once, as tests; and the bits that each of the blocks needs.
    private let tests: CodeTests
    private let needed: [UInt32]
    /// Whether the tests of all blocks fit into a word.
    let fit: Bool

    init(_ rules: some Sequence<BlockingRule>, _ layout: RecordLayout) {
        var places: [(left: Int, right: Int)] = []
        var starts = [0]
        for rule in rules {
            places += rule.keySlots.map {
                (left: layout.position(of: $0.left), right: layout.position(of: $0.right))
            }
            starts.append(places.count)
        }
        let distinct = places.map {
            CodeTests.Test(question: .equal, slot: $0.left, other: $0.right)
        }
        var (tests, bits) = (CodeTests(), [CodeTests.Test: Int]())
        for test in distinct where bits[test] == nil && bits.count < CodeTests.capacity {
            bits[test] = tests.append(test)
        }
        fit = distinct.allSatisfy { bits[$0] != nil }
        needed = starts.indices.dropLast().map { block in
            distinct[starts[block]..<starts[block + 1]].reduce(0) {
                $0 | 1 << UInt32(bits[$1] ?? 0)
            }
        }
        self.places = places
        self.starts = starts
        self.tests = tests
    }

    /// Whether two records, given by their rows, share all numbers of a block.
    @inline(__always)
    func agree(_ block: Int, _ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
        for key in starts[block]..<starts[block + 1] {
            let number = left[places[key].left]
            if number == 0 || number != right[places[key].right] { return false }
        }
        return true
    }

    /// Sets the words, zero before or not, of those pairs of a left record with some vectors of
    /// right ones that share all numbers of any of the blocks, and clears those of the others.
    ///
    /// Requires tests that fit.
    func agreeing(
        _ words: inout [Eight], _ left: Span<UInt32>, _ rights: GatheredColumns,
        _ vectors: Range<Int>
    ) {
        tests.fill(&words, left, rights, vectors)
        var words = words.mutableSpan
        for word in 0..<vectors.count {
            let bits = words[word]
            var any = Eight.zero
            for needed in needed {
                let needed = Eight(repeating: needed)
                any |= Eight(lanes: (bits & needed) .== needed)
            }
            words[word] = any
        }
    }
}
