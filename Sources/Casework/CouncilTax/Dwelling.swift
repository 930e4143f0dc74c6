public import Records

/// A dwelling as far as a record names it, so that records at one address can be counted.
public struct Dwelling: Hashable, Sendable {
    private let key: String

    /// The dwelling of a UPRN, or else of an address with a postcode; nil when neither is known.
    ///
    /// The words of an address count in any order and any case, so that "Flat 2, 14 Tansy Row" and
    /// "14 TANSY ROW FLAT 2" are one dwelling.
    public init?(uprn: String?, address: String?, postcode: String?) {
        if let uprn {
            key = "uprn " + uprn
        } else if let address, let postcode {
            let words = Normalisation.normalised(address).split(separator: " ").sorted()
            guard !words.isEmpty else { return nil }
            key = words.joined(separator: " ") + "|" + Normalisation.normalised(postcode)
        } else {
            return nil
        }
    }
}

/// Who is on the register at each dwelling, counted on a day.
public struct RegisterCounts: Sendable {
    private var adults: [Dwelling: Int] = [:]
    private var rising: [Dwelling: Int] = [:]

    /// Counts the electors of a register; those without a date of birth count as adults.
    ///
    /// Columns read: `uprn`, `address`, `postcode`, `date-of-birth`. Each elector is counted under
    /// the UPRN and under the address, so that a record with either finds the same number.
    public init(register: RecordTable, on date: CalendarDate) {
        let fields = DwellingFields(register)
        let births = register.column("date-of-birth")
        for row in 0..<register.rowCount {
            let birth = births?[row].flatMap(CalendarDate.init(_:))
            let isAdult = birth.map { $0.wholeYears(to: date) >= 18 } ?? true
            let turns18 = birth.map { $0.wholeYears(to: date.adding(months: 12)) >= 18 } ?? false
            for dwelling in fields.dwellings(row) {
                if isAdult {
                    adults[dwelling, default: 0] += 1
                } else if turns18 {
                    rising[dwelling, default: 0] += 1
                }
            }
        }
    }

    /// Adults, and people about to be 18, at the first of these dwellings that is known.
    public func people(at dwellings: [Dwelling]) -> (adults: Int, rising: Int) {
        let known = dwellings.first { adults[$0] != nil || rising[$0] != nil }
        return known.map { (adults[$0] ?? 0, rising[$0] ?? 0) } ?? (0, 0)
    }
}

/// The columns of a table that say where a record lives.
public struct DwellingFields: Sendable {
    private let uprn, address, postcode: RecordTable.Column?

    /// The columns `uprn`, `address` and `postcode`, as far as the table has them.
    public init(_ table: RecordTable) {
        uprn = table.column("uprn")
        address = table.column("address")
        postcode = table.column("postcode")
    }

    /// The dwelling of a row by UPRN and by address, as far as known.
    public func dwellings(_ row: Int) -> [Dwelling] {
        [
            Dwelling(uprn: uprn?[row], address: nil, postcode: nil),
            Dwelling(uprn: nil, address: address?[row], postcode: postcode?[row]),
        ].compactMap { $0 }
    }
}

/// Asks the discount question of a pair: an account on the left, an elector on the right.
public struct DiscountReview: Sendable {
    private let accounts: RecordTable
    private let accountFields, electorFields: DwellingFields
    private let counts: RegisterCounts
    private let discount, disregard, amount: RecordTable.Column?

    /// A review of accounts against a register on a day.
    public init(accounts: RecordTable, register: RecordTable, on date: CalendarDate) {
        self.accounts = accounts
        accountFields = DwellingFields(accounts)
        electorFields = DwellingFields(register)
        counts = RegisterCounts(register: register, on: date)
        discount = accounts.column("discount-code")
        disregard = accounts.column("disregard-code")
        amount = accounts.column("discount-amount")
    }

    /// The question that an account and an elector raise, and its yearly value in pence.
    public func question(account: Int, elector: Int) -> (DiscountQuestion, yearlyPence: Int)? {
        guard discount?[account] == "SPD" else { return nil }
        let home = accountFields.dwellings(account)
        let people = counts.people(at: home)
        let facts = DiscountQuestion.Facts(
            discountCode: discount?[account], disregardCode: disregard?[account],
            isSameAddress: !Set(home).isDisjoint(with: electorFields.dwellings(elector)),
            adultsRegistered: people.adults, risingEighteen: people.rising)
        let pence = amount?[account].flatMap { Pence(written: $0)?.count } ?? 0
        return DiscountQuestion(facts).map { ($0, max(0, pence)) }
    }
}
