/// How alike two texts are by the different bytes that both hold, from 0 to 1.
///
/// Source: P. Jaccard, Bull. Soc. Vaud. Sci. Nat. 37 (1901) 547; on bytes, as in DuckDB.
public enum Jaccard {
    /// The bytes in both texts over those in either, or nil when one text is empty.
    public static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double? {
        guard !left.isEmpty, !right.isEmpty else { return nil }
        let (first, second) = (bytes(left), bytes(right))
        return Double(first.intersection(second).count) / Double(first.union(second).count)
    }

    private static func bytes(_ text: Span<UInt8>) -> Set<UInt8> {
        Set(text.indices.map { text[$0] })
    }
}
