/// An account with the people who belong to it, before anything is written down.
struct Household: Sendable {
    let liable: Person
    let address: Address
    let discount: CouncilTaxAccount.Discount
    let disregard: CouncilTaxAccount.Disregard?
    var situations: [Situation] = []
    /// Entries in the register; without room for them none is made.
    var registrations: [Registration] = []
    /// True only if the registrations are made.
    var registerSituations: [Situation] = []

    init(
        _ liable: Person, at address: Address, _ discount: CouncilTaxAccount.Discount,
        _ disregard: CouncilTaxAccount.Disregard? = nil
    ) {
        self.liable = liable
        self.address = address
        self.discount = discount
        self.disregard = disregard
        if address.isFlat { situations.append(.flat) }
        if address.part == .annexe { situations.append(.annexe) }
    }

    /// Registers the liable person here.
    mutating func registerLiable() {
        registrations.append(Registration(person: liable, address: address, isLiable: true))
    }

    /// Registers somebody else here.
    mutating func register(_ person: Person, isResident: Bool = true) {
        registrations.append(
            Registration(person: person, address: address, isResident: isResident))
    }

    /// Has the register give every date of birth here.
    mutating func showDatesOfBirth() {
        for index in registrations.indices { registrations[index].showsDateOfBirth = true }
    }
}

/// One person's place in the register.
struct Registration: Sendable {
    let person: Person
    /// Where the register has them, which need not be where they live.
    let address: Address
    var isLiable = false
    var isResident = true
    var showsDateOfBirth = false
}

/// The kinds of household, dealt from a deck so that their shares are exact.
enum HouseholdKind: Sendable {
    case single, singleWithoutDiscount, couple, family, houseShare, students, otherDisregard
    case spdTwoElectors, spdRising18, disregardedStudent, disregardedCarer
    case movedOut, elsewhere, annexe, twins, sameName

    /// Four hundred households.
    static let shares: [(card: HouseholdKind, count: Int)] = [
        (.single, 92), (.singleWithoutDiscount, 8), (.couple, 120), (.family, 58),
        (.houseShare, 28), (.students, 12), (.otherDisregard, 10), (.spdTwoElectors, 18),
        (.spdRising18, 8), (.disregardedStudent, 8), (.disregardedCarer, 8), (.movedOut, 8),
        (.elsewhere, 8), (.annexe, 6), (.twins, 4), (.sameName, 4),
    ]
}
