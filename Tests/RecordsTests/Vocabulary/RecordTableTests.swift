import Records
import Testing

struct RecordTableTests {
    @Test(arguments: 1...10)
    func `a dictionary gives the same codes as a plain list`(seed: UInt64) {
        var random = RandomBytes(seed: seed)
        var dictionary = ValueDictionary()
        var list: [[UInt8]] = []
        for _ in 0..<400 {
            let value = random.text(of: "abc", count: Int.random(in: 0...5, using: &random))
            if !list.contains(value) { list.append(value) }

            let code = dictionary.code(of: value)

            #expect(code == UInt32((list.firstIndex(of: value) ?? -2) + 1))
            #expect(dictionary.find(value) == code)
        }
        #expect(dictionary.count == list.count)
        #expect(list.indices.allSatisfy { dictionary.bytes(of: UInt32($0 + 1)) == list[$0][...] })
        #expect(dictionary.find(Array("absent".utf8)) == nil)
        #expect(dictionary[ValueDictionary.missing] == nil)
    }

    @Test(arguments: 1...5)
    func `a table gives back the records put into it`(seed: UInt64) {
        var random = RandomBytes(seed: seed)
        let rows: [[String?]] = (0..<100).map { _ in
            (0..<3).map { _ in
                let value = random.text(of: "xyé", count: Int.random(in: 0...3, using: &random))
                return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
            }
        }
        var builder = RecordTable.Builder(columns: ["a", "b", "c"])
        for row in rows { builder.append(row) }

        let table = builder.table()

        #expect(table.rowCount == 100)
        for (index, row) in rows.enumerated() {
            #expect([table[index, "a"], table[index, "b"], table[index, "c"]] == row)
        }
        #expect(table[0, "d"] == nil)
        #expect(table.selecting(["c", "d", "a"]).columns.map(\.name) == ["c", "a"])
    }

    @Test func `an empty value is missing`() {
        var builder = RecordTable.Builder(columns: ["a"])
        builder.append([""])

        #expect(builder.table().column("a")?.codes == [0])
    }
}
