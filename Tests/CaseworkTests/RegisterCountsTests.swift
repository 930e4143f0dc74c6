import Casework
import Records
import Testing

/// How many people a register counts at one home.
struct RegisterCountsTests {
    static func counts(_ rows: [[String?]]) -> RegisterCounts {
        var builder = RecordTable.Builder(
            columns: ["uprn", "address", "postcode", "date-of-birth"])
        for row in rows { builder.append(row) }
        return RegisterCounts(register: builder.table(), on: CalendarDate("2026-11-22")!)
    }

    @Test func `people are counted once, by UPRN or by address`() {
        let counts = Self.counts([
            ["100", "34 Tansy Road", "ZZ1 1AA", "1980-01-01"],
            [nil, "No. 34 Tansy Rd", "zz11aa", nil],
            ["100", nil, nil, "1990-01-01"],
            ["200", "35 Tansy Road", "ZZ1 1AA", "1980-01-01"],
        ])

        for home in [
            Home(uprn: "100", address: nil, postcode: nil),
            Home(uprn: nil, address: "34 Tansy Road", postcode: "ZZ1 1AA"),
            Home(uprn: "100", address: "34 Tansy Road", postcode: "ZZ1 1AA"),
        ] {
            #expect(counts.people(at: home).adults == 3)
        }
    }

    @Test func `an account with a UPRN finds people who are registered by address alone`() {
        let counts = Self.counts([[nil, "34 Tansy Road", "ZZ1 1AA", nil]])

        #expect(
            counts.people(at: Home(uprn: "100", address: "34 Tansy Road", postcode: "ZZ1 1AA"))
                .adults
                == 1)
        #expect(counts.people(at: Home(uprn: "100", address: nil, postcode: nil)).adults == 0)
    }

    @Test func `an address with two UPRNs is two homes`() {
        let counts = Self.counts([
            ["100", "14 Tansy Row", "ZZ1 1AA", nil], ["200", "14 Tansy Row", "ZZ1 1AA", nil],
            [nil, "14 Tansy Row", "ZZ1 1AA", nil],
        ])

        #expect(
            counts.people(at: Home(uprn: "100", address: "14 Tansy Row", postcode: "ZZ1 1AA"))
                .adults
                == 1)
    }

    @Test func `children count only in the year before they turn 18`() {
        let counts = Self.counts([
            ["100", nil, nil, "2008-11-22"], ["100", nil, nil, "2008-11-23"],
            ["100", nil, nil, "2009-11-22"], ["100", nil, nil, "2009-11-23"],
        ])

        let people = counts.people(at: Home(uprn: "100", address: nil, postcode: nil))
        #expect(people.adults == 1)
        #expect(people.rising == 2)
    }

    @Test func `nobody is counted where nothing is known`() {
        let counts = Self.counts([[nil, nil, nil, nil], [nil, "34 Tansy Road", nil, nil]])

        let people = counts.people(at: Home(uprn: nil, address: "34 Tansy Road", postcode: nil))
        #expect(people.adults == 0)
        #expect(people.rising == 0)
    }
}
