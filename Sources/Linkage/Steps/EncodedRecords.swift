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
    /// A signature for each value and key; that of code 0 is empty.
    let signatures: [LetterSignature]

    /// Encodes tables for a model; columns may come in any order and may be missing.
    ///
    /// - Complexity: O(records × columns + bytes of the distinct values).
    public init(_ tables: [RecordTable], for model: LinkageModel) {
        let layout = RecordLayout(model)
        var ends: [Int] = []
        for table in tables { ends.append((ends.last ?? 0) + table.rowCount) }
        precondition((ends.last ?? 0) < Int(UInt32.max), "Too many records for one linkage.")
        var dictionary = ValueDictionary()
        var cells = [UInt32](repeating: 0, count: (ends.last ?? 0) * layout.slots.count)
        for (table, end) in zip(tables, ends) {
            Self.encode(
                table, from: end - table.rowCount, layout, into: &cells, with: &dictionary)
        }
        absentColumns = Set(layout.slots.map(\.column)).sorted().filter { name in
            tables.allSatisfy { $0.column(name) == nil }
        }
        self.layout = layout
        tableEnds = ends
        self.cells = cells
        arena = dictionary.arena
        self.ends = dictionary.ends
        signatures = Self.signatures(dictionary)
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
    private static func signatures(_ dictionary: ValueDictionary) -> [LetterSignature] {
        let (arena, ends) = (dictionary.arena, dictionary.ends)
        var signatures = [LetterSignature([UInt8]().span)]
        for code in 0..<dictionary.count {
            let range = Int(ends[code])..<Int(ends[code + 1])
            signatures.append(LetterSignature(arena.span.extracting(range)))
        }
        return signatures
    }

    private static func encode(
        _ table: RecordTable, from start: Int, _ layout: RecordLayout,
        into cells: inout [UInt32], with dictionary: inout ValueDictionary
    ) {
        let width = layout.slots.count
        for name in Set(layout.slots.map(\.column)).sorted() {
            guard let column = table.column(name) else { continue }
            let form = layout.forms[name] ?? .verbatim
            let values = (0..<UInt32(column.values.count)).map {
                form.prepared(column.values.bytes(of: $0 + 1))
            }
            for (position, slot) in layout.slots.enumerated() where slot.column == name {
                let codes = [0] + values.map { slot.number(of: $0[...], in: &dictionary) }
                for (row, code) in column.codes.enumerated() {
                    cells[(start + row) * width + position] = codes[Int(code)]
                }
            }
        }
    }
}

extension Slot {
    /// The number for a prepared value; 0 when there is none.
    fileprivate func number(
        of value: ArraySlice<UInt8>, in dictionary: inout ValueDictionary
    ) -> UInt32 {
        guard !value.isEmpty else { return 0 }
        switch self {
        case .key(let key):
            let derived = key.derivation.key(of: value)
            return derived.isEmpty ? 0 : dictionary.code(of: derived)
        case .day:
            return Derivation.date(value).map { UInt32($0.dayNumber + 1_000_000) } ?? 0
        case .dateParts:
            guard let (year, month, day) = Derivation.date(value)?.parts else { return 0 }
            return UInt32(year * 512 + month * 32 + day)
        }
    }
}
