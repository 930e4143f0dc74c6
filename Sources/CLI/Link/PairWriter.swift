import Foundation
import Linkage
import Records

/// Writes scored pairs as CSV, a part at a time.
struct PairWriter {
    private let file: ResultFile
    private let records: RecordFields
    private var scores: ScoreFields
    private var buffer: [UInt8] = []

    /// Starts the file at a path with its headings.
    init(_ path: String, _ inputs: LinkInputs, _ layout: PatternLayout) throws {
        file = try ResultFile(path)
        records = RecordFields(inputs)
        scores = ScoreFields(layout)
        let names = inputs.model.names
        var headings: [String] = []
        for side in ["_l", "_r"] {
            if inputs.hasSources { headings.append(names.sourceDataset + side) }
            headings.append(names.uniqueID + side)
        }
        headings += ["match_weight", "match_probability"]
        headings += inputs.model.comparisons.map {
            // As Splink writes it.
            (names.comparisonVectorPrefix + $0.outputColumnName).replacing(" ", with: "_")
        }
        buffer += headings.map(CSVRows.field).joined(separator: [0x2C])
        buffer.append(0x0A)
    }

    /// Writes all pairs and closes the file.
    mutating func write(_ pairs: [ScoredPair]) throws {
        buffer.reserveCapacity(1 << 20 + 1 << 12)
        for pair in pairs {
            records.append(pair.left, to: &buffer)
            records.append(pair.right, to: &buffer)
            scores.append(pair, to: &buffer)
            if buffer.count > 1 << 20 { try flush() }
        }
        try flush()
        try file.close()
    }

    private mutating func flush() throws {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What a file says of each record, made once: its source, where there are several, and its id.
private struct RecordFields {
    private var bytes: [UInt8] = []
    /// Where the fields of each record begin, and where the last ones end.
    private var starts = [0]
    /// The number of the first record of each table.
    private var firsts: [Int] = []

    init(_ inputs: LinkInputs) {
        starts.reserveCapacity(inputs.tables.reduce(1) { $0 + $1.rowCount })
        for (name, table) in zip(inputs.names, inputs.tables) {
            firsts.append(starts.count - 1)
            let source = inputs.hasSources ? CSVRows.field(name) + [0x2C] : []
            let ids = table.column(inputs.model.names.uniqueID)
            for row in 0..<table.rowCount {
                bytes += source
                if let ids {
                    let id = ids.values.bytes(of: ids.codes[row])
                    if CSVRows.isPlain(id) { bytes += id } else { bytes += CSVRows.field(id) }
                }
                bytes.append(0x2C)
                starts.append(bytes.count)
            }
        }
    }

    /// Adds the fields of a record, each with a comma after it.
    func append(_ record: RecordLocation, to buffer: inout [UInt8]) {
        let number = firsts[record.table] + record.row
        buffer.append(contentsOf: bytes, starts[number]..<starts[number + 1])
    }
}

/// Weight, probability and levels of pairs as they are written.
///
/// Pairs of one pattern have the same levels, and often the same weight; what was written last for
/// such a pair is kept.
private struct ScoreFields {
    private let layout: PatternLayout
    private var levels: [UInt64: [UInt8]] = [:]
    private var known = [Known?](repeating: nil, count: 1 << slotBits)
    private var texts = [UInt8](repeating: 0, count: room << slotBits)
    private static let slotBits = 16
    /// The bytes for each text that is kept; longer ones are written anew.
    private static let room = 112

    /// A pair that was written, and how many bytes that took.
    private struct Known {
        let weight: UInt64
        let pattern: UInt64
        let length: Int
    }

    init(_ layout: PatternLayout) { self.layout = layout }

    /// Adds the rest of the row of a pair.
    mutating func append(_ pair: ScoredPair, to buffer: inout [UInt8]) {
        let weight = pair.matchWeight.bitPattern
        let mixed = (weight ^ pair.pattern &* 0xff51_afd7_ed55_8ccd) &* 0x9e37_79b9_7f4a_7c15
        let slot = Int(mixed >> UInt64(64 - Self.slotBits))
        let place = slot * Self.room
        if let known = known[slot], known.weight == weight, known.pattern == pair.pattern {
            buffer.append(contentsOf: texts, place..<place + known.length)
            return
        }
        let start = buffer.count
        buffer += "\(pair.matchWeight)".utf8
        buffer.append(0x2C)
        buffer += "\(pair.matchProbability)".utf8
        buffer += levels(pair.pattern)
        let length = buffer.count - start
        guard length <= Self.room else { return }
        for index in 0..<length { texts[place + index] = buffer[start + index] }
        known[slot] = Known(weight: weight, pattern: pair.pattern, length: length)
    }

    /// The levels of a pattern to the end of the row.
    private mutating func levels(_ pattern: UInt64) -> [UInt8] {
        if let known = levels[pattern] { return known }
        let text = layout.comparisonVector(of: pattern).map { ",\($0)" }.joined() + "\n"
        levels[pattern] = Array(text.utf8)
        return Array(text.utf8)
    }
}

extension [UInt8] {
    /// Adds some bytes of another array without holding on to it.
    fileprivate mutating func append(contentsOf bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0[range]) }
    }
}
