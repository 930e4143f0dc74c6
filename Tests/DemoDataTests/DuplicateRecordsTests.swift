import DemoData
import Records
import Testing

struct DuplicateRecordsTests {
    private let today = CalendarDate(dayNumber: 20_779)

    private func rows(_ count: Int, seed: UInt64) -> [DuplicateRecord] {
        Array(DuplicateRecords(records: count, seed: seed, today: today))
    }

    @Test(arguments: [0, 1, 10, 999, 5_000])
    func `there are as many rows as asked for, seven in ten of them first rows`(count: Int) {
        let rows = rows(count, seed: 3)
        #expect(rows.count == count)
        #expect(Set(rows.map(\.id)).count == count)
        #expect(Set(rows.map(\.cluster)).count == count - count * 3 / 10)
    }

    @Test func `the same seed gives the same rows and another seed others`() {
        #expect(rows(500, seed: 4) == rows(500, seed: 4))
        #expect(rows(500, seed: 4) != rows(500, seed: 5))
    }

    @Test func `families share surname and address, and twins a birthday`() {
        let homes = Dictionary(grouping: rows(20_000, seed: 6), by: \.household)
        func pairs(_ test: (DuplicateRecord, DuplicateRecord) -> Bool) -> Int {
            homes.values.reduce(0) { sum, members in
                sum
                    + members.indices.reduce(0) { sum, index in
                        sum
                            + members[(index + 1)...].count {
                                $0.cluster != members[index].cluster && test($0, members[index])
                            }
                    }
            }
        }
        let all = pairs { _, _ in true }
        #expect(pairs { $0.surname == $1.surname } * 10 > all * 3)
        #expect(pairs { $0.address == $1.address } * 10 > all * 4)
        #expect(pairs { $0.dateOfBirth != nil && $0.dateOfBirth == $1.dateOfBirth } > 10)
        #expect(pairs { $0.firstName == $1.firstName && $0.surname == $1.surname } > 10)
    }

    @Test func `common surnames are far commoner than rare ones`() {
        let counts = Dictionary(grouping: rows(20_000, seed: 6), by: \.surname).mapValues(\.count)
        let sorted = counts.values.sorted(by: >)
        #expect(counts.count > 1_500)
        #expect(sorted.first ?? 0 > 100)
        #expect(sorted[sorted.count / 2] < 10)
    }

    @Test func `faults of every kind occur and none is the rule`() {
        let rows = rows(10_000, seed: 6)
        for missing in [
            rows.count { $0.dateOfBirth == nil }, rows.count { $0.postcode.isEmpty },
            rows.count { $0.firstName.isEmpty }, rows.count { $0.address.isEmpty },
            rows.count { $0.firstName.utf8.count == 1 },
        ] {
            #expect(missing > 10)
            #expect(missing < 1_000)
        }
        #expect(Set(rows.map(\.town)).count > 60)
    }

    @Test func `the file has a row for each record and reads back`() {
        var bytes: [UInt8] = []
        var records = DuplicateRecords(records: 300, seed: 2, today: today)
        records.writeCSV { bytes += $0 }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 301)
        #expect(
            lines[0] == "unique_id,first_name,surname,dob,address,town,postcode,email,"
                + "cluster,household")
        #expect(lines[1].hasPrefix("R00000001,"))
    }
}
