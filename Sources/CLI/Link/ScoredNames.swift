import Linkage
import Records

/// The records that scored pairs are of, numbered as they are met.
struct ScoredNames {
    private let inputs: LinkInputs
    /// The number of the first record of each table.
    private let firsts: [Int]
    /// The number under which each record was met; -1 where it was not.
    private var numbers: [Int32]
    private var ids = NameTable()
    private let sources: NameTable
    /// The code of the source of each table.
    private let sourceCodes: [Int]
    private var names: [RecordList.Name] = []

    init(_ inputs: LinkInputs) {
        self.inputs = inputs
        var firsts = [0]
        for table in inputs.tables { firsts.append(firsts[firsts.count - 1] + table.rowCount) }
        self.firsts = firsts
        var sources = NameTable()
        sourceCodes =
            inputs.hasSources
            ? inputs.names.map { sources.code(of: Array($0.utf8).span) }
            : inputs.names.map { _ in 0 }
        self.sources = sources
        numbers = Array(repeating: -1, count: firsts[firsts.count - 1])
    }

    /// The records in the order of their names, and where each of those met went.
    var records: (list: RecordList, places: [Int]) {
        RecordList.inOrder(ids, inputs.hasSources ? sources : nil, names)
    }

    /// The number of a record.
    mutating func number(_ record: RecordLocation) -> Int {
        let place = firsts[record.table] + record.row
        if numbers[place] >= 0 { return Int(numbers[place]) }
        numbers[place] = Int32(names.count)
        names.append(name(record))
        return names.count - 1
    }

    private mutating func name(_ record: RecordLocation) -> RecordList.Name {
        let table = inputs.tables[record.table]
        let column = table.column(inputs.model.names.uniqueID)
        let id = column.map { $0.values.bytes(of: $0.codes[record.row]) } ?? []
        return RecordList.Name(source: sourceCodes[record.table], id: ids.code(of: id.span))
    }
}
