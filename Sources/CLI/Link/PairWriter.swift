import Foundation
import Linkage
import Records

/// Writes scored pairs as CSV, a part at a time.
struct PairWriter {
    private let file: FileHandle
    private let inputs: LinkInputs
    private let layout: PatternLayout
    private var buffer: [UInt8] = []

    /// Starts the file at a path with its headings.
    init(_ path: String, _ inputs: LinkInputs, _ layout: PatternLayout) throws {
        try Data().write(to: URL(filePath: path))
        file = try FileHandle(forWritingTo: URL(filePath: path))
        self.inputs = inputs
        self.layout = layout
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
        append(headings: headings)
    }

    /// Writes all pairs and closes the file.
    mutating func write(_ pairs: [ScoredPair]) throws {
        let ids = inputs.tables.map { $0.column(inputs.model.names.uniqueID) }
        let sources = inputs.hasSources ? inputs.names.map { Self.field($0) + [comma] } : []
        for pair in pairs {
            for location in [pair.left, pair.right] {
                if inputs.hasSources { buffer += sources[location.table] }
                if let column = ids[location.table] {
                    appendField(column.values.bytes(of: column.codes[location.row]))
                }
                buffer.append(comma)
            }
            buffer += "\(pair.matchWeight)".utf8
            buffer.append(comma)
            buffer += "\(pair.matchProbability)".utf8
            for value in layout.comparisonVector(of: pair.pattern) {
                buffer.append(comma)
                buffer += "\(value)".utf8
            }
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count > 1 << 20 { try flush() }
        }
        try flush()
        try file.close()
    }

    private let comma = UInt8(ascii: ",")

    private mutating func append(headings: [String]) {
        for (index, heading) in headings.enumerated() {
            if index > 0 { buffer.append(comma) }
            buffer += Self.field(heading)
        }
        buffer.append(UInt8(ascii: "\n"))
    }

    private mutating func appendField(_ value: ArraySlice<UInt8>) {
        let isPlain = value.allSatisfy { $0 > 0x22 && $0 != UInt8(ascii: ",") || $0 == 0x20 }
        if isPlain {
            buffer += value
        } else {
            buffer += Self.field(String(decoding: value, as: UTF8.self))
        }
    }

    /// A field, in quotation marks where it needs them.
    private static func field(_ value: String) -> [UInt8] {
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
        guard value.utf8.contains(where: special.contains) else { return Array(value.utf8) }
        return Array("\"\(value.replacing("\"", with: "\"\""))\"".utf8)
    }

    private mutating func flush() throws {
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
