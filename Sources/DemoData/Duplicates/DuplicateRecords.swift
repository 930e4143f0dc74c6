public import Records

/// A list of an invented county in which three rows of ten are somebody's second or further row.
///
/// People live in households, so that most of those who share an address are not one person. Rows
/// come one at a time and in mixed order; memory does not grow with their number. The same count
/// and seed give the same rows on every platform.
public struct DuplicateRecords: Sequence, IteratorProtocol, Sendable {
    private var generator: SeededGenerator
    private var homes: CountyHomes
    private let households: CountyHousehold
    private let first = DuplicateFaults(.first)
    private let further = DuplicateFaults(.further)
    private var waiting: [DuplicateRecord] = []
    private var peopleLeft: Int
    private var duplicatesLeft: Int
    private var people = 0
    private var householdCount = 0
    private var given = 0
    /// How many rows wait at the most, so that rows of one person lie apart.
    private static let waitingRows = 40_000

    /// So many rows; seven in ten are the first of their person.
    ///
    /// - Precondition: `records` is 0 or more; `today` is in the year 1950 or later.
    public init(records: Int, seed: UInt64, today: CalendarDate) {
        precondition(records >= 0, "The number of records is 0 or more.")
        precondition(today.parts.year >= 1950, "The day is in the year 1950 or later.")
        peopleLeft = records - records * 3 / 10
        duplicatesLeft = records * 3 / 10
        generator = SeededGenerator(seed: seed)
        homes = CountyHomes(people: records)
        households = CountyHousehold(names: CountyNames(), today: today)
    }

    /// The next row, or nil after the last.
    public mutating func next() -> DuplicateRecord? {
        while waiting.count < Self.waitingRows, peopleLeft > 0 { settle() }
        guard !waiting.isEmpty else { return nil }
        waiting.swapAt(generator.below(waiting.count), waiting.count - 1)
        var row = waiting.removeLast()
        given += 1
        let digits = String(given)
        row.id = "R" + String(repeating: "0", count: Swift.max(0, 8 - digits.utf8.count)) + digits
        return row
    }

    /// Writes down one household, its former home included, and some members again.
    private mutating func settle() {
        let members = households.members(using: &generator).prefix(peopleLeft)
        householdCount += 1
        let home = homes.home(using: &generator)
        let former = generator.chance(22) ? nextHome(after: home) : nil
        for person in members {
            people += 1
            waiting.append(
                first.row(
                    of: person, at: home, cluster: people, household: householdCount,
                    using: &generator))
            for _ in 0..<duplicates() { writeAgain(person, at: home, former: former) }
            peopleLeft -= 1
        }
    }

    /// How many further rows the next person has; the last person has all that are left.
    private mutating func duplicates() -> Int {
        guard peopleLeft > 1 else {
            defer { duplicatesLeft = 0 }
            return duplicatesLeft
        }
        var count = 0
        while count < 6, duplicatesLeft > 0,
            generator.below(peopleLeft + duplicatesLeft) < duplicatesLeft
        {
            count += 1
            duplicatesLeft -= 1
        }
        return count
    }

    private mutating func writeAgain(
        _ person: CountyPerson, at home: Address, former: Address?
    ) {
        var written = person
        var place = home
        if let former, generator.chance(45) { place = former }
        if generator.chance(5) { place = nextHome(after: home) }
        if let surname = person.formerSurname, generator.chance(30) { written.surname = surname }
        waiting.append(
            further.row(
                of: written, at: place, cluster: people, household: householdCount,
                using: &generator))
    }

    /// Another home, in the same town three times in five.
    private mutating func nextHome(after home: Address) -> Address {
        homes.home(in: generator.chance(60) ? home.town : nil, using: &generator)
    }
}

extension DuplicateRecords {
    /// `people.csv`, a piece of about a megabyte at a time.
    ///
    /// - Complexity: O(records); holds one piece.
    public mutating func writeCSV(_ write: ([UInt8]) throws -> Void) rethrows {
        var csv = CSVBytes(.plainUTF8, rows: 0, headings: DuplicateRecord.headings)
        while let row = next() {
            csv.row(row.values)
            if csv.bytes.count > 1_000_000 { try write(csv.takeBytes()) }
        }
        try write(csv.takeBytes())
    }
}
