import Records

/// Tables on their way into rows of numbers.
struct RecordEncoding: Sendable {
    let layout: RecordLayout
    private(set) var cells: [UInt32]
    private(set) var dictionary = ValueDictionary()
    private(set) var numbers: [Double] = [.nan]
    private(set) var firstProblem: EvaluationProblem?
    private var placeOfNumber: [UInt64: UInt32] = [:]

    /// Room for a number of records.
    init(_ layout: RecordLayout, count: Int) {
        self.layout = layout
        cells = [UInt32](repeating: 0, count: count * layout.slots.count)
    }

    /// How many records there are.
    var count: Int { layout.slots.isEmpty ? 0 : cells.count / layout.slots.count }

    /// Adds the records of a table after all others.
    ///
    /// - Throws: `EvaluationProblem` when an expression cannot be worked out for some value; then
    ///   no record was added.
    mutating func append(_ table: RecordTable) throws(EvaluationProblem) {
        let start = count
        cells.append(contentsOf: repeatElement(0, count: table.rowCount * layout.slots.count))
        add(table, from: start)
        guard let problem = firstProblem else { return }
        removeLast(table.rowCount)
        firstProblem = nil
        throw problem
    }

    /// Takes the last records away again.
    mutating func removeLast(_ count: Int) { cells.removeLast(count * layout.slots.count) }

    /// Makes room for so many records in all, so that adding a few copies nothing.
    mutating func reserveCapacity(_ count: Int) {
        cells.reserveCapacity(count * layout.slots.count)
    }

    /// Adds the records of a table as records `start` and following.
    ///
    /// Each slot is worked out once for each distinct value, or each distinct combination of
    /// values where it comes from several columns.
    mutating func add(_ table: RecordTable, from start: Int) {
        var prepared: [String: [[UInt8]]] = [:]
        for name in namesToPrepare {
            guard let column = table.column(name) else { continue }
            let form = layout.forms[name] ?? .verbatim
            prepared[name] =
                [[]]
                + (0..<UInt32(column.values.count)).map {
                    form.prepared(column.values.bytes(of: $0 + 1))
                }
        }
        for (position, slot) in layout.slots.enumerated() {
            let columns = slot.columns
            if addVerbatim(slot, columns[0], position, table, from: start) { continue }
            if columns.count == 1 {
                addSingle(slot, columns[0], position, table, prepared, from: start)
            } else {
                addCombined(slot, columns, position, table, prepared, from: start)
            }
        }
    }

    /// The columns of which more is needed than whole values as they are.
    private var namesToPrepare: [String] {
        let slots = layout.slots.filter { slot in
            let name = slot.columns[0]
            return slot != .key(ColumnKey(name)) || layout.forms[name] ?? .verbatim != .verbatim
        }
        return Set(slots.flatMap(\.columns)).sorted()
    }

    /// Adds whole values as they are, which needs no copy of each; false for any other slot.
    private mutating func addVerbatim(
        _ slot: Slot, _ name: String, _ position: Int, _ table: RecordTable, from start: Int
    ) -> Bool {
        guard slot == .key(ColumnKey(name)), (layout.forms[name] ?? .verbatim) == .verbatim,
            let column = table.column(name)
        else { return false }
        var codes: [UInt32] = [0]
        codes.reserveCapacity(column.values.count + 1)
        let arena = column.values.arena
        for code in 0..<UInt32(column.values.count) {
            let range = column.values.range(of: code + 1)
            codes.append(range.isEmpty ? 0 : dictionary.code(of: arena.span.extracting(range)))
        }
        let width = layout.slots.count
        for (row, code) in column.codes.enumerated() {
            cells[(start + row) * width + position] = codes[Int(code)]
        }
        return true
    }

