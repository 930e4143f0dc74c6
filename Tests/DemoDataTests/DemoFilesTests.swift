import DemoData
import Records
import Testing

struct DemoFilesTests {
    @Test func `the council tax file reads back as the accounts`() throws {
        let text = try #require(windows1252Text(demoPeople.councilTaxCSV()))
        let rows = try #require(csvRows(text))

        #expect(rows[0] == DemoPeople.councilTaxColumns.map(\.heading))
        #expect(rows.count == 2001)
        for (row, account) in zip(rows.dropFirst(), demoPeople.accounts) {
            #expect(row[0] == account.reference && row[3] == account.forename)
            #expect(row[5] == account.surname && row[7] == account.address)
            #expect(row[6].isEmpty ? account.dateOfBirth == nil : isSlashed(row[6]))
            #expect(CalendarDate(written: row[6]) == account.dateOfBirth)
            #expect(CalendarDate(written: row[11]) == account.discountStart)
            #expect(pence(row[14]) == account.fullCharge)
            #expect(pence(row[15]) == account.discountAmount)
        }
    }

    @Test func `the council tax file needs Windows-1252`() throws {
        let bytes = demoPeople.councilTaxCSV()
        let text = try #require(windows1252Text(bytes))

        #expect(String(validating: bytes, as: UTF8.self) == nil)
        #expect(!text.contains("?"))
        #expect(text.contains("O’"))
        #expect(text.contains("Zoë") || text.contains("Siân") || text.contains("Renée"))
        #expect(text.contains("\"\"\"The Moorings\"\", ") || text.contains("\"\"Dunroamin\"\""))
    }

    @Test func `the register reads back as the electors`() throws {
        let bytes = demoPeople.electoralRegisterCSV()
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        let text = try #require(String(validating: bytes.dropFirst(3), as: UTF8.self))
        let rows = try #require(csvRows(text))

        #expect(rows[0] == DemoPeople.electoralRegisterColumns.map(\.heading))
        #expect(rows.count == 2001)
        for (row, elector) in zip(rows.dropFirst(), demoPeople.electors) {
            #expect(row[0] == elector.reference && row[2] == elector.surname)
            #expect(row[3] == elector.forename && row[6] == elector.address)
            #expect(CalendarDate(row[5]) == elector.dateOfBirth)
            #expect(CalendarDate(row[9]) == elector.dateAdded)
        }
    }

    @Test func `the truth reads back as pairs and situations`() throws {
        let pairText = try #require(String(validating: demoPeople.truthCSV(), as: UTF8.self))
        let truthText = try #require(
            String(validating: demoPeople.situationsCSV(), as: UTF8.self))
        let pairs = try #require(csvRows(pairText)).dropFirst()
        let truths = try #require(csvRows(truthText)).dropFirst()

        #expect(pairs.map { $0[1] } == demoPeople.pairs.map(\.electorReference))
        #expect(pairs.map { $0[2] == "yes" } == demoPeople.pairs.map(\.isSameAddress))
        #expect(
            truths.map { $0[1].split(separator: " ").compactMap { Situation(rawValue: "\($0)") } }
                == demoPeople.truths.map(\.situations))
    }

    @Test func `nobody at all still gives four files with headings`() {
        let nobody = DemoPeople(people: 0, seed: 1, today: demoDay)

        #expect(csvRows(windows1252Text(nobody.councilTaxCSV()) ?? "")?.count == 1)
        #expect(nobody.truthCSV().suffix(2) == [0x0D, 0x0A])
    }

    /// A change here changes every demonstration and benchmark: make it on purpose.
    @Test func `the bytes are those of every other platform`() {
        let made = DemoPeople(people: 500, seed: 2026, today: demoDay)

        #expect(fingerprint(made.councilTaxCSV()) == 0x2B55_D71E_0611_96E1)
        #expect(fingerprint(made.electoralRegisterCSV()) == 0x40F3_F2B8_19DF_14BF)
    }

    private func isSlashed(_ date: String) -> Bool {
        let parts = date.split(separator: "/")
        return parts.map(\.count) == [2, 2, 4]
    }

    private func pence(_ pounds: String) -> Int? {
        let parts = pounds.split(separator: ".")
        guard parts.count == 2, parts[1].count == 2 else { return nil }
        return Int(parts[0] + parts[1])
    }

    /// FNV-1a, 64 bits (draft-eastlake-fnv).
    private func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
