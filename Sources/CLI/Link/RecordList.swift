import Foundation

/// Distinct names, each under a number from 0 in the order in which they first came.
struct NameTable {
    private var arena: [UInt8] = []
    private var ends: [Int] = [0]
    private var slots = [UInt32](repeating: 0, count: 1024)

    /// How many names there are.
    var count: Int { ends.count - 1 }

    /// Whether all names are text in UTF-8.
    var isText: Bool { String(validating: arena, as: UTF8.self) != nil }

    /// The bytes of a name.
    func bytes(_ code: Int) -> ArraySlice<UInt8> { arena[ends[code]..<ends[code + 1]] }

    /// A name as text.
    func text(_ code: Int) -> String { String(decoding: bytes(code), as: UTF8.self) }

    /// The number of the name in a field of a row, which is added if it is new.
    mutating func code(_ row: CSVRow, _ place: Int) -> Int {
        if let range = row.plainRange(place) { return code(of: row.bytes.span.extracting(range)) }
        return code(of: Array(row.field(place)).span)
    }

    /// The number of a name, which is added if it is new.
    mutating func code(of name: Span<UInt8>) -> Int {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if isEqual(known, name) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        for place in name.indices { arena.append(name[place]) }
        ends.append(arena.count)
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func isEqual(_ code: Int, _ name: Span<UInt8>) -> Bool {
        let start = ends[code]
        guard ends[code + 1] - start == name.count else { return false }
        for place in name.indices where arena[start + place] != name[place] { return false }
        return true
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: slots.count * 4)
        let mask = wider.count - 1
        for code in 0..<count {
            var slot = Self.hash(arena.span.extracting(ends[code]..<ends[code + 1])) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = UInt32(code + 1)
        }
        slots = wider
    }

    /// FNV-1a with a final mix (Fowler, Noll, Vo; draft-eastlake-fnv).
    private static func hash(_ name: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in name.indices { hash = (hash ^ UInt64(name[place])) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        return Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 16)
    }
}

/// The records that pairs are of, as bytes until somebody asks for one.
struct RecordList: RandomAccessCollection {
    /// A record by the numbers of its source and its id.
    struct Name {
        let source: Int
        let id: Int
    }

    private let ids: NameTable
    private let sources: NameTable?
    private let names: [Name]

    var startIndex: Int { 0 }
    var endIndex: Int { names.count }

    subscript(place: Int) -> PairFile.Record {
        PairFile.Record(
            source: sources?.text(names[place].source) ?? "", id: ids.text(names[place].id))
    }

    /// What a file says of a record: its source, where there are several, and its id.
    func row(_ place: Int) -> [UInt8] {
        var row: [UInt8] = []
        append(place, to: &row)
        return row
    }

    /// Adds what a file says of a record.
    func append(_ place: Int, to row: inout [UInt8]) {
        if let sources {
            CSVRows.append(sources.bytes(names[place].source), to: &row)
            row.append(0x2C)
        }
        CSVRows.append(ids.bytes(names[place].id), to: &row)
    }

    /// Records in order, and where each went: by id as a number where all are numbers and there is
    /// one table, else by source and id as text.
    static func inOrder(
        _ ids: NameTable, _ sources: NameTable?, _ names: [Name]
    ) -> (list: RecordList, places: [Int]) {
        var order = Array(names.indices)
        if sources == nil, let numbers = numbers(ids, names) {
            order.sort {
                numbers[$0] != numbers[$1]
                    ? numbers[$0] < numbers[$1]
                    : precedes(ids, names[$0].id, names[$1].id)
            }
        } else {
            let ranks = sources.map(ranks) ?? [0]
            order.sort {
                let (a, b) = (names[$0], names[$1])
                return a.source == b.source
                    ? precedes(ids, a.id, b.id) : ranks[a.source] < ranks[b.source]
            }
        }
        var places = [Int](repeating: 0, count: names.count)
        for (place, record) in order.enumerated() { places[record] = place }
        return (RecordList(ids: ids, sources: sources, names: order.map { names[$0] }), places)
    }

    /// The ids as numbers; nil where one is none.
    private static func numbers(_ ids: NameTable, _ names: [Name]) -> [Int]? {
        var numbers: [Int] = []
        numbers.reserveCapacity(names.count)
        for name in names {
            guard let number = Int(ids.text(name.id)) else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    private static func precedes(_ ids: NameTable, _ one: Int, _ other: Int) -> Bool {
        ids.bytes(one).lexicographicallyPrecedes(ids.bytes(other))
    }

    /// The place of each source in the order of names as Splink joins them to ids.
    private static func ranks(_ sources: NameTable) -> [Int] {
        let names = (0..<sources.count).map { Array(sources.bytes($0)) + Array("-__-".utf8) }
        let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
        var ranks = [Int](repeating: 0, count: names.count)
        for (rank, source) in order.enumerated() { ranks[source] = rank }
        return ranks
    }

    private init(ids: NameTable, sources: NameTable?, names: [Name]) {
        (self.ids, self.sources, self.names) = (ids, sources, names)
    }
}

/// Rows of a CSV file on their way out, a part at a time.
struct CSVRows {
    private let file: ResultFile
    private var buffer: [UInt8] = []

    /// Starts a file with its headings.
    init(_ path: String, headings: [String]) throws {
        file = try ResultFile(path)
        try append(Array(headings.map(Self.field).joined(separator: [0x2C])))
    }

    /// Adds a row of fields with their commas.
    mutating func append(_ row: [UInt8]) throws {
        try append { $0 += row }
    }

    /// Adds a row that is written to the end of what is there.
    mutating func append(_ write: (inout [UInt8]) -> Void) throws {
        write(&buffer)
        buffer.append(0x0D)
        buffer.append(0x0A)
        if buffer.count > 1 << 20 { try flush() }
    }

    /// Writes what is left.
    mutating func close() throws {
        try flush()
        try file.close()
    }

    /// A text as a field, in quotation marks where it needs them.
    static func field(_ text: String) -> [UInt8] { field(Array(text.utf8)[...]) }

    /// A field, in quotation marks where it needs them.
    static func field(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var field: [UInt8] = []
        append(value, to: &field)
        return field
    }

    /// Adds a field, in quotation marks where it needs them.
    static func append(_ value: ArraySlice<UInt8>, to row: inout [UInt8]) {
        guard !isPlain(value) else {
            row.append(contentsOf: value)
            return
        }
        row.append(0x22)
        for byte in value {
            if byte == 0x22 { row.append(0x22) }
            row.append(byte)
        }
        row.append(0x22)
    }

    /// Whether a field needs no quotation marks.
    static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
        value.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    }

    private mutating func flush() throws {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
