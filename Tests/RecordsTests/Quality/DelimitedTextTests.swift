import Testing

@testable import Records

/// The obvious way to cut a delimited text: one character at a time, fields as arrays.
private struct SlowText {
    struct Row: Equatable {
        var line: Int
        var fields: [[UInt8]]
        var quoting: DelimitedText.Quoting
    }

    private enum State { case start, plain, quoted, closed, after }
    private struct Broken: Error {}

    let bytes: [UInt8]
    let delimiter: UInt8

    func rows() -> [Row] {
        var rows: [Row] = []
        var (index, line) = (0, 1)
        while index < bytes.count {
            let (row, length) = (try? wholeRow(at: index, line)) ?? firstLine(at: index, line)
            rows.append(row)
            line += lineBreaks(in: bytes[index..<index + length])
            index += length
        }
        return rows
    }

    private func wholeRow(at start: Int, _ line: Int) throws -> (Row, Int) {
        var row = Row(line: line, fields: [[]], quoting: .sound)
        var (state, index, brokeLine) = (State.start, start, false)
        while index < bytes.count {
            let byte = bytes[index]
            let (isEnd, isDelimiter) = (byte == 10 || byte == 13, byte == delimiter)
            if state != .quoted, isEnd {
                index += byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
                return (row, index - start)
            }
            if state == .quoted, isEnd { brokeLine = true }
            switch (state, byte) {
            case (.start, 34): state = .quoted
            case (.quoted, 34): state = .closed
            case (.closed, 34): state = .quoted
            case (.quoted, _): break
            case _ where isDelimiter:
                row.fields.append([])
                state = .start
                index += 1
                continue
            case (.closed, _):
                if brokeLine { throw Broken() }
                row.quoting = .stray
                state = .after
            case (.start, _): state = .plain
            case (.plain, 34): if row.quoting == .sound { row.quoting = .loose }
            case (.plain, _), (.after, _): break
            }
            // A row that strays and then goes on to another line is broken on a later line.
            if row.quoting == .stray, brokeLine { throw Broken() }
            row.fields[row.fields.count - 1].append(byte)
            index += 1
        }
        if state == .quoted { throw Broken() }
        return (row, index - start)
    }

    private func firstLine(at start: Int, _ line: Int) -> (Row, Int) {
        let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
        let fields = bytes[start..<end].split(
            separator: delimiter, omittingEmptySubsequences: false)
        let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
        let row = Row(line: line, fields: fields.map { Array($0) }, quoting: .unclosed)
        return (row, min(end + (isPair ? 2 : 1), bytes.count) - start)
    }

    private func lineBreaks(in slice: ArraySlice<UInt8>) -> Int {
        slice.indices.count {
            slice[$0] == 10 || (slice[$0] == 13 && !($0 + 1 < bytes.count && bytes[$0 + 1] == 10))
        }
    }
}

struct DelimitedTextTests {
    private func rows(of text: DelimitedText) -> [SlowText.Row] {
        text.rows.indices.map { row in
            SlowText.Row(
                line: Int(text.rows[row].line),
                fields: (0..<text.fieldCount(inRow: row)).map {
                    Array(text.bytes[text.rawRange(row: row, field: $0)])
                },
                quoting: text.rows[row].quoting)
        }
    }

    @Test(arguments: 0..<40)
    func `the scanner agrees with its slow twin on random bytes`(seed: UInt64) {
        var random = RandomBytes(seed: seed)
        for _ in 0..<250 {
            let bytes = random.text(
                of: "ab\"\",,\n\r;", count: Int.random(in: 0...30, using: &random))
            let fast = rows(of: DelimitedText(bytes: bytes, delimiter: .comma))

            let slow = SlowText(bytes: bytes, delimiter: 44).rows()

            guard fast == slow else {
                Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    @Test(arguments: 0..<10)
    func `what the writer writes the scanner reads`(seed: UInt64) {
        var random = RandomBytes(seed: seed)
        let values = (0..<50).map { _ in
            (0..<4).map { _ in
                random.text(of: "a\"',\n\r =+-@\té", count: Int.random(in: 0...6, using: &random))
            }
        }
        for audience in [CSVWriter.Audience.people, .programs] {
            var writer = CSVWriter(headings: ["a", "b", "c", "d"], for: audience)
            for row in values { writer.append(utf8: row) }
            let mark = audience == .people ? 3 : 0

            let text = DelimitedText(bytes: Array(writer.bytes.dropFirst(mark)), delimiter: .comma)

            #expect(text.rows.count == 51)
            #expect(text.rows.allSatisfy { $0.quoting == .sound })
            let read = text.rows.indices.dropFirst().map { row in
                (0..<4).map { field in
                    let value = text.value(row: row, field: field)
                    return audience == .people ? Array(CSVWriter.restored(value[...])) : value
                }
            }
            #expect(read == values)
        }
    }

    @Test(arguments: ["=1+1", "+44", "-5", "@cmd", "\tx", "\rx", "'=x", "''+x"])
    func `a value that could run as a formula gets an apostrophe`(value: String) {
        var writer = CSVWriter(headings: ["h"])
        writer.append([value])

        let written = String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)

        #expect(written == "h\r\n\"'\(value)\"\r\n")
    }

    @Test(arguments: ["it's", "'quoted'", "a=b", "5-3", "", "'"])
    func `a harmless value is left alone`(value: String) {
        var writer = CSVWriter(headings: ["h"])
        writer.append([value])

        #expect(String(decoding: writer.bytes.dropFirst(3), as: UTF8.self) == "h\r\n\(value)\r\n")
    }

    @Test func `one missing quotation mark costs one row`() {
        let text = DelimitedText(
            bytes: Array("a,b\n1,\"x\n2,\"y, z\"\n3,w".utf8), delimiter: .comma)

        #expect(text.rows.map(\.quoting) == [.sound, .unclosed, .sound, .sound])
        #expect(text.rows.map(\.line) == [1, 2, 3, 4])
        #expect(text.value(row: 2, field: 1) == Array("y, z".utf8))
    }

    @Test func `a quotation mark that opens more lines than a row may have is not closed`() {
        let lines = String(repeating: "x\n", count: DelimitedText.lineLimit + 5)

        let text = DelimitedText(bytes: Array("a\n\"\(lines)\"\n".utf8), delimiter: .comma)

        #expect(text.rows[1].quoting == .unclosed)
        #expect(text.rows[2].quoting == .sound)
    }

    @Test(arguments: Delimiter.allCases)
    func `the delimiter is found`(delimiter: Delimiter) {
        let text = ["Name,Town;x", "1;2", "Rose, Ann", "b"].map { "\"\($0)\"" }
        let row = text.joined(separator: String(decoding: [delimiter.byte], as: UTF8.self))

        #expect(Delimiter.detected(in: Array("\(row)\n\(row)\n".utf8)) == delimiter)
        #expect(Delimiter.detected(in: Array("\nA title\n\(row)\n\(row)\n".utf8)) == delimiter)
    }
}
