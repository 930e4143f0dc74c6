import Crypto

/// A SHA-256 value in the tree: of a leaf, of a node above two others, or of a whole tree.
///
/// Source: RFC 6962 section 2.1.
public struct TreeHash: Hashable, Sendable {
    /// The length of every hash, in bytes.
    public static let byteCount = 32

    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let empty = TreeHash(SHA256().finalize())

    private let first, second, third, fourth: UInt64

    /// The hash with these bytes, or nil unless there are exactly 32.
    public init?(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// The hash with these bytes, or nil unless there are exactly 32.
    public init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self = bytes.withUnsafeBytes { Self(raw: $0) }
    }

    /// The hash written in standard base64, or nil.
    public init?(base64 text: String) {
        guard let bytes = Base64.decoded(text.utf8) else { return nil }
        self.init(bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: self) { [UInt8]($0) }
    }

    /// The hash of a leaf: SHA-256(0x00, entry).
    public static func leaf(_ entry: [UInt8]) -> TreeHash {
        leaf(entry[...])
    }

    /// The hash of a leaf: SHA-256(0x00, entry).
    public static func leaf(_ entry: ArraySlice<UInt8>) -> TreeHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return TreeHash(hasher.finalize())
    }

    /// The hash of a node above two others: SHA-256(0x01, left, right).
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(1)) { hasher.update(bufferPointer: $0) }
        withUnsafeBytes(of: (left, right)) { hasher.update(bufferPointer: $0) }
        return TreeHash(hasher.finalize())
    }

    /// The root of the tree over these hashes, which may be leaves or whole subtrees of one size.
    ///
    /// Only the last may stand for a smaller subtree.
    ///
    /// - Complexity: O(n).
    public static func root(of hashes: [TreeHash]) -> TreeHash {
        guard !hashes.isEmpty else { return .empty }
        var row = hashes
        var count = row.count
        while count > 1 {
            for pair in 0..<(count / 2) {
                row[pair] = node(row[2 * pair], row[2 * pair + 1])
            }
            if count % 2 == 1 { row[count / 2] = row[count - 1] }
            count = (count + 1) / 2
        }
        return row[0]
    }

    private init(_ digest: SHA256Digest) {
        self = digest.withUnsafeBytes { Self(raw: $0) }
    }

    private init(raw: UnsafeRawBufferPointer) {
        first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }
}

extension TreeHash: CustomStringConvertible {
    /// The hash in standard base64, as a checkpoint shows it.
    public var description: String { Base64.encoded(bytes) }
}
