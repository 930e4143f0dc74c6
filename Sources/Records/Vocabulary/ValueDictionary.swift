/// The distinct values of a column, each under a code, in the order in which they first came.
///
/// Codes start at 1; code 0 stands for a missing value everywhere in Weft (architecture A4).
/// The bytes of all values lie in one arena, so that a million rows cost a few large arrays.
public struct ValueDictionary: Sendable, Equatable {
    /// The code of a missing value.
    public static let missing: UInt32 = 0

    /// UTF-8 bytes of all values, one after the other.
    public private(set) var arena: [UInt8] = []
    /// Where each value ends in `arena`; value `code` starts where value `code - 1` ends.
    public private(set) var ends: [UInt32] = [0]
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    /// An empty dictionary.
    public init() {}

    /// How many distinct values there are; codes run from 1 to this number.
    public var count: Int { ends.count - 1 }

    /// Where the bytes of a value lie in `arena`.
    ///
    /// Requires 1 <= code <= count.
    public func range(of code: UInt32) -> Range<Int> {
        Int(ends[Int(code) - 1])..<Int(ends[Int(code)])
    }

    /// The bytes of a value.
    ///
    /// Requires 1 <= code <= count.
    public func bytes(of code: UInt32) -> ArraySlice<UInt8> { arena[range(of: code)] }

    /// The text of a value, or nil for the missing value.
    public subscript(code: UInt32) -> String? {
        code == Self.missing ? nil : String(decoding: bytes(of: code), as: UTF8.self)
    }

    /// The code of a value, which is added if it is new.
    ///
    /// - Complexity: O(length) on average.
    public mutating func code(of value: some RandomAccessCollection<UInt8>) -> UInt32 {
        var slot = Self.hash(value) & (slots.count - 1)
        while slots[slot] != 0 {
            if value.elementsEqual(bytes(of: slots[slot])) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        arena.append(contentsOf: value)
        ends.append(UInt32(arena.count))
        let code = UInt32(count)
        slots[slot] = code
        if count * 2 > slots.count { grow() }
        return code
    }

    /// The code of a value if the dictionary holds it.
    public func find(_ value: some RandomAccessCollection<UInt8>) -> UInt32? {
        var slot = Self.hash(value) & (slots.count - 1)
        while slots[slot] != 0 {
            if value.elementsEqual(bytes(of: slots[slot])) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Two dictionaries are equal when they give the same values the same codes.
    public static func == (left: ValueDictionary, right: ValueDictionary) -> Bool {
        left.ends == right.ends && left.arena == right.arena
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for code in 1...UInt32(count) {
            var slot = Self.hash(bytes(of: code)) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = code
        }
    }

    /// FNV-1a with a final mix (Fowler, Noll, Vo; draft-eastlake-fnv).
    private static func hash(_ value: some RandomAccessCollection<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        return Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 16)
    }
}
