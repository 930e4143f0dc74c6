import Records

/// Somebody of the county, as they truly are.
struct CountyPerson: Sendable {
    let sex: Sex
    let background: Background
    var forename: String
    var surname: String
    /// The name before a marriage, if it was another.
    var formerSurname: String?
    var dateOfBirth: CalendarDate
}

/// Makes the people of a home: families, couples, sharers and lone people.
struct CountyHousehold: Sendable {
    let names: CountyNames
    let today: CalendarDate
    private let backgrounds: [Background] = [
        (.british, 74), (.southAsian, 8), (.african, 5), (.eastEuropean, 6), (.middleEastern, 2),
        (.eastAsian, 2), (.southEuropean, 3),
    ].flatMap { (background: Background, share: Int) in
        Array(repeating: background, count: share)
    }

    /// The members of one home; shares are those of an English county, roughly.
    func members(using generator: inout SeededGenerator) -> [CountyPerson] {
        switch generator.below(1_000) {
        case ..<290: [adult(aged: 19...95, using: &generator)]
        case ..<560: couple(aged: 22...90, using: &generator)
        case ..<800: family(parents: 2, using: &generator)
        case ..<880: family(parents: 1, using: &generator)
        case ..<930: grownChildren(using: &generator)
        case ..<975:
            (0..<generator.number(in: 2...4)).map { _ in
                adult(aged: 19...39, using: &generator)
            }
        case ..<998:
            (0..<generator.number(in: 2...7)).map { _ in
                adult(aged: 19...70, using: &generator)
            }
        default:
            (0..<generator.number(in: 12...30)).map { _ in
                adult(aged: 74...99, using: &generator)
            }
        }
    }

    private func adult(
        aged ages: ClosedRange<Int>, using generator: inout SeededGenerator
    ) -> CountyPerson {
        let background = generator.pick(backgrounds)
        let surname = names.surname(background, using: &generator)
        return person(aged: ages, nil, background, surname, using: &generator)
    }

    private func person(
        aged ages: ClosedRange<Int>, _ sex: Sex?, _ background: Background, _ surname: String,
        using generator: inout SeededGenerator
    ) -> CountyPerson {
        let sex = sex ?? (generator.chance(50) ? .female : .male)
        let age = generator.number(in: ages)
        let birth = today.adding(months: -12 * age).adding(days: -generator.below(365))
        let forename = names.forename(
            sex, background, bornIn: birth.parts.year, using: &generator)
        return CountyPerson(
            sex: sex, background: background, forename: forename, surname: surname,
            dateOfBirth: birth)
    }

    /// Five in six share a surname; most of those who took it had another before.
    private func couple(
        aged ages: ClosedRange<Int>, using generator: inout SeededGenerator
    ) -> [CountyPerson] {
        let first = adult(aged: ages, using: &generator)
        let age = first.dateOfBirth.wholeYears(to: today)
        let near = max(18, age - 7)...max(18, age + 7)
        let own = names.surname(first.background, using: &generator)
        let isShared = generator.below(6) > 0
        var second = person(
            aged: near, generator.chance(96) ? first.sex.other : first.sex, first.background,
            isShared ? first.surname : own, using: &generator)
        if isShared, generator.chance(85) { second.formerSurname = own }
        return [first, second]
    }

    private func family(parents: Int, using generator: inout SeededGenerator) -> [CountyPerson] {
        let adults = couple(aged: 27...54, using: &generator).prefix(parents)
        let parent = adults[generator.chance(88) ? 0 : adults.count - 1]
        let age = parent.dateOfBirth.wholeYears(to: today)
        var children: [CountyPerson] = []
        for _ in 0..<generator.pick([1, 1, 1, 2, 2, 2, 2, 3, 3, 4]) {
            var child = person(
                aged: 0...max(1, min(24, age - 19)), nil, parent.background, parent.surname,
                using: &generator)
            if let last = children.last, generator.chance(3) {
                child.dateOfBirth = last.dateOfBirth
            }
            children.append(child)
        }
        return adults + children
    }

    /// Parents with grown children; one son in eight has his father's name.
    private func grownChildren(using generator: inout SeededGenerator) -> [CountyPerson] {
        let parents = couple(aged: 48...82, using: &generator)
        let age = parents[0].dateOfBirth.wholeYears(to: today)
        return parents
            + (0..<generator.number(in: 1...2)).map { _ in
                var child = person(
                    aged: 18...max(18, age - 22), nil, parents[0].background, parents[0].surname,
                    using: &generator)
                if let namesake = parents.first(where: { $0.sex == child.sex }),
                    generator.below(8) == 0
                {
                    child.forename = namesake.forename
                }
                return child
            }
    }
}
