/// Copies of the rows of some records, side by side, so that comparing reads memory in order.
///
/// Blocks are small and their records lie far apart; a row that is read for every pair of its
/// block is fetched from afar only once.
struct GatheredRows {
    /// The numbers of the records, record by record.
    private(set) var cells: [UInt32] = []
    /// How many numbers a record has.
    let width: Int

    init(width: Int) { self.width = width }

    /// Replaces the rows by those of other records, in the order given.
    mutating func gather(_ records: ArraySlice<UInt32>, from encoded: EncodedRecords) {
        cells.removeAll(keepingCapacity: true)
        for record in records {
            let start = Int(record) * width
            cells.append(contentsOf: encoded.cells[start..<start + width])
        }
    }
}
