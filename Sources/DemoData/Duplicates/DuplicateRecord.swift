public import Records

/// One row of a list in which people stand more than once.
public struct DuplicateRecord: Hashable, Sendable {
    /// A number that no other row has, such as `R0000017`; empty until the row is given out.
    public internal(set) var id = ""
    /// Given name, perhaps a short form or an initial.
    public internal(set) var firstName: String
    /// Family name.
    public internal(set) var surname: String
    /// Date of birth.
    public internal(set) var dateOfBirth: CalendarDate?
    /// House and street.
    public internal(set) var address: String
    /// Town as written.
    public internal(set) var town: String
    /// Postcode.
    public internal(set) var postcode: String
    /// E-mail address at a domain that nobody has.
    public internal(set) var email: String
    /// The person behind the row: the truth that linkage should find.
    public let cluster: Int
    /// The household in which the person truly lives.
    public let household: Int

    /// The headings of the file, in order.
    public static let headings = [
        "unique_id", "first_name", "surname", "dob", "address", "town", "postcode", "email",
        "cluster", "household",
    ]

    /// The values in the order of the headings; the empty text is a missing value.
    public var values: [String] {
        [
            id, firstName, surname, dateOfBirth?.description ?? "", address, town, postcode, email,
            String(cluster), String(household),
        ]
    }
}
