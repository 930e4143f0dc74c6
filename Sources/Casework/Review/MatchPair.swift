public import Records

/// Two records that may be about the same person, for a named person to decide.
///
/// A match is a question, never a verdict.
public struct MatchPair: Hashable, Sendable, Identifiable {
    /// Names a pair; made at random.
    public typealias ID = Identifier<MatchPair>

    /// Names the pair.
    public let id: ID
    /// Match weight in bits: log2 of the odds that the records are about the same person.
    public let weightBits: Double
    /// What a yes would let somebody ask, if anything.
    public let question: DiscountQuestion?
    /// What the question is worth in a year, in pence; 0 when there is none.
    public let yearlyPence: Int

    /// A pair from its parts.
    ///
    /// - Precondition: the weight is a number; the queue has no place for one that is not.
    public init(id: ID, weightBits: Double, question: DiscountQuestion?, yearlyPence: Int) {
        precondition(!weightBits.isNaN, "A match weight is a number.")
        self.id = id
        self.weightBits = weightBits
        self.question = question
        self.yearlyPence = yearlyPence
    }

    /// How strong the evidence is, in words.
    public var strength: Strength { Strength(weightBits: weightBits) }

    /// The order of the queue: value times probability, the most first; then weight, then code.
    public static func isBefore(_ left: MatchPair, _ right: MatchPair) -> Bool {
        if left.expectedPence != right.expectedPence {
            return left.expectedPence > right.expectedPence
        }
        if left.weightBits != right.weightBits { return left.weightBits > right.weightBits }
        return left.id < right.id
    }

    /// The yearly value times the probability that the records are about the same person, pence.
    public var expectedPence: Double {
        // 1 / (1 + 2^-w) without a power function, so that the core stays free of libraries.
        let odds = Strength.powerOfTwo(weightBits)
        return Double(yearlyPence) * (odds.isInfinite ? 1 : odds / (1 + odds))
    }
}

/// How strong the evidence is that two records are about the same person.
///
/// The bands follow the odds: 1 in 2, 9 in 10 and 99 in 100.
public enum Strength: String, Hashable, Sendable, CaseIterable {
    /// At least 99 in 100 pairs like this are the same person, if the model holds.
    case veryStrong = "very-strong"
    /// At least 9 in 10.
    case strong
    /// At least 1 in 2.
    case fair
    /// Fewer than 1 in 2.
    case weak

    /// The band of a match weight in bits.
    public init(weightBits: Double) {
        switch weightBits {
        case 6.629_356_620_079_609_5...: self = .veryStrong  // log2(99)
        case 3.169_925_001_442_312...: self = .strong  // log2(9)
        case 0...: self = .fair
        default: self = .weak
        }
    }

    /// As people say it.
    public var label: String {
        switch self {
        case .veryStrong: "Very strong"
        case .strong: "Strong"
        case .fair: "Fair"
        case .weak: "Weak"
        }
    }

    /// 2 to a power that need not be whole, by splitting off the whole part.
    ///
    /// Relative error below 1e-9 for powers from -1,000 to 1,000; infinity or 0 beyond.
    static func powerOfTwo(_ power: Double) -> Double {
        guard power < 1_000 else { return .infinity }
        guard power > -1_000 else { return 0 }
        let whole = power.rounded(.down)
        let x = (power - whole) * 0.693_147_180_559_945_3
        var term = 1.0
        var sum = 1.0
        for index in 1...16 {
            term *= x / Double(index)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(whole), significand: 1) * sum
    }
}

/// What a person decided about a pair.
public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
    /// The records are about the same person.
    case same
    /// They are about different people.
    case different
    /// Somebody else should look.
    case notSure = "not-sure"

    /// As people say it.
    public var label: String {
        switch self {
        case .same: "Same person"
        case .different: "Different people"
        case .notSure: "Not sure"
        }
    }
}
