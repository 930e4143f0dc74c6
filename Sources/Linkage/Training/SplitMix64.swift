/// A small random number generator whose numbers depend on nothing but its seed.
///
/// Source: G. Steele, D. Lea, C. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that starts at a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.mixed(state)
    }

    /// A number scrambled so that every bit depends on every bit.
    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// The next number from 0 up to but not including 1, in steps of 2⁻⁵³.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// The next number from `low` up to `high`.
    mutating func number(from low: Double, to high: Double) -> Double {
        low + fraction() * (high - low)
    }

    /// The next whole number below a limit.
    mutating func index(below limit: Int) -> Int { Int(fraction() * Double(limit)) }
}
