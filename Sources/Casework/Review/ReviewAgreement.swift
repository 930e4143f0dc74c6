/// How far two people agree who decided the same pairs, neither knowing the other's answer.
public struct ReviewAgreement: Hashable, Sendable {
    /// One pair that two people decided.
    public struct Answers: Hashable, Sendable {
        /// The first answer.
        public let first: Verdict
        /// The second answer.
        public let second: Verdict

        /// Two answers about one pair.
        public init(first: Verdict, second: Verdict) {
            self.first = first
            self.second = second
        }
    }

    /// Pairs with two answers.
    public let pairs: Int
    /// Pairs with the same answer twice.
    public let agreed: Int
    private let chance: Double

    /// The agreement over all pairs that two people decided.
    public init(_ answers: [Answers]) {
        pairs = answers.count
        agreed = answers.count { $0.first == $0.second }
        let square = Double(max(1, pairs * pairs))
        chance = Verdict.allCases.reduce(0) { sum, verdict in
            let firsts = answers.count { $0.first == verdict }
            let seconds = answers.count { $0.second == verdict }
            return sum + Double(firsts * seconds) / square
        }
    }

    /// The share with the same answer, 0 to 1; nil without pairs.
    public var share: Double? { pairs == 0 ? nil : Double(agreed) / Double(pairs) }

    /// Agreement beyond chance: 1 for all, 0 for what chance gives; nil where all are alike.
    ///
    /// Source: J. Cohen, Educ. Psychol. Meas. 20 (1960) 37.
    public var kappa: Double? {
        guard let share, chance < 1 else { return nil }
        return (share - chance) / (1 - chance)
    }
}
