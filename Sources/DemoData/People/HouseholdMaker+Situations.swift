/// Households that a review of discounts should find, or should leave alone.
extension HouseholdMaker {
    mutating func spdTwoElectors(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        var household = Household(liable(using: &generator), at: address, .singlePerson)
        household.registerLiable()
        household.register(persons.partner(of: household.liable, using: &generator))
        if generator.chance(15) {
            household.register(persons.person(aged: 19...40, using: &generator))
        }
        return household
    }

    mutating func spdRising18(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let parent = persons.person(aged: 38...55, using: &generator)
        var household = Household(parent, at: address, .singlePerson)
        household.registerLiable()
        household.register(persons.relative(of: parent, aged: 17...17, using: &generator))
        household.registerSituations = [.spdRising18]
        return household
    }

    mutating func disregardedStudent(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let parent = persons.person(aged: 42...60, using: &generator)
        let discount = disregardDiscount(using: &generator)
        var household = Household(parent, at: address, discount, .student)
        household.registerLiable()
        household.register(persons.relative(of: parent, aged: 18...23, using: &generator))
        household.registerSituations = [.disregardedStudent]
        return household
    }

    mutating func disregardedCarer(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let parent = persons.person(aged: 68...92, using: &generator)
        let discount = disregardDiscount(using: &generator)
        var household = Household(parent, at: address, discount, .carer)
        household.registerLiable()
        household.register(persons.relative(of: parent, aged: 30...50, using: &generator))
        household.registerSituations = [.disregardedCarer]
        return household
    }

    /// Somebody has left an address with a discount and is still registered there.
    ///
    /// Where there is room, the one who left has an account of their own at the new home.
    mutating func movedOut(
        withNewHome: Bool, using generator: inout SeededGenerator
    ) -> [Household] {
        let address = addresses.dwelling(using: &generator)
        var household = Household(liable(using: &generator), at: address, .singlePerson)
        household.registerLiable()
        household.registerSituations = [.movedOutElector]
        let leaver = persons.partner(of: household.liable, using: &generator)
        guard withNewHome, generator.chance(50) else {
            household.register(leaver, isResident: false)
            return [household]
        }
        let newAddress = addresses.dwelling(using: &generator)
        var newHome = Household(leaver, at: newAddress, .singlePerson)
        newHome.registrations = [
            Registration(person: leaver, address: address, isLiable: true, isResident: false)
        ]
        return [household, newHome]
    }

    /// The liable person has the discount in one council's area and is registered in the other's.
    mutating func elsewhere(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let half: Town.Half = Town.all[address.town].half == .south ? .north : .south
        var household = Household(liable(using: &generator), at: address, .singlePerson)
        let other = addresses.house(in: half, using: &generator)
        household.registrations = [
            Registration(person: household.liable, address: other, isLiable: true)
        ]
        household.registerSituations = [.elsewhere]
        return household
    }

    /// A couple, and in the annexe of their house a parent with an account of their own.
    mutating func annexe(
        withMainHouse: Bool, using generator: inout SeededGenerator
    ) -> [Household] {
        let house = addresses.house(in: nil, using: &generator)
        let owner = persons.person(aged: 38...50, using: &generator)
        let parent = persons.relative(of: owner, aged: 68...94, using: &generator)
        let discount: CouncilTaxAccount.Discount =
            generator.chance(30) ? .exemption : .singlePerson
        let annexe = addresses.annexe(of: house)
        var annexeHousehold = Household(parent, at: annexe, discount)
        annexeHousehold.registerLiable()
        guard withMainHouse else { return [annexeHousehold] }
        var mainHousehold = Household(owner, at: house, .none)
        mainHousehold.registerLiable()
        return [mainHousehold, annexeHousehold]
    }

    /// Twins who share a home, or twins at home with a parent.
    mutating func twins(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let isParentLiable = generator.chance(40)
        let parent = persons.person(aged: 45...56, using: &generator)
        let first =
            isParentLiable
            ? persons.relative(of: parent, aged: 18...24, using: &generator)
            : persons.person(aged: 20...70, using: &generator)
        var household = Household(isParentLiable ? parent : first, at: address, .none)
        household.registerLiable()
        if isParentLiable { household.register(first) }
        household.register(persons.twin(of: first, using: &generator))
        household.registerSituations = [.twins]
        household.showDatesOfBirth()
        return household
    }

    /// A father and a grown son with one name between them.
    mutating func sameName(using generator: inout SeededGenerator) -> Household {
        let address = addresses.dwelling(using: &generator)
        let father = persons.person(aged: 46...75, .male, using: &generator)
        var son = persons.relative(of: father, aged: 19...25, .male, using: &generator)
        son.forename = father.forename
        var household = Household(father, at: address, .none)
        household.registerLiable()
        household.register(son)
        household.registerSituations = [.sameName]
        return household
    }

    /// Councils record it either way: a disregard, or a single person discount with the reason.
    private func disregardDiscount(
        using generator: inout SeededGenerator
    ) -> CouncilTaxAccount.Discount {
        generator.chance(70) ? .disregard : .singlePerson
    }
}
