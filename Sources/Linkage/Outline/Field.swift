/// One comparison of a model, told by what its columns hold instead of by SQL.
///
/// `Field.postcode("postcode").comparison` is a comparison with the levels that usually serve.
public struct Field: Hashable, Sendable {
    /// What the columns hold.
    public let kind: FieldKind
    /// The columns; most kinds have one.
    public let columns: [String]
    /// The name of the comparison.
    public var name: String
    /// Whether rare values count for more.
    public var usesTermFrequencies: Bool
    /// How far the adjustment for rare values goes: 0 not at all, 1 fully.
    public var termFrequencyWeight = 1.0
    /// Whether known short forms of a name count as nearly the same.
    public var usesShortForms: Bool
    /// How dates are written, in the signs of `strptime`.
    public var dateFormat = "%Y-%m-%d"
    /// The levels between the null level and everything else; nil for the usual ones of the kind.
    public var levels: [FieldLevel]?

    /// A comparison of columns of a kind; there must be as many as the kind reads.
    public init(_ kind: FieldKind, _ columns: [String]) {
        precondition(
            kind.columnCounts.contains(columns.count) && columns.allSatisfy { !$0.isEmpty },
            "A comparison reads as many columns as its kind says, and each has a name.")
        self.kind = kind
        self.columns = columns
        name = kind == .forenameAndSurname ? columns.joined(separator: "_") : columns[0]
        usesTermFrequencies = kind.usesTermFrequencies
        usesShortForms = kind.usesShortForms
    }

    /// The first column.
    public var column: String { columns[0] }
}

extension Field {
    /// Any name of a person: spelt alike by the thresholds of Splink.
    public static func name(_ column: String) -> Field { Field(.name, [column]) }

    /// A given name; with the column of surnames, also where the two changed places.
    public static func forename(_ column: String, surname: String? = nil) -> Field {
        Field(.forename, [column] + (surname.map { [$0] } ?? []))
    }

    /// A family name.
    public static func surname(_ column: String) -> Field { Field(.surname, [column]) }

    /// Given and family name as one piece of evidence.
    public static func forenameAndSurname(_ forename: String, _ surname: String) -> Field {
        Field(.forenameAndSurname, [forename, surname])
    }

    /// A day of birth, written as `format` says; a value that is no such day counts as missing.
    public static func dateOfBirth(_ column: String, format: String = "%Y-%m-%d") -> Field {
        var field = Field(.dateOfBirth, [column])
        field.dateFormat = format
        return field
    }

    /// A postcode, from the whole to its area.
    public static func postcode(_ column: String) -> Field { Field(.postcode, [column]) }

    /// House and street.
    public static func addressLine(_ column: String) -> Field { Field(.addressLine, [column]) }

    /// A town or another place.
    public static func place(_ column: String) -> Field { Field(.place, [column]) }

    /// An e-mail address.
    public static func email(_ column: String) -> Field { Field(.email, [column]) }

    /// A telephone number, with or without the code of the country.
    public static func telephone(_ column: String) -> Field { Field(.telephone, [column]) }

    /// A number of the National Health Service.
    public static func nhsNumber(_ column: String) -> Field { Field(.nhsNumber, [column]) }

    /// A National Insurance number.
    public static func nationalInsuranceNumber(_ column: String) -> Field {
        Field(.nationalInsuranceNumber, [column])
    }

    /// A Unique Property Reference Number.
    public static func uprn(_ column: String) -> Field { Field(.uprn, [column]) }

    /// A code for sex or gender, of which the first letter counts.
    public static func sex(_ column: String) -> Field { Field(.sex, [column]) }

    /// Anything that is the same or not; rare values count for more where that is asked for.
    public static func exact(_ column: String, termFrequencies: Bool = false) -> Field {
        var field = Field(.exact, [column])
        field.usesTermFrequencies = termFrequencies
        return field
    }

    /// Words.
    public static func freeText(_ column: String) -> Field { Field(.freeText, [column]) }
}
