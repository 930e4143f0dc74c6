public import Records

/// Where a record stands: which of the linked tables, and which row of it.
public struct RecordLocation: Hashable, Comparable, Sendable {
    /// The number of the table, from 0.
    public let table: Int
    /// The row of the table, from 0.
    public let row: Int

    /// A row of a table.
    public init(table: Int, row: Int) {
        self.table = table
        self.row = row
    }

    /// By table, then by row.
    public static func < (left: RecordLocation, right: RecordLocation) -> Bool {
        (left.table, left.row) < (right.table, right.row)
    }
}

/// Tables as a model compares them: one short row of numbers a record.
///
/// Values are prepared and their keys derived once per distinct value, not per record. Equal
/// texts have equal codes in all columns and tables. Encode once, then train and predict.
public struct EncodedRecords: Sendable {
    /// The columns that the model reads and no table has; they count as missing everywhere.
    public let absentColumns: [String]
    /// The number of records in all tables.
    public var count: Int { tableEnds.last ?? 0 }

    let layout: RecordLayout
    /// Where each table's records end.
    let tableEnds: [Int]
    /// The numbers of all records, record by record.
    let cells: [UInt32]
    /// The bytes of all values and keys, and where each ends.
    let arena: [UInt8]
    let ends: [UInt32]
    /// A profile of each value and key; that of code 0 is of the empty text.
    let profiles: [TextProfile]
    /// The numbers that expressions about one record have, by their place; place 0 has none.
    let numbers: [Double]
    /// Why an expression could not be worked out for some value, if one could not.
    public let firstProblem: EvaluationProblem?

    /// Encodes tables for a model; columns may come in any order and may be missing.
    ///
    /// - Complexity: O(records × columns + bytes of the distinct values).
    public init(_ tables: [RecordTable], for model: LinkageModel) {
        let layout = RecordLayout(model)
        var ends: [Int] = []
        for table in tables { ends.append((ends.last ?? 0) + table.rowCount) }
        precondition((ends.last ?? 0) < Int(UInt32.max), "Too many records for one linkage.")
        var encoding = RecordEncoding(layout, count: ends.last ?? 0)
        for (table, end) in zip(tables, ends) {
            encoding.add(table, from: end - table.rowCount)
        }
        absentColumns = Set(layout.slots.flatMap(\.columns)).sorted().filter { name in
            tables.allSatisfy { $0.column(name) == nil }
        }
        self.layout = layout
        tableEnds = ends
        cells = encoding.cells
        arena = encoding.dictionary.arena
        self.ends = encoding.dictionary.ends
        numbers = encoding.numbers
        firstProblem = encoding.firstProblem
        profiles = Self.profiles(encoding.dictionary)
    }

    /// Records of an encoding that goes on growing, as one table.
    ///
    /// Shares their memory: while this value lives, a change of the encoding copies it.
    init(_ encoding: RecordEncoding, profiles: [TextProfile]) {
        layout = encoding.layout
        tableEnds = [encoding.count]
        cells = encoding.cells
        arena = encoding.dictionary.arena
        ends = encoding.dictionary.ends
        numbers = encoding.numbers
        firstProblem = encoding.firstProblem
        absentColumns = []
        self.profiles = profiles
    }

    /// The bytes of a whole value of a record, or nil where it is missing.
    func bytes(_ record: Int, _ position: Int) -> [UInt8]? {
        let code = cells[record * width + position]
        return code == 0 ? nil : Array(arena[range(of: code)])
    }

    /// Where a record came from.
    public func location(of record: Int) -> RecordLocation {
        let table = self.table(of: record)
        return RecordLocation(table: table, row: record - (table == 0 ? 0 : tableEnds[table - 1]))
    }

    /// The number of a record among those of all tables.
    public func record(at location: RecordLocation) -> Int {
        let start = location.table == 0 ? 0 : tableEnds[location.table - 1]
        precondition(
            location.row >= 0 && start + location.row < tableEnds[location.table],
            "A record lies within its table.")
        return start + location.row
    }

    /// The table of a record.
    func table(of record: Int) -> Int {
        var table = 0
        while tableEnds[table] <= record { table += 1 }
        return table
    }

    /// How many numbers a record has.
    var width: Int { layout.slots.count }

    /// Where the bytes of a value or key lie in `arena`.
    ///
    /// Requires a code above 0.
    func range(of code: UInt32) -> Range<Int> {
        Int(ends[Int(code) - 1])..<Int(ends[Int(code)])
    }

    /// The number of pairs that may match at all.
    func pairCount(_ linkType: LinkType) -> Int {
        let all = count * (count - 1) / 2
        guard linkType == .linkOnly else { return all }
        return all - tableSizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }

    /// The number of pairs among some records, which must be in order.
    func pairCount(among records: ArraySlice<UInt32>, _ linkType: LinkType) -> Int {
        let all = records.count * (records.count - 1) / 2
        guard linkType == .linkOnly, records.count > 1 else { return all }
        var within = 0
        var start = records.startIndex
        for end in tableEnds {
            let next = records[start...].firstIndex { $0 >= end } ?? records.endIndex
            within += (next - start) * (next - start - 1) / 2
            start = next
        }
        return all - within
    }

    /// The number of records in each table.
    var tableSizes: [Int] {
        tableEnds.indices.map { tableEnds[$0] - ($0 == 0 ? 0 : tableEnds[$0 - 1]) }
    }
}

extension EncodedRecords {
    private static func profiles(_ dictionary: ValueDictionary) -> [TextProfile] {
        var profiles: [TextProfile] = []
        profiles.reserveCapacity(dictionary.count + 1)
        profiles.extend(to: dictionary)
        return profiles
    }
}

extension [TextProfile] {
    /// Adds the profiles of the values that a dictionary has gained; the first is of no text.
    mutating func extend(to dictionary: ValueDictionary) {
        if isEmpty { append(TextProfile([UInt8]().span)) }
        guard count <= dictionary.count else { return }
        for code in count...dictionary.count {
            let range = dictionary.range(of: UInt32(code))
            append(TextProfile(dictionary.arena.span.extracting(range)))
        }
    }
}
