import Records

/// What records are called and which of two is the left one of a pair.
struct RecordNames: Sendable {
    /// A record's source, and its id there.
    private struct Name: Sendable {
        let source: UInt16
        let id: UInt32
    }

    /// The names of the sources, in the order in which they came.
    private(set) var sources: [String] = []
    private let hasNumbers: Bool
    private var ids: [ValueDictionary] = []
    /// The record of each id, by source and code.
    private var records: [[UInt32]] = []
    private var names: [Name] = []
    /// The place of each source in the order of names.
    private var ranks: [Int] = []
    /// For each record, a number in the order of ids, as far as 64 bits tell.
    private var keys: [UInt64] = []

    /// `hasNumbers`: whether ids are in order as numbers.
    init(hasNumbers: Bool) { self.hasNumbers = hasNumbers }

    var count: Int { names.count }

    /// Adds the next records of a source by their ids, or returns the first that is there already.
    mutating func append(_ new: [[UInt8]], source name: String) -> [UInt8]? {
        var seen = ValueDictionary()
        let number = sources.firstIndex(of: name)
        for id in new {
            let known = number.map { ids[$0].find(id) != nil } ?? false
            let size = seen.count
            guard !known, Int(seen.code(of: id)) > size else { return id }
        }
        let source = number ?? addSource(name)
        for id in new {
            let code = ids[source].code(of: id)
            records[source].append(UInt32(names.count))
            names.append(Name(source: UInt16(source), id: code))
            keys.append(key(id))
        }
        return nil
    }

    /// The number of a record.
    func record(_ id: [UInt8], source name: String) -> Int? {
        guard let source = sources.firstIndex(of: name), let code = ids[source].find(id) else {
            return nil
        }
        return Int(records[source][Int(code) - 1])
    }

    func id(of record: Int) -> ArraySlice<UInt8> {
        ids[Int(names[record].source)].bytes(of: names[record].id)
    }

    func source(of record: Int) -> Int { Int(names[record].source) }

    /// Whether a record comes before another: by source, then by id.
    @inline(__always)
    func precedes(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (names[one].source, names[other].source)
        if a != b { return ranks[Int(a)] < ranks[Int(b)] }
        if keys[one] != keys[other] { return keys[one] < keys[other] }
        return id(of: one).lexicographicallyPrecedes(id(of: other))
    }

    mutating func reserveCapacity(_ count: Int) {
        names.reserveCapacity(count)
        keys.reserveCapacity(count)
    }

    private mutating func addSource(_ name: String) -> Int {
        sources.append(name)
        ids.append(ValueDictionary())
        records.append([])
        // As Splink joins names: so that the order of sources is that of its ids.
        let order = sources.indices.sorted {
            (sources[$0] + "-__-").utf8.lexicographicallyPrecedes((sources[$1] + "-__-").utf8)
        }
        ranks = sources.indices.map { order.firstIndex(of: $0) ?? 0 }
        return sources.count - 1
    }

    private func key(_ id: [UInt8]) -> UInt64 {
        if hasNumbers, let number = Int(String(decoding: id, as: UTF8.self)) {
            return UInt64(bitPattern: Int64(number)) ^ 1 << 63
        }
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | (place < id.count ? UInt64(id[place]) : 0) }
        return key
    }
}
