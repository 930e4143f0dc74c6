public import Records

/// One entry of the electoral register as the file states it; text is empty where a cell is blank.
public struct Elector: Sendable, Hashable {
    /// In which elections a person may vote.
    public enum Franchise: String, Sendable, CaseIterable {
        /// All elections.
        case full = "Full"
        /// Local elections only.
        case local = "Local"
        /// Not yet 18.
        case attainer = "Attainer"
    }

    /// The elector number, unique in the register.
    public let reference: String
    /// Twelve digits from 999000000000 up; blank in one row of five.
    public let uprn: String
    /// The forename as registered.
    public let forename: String
    /// None, one or two, separated by a space.
    public let middleNames: String
    /// The surname as registered.
    public let surname: String
    /// Present for about 70 % of electors and always for those under 18.
    public let dateOfBirth: CalendarDate?
    /// Flat, number and street.
    public let address: String
    /// The town as it was typed.
    public let town: String
    /// A real district with an invented unit; may be blank.
    public let postcode: String
    /// The day of registration.
    public let dateAdded: CalendarDate
    /// In which elections the person may vote.
    public let franchise: Franchise
}
