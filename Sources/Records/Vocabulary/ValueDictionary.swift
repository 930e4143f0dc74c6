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
    /// An open hash table: the upper half of a value's hash and its code; 0 is a free slot.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

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
    public mutating func code(of value: Span<UInt8>) -> UInt32 {
        let hash = Self.hash(value)
        let slot = slot(of: value, hash)
        if slots[slot] != 0 { return UInt32(truncatingIfNeeded: slots[slot]) }
        for index in value.indices { arena.append(value[index]) }
        ends.append(UInt32(arena.count))
        let code = UInt32(count)
        slots[slot] = hash & Self.tag | UInt64(code)
        if count * 2 > slots.count { grow() }
        return code
    }

    /// The code of a value, which is added if it is new.
    ///
    /// - Complexity: O(length) on average.
    public mutating func code(of value: some Collection<UInt8>) -> UInt32 {
        code(of: Array(value).span)
    }

    /// The code of a value if the dictionary holds it.
    public func find(_ value: some Collection<UInt8>) -> UInt32? {
        let bytes = Array(value)
        let slot = slot(of: bytes.span, Self.hash(bytes.span))
        return slots[slot] == 0 ? nil : UInt32(truncatingIfNeeded: slots[slot])
    }

    /// Two dictionaries are equal when they give the same values the same codes.
    public static func == (left: ValueDictionary, right: ValueDictionary) -> Bool {
        left.ends == right.ends && left.arena == right.arena
    }

    /// The slot that holds a value, or the free one where it belongs.
    private func slot(of value: Span<UInt8>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] != 0 {
            if slots[slot] & Self.tag == hash & Self.tag,
                holds(value, UInt32(truncatingIfNeeded: slots[slot]))
            {
                return slot
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func holds(_ value: Span<UInt8>, _ code: UInt32) -> Bool {
        let range = range(of: code)
        guard range.count == value.count else { return false }
        let (own, other) = (arena.span.extracting(range).bytes, value.bytes)
        var offset = 0
        while offset + 8 <= range.count {
            guard Self.word(own, offset) == Self.word(other, offset) else { return false }
            offset += 8
        }
        return Self.rest(own, offset) == Self.rest(other, offset)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 4)
        let mask = slots.count - 1
        for entry in old where entry != 0 {
            var slot = Int(truncatingIfNeeded: entry >> 32) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// The bits of a hash that are kept in a slot.
    private static let tag: UInt64 = 0xFFFF_FFFF_0000_0000

    /// Eight bytes at a time: multiply, fold, and a final mix, in the manner of wyhash.
    private static func hash(_ value: Span<UInt8>) -> UInt64 {
        let bytes = value.bytes
        let count = bytes.byteCount
        var hash = UInt64(count) &* 0x9e37_79b9_7f4a_7c15
        var offset = 0
        while offset < count {
            let word = offset + 8 <= count ? word(bytes, offset) : rest(bytes, offset)
            let product = (hash ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
            hash = product.high ^ product.low
            offset += 8
        }
        return (hash ^ hash >> 29) &* 0xe703_7ed1_a0b4_28db
    }

    /// Eight bytes from an offset on, all of which must be there.
    @inline(__always)
    private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
        bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// The bytes from an offset on, at most seven.
    @inline(__always)
    private static func rest(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        var offset = offset
        if bytes.byteCount - offset >= 4 {
            word = UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
            offset += 4
        }
        while offset < bytes.byteCount {
            word = word << 8 | UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
            offset += 1
        }
        return word
    }
}
