/// Tests of codes that are done for eight pairs at a time, each with its bit of a word a pair.
struct CodeTests: Sendable {
    /// What a test asks of a number of the left record and one of the right.
    enum Question: Hashable, Sendable {
        case equal, different, swapped
        case oneIsMissing, leftIsMissing, rightIsMissing, leftIsKnown, rightIsKnown
        /// Whether two numbers are there and differ by so much at the most.
        case within(Int32)
    }

    /// One test.
    struct Test: Hashable, Sendable {
        let question: Question
        /// Where the number lies in the left record.
        let slot: Int
        /// Where the number lies in the right record.
        let other: Int
    }

    /// The tests, at most 32; the place of each is its bit, the lowest first.
    private(set) var tests: [Test] = []
    /// The most tests that a word holds.
    static let capacity = 32

    /// Adds a test and returns its bit.
    mutating func append(_ test: Test) -> Int {
        precondition(tests.count < Self.capacity, "A word has no more bits.")
        tests.append(test)
        return tests.count - 1
    }

    /// Works out the words of the pairs of a left record with eight records in each of `vectors`.
    ///
    /// `words`: those of the first vector come first.
    func fill(
        _ words: inout [Eight], _ left: Span<UInt32>, _ rights: GatheredColumns,
        _ vectors: Range<Int>
    ) {
        var words = words.mutableSpan
        let (cells, height) = (rights.cells.span, rights.height)
        for word in 0..<vectors.count { words[word] = .zero }
        for (bit, test) in tests.enumerated() {
            let (own, bit) = (left[test.slot], Eight(repeating: 1 << UInt32(bit)))
            let start = test.other * height + vectors.lowerBound
            let column = cells.extracting(start..<start + vectors.count)
            // Whole vectors on both sides of every operator: with a number on one side they are
            // done lane by lane.
            let (owns, zero) = (Eight(repeating: own), Eight.zero)
            switch test.question {
            case .equal where own == 0, .different where own == 0, .swapped where own == 0,
                .within where own == 0, .leftIsKnown where own == 0,
                .leftIsMissing where own != 0:
                continue
            case .leftIsMissing, .leftIsKnown,
                .oneIsMissing where own == 0:
                for word in 0..<column.count { words[word] |= bit }
            case .equal: words.mark(bit, where: column) { Eight(lanes: $0 .== owns) }
            case .different:
                words.mark(bit, where: column) {
                    Eight(lanes: $0 .!= owns) & Eight(lanes: $0 .!= zero)
                }
            case .rightIsMissing, .oneIsMissing:
                words.mark(bit, where: column) { Eight(lanes: $0 .== zero) }
            case .rightIsKnown: words.mark(bit, where: column) { Eight(lanes: $0 .!= zero) }
            case .within(let limit):
                let day = Int32(bitPattern: own)
                let least = SIMD8<Int32>(repeating: day - limit)
                let most = SIMD8<Int32>(repeating: day + limit)
                words.mark(bit, where: column) { numbers in
                    let days = unsafeBitCast(numbers, to: SIMD8<Int32>.self)
                    return Eight(lanes: days .>= least) & Eight(lanes: days .<= most)
                        & Eight(lanes: numbers .!= zero)
                }
            case .swapped:
                let second = left[test.other]
                guard second != 0 else { continue }
                let first = test.slot * height + vectors.lowerBound
                let firsts = cells.extracting(first..<first + vectors.count)
                let seconds = Eight(repeating: second)
                for word in 0..<vectors.count {
                    words[word] |=
                        Eight(lanes: column[word] .== owns)
                        & Eight(lanes: firsts[word] .== seconds) & bit
                }
            }
        }
    }
}

extension MutableSpan<Eight> {
    /// Sets a bit in the lanes that a test of a column fills.
    @inline(__always)
    fileprivate mutating func mark(
        _ bit: Eight, where column: Span<Eight>, _ holds: (Eight) -> Eight
    ) {
        for word in 0..<column.count { self[word] |= holds(column[word]) & bit }
    }
}

extension Eight {
    /// All bits of each lane that a mask has.
    @inline(__always)
    init(lanes mask: SIMDMask<SIMD8<Int32>>) {
        self = unsafeBitCast(mask, to: Eight.self)
    }
}

extension [Eight] {
    /// One lane, counted over all vectors.
    @inline(__always)
    func lane(_ lane: Int) -> UInt32 {
        span.bytes.unsafeLoad(fromByteOffset: lane &* 4, as: UInt32.self)
    }
}
