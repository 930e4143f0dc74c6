/// How common each value of a column is among all records that have one, as logarithms.
struct TermFrequencies: Sendable {
    /// log2 of the share of records, by code.
    private let logarithms: [Double]
    /// The smallest of them, as of a value that one record has; 0 when the column is empty.
    let smallest: Double
    /// The logarithms of the rarest and of the commonest value; 0 when the column is empty.
    let rarest: Double
    let commonest: Double

    /// The frequencies in the records of all tables together.
    init(_ column: String, _ encoded: EncodedRecords) {
        let position = encoded.layout.position(ofColumn: column)
        var counts = [UInt32](repeating: 0, count: encoded.ends.count)
        for record in 0..<encoded.count {
            counts[Int(encoded.cells[record * encoded.width + position])] += 1
        }
        counts[0] = 0
        let total = Double(counts.reduce(0) { $0 + Int($1) })
        smallest = total == 0 ? 0 : logarithm2(1 / total)
        rarest = counts.filter { $0 > 0 }.min().map { logarithm2(Double($0) / total) } ?? 0
        commonest = counts.max().map { $0 == 0 ? 0 : logarithm2(Double($0) / total) } ?? 0
        logarithms = counts.map { [smallest] in
            $0 == 0 ? smallest : logarithm2(Double($0) / total)
        }
    }

    /// log2 of the share of records with a value; one that was not counted is as rare as can be.
    @inline(__always)
    func logarithm(of code: UInt32) -> Double {
        Int(code) < logarithms.count ? logarithms[Int(code)] : smallest
    }
}
