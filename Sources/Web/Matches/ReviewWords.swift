import Casework
import Records

extension DiscountQuestion {
    /// The question in a few words, for lists; what the records show, never a verdict.
    var shortWords: String {
        switch self {
        case .othersRegistered(let count):
            "Single person discount, \(count) adults on the register"
        case .risingEighteen: "Single person discount, somebody turns 18 within a year"
        case .registeredElsewhere: "Single person discount, registered at another address"
        }
    }
}

extension MatchPair {
    /// The question in a few words, or that there is none.
    var shortWords: String { question?.shortWords ?? "No question, only a possible match" }
}

extension Strength {
    var tag: StatusTag {
        switch self {
        case .veryStrong: StatusTag(label, .teal)
        case .strong: StatusTag(label, .blue)
        case .fair: StatusTag(label, .yellow)
        case .weak: StatusTag(label, .grey)
        }
    }

    /// What the word stands for, in whole numbers.
    var meaning: String {
        switch self {
        case .veryStrong: "By the model, at least 99 in 100 pairs like this are one person."
        case .strong: "By the model, at least 9 in 10 pairs like this are one person."
        case .fair: "By the model, at least 1 in 2 pairs like this are one person."
        case .weak: "By the model, fewer than 1 in 2 pairs like this are one person."
        }
    }
}

extension Verdict {
    var tag: StatusTag {
        switch self {
        case .same: StatusTag(label, .blue)
        case .different: StatusTag(label, .grey)
        case .notSure: StatusTag(label, .yellow)
        }
    }
}
