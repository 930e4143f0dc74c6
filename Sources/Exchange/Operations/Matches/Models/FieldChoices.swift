public import Linkage
public import Records

/// A level that is sensible for a field, ready to be added to a comparison.
public struct LevelChoice: Hashable, Sendable, Identifiable {
    /// The field and the test, for a form.
    public let id: String
    /// The level, with its label in plain words.
    public let level: ComparisonLevel
}

/// Sensible ways to compare and to block on the fields of the data dictionary.
public struct FieldChoices: Sendable {
    /// Whether conditions are SQL, as in models of Splink; else they are Weft's own.
    private let isSQL: Bool
    private let labels: [DataItem.ID: String]

    /// Choices for a model; `labels`: what the items of the data dictionary are called.
    public init(_ model: LinkageModel, labels: [DataItem.ID: String]) {
        isSQL = model.columnForms.isEmpty
        self.labels = labels
    }

    /// What a column of the data dictionary holds, as far as comparing goes.
    public static func kind(_ column: String) -> FieldKind {
        switch column {
        case "forename": .forename
        case "surname": .surname
        case "middle-names", "full-name", "previous-names": .name
        case "date-of-birth", "date-of-death": .dateOfBirth
        case "postcode": .postcode
        case "address": .addressLine
        case "town": .place
        case "email": .email
        case "telephone": .telephone
        case "nhs-number": .nhsNumber
        case "national-insurance-number": .nationalInsuranceNumber
        case "uprn": .uprn
        case "sex": .sex
        default: .exact
        }
    }

    /// How a column of the data dictionary is best read before it is compared.
    public static func form(_ column: String) -> ColumnForm {
        switch kind(column) {
        case .forename, .surname, .name, .place, .sex: .text
        case .addressLine: .address
        case .dateOfBirth: .date
        case .postcode: .postcode
        case .uprn, .nhsNumber, .nationalInsuranceNumber: .identifier
        default: .verbatim
        }
    }

    /// The keys on which two records may be asked to agree in a column.
    public static func keys(_ column: String) -> [ColumnKey] {
        let derivations: [Derivation] =
            switch kind(column) {
            case .forename, .name: [.whole, .prefix(length: 1), .prefix(length: 3)]
            case .surname: [.whole, .soundex, .prefix(length: 1), .prefix(length: 3)]
            case .dateOfBirth: [.whole, .yearAndMonth, .year]
            case .postcode: [.whole, .postcodeSector, .postcodeDistrict, .postcodeArea]
            case .addressLine: [.whole, .houseNumber]
            default: [.whole]
            }
        return derivations.map { ColumnKey(column, $0) }
    }

    /// A rule that two records agree on keys, in the model's own kind of condition.
    public func rule(_ keys: [ColumnKey]) -> BlockingRule {
        isSQL ? .agreeing(on: keys) : BlockingRule(keys: keys)
    }

    /// The levels that are sensible for a column, closest first.
    public func levels(_ column: String) -> [LevelChoice] {
        Self.tests(Self.kind(column)).map { test in
            LevelChoice(id: "\(column)/\(Self.code(test))", level: level(test, column))
        }
    }

    /// A comparison of a column with its usual levels.
    public func comparison(_ column: String) -> Linkage.Comparison {
        let kind = Self.kind(column)
        let tests = Self.tests(kind).prefix(kind == .dateOfBirth ? 6 : 5)
        return Linkage.Comparison(
            column, [missing(column)] + tests.map { level($0, column) } + [otherwise])
    }

    private var otherwise: ComparisonLevel {
        isSQL ? ComparisonLevel(.otherwise, label: "Different", sql: "ELSE") : .otherwise
    }

    private func missing(_ column: String) -> ComparisonLevel {
        guard isSQL else { return .null(column) }
        return Field(Self.kind(column), [column]).comparison.comparisonLevels[0]
    }

    private static func tests(_ kind: FieldKind) -> [FieldLevel.Test] {
        let letter = FieldLevel.Test.sameKey(.prefix(length: 1))
        return switch kind {
        case .forename: [.same, .shortForm, .jaroWinkler(0.92), .jaroWinkler(0.88), letter]
        case .surname, .name:
            [.same, .jaroWinkler(0.92), .jaroWinkler(0.88), .levenshtein(1), letter]
        case .dateOfBirth:
            [
                .same, .dayAndMonthSwapped, .levenshtein(1), .within(1, .month),
                .within(1, .year), .within(10, .year), .sameKey(.yearAndMonth), .sameKey(.year),
            ]
        case .postcode:
            [
                .same, .sameKey(.postcodeSector), .sameKey(.postcodeDistrict),
                .sameKey(.postcodeArea), .levenshtein(1),
            ]
        case .addressLine: [.same, .jaroWinkler(0.95), .sameKey(.houseNumber), .jaroWinkler(0.88)]
        case .place: [.same, .jaroWinkler(0.88)]
        case .email: [.same, .sameUserName, .jaroWinkler(0.88)]
        case .telephone: [.same, .sameLastDigits(9), .damerauLevenshtein(1)]
        case .nhsNumber, .nationalInsuranceNumber:
            [.same, .sameLettersAndDigits, .damerauLevenshtein(1)]
        case .uprn: [.same, .sameLettersAndDigits]
        case .sex: [.same, letter]
        default: [.same]
        }
    }

