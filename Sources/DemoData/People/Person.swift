import Records

/// Sex as it bears on forenames and titles.
enum Sex: Sendable {
    case female
    case male

    var other: Sex { self == .female ? .male : .female }
}

/// Where a family's names come from.
enum Background: Int, Sendable {
    case british, southAsian, african, eastEuropean, middleEastern, eastAsian, southEuropean
}

/// One invented person, as they truly are.
struct Person: Sendable {
    let sex: Sex
    let background: Background
    let title: String
    var forename: String
    let middleNames: String
    let surname: String
    let dateOfBirth: CalendarDate
}

/// Makes people whose names suit their age, sex and family.
struct PersonMaker: Sendable {
    let today: CalendarDate
    private let backgrounds: [Background] = [
        (.british, 70), (.southAsian, 9), (.african, 7), (.eastEuropean, 6), (.middleEastern, 3),
        (.eastAsian, 2), (.southEuropean, 3),
    ].flatMap { (background: Background, count: Int) in
        Array(repeating: background, count: count)
    }

    init(today: CalendarDate) {
        self.today = today
    }

    /// Somebody of an age from this range, unrelated to anybody.
    func person(
        aged ages: ClosedRange<Int>, _ sex: Sex? = nil, using generator: inout SeededGenerator
    ) -> Person {
        let background = generator.pick(backgrounds)
        let surname = generator.pickEarly(Surnames.list(for: background))
        return person(aged: ages, sex, background, surname, using: &generator)
    }

    /// A relative with the same surname and background.
    func relative(
        of person: Person, aged ages: ClosedRange<Int>, _ sex: Sex? = nil,
        using generator: inout SeededGenerator
    ) -> Person {
        self.person(aged: ages, sex, person.background, person.surname, using: &generator)
    }

    /// The other half of a couple: of about the same age, three in four with the same surname.
    func partner(of person: Person, using generator: inout SeededGenerator) -> Person {
        let age = person.dateOfBirth.wholeYears(to: today)
        let ages = max(18, age - 6)...max(18, age + 6)
        let sex = generator.chance(95) ? person.sex.other : person.sex
        if generator.chance(75) {
            return relative(of: person, aged: ages, sex, using: &generator)
        }
        return self.person(aged: ages, sex, using: &generator)
    }

    /// A twin: same surname and date of birth, another forename.
    func twin(of person: Person, using generator: inout SeededGenerator) -> Person {
        let sex = generator.chance(50) ? person.sex : person.sex.other
        let names = Forenames.list(
            for: sex, person.background, bornIn: person.dateOfBirth.parts.year)
        let forename = generator.pick(names.filter { $0 != person.forename })
        return Person(
            sex: sex, background: person.background, title: title(for: sex, using: &generator),
            forename: forename,
            middleNames: middleNames(after: forename, from: names, using: &generator),
            surname: person.surname, dateOfBirth: person.dateOfBirth)
    }

    /// The age of somebody who pays council tax, 18 to 97.
    func liableAge(using generator: inout SeededGenerator) -> ClosedRange<Int> {
        switch generator.below(100) {
        case ..<13: 18...29
        case ..<41: 30...44
        case ..<75: 45...64
        case ..<94: 65...79
        default: 80...97
        }
    }

    private func person(
        aged ages: ClosedRange<Int>, _ sex: Sex?, _ background: Background, _ surname: String,
        using generator: inout SeededGenerator
    ) -> Person {
        let sex = sex ?? (generator.chance(50) ? .female : .male)
        let age = generator.number(in: ages)
        let birthday = today.adding(months: -12 * age).adding(days: -generator.below(365))
        let names = Forenames.list(for: sex, background, bornIn: birthday.parts.year)
        let forename = generator.pickEarly(names)
        return Person(
            sex: sex, background: background, title: title(for: sex, using: &generator),
            forename: forename,
            middleNames: middleNames(after: forename, from: names, using: &generator),
            surname: surname, dateOfBirth: birthday)
    }

    private func title(for sex: Sex, using generator: inout SeededGenerator) -> String {
        switch generator.below(100) {
        case ..<5: ""
        case ..<8: "Dr"
        case ..<9: "Mx"
        default: sex == .male ? "Mr" : generator.pickEarly(["Mrs", "Ms", "Miss"])
        }
    }

    /// None, one or two, each other than the names before it.
    private func middleNames(
        after forename: String, from names: [String], using generator: inout SeededGenerator
    ) -> String {
        let draw = generator.below(100)
        guard draw >= 28 else { return "" }
        let first = generator.pick(names)
        guard first != forename else { return "" }
        guard draw >= 88 else { return first }
        let second = generator.pick(names)
        return second == first || second == forename ? first : first + " " + second
    }
}
