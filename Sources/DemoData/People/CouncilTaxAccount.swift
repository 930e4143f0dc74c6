public import Records

/// One council tax account as the council's file states it; text is empty where a cell is blank.
public struct CouncilTaxAccount: Sendable, Hashable {
    /// What lowers the charge.
    public enum Discount: String, Sendable, CaseIterable {
        /// Single person discount, 25 %.
        case singlePerson = "SPD"
        /// One of two adults is disregarded, 25 %.
        case disregard = "DIS"
        /// Exempt, 100 %.
        case exemption = "EXM"
        /// The full charge is due.
        case none = "NON"

        /// The share of the charge taken off, 0 to 100.
        public var percent: Int {
            switch self {
            case .singlePerson, .disregard: 25
            case .exemption: 100
            case .none: 0
            }
        }
    }

    /// Why an adult is not counted.
    public enum Disregard: String, Sendable, CaseIterable {
        /// A full-time student.
        case student = "STU"
        /// A carer.
        case carer = "CAR"
        /// A person with a severe mental impairment.
        case severeMentalImpairment = "SMI"
        /// An apprentice.
        case apprentice = "APP"
    }

    /// The valuation band.
    public enum Band: String, Sendable, CaseIterable {
        // The statute names them by letter.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        case A, B, C, D, E, F, G, H

        /// The full charge of a year in pence, from an invented Band D of £2,160.00.
        ///
        /// Source of the ninths: Local Government Finance Act 1992, section 5(1).
        public var fullCharge: Int {
            let ninths =
                switch self {
                case .A: 6
                case .B: 7
                case .C: 8
                case .D: 9
                case .E: 11
                case .F: 13
                case .G: 15
                case .H: 18
                }
            return 216_000 * ninths / 9
        }
    }

    /// The account reference, eight digits, in the order of the file.
    public let reference: String
    /// Twelve digits from 999000000000 up; blank in one row of twenty.
    public let uprn: String
    /// Title, such as `Mrs`; may be blank.
    public let title: String
    /// The liable person's forename.
    public let forename: String
    /// None, one or two, separated by a space.
    public let middleNames: String
    /// The liable person's surname.
    public let surname: String
    /// Nil where the council never asked.
    public let dateOfBirth: CalendarDate?
    /// Flat, number and street.
    public let address: String
    /// The town as it was typed.
    public let town: String
    /// A real district with an invented unit.
    public let postcode: String
    /// What lowers the charge.
    public let discount: Discount
    /// Since when; nil without a discount.
    public let discountStart: CalendarDate?
    /// Why an adult is not counted, if one is.
    public let disregard: Disregard?
    /// The valuation band.
    public let band: Band
    /// Pence, before the discount.
    public let fullCharge: Int
    /// Pence taken off in a year.
    public let discountAmount: Int
    /// From Ofcom's numbers for drama, or blank.
    public let telephone: String
    /// At example.org, or blank.
    public let email: String
    /// Four digits, or blank.
    public let bankAccountEnding: String
}
