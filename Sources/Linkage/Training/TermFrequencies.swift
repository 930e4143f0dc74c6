/// How common each value of a column is among all records that have one, as logarithms.
struct TermFrequencies: Sendable {
    /// log2 of the share of records, by code; 0 for codes that are not in the column.
    let logarithms: [Double]
    /// The smallest of them, for the rarest value; 0 when the column is empty.
    let smallest: Double

    /// The frequencies in the records of all tables together.
    init(_ column: String, _ encoded: EncodedRecords) {
        let position = encoded.layout.position(ofColumn: column)
        var counts = [UInt32](repeating: 0, count: encoded.ends.count)
        for record in 0..<encoded.count {
            counts[Int(encoded.cells[record * encoded.width + position])] += 1
        }
        counts[0] = 0
        let total = Double(counts.reduce(0) { $0 + Int($1) })
        logarithms = counts.map { $0 == 0 ? 0 : logarithm2(Double($0) / total) }
        smallest = logarithms.min() ?? 0
    }
}
