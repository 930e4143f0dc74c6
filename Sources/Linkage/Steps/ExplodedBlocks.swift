/// In which blocks each record is, where a record can be in several.
struct BlockMemberships: Sendable {
    /// The numbers of the blocks of all records, each record's in order.
    private(set) var numbers: [UInt32] = []
    /// Where the numbers of each record start, and where the last one's end.
    private(set) var starts: [Int] = [0]

    /// Adds the next record.
    mutating func append(_ blocks: Set<UInt32>) {
        numbers += blocks.sorted()
        starts.append(numbers.count)
    }

    /// The blocks of a record, in order.
    func blocks(of record: Int) -> ArraySlice<UInt32> {
        numbers[starts[record]..<starts[record + 1]]
    }

    /// The records block by block.
    func blocks(_ count: Int) -> (records: [UInt32], starts: [Int]) {
        var sizes = [Int](repeating: 0, count: count + 1)
        for number in numbers { sizes[Int(number) + 1] += 1 }
        for block in 0..<count { sizes[block + 1] += sizes[block] }
        var next = sizes
        var records = [UInt32](repeating: 0, count: numbers.count)
        for record in 0..<(starts.count - 1) {
            for number in blocks(of: record) {
                records[next[Int(number)]] = UInt32(record)
                next[Int(number)] += 1
            }
        }
        return (records, sizes)
    }

    /// The first block that two records share, if any.
    static func firstShared(
        _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
    ) -> UInt32? {
        var (l, r) = (left.startIndex, right.startIndex)
        while l < left.endIndex, r < right.endIndex {
            if left[l] == right[r] { return left[l] }
            if left[l] < right[r] { l += 1 } else { r += 1 }
        }
        return nil
    }
}

extension Blocks {
    /// The blocks of a rule with lists of which each element counts as a value of its own.
    ///
    /// With several lists every combination of their elements counts. Missing elements and empty
    /// lists are in no block.
    init(exploding rule: BlockingRule, arrays: [String], _ encoded: EncodedRecords) {
        var keys = ExplodedKeys(rule, arrays, encoded.layout)
        var (left, right) = (BlockMemberships(), BlockMemberships())
        for record in 0..<encoded.count {
            let blocks = keys.blocks(of: record, encoded)
            left.append(blocks.left)
            right.append(blocks.right)
        }
        self.init(left: left, right: right, blocks: keys.count, filter: rule.filter)
    }
}

/// Gives numbers to the combinations of key values of records with lists.
struct ExplodedKeys: Sendable {
    private let joins: [(left: Expression, right: Expression)]
    private let arrays: [String]
    private let positions: [String: Int]
    private var numbers: [[Value]: UInt32] = [:]

    var count: Int { numbers.count }

    init(_ rule: BlockingRule, _ arrays: [String], _ layout: RecordLayout) {
        joins =
            rule.keys.map { (.column($0.column, nil), .column($0.column, nil)) }
            + rule.joins.map { ($0.left, $0.right) }
        self.arrays = arrays
        let columns = joins.reduce(into: Set(arrays)) {
            $0.formUnion($1.left.columns.union($1.right.columns))
        }
        positions = Dictionary(
            uniqueKeysWithValues: columns.map { ($0, layout.position(ofColumn: $0)) })
    }

    /// The numbers of the blocks that a record is in on the left and on the right.
    mutating func blocks(
        of record: Int, _ encoded: EncodedRecords
    ) -> (left: Set<UInt32>, right: Set<UInt32>) {
        var (left, right) = (Set<UInt32>(), Set<UInt32>())
        for elements in combinations(record, encoded) {
            if let number = number(joins.map(\.left), record, elements, encoded) {
                left.insert(number)
            }
            if let number = number(joins.map(\.right), record, elements, encoded) {
                right.insert(number)
            }
        }
        return (left, right)
    }

    /// Every choice of one element of each list.
    private func combinations(
        _ record: Int, _ encoded: EncodedRecords
    ) -> [[String: [UInt8]]] {
        arrays.reduce([[:]]) { chosen, name in
            let elements = self.elements(record, name, encoded)
            return chosen.flatMap { choice in
                elements.map { choice.merging([name: $0]) { _, new in new } }
            }
        }
    }

    private func elements(
        _ record: Int, _ name: String, _ encoded: EncodedRecords
    ) -> Set<[UInt8]> {
        guard let position = positions[name], let bytes = encoded.bytes(record, position),
            let elements = try? Value.text(bytes).elements
        else { return [] }
        return Set(elements.compactMap { if case .text(let text) = $0 { text } else { nil } })
    }

    private mutating func number(
        _ expressions: [Expression], _ record: Int, _ elements: [String: [UInt8]],
        _ encoded: EncodedRecords
    ) -> UInt32? {
        func read(_ name: String) -> [UInt8]? {
            elements[name] ?? positions[name].flatMap { encoded.bytes(record, $0) }
        }
        var values: [Value] = []
        for expression in expressions {
            guard let value = try? expression.value(left: read, right: read), value != .null else {
                return nil
            }
            values.append(value)
        }
        if let number = numbers[values] { return number }
        numbers[values] = UInt32(numbers.count)
        return numbers[values]
    }
}