    private mutating func addSingle(
        _ slot: Slot, _ name: String, _ position: Int, _ table: RecordTable,
        _ prepared: [String: [[UInt8]]], from start: Int
    ) {
        let values = prepared[name] ?? [[]]
        var codes: [UInt32] = []
        codes.reserveCapacity(values.count)
        for value in values {
            codes.append(number(of: slot) { _ in value.isEmpty ? nil : value })
        }
        let width = layout.slots.count
        guard let column = table.column(name) else {
            for row in 0..<table.rowCount { cells[(start + row) * width + position] = codes[0] }
            return
        }
        for (row, code) in column.codes.enumerated() {
            cells[(start + row) * width + position] = codes[Int(code)]
        }
    }

    private mutating func addCombined(
        _ slot: Slot, _ names: [String], _ position: Int, _ table: RecordTable,
        _ prepared: [String: [[UInt8]]], from start: Int
    ) {
        let columns = names.map { table.column($0) }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var known: [[UInt32]: UInt32] = [:]
        for row in 0..<table.rowCount {
            let codes = columns.map { $0?.codes[row] ?? 0 }
            let code =
                known[codes]
                ?? number(of: slot) { name in
                    guard let place = places[name], let values = prepared[name] else { return nil }
                    let value = values[Int(codes[place])]
                    return value.isEmpty ? nil : value
                }
            known[codes] = code
            cells[(start + row) * layout.slots.count + position] = code
        }
    }

    /// The number for a slot of a record with these prepared values; 0 when there is none.
    private mutating func number(of slot: Slot, _ value: (String) -> [UInt8]?) -> UInt32 {
        switch slot {
        case .key(let key):
            guard let bytes = value(key.column) else { return 0 }
            let derived = key.derivation.key(of: bytes[...])
            return derived.isEmpty ? 0 : dictionary.code(of: derived)
        case .day(let column):
            guard let bytes = value(column) else { return 0 }
            return Derivation.date(bytes[...]).map { UInt32($0.dayNumber + 1_000_000) } ?? 0
        case .dateParts(let column):
            guard let bytes = value(column),
                let (year, month, day) = Derivation.date(bytes[...])?.parts
            else { return 0 }
            return UInt32(year * 512 + month * 32 + day)
        case .value(let expression): return code(of: evaluated(expression, value))
        case .number(let expression): return place(of: evaluated(expression, value))
        }
    }

    private mutating func evaluated(
        _ expression: Expression, _ value: (String) -> [UInt8]?
    ) -> Value {
        do {
            return try expression.value(left: value, right: value)
        } catch {
            firstProblem = firstProblem ?? error
            return .null
        }
    }

    private mutating func code(of value: Value) -> UInt32 {
        value.bytes.map { dictionary.code(of: $0) } ?? 0
    }

    private mutating func place(of value: Value) -> UInt32 {
        guard let number = value.asNumber else { return 0 }
        // Both zeros are one number.
        let bits = (number == 0 ? 0 : number).bitPattern
        if let place = placeOfNumber[bits] { return place }
        numbers.append(number)
        placeOfNumber[bits] = UInt32(numbers.count - 1)
        return UInt32(numbers.count - 1)
    }
}

extension Value {
    /// Bytes that two values have in common exactly when they are equal; nil for null.
    ///
    /// Texts stand for themselves; the others begin with a byte that no text begins with.
    fileprivate var bytes: [UInt8]? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .boolean(let isTrue): [0xFF, isTrue ? 1 : 0]
        case .integer(let number): Value.number(Double(number)).bytes
        case .number(let number):
            [0xFE] + withUnsafeBytes(of: (number == 0 ? 0 : number).bitPattern) { Array($0) }
        case .date(let day): Value.timestamp(Double(day) * 86_400).bytes
        case .timestamp(let seconds):
            [0xFD] + withUnsafeBytes(of: seconds.bitPattern) { Array($0) }
        case .list(let values):
            values.reduce(into: [0xFC]) { bytes, value in
                let element = value.bytes
                bytes += withUnsafeBytes(of: Int32(element?.count ?? -1)) { Array($0) }
                bytes += element ?? []
            }
        }
    }

    /// The number that an expression of numeric kind has; nil for null.
    fileprivate var asNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
