import Foundation
import Records

/// A run of records as they are encrypted: field by field, each with its length before it.
///
/// A record is found by decrypting one chunk, whatever the size of the data set.
enum RecordChunk {
    /// The number of records in a full chunk.
    static let rows = 512

    /// The bytes of these rows: for each field four bytes of length, little-endian, then UTF-8.
    static func encoded(_ table: RecordTable, rows: Range<Int>) -> Data {
        var data = Data()
        for row in rows {
            for column in table.columns {
                let code = column.codes[row]
                let bytes = code == ValueDictionary.missing ? [] : column.values.bytes(of: code)
                withUnsafeBytes(of: UInt32(bytes.count).littleEndian) {
                    data.append(contentsOf: $0)
                }
                data.append(contentsOf: bytes)
            }
        }
        return data
    }

    /// Calls `body` with every field, in order.
    ///
    /// - Throws: `Damage` when the lengths do not fit the bytes.
    static func forEachField(
        _ data: Data, columns: Int, _ body: (_ row: Int, _ column: Int, ArraySlice<UInt8>) -> Void
    ) throws {
        let bytes = Array(data)
        var (place, field) = (0, 0)
        while place < bytes.count {
            guard place + 4 <= bytes.count else { throw Damage() }
            let length = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
            let end = place + 4 + length
            guard end <= bytes.count else { throw Damage() }
            body(field / columns, field % columns, bytes[(place + 4)..<end])
            (place, field) = (end, field + 1)
        }
        guard field % columns == 0 else { throw Damage() }
    }

    /// The stored records are not in the form in which they were written.
    struct Damage: Error {}
}
