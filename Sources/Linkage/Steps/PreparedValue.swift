import Records

extension ColumnForm {
    /// A value as it is compared; empty means missing.
    func prepared(_ value: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .verbatim: Array(value)
        case .text: Normalisation.normalised(value)
        case .address: AddressWords.shortened(Normalisation.normalised(value))
        case .date:
            Derivation.date(value).map { Array($0.description.utf8) } ?? []
        case .postcode: Self.postcode(Self.capitals(value))
        case .identifier: Array(Self.capitals(value).drop { $0 == UInt8(ascii: "0") })
        }
    }

    private static func capitals(_ value: ArraySlice<UInt8>) -> [UInt8] {
        value.compactMap { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & 0xDF
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
    }

    private static func postcode(_ capitals: [UInt8]) -> [UInt8] {
        guard let parts = PostcodeParts(capitals) else { return capitals }
        return parts.district + [UInt8(ascii: " ")] + parts.inward
    }
}

/// The usual words of street addresses and their short forms.
enum AddressWords {
    private static let short: [[UInt8]: [UInt8]] = Dictionary(
        uniqueKeysWithValues: [
            ("road", "rd"), ("street", "st"), ("saint", "st"), ("avenue", "ave"), ("lane", "ln"),
            ("close", "cl"), ("drive", "dr"), ("court", "ct"), ("crescent", "cres"),
            ("gardens", "gdns"), ("place", "pl"), ("terrace", "terr"), ("square", "sq"),
            ("park", "pk"), ("green", "grn"), ("grove", "gr"), ("house", "hse"),
            ("apartment", "flat"), ("apt", "flat"), ("north", "n"), ("south", "s"),
        ].map { (Array($0.utf8), Array($1.utf8)) })

    /// A normalised address with its usual words written short.
    static func shortened(_ address: [UInt8]) -> [UInt8] {
        let words = address.split(separator: UInt8(ascii: " ")).map {
            short[Array($0)] ?? Array($0)
        }
        return Array(words.joined(separator: [UInt8(ascii: " ")]))
    }
}

/// The parts of a postcode of the United Kingdom.
struct PostcodeParts {
    /// One or two letters.
    let area: [UInt8]
    /// The area, a digit and perhaps one more digit or letter.
    let district: [UInt8]
    /// A digit and two letters.
    let inward: [UInt8]

    /// The parts of a postcode in capitals, with or without a space, if it has that shape.
    init?(_ text: some Collection<UInt8>) {
        let bytes = text.filter { $0 != UInt8(ascii: " ") }
        guard (5...7).contains(bytes.count) else { return nil }
        inward = Array(bytes.suffix(3))
        district = Array(bytes.dropLast(3))
        area = Array(district.prefix(while: Self.isLetter))
        let rest = district.dropFirst(area.count)
        guard (1...2).contains(area.count), (1...2).contains(rest.count),
            rest.first.map(Self.isDigit) == true, Self.isDigit(inward[0]),
            inward.dropFirst().allSatisfy(Self.isLetter)
        else { return nil }
    }

    /// The district and the first byte of the inward part.
    var sector: [UInt8] { district + [UInt8(ascii: " "), inward[0]] }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Derivation {
    /// The key of a prepared value; empty means that the value has none.
    func key(of value: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .whole: Array(value)
        case .prefix(let length): Array(value.prefix(max(0, length)))
        case .soundex: Soundex.code(value)
        case .year: Self.date(value).map { Array("\($0.parts.year)".utf8) } ?? []
        case .yearAndMonth:
            Self.date(value).map { Array("\($0.parts.year)-\($0.parts.month)".utf8) } ?? []
        case .postcodeArea: PostcodeParts(value)?.area ?? []
        case .postcodeDistrict: PostcodeParts(value)?.district ?? []
        case .postcodeSector: PostcodeParts(value)?.sector ?? []
        case .houseNumber:
            value.split(separator: UInt8(ascii: " "))
                .first { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0.first ?? 0) }
                .map { Array($0) } ?? []
        }
    }

    /// The day that a prepared value states.
    static func date(_ value: ArraySlice<UInt8>) -> CalendarDate? {
        isoDate(value) ?? CalendarDate(written: String(decoding: value, as: UTF8.self))
    }

    /// The day in ISO 8601 form, without a detour over `String`: dates are many.
    private static func isoDate(_ value: ArraySlice<UInt8>) -> CalendarDate? {
        guard value.count == 10 else { return nil }
        var parts = (0, 0, 0)
        for (position, byte) in value.enumerated() {
            switch (position, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): continue
            case (0...3, UInt8(ascii: "0")...UInt8(ascii: "9")):
                parts.0 = parts.0 * 10 + Int(byte - 48)
            case (5...6, UInt8(ascii: "0")...UInt8(ascii: "9")):
                parts.1 = parts.1 * 10 + Int(byte - 48)
            case (8...9, UInt8(ascii: "0")...UInt8(ascii: "9")):
                parts.2 = parts.2 * 10 + Int(byte - 48)
            default: return nil
            }
        }
        return CalendarDate(year: parts.0, month: parts.1, day: parts.2)
    }
}
