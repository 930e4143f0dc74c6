/// Records by the codes of some keys, in a form to which records can be added one at a time.
///
/// Each block is a chain from its last record to its first. Keys are not stored: the rows of the
/// records hold them.
struct ChainedBlocks: Sendable {
    /// Where the keys lie in a record's row.
    let positions: [Int]
    /// The last record of a block plus one, by hash; 0 is free.
    private var slots: [UInt32] = Array(repeating: 0, count: 1024)
    /// The number of records of the block in each slot.
    private var sizes: [UInt32] = Array(repeating: 0, count: 1024)
    /// For each record, the one before in its block plus one; 0 ends the chain.
    private var earlier: [UInt32] = []
    private var blockCount = 0

    /// No blocks yet, of keys at some positions.
    init(_ positions: [Int]) { self.positions = positions }

    /// Makes room for so many records, so that adding a few copies nothing.
    mutating func reserveCapacity(_ count: Int, _ rows: Rows) {
        earlier.reserveCapacity(count)
        if slots.count < blockCount * 4 { resize(to: slots.count * 4, rows) }
    }

    /// Adds the next record; without one of the keys it is in no block.
    mutating func append(_ record: Int, _ rows: Rows) {
        precondition(record == earlier.count, "Records are added in order.")
        guard rows.hasKeys(record, positions) else {
            earlier.append(0)
            return
        }
        let slot = slot(of: record, positions, rows)
        earlier.append(slots[slot])
        if slots[slot] == 0 { blockCount += 1 }
        slots[slot] = UInt32(record + 1)
        sizes[slot] += 1
        if blockCount * 2 > slots.count { resize(to: slots.count * 4, rows) }
    }

    /// Visits the records whose keys are those that a record has at some positions, latest first.
    @inline(__always)
    func forEachRecord(
        matching record: Int, _ from: [Int], _ rows: Rows, _ body: (Int) -> Void
    ) {
        guard rows.hasKeys(record, from) else { return }
        var next = slots[slot(of: record, from, rows)]
        while next != 0 {
            body(Int(next - 1))
            next = earlier[Int(next - 1)]
        }
    }

    /// How many records that are.
    func count(matching record: Int, _ from: [Int], _ rows: Rows) -> Int {
        rows.hasKeys(record, from) ? Int(sizes[slot(of: record, from, rows)]) : 0
    }

    /// The slot of the block with a record's keys, or the free one where it belongs.
    private func slot(of record: Int, _ from: [Int], _ rows: Rows) -> Int {
        var slot = rows.hash(record, from) & (slots.count - 1)
        while slots[slot] != 0,
            !rows.areEqual(record, from, Int(slots[slot] - 1), positions)
        {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func resize(to count: Int, _ rows: Rows) {
        let (heads, counts) = (slots, sizes)
        slots = Array(repeating: 0, count: count)
        sizes = Array(repeating: 0, count: count)
        for (head, size) in zip(heads, counts) where head != 0 {
            let slot = slot(of: Int(head - 1), positions, rows)
            slots[slot] = head
            sizes[slot] = size
        }
    }
}

/// The rows of numbers of all records.
struct Rows: Sendable {
    let cells: [UInt32]
    let width: Int

    /// Whether a record has all keys at some positions.
    func hasKeys(_ record: Int, _ positions: [Int]) -> Bool {
        for position in positions where cells[record * width + position] == 0 { return false }
        return true
    }

    /// Whether the keys of a record at some positions are those of another at others.
    func areEqual(_ one: Int, _ from: [Int], _ other: Int, _ positions: [Int]) -> Bool {
        for key in from.indices
        where cells[one * width + from[key]] != cells[other * width + positions[key]] {
            return false
        }
        return true
    }

    func hash(_ record: Int, _ positions: [Int]) -> Int {
        var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
        for position in positions {
            hash = (hash ^ UInt64(cells[record * width + position])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return Int(truncatingIfNeeded: hash)
    }
}
