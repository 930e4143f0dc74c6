import Decisions
import Linkage

/// Blocking rules and keys in words without codes.
struct RuleWords {
    private let names: Names

    init(_ names: Names) { self.names = names }

    /// A rule as people say it: `same surname and first letter of forename`.
    func words(_ rule: BlockingRule) -> String {
        guard let keys = keys(of: rule) else { return rule.label }
        return "Same " + AgreementWords.joined(keys.map(words))
    }

    /// The keys of a rule that asks for nothing else; nil for any other rule.
    private func keys(of rule: BlockingRule) -> [ColumnKey]? {
        let joined = rule.joins.compactMap(Self.key)
        let isPlain =
            rule.filter == nil && rule.alternatives.isEmpty && rule.arraysToExplode.isEmpty
        guard isPlain, joined.count == rule.joins.count else { return nil }
        let keys = rule.keys + joined
        return keys.isEmpty ? nil : keys
    }

    /// The key that an equality of the first letters of a column states.
    private static func key(_ join: BlockingRule.Join) -> ColumnKey? {
        guard join.left == join.right, case .call(.substring, let parts) = join.left,
            parts.count == 3, case .column(let name, _) = parts[0],
            parts[1] == .constant(.integer(1)), case .constant(.integer(let length)) = parts[2]
        else { return nil }
        return ColumnKey(name, .prefix(length: Int(length)))
    }

    /// A rule of which only the label was kept.
    func words(label: String) -> String {
        guard label.hasPrefix("same ") else {
            guard let expression = try? Expression(sql: label) else { return label }
            return words(BlockingRule(expression, sql: label))
        }
        let keys = label.dropFirst(5).split(separator: " and ", omittingEmptySubsequences: false)
        return "Same " + AgreementWords.joined(parts(keys.map(String.init)))
    }

    /// `year and month of date-of-birth` has the word between keys in it, so it is put together.
    private func parts(_ keys: [String]) -> [String] {
        var whole: [String] = []
        for key in keys {
            if whole.last == "year" {
                whole[whole.count - 1] = "year and " + key
            } else {
                whole.append(key)
            }
        }
        return whole.map { ColumnKey(words: $0).map(words) ?? $0 }
    }

    /// A key as people say it.
    func words(_ key: ColumnKey) -> String {
        let column = names.label(key.column).lowercasedFirst
        let date = column.hasPrefix("date of ") ? String(column.dropFirst(8)) : column
        return switch key.derivation {
        case .whole: column
        case .prefix(length: 1): "first letter of \(column)"
        case .prefix(let length): "first \(length) letters of \(column)"
        case .soundex: "sound of \(column)"
        case .year: "year of \(date)"
        case .yearAndMonth: "year and month of \(date)"
        case .postcodeArea: "\(column) area"
        case .postcodeDistrict: "\(column) district"
        case .postcodeSector: "\(column) sector"
        case .houseNumber: "house number of \(column)"
        }
    }
}
