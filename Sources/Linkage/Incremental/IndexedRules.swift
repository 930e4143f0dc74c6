/// The blocks of all rules in a form to which records can be added; see `Blocking`.
struct IndexedRules: Sendable {
    /// The blocks of one rule, or of one alternative of it.
    private struct Place: Sendable {
        let rule: Int
        /// Where the program begins for the filter, if the rule has one.
        let filter: PairProgram.Target?
        var left: ChainedBlocks
        /// The same by what is asked of the right record, where that is something else.
        var right: ChainedBlocks?
        /// Records with lists, of which each element counts.
        var exploded: ExplodedPlace?
    }

    let rules: [BlockingRule]
    /// The tests of the filters.
    let filterProgram: PairProgram
    private var places: [Place]

    /// No records yet.
    init(_ rules: [BlockingRule], _ layout: RecordLayout) {
        self.rules = rules
        var program = PairProgram(layout)
        places = rules.enumerated().flatMap { number, rule in
            rule.options.map { option in
                let isExploded = !rule.arraysToExplode.isEmpty
                let keys = (isExploded ? [] : option.keySlots).map {
                    (layout.position(of: $0.left), layout.position(of: $0.right))
                }
                let isEven = keys.allSatisfy { $0.0 == $0.1 }
                return Place(
                    rule: number, filter: option.filter.map { program.add(Condition($0)) },
                    left: ChainedBlocks(keys.map(\.0)),
                    right: isEven ? nil : ChainedBlocks(keys.map(\.1)),
                    exploded: isExploded
                        ? ExplodedPlace(option, rule.arraysToExplode, layout) : nil)
            }
        }
        filterProgram = program
    }

    /// Adds records, which must follow those that are there.
    mutating func append(_ records: Range<Int>, _ encoded: EncodedRecords) {
        let rows = Rows(cells: encoded.cells, width: encoded.width)
        for place in places.indices {
            for record in records {
                if places[place].exploded != nil {
                    places[place].exploded?.append(record, encoded)
                } else {
                    places[place].left.append(record, rows)
                    places[place].right?.append(record, rows)
                }
            }
        }
    }

    /// Makes room for so many records.
    mutating func reserveCapacity(_ count: Int, _ encoded: EncodedRecords) {
        let rows = Rows(cells: encoded.cells, width: encoded.width)
        for place in places.indices where places[place].exploded == nil {
            places[place].left.reserveCapacity(count, rows)
            places[place].right?.reserveCapacity(count, rows)
        }
    }

    /// The most pairs that each rule makes with some records, and with one of them.
    func pairBounds(
        with records: Range<Int>, _ encoded: EncodedRecords
    ) -> [(pairs: Int, largest: Int)] {
        let rows = Rows(cells: encoded.cells, width: encoded.width)
        var bounds = [(pairs: Int, largest: Int)](repeating: (0, 0), count: rules.count)
        for place in places {
            for record in records {
                var count = 0
                if let exploded = place.exploded {
                    count = exploded.count(with: record)
                } else if let right = place.right {
                    count =
                        right.count(matching: record, place.left.positions, rows)
                        + place.left.count(matching: record, right.positions, rows)
                } else {
                    count = place.left.count(matching: record, place.left.positions, rows)
                }
                bounds[place.rule].pairs += count
                bounds[place.rule].largest = max(bounds[place.rule].largest, count)
            }
        }
        return bounds
    }

