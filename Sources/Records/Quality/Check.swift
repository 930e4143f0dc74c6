/// One rule that the values of an item must meet.
///
/// An empty value meets every rule but `required`.
public enum Check: Hashable, Sendable {
    /// There is a value.
    case required
    /// No earlier row of the file has the same value.
    case unique
    /// A date of the calendar, day before month.
    case date
    /// A date that is today or earlier.
    case notInFuture
    /// A date that is this one or later.
    case notBefore(CalendarDate)
    /// A date of birth at least this many whole years ago.
    case minimumAge(years: Int)
    /// A postcode of the United Kingdom.
    case postcode
    /// A unique property reference number.
    case uprn
    /// One of these codes, in any case.
    case codeList([String])
    /// An amount in pounds and pence.
    case money
    /// An NHS number with a right check digit.
    case nhsNumber
    /// A National Insurance number.
    case nationalInsuranceNumber
    /// Yes or no.
    case boolean
    /// One of these shapes: `A` a letter, `9` a digit, anything else itself.
    case pattern([String])
    /// At most this many characters.
    case length(atMost: Int)

    /// The check that every item of a kind gets, or nil for text and references.
    public static func ofKind(_ item: DataItem) -> Check? {
        switch item.kind {
        case .text, .reference: nil
        case .date: .date
        case .postcode: .postcode
        case .uprn: .uprn
        case .codeList: .codeList(item.codes.map(\.code))
        case .money: .money
        case .nhsNumber: .nhsNumber
        case .nationalInsuranceNumber: .nationalInsuranceNumber
        case .boolean: .boolean
        }
    }
}

extension Check: Codable {
    private enum CodingKeys: String, CodingKey {
        case rule, date, years, codes, pictures, atMost
    }

    private static let plain: [(name: String, check: Check)] = [
        ("required", .required), ("unique", .unique), ("date", .date),
        ("not-in-future", .notInFuture), ("postcode", .postcode), ("uprn", .uprn),
        ("money", .money), ("nhs-number", .nhsNumber),
        ("national-insurance-number", .nationalInsuranceNumber), ("boolean", .boolean),
    ]

    /// Reads the form `{"rule": "length", "atMost": 40}`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let rule = try values.decode(String.self, forKey: .rule)
        switch rule {
        case "not-before": self = .notBefore(try values.decode(CalendarDate.self, forKey: .date))
        case "minimum-age": self = .minimumAge(years: try values.decode(Int.self, forKey: .years))
        case "code-list": self = .codeList(try values.decode([String].self, forKey: .codes))
        case "pattern": self = .pattern(try values.decode([String].self, forKey: .pictures))
        case "length": self = .length(atMost: try values.decode(Int.self, forKey: .atMost))
        default:
            guard let check = Self.plain.first(where: { $0.name == rule })?.check else {
                throw DecodingError.dataCorruptedError(
                    forKey: .rule, in: values,
                    debugDescription: "`\(rule)` is not a check that Weft knows.")
            }
            self = check
        }
    }

    /// Writes the form `{"rule": "length", "atMost": 40}`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .rule)
        switch self {
        case .notBefore(let date): try values.encode(date, forKey: .date)
        case .minimumAge(let years): try values.encode(years, forKey: .years)
        case .codeList(let codes): try values.encode(codes, forKey: .codes)
        case .pattern(let pictures): try values.encode(pictures, forKey: .pictures)
        case .length(let atMost): try values.encode(atMost, forKey: .atMost)
        default: break
        }
    }

    /// The name of the rule in data files, such as `not-in-future`.
    public var name: String {
        switch self {
        case .notBefore: "not-before"
        case .minimumAge: "minimum-age"
        case .codeList: "code-list"
        case .pattern: "pattern"
        case .length: "length"
        default: Self.plain.first { $0.check == self }?.name ?? ""
        }
    }
}
