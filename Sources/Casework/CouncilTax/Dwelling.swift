public import Records

/// A dwelling as far as one record names it, so that records at one address can be counted.
enum Dwelling: Hashable, Sendable {
    case uprn(String)
    case address(WrittenAddress, postcode: String)
}

extension Home {
    /// The dwelling by address, when address and postcode are known.
    fileprivate var addressed: Dwelling? {
        guard let address, let postcode else { return nil }
        return .address(address, postcode: postcode)
    }
}

/// Who is on the register at each dwelling, counted on a day.
public struct RegisterCounts: Sendable {
    /// People at one dwelling.
    public struct People: Hashable, Sendable {
        /// Adults, and people whose age is not known.
        public var adults = 0
        /// People who turn 18 within a year.
        public var rising = 0
    }

    private var people: [Dwelling: People] = [:]
    /// The UPRN of an address; an empty one where records give the address two UPRNs.
    private var uprns: [Dwelling: String] = [:]

    /// Counts the electors of a register; those without a date of birth count as adults.
    ///
    /// Columns read: `uprn`, `address`, `postcode`, `date-of-birth`. Each elector is counted once:
    /// at the UPRN, written with the elector or with another record of the same address, or else
    /// at the address. Electors of whom neither is known are not counted.
    public init(register: RecordTable, on date: CalendarDate) {
        let fields = HomeFields(register)
        let births = register.column("date-of-birth")
        let homes = (0..<register.rowCount).map(fields.home)
        for home in homes { learn(home) }
        for (row, home) in homes.enumerated() {
            guard let dwelling = dwellings(home).first else { continue }
            let birth = births?[row].flatMap(CalendarDate.init(_:))
            if birth.map({ $0.wholeYears(to: date) >= 18 }) ?? true {
                people[dwelling, default: People()].adults += 1
            } else if birth.map({ $0.wholeYears(to: date.adding(months: 12)) >= 18 }) ?? false {
                people[dwelling, default: People()].rising += 1
            }
        }
    }

    /// Adults, and people about to be 18, who are registered at a home.
    public func people(at home: Home) -> People {
        dwellings(home).compactMap { people[$0] }.reduce(into: People()) { total, part in
            total.adults += part.adults
            total.rising += part.rising
        }
    }

    private mutating func learn(_ home: Home) {
        guard let uprn = home.uprn, let address = home.addressed else { return }
        uprns[address] = uprns[address, default: uprn] == uprn ? uprn : ""
    }

    /// The keys under which people of a home were counted, the surest first, each person once.
    private func dwellings(_ home: Home) -> [Dwelling] {
        let address = home.addressed
        let known = address.flatMap { uprns[$0] }
        guard let uprn = home.uprn else {
            return known.flatMap { $0.isEmpty ? nil : [.uprn($0)] } ?? [address].compactMap { $0 }
        }
        // People at an address of no known UPRN live here too; one with two UPRNs is two homes.
        return [.uprn(uprn)] + (known == nil ? [address].compactMap { $0 } : [])
    }
}

/// The columns of a table that say where a record lives.
struct HomeFields: Sendable {
    private let uprn, address, postcode: RecordTable.Column?

    /// The columns `uprn`, `address` and `postcode`, as far as the table has them.
    init(_ table: RecordTable) {
        uprn = table.column("uprn")
        address = table.column("address")
        postcode = table.column("postcode")
    }

    /// Where the record of a row lives.
    func home(_ row: Int) -> Home {
        Home(uprn: uprn?[row], address: address?[row], postcode: postcode?[row])
    }
}

/// Asks the discount question of a pair: an account on the left, an elector on the right.
public struct DiscountReview: Sendable {
    private let accounts: RecordTable
    private let accountFields, electorFields: HomeFields
    private let counts: RegisterCounts
    private let discount, disregard, amount: RecordTable.Column?

    /// A review of accounts against a register on a day.
    public init(accounts: RecordTable, register: RecordTable, on date: CalendarDate) {
        self.accounts = accounts
        accountFields = HomeFields(accounts)
        electorFields = HomeFields(register)
        counts = RegisterCounts(register: register, on: date)
        discount = accounts.column("discount-code")
        disregard = accounts.column("disregard-code")
        amount = accounts.column("discount-amount")
    }

    /// The question that an account and an elector raise, and its yearly value in pence.
    public func question(account: Int, elector: Int) -> (DiscountQuestion, yearlyPence: Int)? {
        guard discount?[account] == "SPD" else { return nil }
        let home = accountFields.home(account)
        let people = counts.people(at: home)
        let facts = DiscountQuestion.Facts(
            discountCode: discount?[account], disregardCode: disregard?[account],
            addresses: home.compared(to: electorFields.home(elector)),
            adultsRegistered: people.adults, risingEighteen: people.rising)
        let pence = amount?[account].flatMap { Pence(written: $0)?.count } ?? 0
        return DiscountQuestion(facts).map { ($0, max(0, pence)) }
    }
}
