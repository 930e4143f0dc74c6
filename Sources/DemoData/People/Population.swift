import Records

/// The invented people while they are being made: accounts, entries and what is true of them.
struct Population: Sendable {
    private let people: Int
    private let clerk: Clerk
    private var generator: SeededGenerator
    private var maker: HouseholdMaker
    private var kinds = Deck(HouseholdKind.shares)
    private var differences = Deck(Difference.shares)

    private(set) var accounts: [CouncilTaxAccount] = []
    private(set) var entries: [RegisterEntry] = []
    private(set) var truths: [AccountTruth] = []
    /// The account at a dwelling, by its true UPRN.
    private(set) var accountAt: [String: Int] = [:]
    private var situations: [Set<Situation>] = []

    init(people: Int, seed: UInt64, today: CalendarDate) {
        self.people = people
        clerk = Clerk(today: today)
        generator = SeededGenerator(seed: seed)
        maker = HouseholdMaker(
            addresses: AddressBook(people: people, towns: clerk.towns),
            persons: PersonMaker(today: today))
        accounts.reserveCapacity(people)
        entries.reserveCapacity(people)
        while accounts.count < people { settle(kinds.deal(using: &generator)) }
        while entries.count < people { fillRegister() }
        generator.shuffle(&entries)
        truths = makeTruths()
    }

    private mutating func settle(_ kind: HouseholdKind) {
        let households = maker.households(
            of: kind, hasRoomForTwo: accounts.count + 2 <= people, using: &generator)
        let registered = households.reduce(0) { $0 + $1.registrations.count }
        let fits = entries.count + registered <= people
        for household in households { open(household, isRegistered: fits) }
    }

    private mutating func open(_ household: Household, isRegistered: Bool) {
        let index = accounts.count
        accountAt[household.address.uprn] = index
        let account = clerk.account(for: household, number: index, using: &generator)
        accounts.append(account)
        situations.append(Set(household.situations))
        if clerk.towns.isOdd(account.town) { situations[index].insert(.townSpelling) }
        guard isRegistered else { return }
        situations[index].formUnion(household.registerSituations)
        for registration in household.registrations {
            var entry = clerk.entry(for: registration, using: &generator)
            if registration.isLiable {
                entry.account = index
                spoil(&entry)
                if clerk.towns.isOdd(entry.town) { situations[index].insert(.townSpelling) }
            }
            entries.append(entry)
        }
    }

    /// Makes about one matched entry in six differ from the truth.
    private mutating func spoil(_ entry: inout RegisterEntry) {
        guard let account = entry.account, let difference = differences.deal(using: &generator)
        else { return }
        let done = entry.differ(by: difference, today: clerk.today, using: &generator)
        situations[account].insert(done)
    }

    private mutating func fillRegister() {
        for registration in maker.electorsWithoutAccount(using: &generator)
        where entries.count < people {
            entries.append(clerk.entry(for: registration, using: &generator))
        }
    }

    private func makeTruths() -> [AccountTruth] {
        var registered = Array(repeating: 0, count: accounts.count)
        var resident = registered
        var adults = registered
        for entry in entries {
            guard let index = accountAt[entry.home.uprn] else { continue }
            registered[index] += 1
            if entry.isResident { resident[index] += 1 }
            if entry.franchise != .attainer { adults[index] += 1 }
        }
        return accounts.indices.map { index in
            var found = situations[index]
            if accounts[index].discount == .singlePerson, adults[index] >= 2 {
                found.insert(.spdTwoElectors)
            }
            return AccountTruth(
                accountReference: accounts[index].reference,
                situations: found.isEmpty ? [] : Situation.allCases.filter(found.contains),
                electorsRegistered: registered[index], electorsResident: resident[index])
        }
    }
}
