import Records

/// What goes wrong when the same person is written down again.
struct DuplicateFaults: Sendable {
    /// How often each fault occurs, of a thousand rows.
    struct Rates: Sendable {
        let nickname, initial, forenameSlip, forenameMissing: Int
        let surnameSlip, surnameMissing, namesSwapped: Int
        let birthMissing, birthTransposed, birthDigit, birthDefault: Int
        let addressForm, addressSlip, addressNumber, addressMissing: Int
        let postcodeSlip, postcodeMissing, townMissing, otherEmail, emailMissing: Int

        /// A person's first row: written with care.
        static let first = Rates(
            nickname: 20, initial: 5, forenameSlip: 8, forenameMissing: 4, surnameSlip: 8,
            surnameMissing: 2, namesSwapped: 2, birthMissing: 20, birthTransposed: 2, birthDigit: 5,
            birthDefault: 2, addressForm: 60, addressSlip: 10, addressNumber: 3,
            addressMissing: 5, postcodeSlip: 8, postcodeMissing: 15, townMissing: 10,
            otherEmail: 0, emailMissing: 400)
        /// A further row: other clerks, other systems, other years.
        static let further = Rates(
            nickname: 130, initial: 25, forenameSlip: 60, forenameMissing: 20, surnameSlip: 70,
            surnameMissing: 10, namesSwapped: 12, birthMissing: 60, birthTransposed: 25,
            birthDigit: 35, birthDefault: 10, addressForm: 180, addressSlip: 60,
            addressNumber: 20, addressMissing: 25, postcodeSlip: 40, postcodeMissing: 50,
            townMissing: 30, otherEmail: 300, emailMissing: 400)
    }

    let rates: Rates
    private let towns = TownWriter()

    init(_ rates: Rates) { self.rates = rates }

    /// The row of a person at an address, with whatever goes wrong.
    func row(
        of person: CountyPerson, at home: Address, cluster: Int, household: Int,
        using generator: inout SeededGenerator
    ) -> DuplicateRecord {
        var row = DuplicateRecord(
            firstName: person.forename, surname: person.surname, dateOfBirth: person.dateOfBirth,
            address: home.written, town: towns.written(home.town, using: &generator),
            postcode: home.postcode, email: "", cluster: cluster, household: household)
        row.email = email(of: person, cluster, using: &generator)
        spoilNames(&row, using: &generator)
        spoilBirth(&row, using: &generator)
        spoilAddress(&row, home, using: &generator)
        return row
    }

    private func happens(_ rate: Int, _ generator: inout SeededGenerator) -> Bool {
        generator.below(1_000) < rate
    }

    private func email(
        of person: CountyPerson, _ cluster: Int, using generator: inout SeededGenerator
    ) -> String {
        guard !happens(rates.emailMissing, &generator) else { return "" }
        let name = PlainLetters.only(in: person.forename)
        let number = happens(rates.otherEmail, &generator) ? cluster + 7 : cluster
        return "\(name)\(number)@example.org"
    }

    private func spoilNames(_ row: inout DuplicateRecord, using generator: inout SeededGenerator) {
        let short = Nicknames.list(for: row.firstName)
        if !short.isEmpty, happens(rates.nickname, &generator) {
            row.firstName = generator.pick(short)
        }
        if happens(rates.forenameSlip, &generator) {
            row.firstName = Typing.slip(in: row.firstName, using: &generator)
        }
        if happens(rates.surnameSlip, &generator) {
            row.surname = Typing.slip(in: row.surname, using: &generator)
        }
        if happens(rates.initial, &generator) { row.firstName = String(row.firstName.prefix(1)) }
        if happens(rates.forenameMissing, &generator) { row.firstName = "" }
        if happens(rates.surnameMissing, &generator) { row.surname = "" }
        if happens(rates.namesSwapped, &generator) { swap(&row.firstName, &row.surname) }
    }

    private func spoilBirth(_ row: inout DuplicateRecord, using generator: inout SeededGenerator) {
        guard let (year, month, day) = row.dateOfBirth?.parts else { return }
        if happens(rates.birthTransposed, &generator) {
            row.dateOfBirth =
                CalendarDate(year: year, month: day, day: month) ?? row.dateOfBirth
        } else if happens(rates.birthDigit, &generator) {
            row.dateOfBirth = otherDigit(year, month, day, using: &generator)
        } else if happens(rates.birthDefault, &generator) {
            row.dateOfBirth = CalendarDate(year: year, month: 1, day: 1)
        }
        if happens(rates.birthMissing, &generator) { row.dateOfBirth = nil }
    }

    /// The day with one digit of its year, month or day typed wrong.
    private func otherDigit(
        _ year: Int, _ month: Int, _ day: Int, using generator: inout SeededGenerator
    ) -> CalendarDate? {
        let turned = generator.number(in: 1...9)
        let other =
            switch generator.below(4) {
            case 0:
                CalendarDate(
                    year: year / 10 * 10 + (year % 10 + turned) % 10, month: month, day: day)
            case 1:
                CalendarDate(
                    year: year / 100 * 100 + (year + turned * 10) % 100, month: month, day: day)
            case 2:
                CalendarDate(
                    year: year, month: month / 10 * 10 + (month % 10 + turned) % 10, day: day)
            default:
                CalendarDate(
                    year: year, month: month, day: day / 10 * 10 + (day % 10 + turned) % 10)
            }
        return other ?? CalendarDate(year: year, month: month, day: max(1, day - 1))
    }

    private func spoilAddress(
        _ row: inout DuplicateRecord, _ home: Address, using generator: inout SeededGenerator
    ) {
        if happens(rates.addressForm, &generator) {
            row.address = home.otherwiseWritten(using: &generator)
        } else if happens(rates.addressNumber, &generator) {
            row.address = "\(home.number + generator.number(in: 1...9)) \(home.street)"
        }
        if happens(rates.addressSlip, &generator) {
            row.address = Typing.slip(in: row.address, using: &generator)
        }
        if happens(rates.addressMissing, &generator) { row.address = "" }
        if happens(rates.postcodeSlip, &generator) {
            row.postcode = otherPostcode(row.postcode, using: &generator)
        }
        if happens(rates.postcodeMissing, &generator) { row.postcode = "" }
        if happens(rates.townMissing, &generator) { row.town = "" }
    }

    /// The postcode with its last letter, or the digit after the space, typed wrong.
    private func otherPostcode(
        _ postcode: String, using generator: inout SeededGenerator
    ) -> String {
        var bytes = Array(postcode.utf8)
        guard bytes.count > 4 else { return postcode }
        if generator.chance(60) {
            bytes[bytes.count - 1] = generator.pick(Array("ABDEFGHJLNPQRSTUWXYZ".utf8))
        } else {
            bytes[bytes.count - 3] = UInt8(ascii: "0") + UInt8(generator.below(10))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
