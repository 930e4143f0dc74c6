/// The number of places where two texts of one length differ.
///
/// Source: R. Hamming, Bell Syst. Tech. J. 29 (1950) 147; on bytes, as in DuckDB.
public enum Hamming {
    /// The number of bytes that differ, or nil when the lengths do.
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int? {
        guard left.count == right.count else { return nil }
        return left.indices.count { left[$0] != right[$0] }
    }
}
