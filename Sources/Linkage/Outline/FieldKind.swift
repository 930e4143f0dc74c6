/// What a column holds, as far as comparing its values goes.
public enum FieldKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Any name of a person.
    case name
    /// A given name; with a second column, also found in the column of surnames.
    case forename
    /// A family name.
    case surname
    /// Given and family name as one piece of evidence, from two columns.
    case forenameAndSurname = "forename and surname"
    /// A day of birth.
    case dateOfBirth = "date of birth"
    /// A postcode of the United Kingdom.
    case postcode
    /// House and street.
    case addressLine = "address line"
    /// A town, a county or another place.
    case place
    /// An e-mail address.
    case email
    /// A telephone number.
    case telephone
    /// A number of the National Health Service.
    case nhsNumber = "NHS number"
    /// A National Insurance number.
    case nationalInsuranceNumber = "National Insurance number"
    /// A Unique Property Reference Number.
    case uprn = "UPRN"
    /// A code for sex or gender.
    case sex
    /// Anything that is the same or not.
    case exact
    /// Words.
    case freeText = "free text"

    /// How many columns a comparison of this kind reads.
    public var columnCounts: ClosedRange<Int> {
        switch self {
        case .forename: 1...2
        case .forenameAndSurname: 2...2
        default: 1...1
        }
    }

    /// Whether rare values count for more unless the outline says otherwise.
    public var usesTermFrequencies: Bool {
        switch self {
        case .name, .forename, .surname, .forenameAndSurname, .place, .email, .addressLine: true
        default: false
        }
    }

    /// Whether short forms of names count unless the outline says otherwise.
    public var usesShortForms: Bool { self == .forename }
}
