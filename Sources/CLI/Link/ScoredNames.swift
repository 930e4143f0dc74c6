import Linkage
import Records

/// The records that scored pairs are of, numbered in the order in which they were read.
struct ScoredNames {
    /// The number of the first record of each table among all records.
    private let firsts: [Int]
    /// The number of each record among those of pairs; -1 where it is of none.
    private let numbers: [Int32]
    private let ids: NameTable
    private let sources: NameTable?
    private let names: [RecordList.Name]

    init(_ pairs: [ScoredPair], _ inputs: LinkInputs) {
        var (firsts, sum) = ([Int](), 0)
        for table in inputs.tables {
            firsts.append(sum)
            sum += table.rowCount
        }
        var numbers = [Int32](repeating: -1, count: sum)
        for pair in pairs {
            numbers[firsts[pair.left.table] + pair.leftRow] = 0
            numbers[firsts[pair.right.table] + pair.rightRow] = 0
        }
        var (ids, sources) = (NameTable(), NameTable())
        var names: [RecordList.Name] = []
        for (table, first) in zip(inputs.tables.indices, firsts) {
            let records = inputs.tables[table]
            let source = inputs.hasSources ? inputs.names[table] : ""
            let code = sources.code(of: Array(source.utf8).span)
            guard let column = records.column(inputs.model.names.uniqueID) else { continue }
            for row in 0..<records.rowCount where numbers[first + row] == 0 {
                numbers[first + row] = Int32(names.count)
                let id = ids.code(of: column.values.bytes(of: column.codes[row]).span)
                names.append(RecordList.Name(source: code, id: id))
            }
        }
        self.firsts = firsts
        self.numbers = numbers
        self.ids = ids
        self.sources = inputs.hasSources ? sources : nil
        self.names = names
    }

    /// The number of a record that some pair is of.
    func number(_ record: RecordLocation) -> Int {
        Int(numbers[firsts[record.table] + record.row])
    }

    /// The records in the order of their names, and where each went.
    var records: (list: RecordList, places: [Int]) { RecordList.inOrder(ids, sources, names) }
}
