/// One text prepared for comparison with many: for each byte, where it stands in the text.
///
/// Up to 64 bytes the distances run on machine words, beyond that on the textbook tables.
public struct BytePattern: Sendable {
    /// The bytes of the text.
    public private(set) var text: [UInt8] = []
    private var positions: [UInt64] = Array(repeating: 0, count: 256)

    /// The longest text whose distances run on machine words, in bytes.
    static let wordLength = 64

    /// The pattern of the empty text.
    public init() {}

    /// The pattern of a text.
    public init(_ text: Span<UInt8>) { load(text) }

    /// Replaces the text.
    ///
    /// - Complexity: O(length of the old and the new text).
    public mutating func load(_ new: Span<UInt8>) {
        for byte in text { positions[Int(byte)] = 0 }
        text.removeAll(keepingCapacity: true)
        for index in new.indices { text.append(new[index]) }
        guard text.count <= Self.wordLength else { return }
        for (index, byte) in text.enumerated() { positions[Int(byte)] |= 1 << UInt64(index) }
    }

    /// Where a byte stands in a text of at most 64 bytes, a bit a position.
    subscript(byte: UInt8) -> UInt64 { positions[Int(byte)] }
}