    /// Visits each pair of a record with one that came before it, once.
    ///
    /// `mayPair`: whether the record and another may match at all. `precedes`: whether the record
    /// is the left one of the two.
    func forEachPair(
        with record: Int, _ encoded: EncodedRecords, _ tester: inout PairTester,
        mayPair: (Int) -> Bool, precedes: (Int) -> Bool,
        _ body: (_ left: Int, _ right: Int) -> Void
    ) {
        let rows = Rows(cells: encoded.cells, width: encoded.width)
        for (number, place) in places.enumerated() {
            func visit(_ left: Int, _ right: Int) {
                guard passes(place, left, right, rows, &tester),
                    !isMade(left, right, before: number, rows, &tester)
                else { return }
                body(left, right)
            }
            func offer(_ other: Int, asLeft: Bool?) {
                guard other < record, mayPair(other) else { return }
                let isLeft = precedes(other)
                guard asLeft == nil || asLeft == isLeft else { return }
                if isLeft { visit(record, other) } else { visit(other, record) }
            }
            if let exploded = place.exploded {
                exploded.forEachRecord(with: record, asLeft: true) { offer($0, asLeft: true) }
                exploded.forEachRecord(with: record, asLeft: false) { offer($0, asLeft: false) }
            } else if let right = place.right {
                let positions = place.left.positions
                right.forEachRecord(matching: record, positions, rows) { offer($0, asLeft: true) }
                place.left.forEachRecord(matching: record, right.positions, rows) {
                    offer($0, asLeft: false)
                }
            } else {
                place.left.forEachRecord(matching: record, place.left.positions, rows) {
                    offer($0, asLeft: nil)
                }
            }
        }
    }

    private func passes(
        _ place: Place, _ left: Int, _ right: Int, _ rows: Rows, _ tester: inout PairTester
    ) -> Bool {
        guard let filter = place.filter else { return true }
        let (cells, width) = (rows.cells, rows.width)
        return tester.result(
            from: filter, cells.span.extracting(left * width..<(left + 1) * width),
            cells.span.extracting(right * width..<(right + 1) * width)) == 1
    }

    /// Whether places before one make the pair too.
    private func isMade(
        _ left: Int, _ right: Int, before number: Int, _ rows: Rows, _ tester: inout PairTester
    ) -> Bool {
        for place in places[..<number] {
            let isShared: Bool
            if let exploded = place.exploded {
                isShared = exploded.holds(left, right)
            } else {
                let positions = place.left.positions
                isShared =
                    rows.hasKeys(left, positions)
                    && rows.areEqual(left, positions, right, place.right?.positions ?? positions)
            }
            if isShared, passes(place, left, right, rows, &tester) { return true }
        }
        return false
    }
}

/// The blocks of a rule with lists, of which each element counts as a value of its own.
struct ExplodedPlace: Sendable {
    private var keys: ExplodedKeys
    private var left = BlockMemberships()
    private var right = BlockMemberships()
    /// The records of each block, in order.
    private var leftRecords: [[UInt32]] = []
    private var rightRecords: [[UInt32]] = []

    init(_ rule: BlockingRule, _ arrays: [String], _ layout: RecordLayout) {
        keys = ExplodedKeys(rule, arrays, layout)
    }

    mutating func append(_ record: Int, _ encoded: EncodedRecords) {
        let blocks = keys.blocks(of: record, encoded)
        left.append(blocks.left)
        right.append(blocks.right)
        while leftRecords.count < keys.count {
            leftRecords.append([])
            rightRecords.append([])
        }
        for block in blocks.left { leftRecords[Int(block)].append(UInt32(record)) }
        for block in blocks.right { rightRecords[Int(block)].append(UInt32(record)) }
    }

    /// Whether some block holds one record as its left and another as its right.
    func holds(_ one: Int, _ other: Int) -> Bool {
        BlockMemberships.firstShared(left.blocks(of: one), right.blocks(of: other)) != nil
    }

    func count(with record: Int) -> Int {
        left.blocks(of: record).reduce(0) { $0 + rightRecords[Int($1)].count }
            + right.blocks(of: record).reduce(0) { $0 + leftRecords[Int($1)].count }
    }

    /// Visits the partners of a record as the left or the right one, each once.
    func forEachRecord(with record: Int, asLeft: Bool, _ body: (Int) -> Void) {
        let blocks = asLeft ? left.blocks(of: record) : right.blocks(of: record)
        for block in blocks {
            for other in asLeft ? rightRecords[Int(block)] : leftRecords[Int(block)] {
                let others =
                    asLeft ? right.blocks(of: Int(other)) : left.blocks(of: Int(other))
                // A pair that shares several blocks comes with the first.
                if BlockMemberships.firstShared(blocks, others) == block { body(Int(other)) }
            }
        }
    }
}
