import Records

/// Writes true people and dwellings down as the two files state them.
struct Clerk: Sendable {
    let today: CalendarDate
    let towns = TownWriter()

    func account(
        for household: Household, number: Int, using generator: inout SeededGenerator
    ) -> CouncilTaxAccount {
        let person = household.liable
        let address = household.address
        let band = band(for: address, using: &generator)
        let hasDiscount = household.discount != .none
        return CouncilTaxAccount(
            reference: String(60_000_000 + number),
            uprn: generator.chance(95) ? address.uprn : "", title: person.title,
            forename: Windows1252.representable(person.forename),
            middleNames: Windows1252.representable(person.middleNames),
            surname: surnameOnAccount(of: person, using: &generator),
            dateOfBirth: generator.chance(90) ? person.dateOfBirth : nil,
            address: address.written, town: towns.written(address.town, using: &generator),
            postcode: writtenPostcode(address.postcode, using: &generator),
            discount: household.discount,
            discountStart: hasDiscount
                ? day(after: person, age: 18, years: 12, using: &generator) : nil,
            disregard: household.disregard, band: band, fullCharge: band.fullCharge,
            discountAmount: band.fullCharge * household.discount.percent / 100,
            telephone: telephone(using: &generator), email: email(of: person, using: &generator),
            bankAccountEnding: generator.chance(75) ? digits(4, using: &generator) : "")
    }

    func entry(
        for registration: Registration, using generator: inout SeededGenerator
    ) -> RegisterEntry {
        let person = registration.person
        let address = registration.address
        let isMinor = person.dateOfBirth.wholeYears(to: today) < 18
        let hasBirth = generator.chance(70) || registration.showsDateOfBirth || isMinor
        return RegisterEntry(
            person: person, home: address, isResident: registration.isResident, account: nil,
            uprn: generator.chance(80) ? address.uprn : "", forename: person.forename,
            middleNames: person.middleNames, surname: person.surname,
            dateOfBirth: hasBirth ? person.dateOfBirth : nil, address: address.written,
            town: towns.written(address.town, using: &generator),
            postcode: writtenPostcode(address.postcode, using: &generator),
            dateAdded: day(after: person, age: 16, years: 15, using: &generator),
            franchise: isMinor ? .attainer : franchise(of: person, using: &generator))
    }

    /// Invented shares of bands A to H; flats and annexes are in the lower ones.
    private func band(
        for address: Address, using generator: inout SeededGenerator
    ) -> CouncilTaxAccount.Band {
        let upTo = [12, 30, 58, 78, 90, 96, 99, 100]
        let draw = generator.below(100)
        let lowered = address.part == .whole ? draw : min(draw, generator.below(60))
        let index = upTo.firstIndex { lowered < $0 } ?? 0
        return CouncilTaxAccount.Band.allCases[index]
    }

    /// One account in thirty keeps the capitals of an older system.
    private func surnameOnAccount(
        of person: Person, using generator: inout SeededGenerator
    ) -> String {
        let surname = Windows1252.representable(person.surname)
        return generator.chance(3) ? surname.uppercased() : surname
    }

    /// Most with one space, some without, some in small letters.
    private func writtenPostcode(
        _ postcode: String, using generator: inout SeededGenerator
    ) -> String {
        switch generator.below(100) {
        case ..<3: postcode.filter { $0 != " " }
        case ..<5: postcode.lowercased()
        default: postcode
        }
    }

    /// A day of the last `years` years on which the person was at least this old.
    private func day(
        after person: Person, age: Int, years: Int, using generator: inout SeededGenerator
    ) -> CalendarDate {
        let birthday = person.dateOfBirth.adding(months: 12 * age)
        let first = max(birthday, today.adding(months: -12 * years))
        let span = max(0, today.dayNumber - first.dayNumber)
        return today.adding(days: -generator.below(span + 1))
    }

    private func franchise(
        of person: Person, using generator: inout SeededGenerator
    ) -> Elector.Franchise {
        let isFromEurope = [.eastEuropean, .southEuropean].contains(person.background)
        return generator.chance(isFromEurope ? 50 : 1) ? .local : .full
    }

    /// Numbers that Ofcom keeps for drama: nobody has them.
    private func telephone(using generator: inout SeededGenerator) -> String {
        switch generator.below(100) {
        case ..<20: ""
        case ..<50: "01632 960\(digits(3, using: &generator))"
        default: "07700 900\(digits(3, using: &generator))"
        }
    }

    private func email(of person: Person, using generator: inout SeededGenerator) -> String {
        guard generator.chance(65) else { return "" }
        let forename = PlainLetters.only(in: person.forename)
        let surname = PlainLetters.only(in: person.surname)
        return "\(forename).\(surname)\(generator.below(1000))@example.org"
    }

    private func digits(_ count: Int, using generator: inout SeededGenerator) -> String {
        var digits = ""
        for _ in 0..<count { digits += String(generator.below(10)) }
        return digits
    }
}
