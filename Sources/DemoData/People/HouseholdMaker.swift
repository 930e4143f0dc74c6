/// Makes households of every kind.
struct HouseholdMaker: Sendable {
    var addresses: AddressBook
    let persons: PersonMaker

    /// One household, or two when the kind needs a second account and there is room for it.
    mutating func households(
        of kind: HouseholdKind, hasRoomForTwo: Bool, using generator: inout SeededGenerator
    ) -> [Household] {
        switch kind {
        case .single: [single(.singlePerson, using: &generator)]
        case .singleWithoutDiscount: [single(.none, using: &generator)]
        case .couple: [couple(using: &generator)]
        case .family: [family(using: &generator)]
        case .houseShare: [houseShare(using: &generator)]
        case .students: [students(using: &generator)]
        case .otherDisregard: [otherDisregard(using: &generator)]
        case .spdTwoElectors: [spdTwoElectors(using: &generator)]
        case .spdRising18: [spdRising18(using: &generator)]
        case .disregardedStudent: [disregardedStudent(using: &generator)]
        case .disregardedCarer: [disregardedCarer(using: &generator)]
        case .movedOut: movedOut(withNewHome: hasRoomForTwo, using: &generator)
        case .elsewhere: [elsewhere(using: &generator)]
        case .annexe: annexe(withMainHouse: hasRoomForTwo, using: &generator)
        case .twins: [twins(using: &generator)]
        case .sameName: [sameName(using: &generator)]
        }
    }

    /// Electors of a dwelling that has no account in the file: one, or a couple.
    mutating func electorsWithoutAccount(
        using generator: inout SeededGenerator
    ) -> [Registration] {
        let address = addresses.dwelling(using: &generator)
        let first = liable(using: &generator)
        let second = generator.chance(40) ? persons.partner(of: first, using: &generator) : nil
        return [first, second].compactMap { $0 }
            .map { Registration(person: $0, address: address) }
    }

    func liable(using generator: inout SeededGenerator) -> Person {
        let ages = persons.liableAge(using: &generator)
        return persons.person(aged: ages, using: &generator)
    }
}

/// Ordinary households.
extension HouseholdMaker {
    private mutating func single(
        _ discount: CouncilTaxAccount.Discount, using generator: inout SeededGenerator
    ) -> Household {
        let address = addresses.dwelling(using: &generator)
        var household = Household(liable(using: &generator), at: address, discount)
        if generator.chance(75) { household.registerLiable() }
        return household
    }

    private mutating func couple(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        var household = Household(liable(using: &generator), at: address, .none)
        let partner = persons.partner(of: household.liable, using: &generator)
        registerSome(of: [partner], in: &household, using: &generator)
        return household
    }

    private mutating func family(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let parent = persons.person(aged: 40...58, using: &generator)
        var others = [persons.partner(of: parent, using: &generator)]
        for _ in 0..<generator.number(in: 1...2) {
            others.append(persons.relative(of: parent, aged: 16...24, using: &generator))
        }
        var household = Household(parent, at: address, .none)
        registerSome(of: others, in: &household, using: &generator)
        return household
    }

    private mutating func houseShare(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let sharers = (0..<generator.number(in: 2...4)).map { _ in
            persons.person(aged: 20...42, using: &generator)
        }
        var household = Household(sharers[0], at: address, .none)
        registerSome(of: Array(sharers.dropFirst()), in: &household, using: &generator)
        return household
    }

    private mutating func students(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let student = persons.person(aged: 18...23, using: &generator)
        let others = [persons.person(aged: 18...23, using: &generator)]
        var household = Household(student, at: address, .exemption, .student)
        registerSome(of: others, in: &household, using: &generator)
        return household
    }

    private mutating func otherDisregard(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let isApprentice = generator.chance(50)
        let parent = persons.person(aged: isApprentice ? 40...58 : 60...80, using: &generator)
        let other = persons.relative(
            of: parent, aged: isApprentice ? 18...21 : 22...40, using: &generator)
        var household = Household(
            parent, at: address, .disregard, isApprentice ? .apprentice : .severeMentalImpairment)
        registerSome(of: [other], in: &household, using: &generator)
        return household
    }

    /// Half of the households are in the register, with two in five of the other members.
    private func registerSome(
        of others: [Person], in household: inout Household, using generator: inout SeededGenerator
    ) {
        guard generator.chance(50) else { return }
        household.registerLiable()
        for other in others where generator.chance(38) { household.register(other) }
    }
}
