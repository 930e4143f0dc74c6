/// Repeatable pseudo-random numbers: the same seed gives the same numbers on every platform.
///
/// Not for anything secret. Source: SplitMix64, Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014.
public struct SeededGenerator: Sendable {
    private var state: UInt64

    /// A generator that starts from this seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, `bound`.
    ///
    /// - Precondition: `bound > 0`.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "A bound is at least 1.")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A whole number in the range, each as likely as the others.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `percent` cases of a hundred.
    public mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of the choices.
    ///
    /// - Precondition: there is at least one choice.
    public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[below(choices.count)]
    }

    /// One of the choices, those near the start more often, as with names.
    ///
    /// - Precondition: there is at least one choice.
    public mutating func pickEarly<Choice>(_ choices: [Choice]) -> Choice {
        choices[min(below(choices.count), below(choices.count))]
    }

    /// Puts the elements in random order.
    ///
    /// - Complexity: O(n). Source: Fisher and Yates, as in Knuth, "The Art of Computer
    ///   Programming", volume 2, algorithm P.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, below(last + 1))
        }
    }
}

/// Cards dealt in random order and shuffled again when all are gone, so that shares come out exact.
struct Deck<Card: Sendable>: Sendable {
    private let cards: [Card]
    private var remaining: [Card] = []

    init(_ counts: [(card: Card, count: Int)]) {
        cards = counts.flatMap { Array(repeating: $0.card, count: $0.count) }
        precondition(!cards.isEmpty, "A deck has at least one card.")
    }

    mutating func deal(using generator: inout SeededGenerator) -> Card {
        if remaining.isEmpty {
            remaining = cards
            generator.shuffle(&remaining)
        }
        return remaining.removeLast()
    }
}