    private func level(_ test: FieldLevel.Test, _ column: String) -> ComparisonLevel {
        let words = words(test, column)
        let kind = Self.kind(column)
        let rare = test == .same && kind.usesTermFrequencies ? column : nil
        if !isSQL, let condition = Self.condition(test, column) {
            return ComparisonLevel(condition, label: words, tfAdjustmentColumn: rare)
        }
        var field = Field(kind, [column])
        var level = FieldLevel(test)
        level.label = words
        field.levels = [level]
        return field.comparison.comparisonLevels[1]
    }

    /// The test as a condition of Weft's own, where there is one.
    private static func condition(_ test: FieldLevel.Test, _ column: String) -> Condition? {
        switch test {
        case .same: .exact(column)
        case .jaroWinkler(let least): .jaroWinkler(column: column, atLeast: least)
        case .levenshtein(let most): .levenshtein(column: column, atMost: most)
        case .damerauLevenshtein(let most): .damerauLevenshtein(column: column, atMost: most)
        case .dayAndMonthSwapped: .datesTransposed(column: column)
        case .within(let count, .day): .dateWithin(column: column, days: count)
        case .within(let count, .month): .dateWithin(column: column, days: count * 31)
        case .within(let count, .year): .dateWithin(column: column, days: count * 366)
        case .sameKey(let derivation): .equal(ColumnKey(column, derivation))
        default: nil
        }
    }

    private static func code(_ test: FieldLevel.Test) -> String {
        switch test {
        case .same: "same"
        case .shortForm: "short-form"
        case .jaroWinkler(let least): "alike-\(Int((least * 100).rounded()))"
        case .levenshtein(let most): "letters-\(most)"
        case .damerauLevenshtein(let most): "slips-\(most)"
        case .dayAndMonthSwapped: "day-month"
        case .within(let count, let unit): "within-\(count)-\(unit.rawValue)"
        case .sameKey(let derivation): "key-\(ColumnKey("x", derivation).label)"
        case .sameLettersAndDigits: "plain"
        case .sameLastDigits(let count): "last-\(count)"
        case .sameUserName: "user-name"
        case .swapped: "swapped"
        case .sql: "sql"
        }
    }

    private func words(_ test: FieldLevel.Test, _ column: String) -> String {
        let label = DataItem.ID(column).flatMap { labels[$0] } ?? column
        let isName = label.dropFirst().first?.isUppercase == true
        let name = isName ? label : label.prefix(1).lowercased() + label.dropFirst()
        return switch test {
        case .same: "Same \(name)"
        case .shortForm: "Short forms of one \(name)"
        case .jaroWinkler(0.92...): "\(label) nearly the same"
        case .jaroWinkler: "\(label) alike"
        case .levenshtein(1): "\(label) differs by one character"
        case .levenshtein(let most): "\(label) differs by at most \(most) characters"
        case .damerauLevenshtein: "\(label) differs by one slip of the pen"
        case .dayAndMonthSwapped: "Day and month of \(name) swapped"
        case .within(let count, let unit):
            "\(label) at most \(count) \(unit.rawValue)\(count == 1 ? "" : "s") apart"
        case .sameKey(.prefix(length: 1)): "Same first letter of \(name)"
        case .sameKey(.yearAndMonth): "Same year and month of \(name)"
        case .sameKey(.year): "Same year of \(name)"
        case .sameKey(.postcodeSector): "Same postcode sector"
        case .sameKey(.postcodeDistrict): "Same postcode district"
        case .sameKey(.postcodeArea): "Same postcode area"
        case .sameKey(.houseNumber): "Same house number"
        case .sameKey(let derivation): "Same \(ColumnKey(name, derivation).label)"
        case .sameLettersAndDigits: "Same letters and digits of \(name)"
        case .sameLastDigits(let count): "Same last \(count) digits of \(name)"
        case .sameUserName: "Same \(name) before the @"
        case .swapped: "\(label) swapped"
        case .sql(let sql): sql
        }
    }
}
