import DemoData
import Records
import Testing

struct SampleFilesTests {
    private static let today = CalendarDate(dayNumber: 20_779)
    private static let people = DemoPeople(people: 900, seed: 7, today: today)
    private static let files = SampleFiles(of: people, accounts: 200, today: today).all

    @Test func `the accounts are the first ones of the large file and seven wrong rows`() throws {
        let file = try #require(Self.files["council-tax.csv"])
        let table = try TableFile.read(file)

        #expect(table.rowCount == 207)
        #expect(Self.people.councilTaxCSV().starts(with: file.prefix(4_000)))
        #expect(Set(table.headings) == Set(DemoPeople.councilTaxColumns.map(\.heading)))
    }

    @Test func `everybody who is registered and holds one of the accounts is in the register`()
        throws
    {
        let table = try TableFile.read(try #require(Self.files["electoral-register.csv"]))
        let references = Set((0..<table.rowCount).map { table.values(inRow: $0)[0] })

        let accounts = Set(Self.people.accounts.prefix(200).map(\.reference))
        let expected = Self.people.pairs.filter { accounts.contains($0.accountReference) }
        #expect(!expected.isEmpty)
        #expect(expected.allSatisfy { references.contains($0.electorReference) })
        #expect(table.rowCount < Self.people.electors.count)
    }
}
