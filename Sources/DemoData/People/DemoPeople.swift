public import Records

/// Invented residents in two files, with the truth about who is who.
///
/// Every person, street and postcode is invented; the towns are real. The same size, seed and day
/// give the same bytes on every platform.
public struct DemoPeople: Sendable {
    /// One account for each person asked for.
    public let accounts: [CouncilTaxAccount]
    /// As many electors, in the order of the register.
    public let electors: [Elector]
    /// Who is who, in the order of the accounts.
    public let pairs: [TruePair]
    /// What is true about each account, in the order of the accounts.
    public let truths: [AccountTruth]

    /// Makes `people` accounts and as many electors.
    ///
    /// About two in three account holders are electors. Every situation is present from about
    /// 2,000 people on.
    ///
    /// - Precondition: `people` is 0 or more, `today` is in the year 1950 or later.
    /// - Complexity: O(people).
    public init(people: Int, seed: UInt64, today: CalendarDate) {
        precondition(people >= 0, "The number of people is 0 or more.")
        precondition(today.parts.year >= 1950, "The day is in the year 1950 or later.")
        let population = Population(people: people, seed: seed, today: today)
        accounts = population.accounts
        truths = population.truths
        electors = population.entries.enumerated().map { Elector($1, number: $0) }
        pairs = Self.pairs(population, electors)
    }

    /// How many accounts have each situation.
    public var situationCounts: [Situation: Int] {
        var counts: [Situation: Int] = [:]
        for truth in truths {
            for situation in truth.situations { counts[situation, default: 0] += 1 }
        }
        return counts
    }

    private static func pairs(_ population: Population, _ electors: [Elector]) -> [TruePair] {
        var pairOf = [TruePair?](repeating: nil, count: population.accounts.count)
        for (entry, elector) in zip(population.entries, electors) {
            guard let account = entry.account else { continue }
            pairOf[account] = TruePair(
                accountReference: population.accounts[account].reference,
                electorReference: elector.reference,
                isSameAddress: population.accountAt[entry.home.uprn] == account)
        }
        return pairOf.compactMap { $0 }
    }
}

extension Elector {
    /// The entry with its number in the register, which starts with two letters of the town.
    init(_ entry: RegisterEntry, number: Int) {
        let digits = String(number + 1)
        let padding = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
        reference = Town.all[entry.home.town].name.prefix(2).uppercased() + padding + digits
        uprn = entry.uprn
        forename = entry.forename
        middleNames = entry.middleNames
        surname = entry.surname
        dateOfBirth = entry.dateOfBirth
        address = entry.address
        town = entry.town
        postcode = entry.postcode
        dateAdded = entry.dateAdded
        franchise = entry.franchise
    }
}
