/// The same numbers for the same seed on every machine (Steele, Lea, Flood 2014: SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func one<List: RandomAccessCollection>(of list: List) -> List.Element {
        list[list.index(list.startIndex, offsetBy: below(list.count))]
    }

    /// Each element with the same chance; a list, so that the result does not hang on hashing.
    mutating func some<Element>(of list: [Element], percent: Int) -> [Element] {
        var chosen: [Element] = []
        for element in list where chance(percent) { chosen.append(element) }
        return chosen
    }
}
