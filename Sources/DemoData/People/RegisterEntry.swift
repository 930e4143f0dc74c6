import Records

/// An entry of the register while it is being written.
struct RegisterEntry: Sendable {
    let person: Person
    let home: Address
    let isResident: Bool
    /// The account of this same person, as an index.
    var account: Int?

    var uprn: String
    var forename: String
    var middleNames: String
    var surname: String
    var dateOfBirth: CalendarDate?
    var address: String
    var town: String
    var postcode: String
    let dateAdded: CalendarDate
    let franchise: Elector.Franchise
}

/// The ways in which the register may differ from the truth about a matched person.
enum Difference {
    /// Two hundred matched people: 37 entries differ, 18.5 %.
    ///
    /// Two in three forenames have no nickname, so most of those cards end as typing errors.
    static let shares: [(card: Situation?, count: Int)] = [
        (nil, 163), (.typingError, 4), (.nickname, 13), (.transposedDate, 5), (.missingField, 5),
        (.nameChange, 4), (.swappedNames, 2), (.addressForm, 4),
    ]
}

extension RegisterEntry {
    /// Makes the entry differ in this way, or by a typing error where the way does not apply.
    ///
    /// Returns what was done.
    mutating func differ(
        by situation: Situation, today: CalendarDate, using generator: inout SeededGenerator
    ) -> Situation {
        let done =
            switch situation {
            case .nickname: takeNickname(using: &generator)
            case .transposedDate: transposeDate(today: today)
            case .missingField: loseField(using: &generator)
            case .nameChange: changeSurname(using: &generator)
            case .swappedNames: swapNames()
            case .addressForm: writeAddressOtherwise(using: &generator)
            default: false
            }
        if done { return situation }
        mistype(using: &generator)
        return .typingError
    }

    private mutating func takeNickname(using generator: inout SeededGenerator) -> Bool {
        let names = Nicknames.list(for: forename)
        guard !names.isEmpty else { return false }
        forename = generator.pick(names)
        return true
    }

    /// Day for month, the digits of the day, or the last digits of the year.
    private mutating func transposeDate(today: CalendarDate) -> Bool {
        let (year, month, day) = person.dateOfBirth.parts
        let swappedDay = day % 10 * 10 + day / 10
        let swappedYear = year / 100 * 100 + year % 10 * 10 + year / 10 % 10
        let candidates = [(year, day, month), (year, month, swappedDay), (swappedYear, month, day)]
        for (year, month, day) in candidates {
            guard let date = CalendarDate(year: year, month: month, day: day),
                date != person.dateOfBirth, (18...105).contains(date.wholeYears(to: today))
            else { continue }
            dateOfBirth = date
            return true
        }
        return false
    }

    private mutating func loseField(using generator: inout SeededGenerator) -> Bool {
        switch generator.below(4) {
        case 0: postcode = ""
        case 1: forename = String(forename.prefix(1))
        case 2: (dateOfBirth, middleNames) = (nil, "")
        default: (uprn, postcode) = ("", "")
        }
        return true
    }

    /// Women mostly have another surname altogether, men the two joined.
    private mutating func changeSurname(using generator: inout SeededGenerator) -> Bool {
        let other = generator.pickEarly(Surnames.list(for: person.background))
        guard other != surname else { return false }
        let isJoined = person.sex == .male || generator.chance(15)
        surname = isJoined ? "\(surname)-\(other)" : other
        return true
    }

    private mutating func swapNames() -> Bool {
        guard forename != surname else { return false }
        swap(&forename, &surname)
        return true
    }

    private mutating func writeAddressOtherwise(using generator: inout SeededGenerator) -> Bool {
        let other = home.otherwiseWritten(using: &generator)
        guard other != address else { return false }
        address = other
        return true
    }

    private mutating func mistype(using generator: inout SeededGenerator) {
        if generator.chance(60) {
            surname = Typing.slip(in: surname, using: &generator)
        } else {
            forename = Typing.slip(in: forename, using: &generator)
        }
    }
}
