extension Check {
    /// The rule that a finding of this check names.
    public var rule: Finding.Rule {
        switch self {
        case .required: .required
        case .unique: .unique
        case .date: .date
        case .notInFuture: .dateInFuture
        case .notBefore: .dateTooEarly
        case .minimumAge: .minimumAge
        case .postcode: .postcode
        case .uprn: .uprn
        case .codeList: .codeList
        case .money: .money
        case .nhsNumber: .nhsNumber
        case .nationalInsuranceNumber: .nationalInsuranceNumber
        case .boolean: .boolean
        case .pattern: .pattern
        case .length: .maxLength
        }
    }

    /// What is wrong with a value under this heading that fails the check, and what to do.
    public func sentence(for heading: String) -> String {
        "“\(heading)” \(complaint)"
    }

    private var complaint: String {
        switch self {
        case .required: "is empty: give a value in every row."
        case .unique: "has a value that an earlier row has too: give each row its own."
        case .date: "is not a date: write it as day, month and four-digit year, as 31/03/2026."
        case .notInFuture: "is in the future: check the day, the month and the year."
        case .notBefore(let date): "is before \(date.words): check the year."
        case .minimumAge(let years):
            "shows a person under \(years): leave the row out unless the agreement covers them."
        case .postcode: "is not a postcode: write it as SS1 2AB, or leave it empty."
        case .uprn: "is not a UPRN: write all its digits, 12 at most, or leave it empty."
        case .codeList(let codes): "is not a known code: use \(Self.listed(codes))."
        case .money: "is not an amount: write pounds and pence, as 1604.00."
        case .nhsNumber: "is not an NHS number: check its ten digits, or leave it empty."
        case .nationalInsuranceNumber:
            "is not a National Insurance number: write it as AB123456C, or leave it empty."
        case .boolean: "is neither yes nor no: write Y or N."
        case .pattern(let pictures):
            "has the wrong form: write it as \(Self.listed(pictures)) (A a letter, 9 a digit)."
        case .length(let atMost): "is too long: use at most \(atMost) characters."
        }
    }

    private static func listed(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension Check {
    /// Whether a value in canonical form, not empty, meets a check of single values.
    ///
    /// `required` and `unique` are true here: they are about rows, not about one value.
    func holds(for value: [UInt8], today: CalendarDate) -> Bool {
        switch self {
        case .required, .unique: true
        case .date: CalendarDate(ASCII.text(value)) != nil
        case .notInFuture: Self.isDate(value) { $0 <= today }
        case .notBefore(let date): Self.isDate(value) { $0 >= date }
        case .minimumAge(let years): Self.isDate(value) { $0.wholeYears(to: today) >= years }
        case .postcode: Postcode(utf8: value) != nil
        case .uprn: UPRN(utf8: value) != nil
        case .codeList(let codes): codes.contains { $0.utf8.elementsEqual(value) }
        case .money: Pence(utf8: value) != nil
        case .nhsNumber: NHSNumber(utf8: value) != nil
        case .nationalInsuranceNumber: NationalInsuranceNumber(utf8: value) != nil
        case .boolean: value == [UInt8(ascii: "Y")] || value == [UInt8(ascii: "N")]
        case .pattern(let pictures): pictures.contains { Self.matches(value, picture: $0) }
        case .length(let atMost): value.count { $0 & 0xc0 != 0x80 } <= atMost
        }
    }

    /// True too for what is no date at all, which `date` complains of.
    private static func isDate(_ value: [UInt8], _ holds: (CalendarDate) -> Bool) -> Bool {
        CalendarDate(ASCII.text(value)).map(holds) ?? true
    }

    private static func matches(_ value: [UInt8], picture: String) -> Bool {
        guard value.count == picture.utf8.count else { return false }
        return zip(value, picture.utf8).allSatisfy { byte, place in
            switch place {
            case UInt8(ascii: "A"): ASCII.isLetter(byte)
            case UInt8(ascii: "9"): ASCII.isDigit(byte)
            default: byte == place
            }
        }
    }
}
