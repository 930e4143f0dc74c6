import Crypto
import Transparency

/// The definitions of RFC 6962 section 2.1 word for word: slow, recursive and obvious.
enum RecursiveTree {
    /// The Merkle Tree Hash of D[n].
    static func mth(_ entries: ArraySlice<[UInt8]>) -> [UInt8] {
        if entries.isEmpty { return sha256([]) }
        if entries.count == 1 { return sha256([0x00] + entries.first!) }
        let k = split(entries.count)
        return sha256([0x01] + mth(entries.prefix(k)) + mth(entries.dropFirst(k)))
    }

    /// PATH(m, D[n]).
    static func path(_ m: Int, _ entries: ArraySlice<[UInt8]>) -> [[UInt8]] {
        if entries.count == 1 { return [] }
        let k = split(entries.count)
        return m < k
            ? path(m, entries.prefix(k)) + [mth(entries.dropFirst(k))]
            : path(m - k, entries.dropFirst(k)) + [mth(entries.prefix(k))]
    }

    /// PROOF(m, D[n]).
    static func proof(_ m: Int, _ entries: ArraySlice<[UInt8]>) -> [[UInt8]] {
        subproof(m, entries, true)
    }

    private static func subproof(
        _ m: Int, _ entries: ArraySlice<[UInt8]>, _ isWhole: Bool
    ) -> [[UInt8]] {
        if m == entries.count { return isWhole ? [] : [mth(entries)] }
        let k = split(entries.count)
        return m <= k
            ? subproof(m, entries.prefix(k), isWhole) + [mth(entries.dropFirst(k))]
            : subproof(m - k, entries.dropFirst(k), false) + [mth(entries.prefix(k))]
    }

    /// The largest power of two smaller than n.
    private static func split(_ n: Int) -> Int {
        var k = 1
        while 2 * k < n { k *= 2 }
        return k
    }

    private static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
