import Decisions
import Linkage

/// What a level asks of two records, in words that need no SQL.
struct ConditionWords {
    private let names: Names
    private let keys: RuleWords

    init(_ names: Names) {
        self.names = names
        keys = RuleWords(names)
    }

    /// The condition of a level, in a phrase; SQL that has no words is shown as it is.
    func words(_ level: ComparisonLevel) -> HTML {
        if let phrase = phrase(level.condition) { return HTML(phrase.capitalisedFirst + ".") }
        return HTML {
            "A condition of its own: "
            code(level.sql ?? "")
        }
    }

    private func name(_ column: String) -> String { names.label(column).lowercasedFirst }

    /// Nil where the condition, or a part of it, has no words.
    func phrase(_ condition: Condition) -> String? {
        switch condition {
        case .missing(let column): return "one of the two has no \(name(column))"
        case .equal(let key): return "the \(keys.words(key)) is the same"
        case .levenshtein(let column, let most):
            return "at most \(characters(most)) of the \(name(column)) are added, left out or "
                + "changed (Levenshtein distance \(most))"
        case .damerauLevenshtein(let column, let most):
            return "at most \(characters(most)) of the \(name(column)) are added, left out, "
                + "changed or swapped (Damerau–Levenshtein distance \(most))"
        case .jaro(let column, let least):
            return "the \(name(column)) is spelt alike (Jaro similarity at least "
                + "\(Numerals.decimal(least, places: 2)))"
        case .jaroWinkler(let column, let least):
            return "the \(name(column)) is spelt alike, the beginning counting most "
                + "(Jaro–Winkler similarity at least \(Numerals.decimal(least, places: 2)))"
        case .dateWithin(let column, let days):
            return "the two dates of \(name(column)) are at most \(days) days apart"
        case .datesTransposed(let column):
            return "the \(name(column)) is the same once day and month are swapped in one of them"
        case .columnsSwapped(let first, let second):
            return "\(name(first)) and \(name(second)) have changed places"
        case .all(let parts): return joined(parts, ", and ")
        case .any(let parts): return joined(parts, " or ").map { "either \($0)" }
        case .otherwise: return "anything else"
        case .expression: return nil
        }
    }

    private func joined(_ parts: [Condition], _ word: String) -> String? {
        let phrases = parts.compactMap(phrase)
        guard phrases.count == parts.count, parts.count <= 4 else { return nil }
        return phrases.joined(separator: word)
    }

    private func characters(_ count: Int) -> String {
        count == 1 ? "one character" : "\(count) characters"
    }
}
