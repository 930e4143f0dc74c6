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
    init(_ path: String, _ inputs: LinkInputs, _ weights: MatchWeights) throws {
        try Data().write(to: URL(filePath: path))
        file = try FileHandle(forWritingTo: URL(filePath: path))
        self.inputs = inputs
        layout = weights.patternLayout
        let names = inputs.model.names
        var headings: [String] = []
        for side in ["_l", "_r"] {
            if inputs.hasSources { headings.append(names.sourceDataset + side) }
            headings.append(names.uniqueID + side)
        }
        headings += ["match_weight", "match_probability"]
        headings += inputs.model.comparisons.map {
            names.comparisonVectorPrefix + $0.outputColumnName
        }
        append(headings)
    }

    /// Writes all pairs and closes the file.
    mutating func write(_ pairs: [ScoredPair]) throws {
        for pair in pairs {
            append(
                record(pair.left) + record(pair.right)
                    + ["\(pair.matchWeight)", "\(pair.matchProbability)"]
                    + layout.comparisonVector(of: pair.pattern).map(String.init))
            if buffer.count > 1 << 20 { try flush() }
        }
        try flush()
        try file.close()
    }

    private func record(_ location: RecordLocation) -> [String] {
        (inputs.hasSources ? [inputs.names[location.table]] : []) + [inputs.id(location)]
    }

    private mutating func append(_ values: [String]) {
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            if value.utf8.contains(where: { Self.special.contains($0) }) {
                buffer += Array("\"\(value.replacing("\"", with: "\"\""))\"".utf8)
            } else {
                buffer += Array(value.utf8)
            }
        }
        buffer.append(UInt8(ascii: "\n"))
    }

    private static let special = Set("\",\r\n".utf8)

    private mutating func flush() throws {
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
