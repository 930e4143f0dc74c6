import Records

/// Runs a program of tests on pairs of records.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct PairTester {
    private let encoded: EncodedRecords
    private let cells: [UInt32]
    private let width: Int
    private let tests: [PairProgram.Test]
    private let evaluations: [PairProgram.Evaluation]
    private var texts: [TextDistances]
    /// Why an expression could not be worked out for some pair, if one could not.
    private(set) var firstProblem: EvaluationProblem?

    init(_ program: PairProgram, _ encoded: EncodedRecords) {
        self.encoded = encoded
        cells = encoded.cells
        width = encoded.width
        tests = program.tests
        evaluations = program.evaluations
        texts = Array(repeating: TextDistances(), count: encoded.width)
    }

    /// The result for two records, given by their rows, of a part of a program without `reach`.
    @inline(__always)
    mutating func result(
        from start: PairProgram.Target, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Int {
        Int(-1 - target(from: start, left, right))
    }

    /// The result for two records of a part of a program without `reach`.
    mutating func result(
        from start: PairProgram.Target, ofRecords left: Int, _ right: Int
    ) -> Int {
        let rows = cells
        return result(
            from: start, rows.span.extracting(left * width..<(left + 1) * width),
            rows.span.extracting(right * width..<(right + 1) * width))
    }

    /// The first `reach` at or after a place, or the result where there is none on the way.
    @inline(__always)
    mutating func target(
        from start: PairProgram.Target, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> PairProgram.Target {
        var next = start
        while next >= 0 {
            let place = Int(next)
            // Fields are read one by one: a copy of the whole test costs more than the test.
            let kind = tests[place].kind
            if kind == .equal {
                let l = left[Int(tests[place].slot)]
                let r = right[Int(tests[place].other)]
                next =
                    l == 0 || r == 0
                    ? tests[place].otherwise
                    : l == r ? tests[place].whenTrue : tests[place].whenFalse
                continue
            }
            if kind == .reach { break }
            switch outcome(at: place, kind, left, right) {
            case .holds: next = tests[place].whenTrue
            case .holdsNot: next = tests[place].whenFalse
            case .isFar: next = tests[place].otherwise
            }
        }
        return next
    }

    /// The most that can still come at a `reach`.
    @inline(__always)
    func limit(at place: PairProgram.Target) -> Double { tests[Int(place)].limit }

    /// Where a `reach` leads.
    @inline(__always)
    func next(after place: PairProgram.Target) -> PairProgram.Target {
        tests[Int(place)].whenTrue
    }

    /// What a test says of two records.
    enum Outcome {
        case holds, holdsNot
        /// A value is missing, or a similarity is too low for all tests of it that follow.
        case isFar
    }

    @inline(__always)
    private mutating func outcome(
        at place: Int, _ kind: PairProgram.Kind, _ l: Span<UInt32>, _ r: Span<UInt32>
    ) -> Outcome {
        if kind == .evaluation {
            return isTrue(evaluations[Int(tests[place].slot)], l, r) ? .holds : .holdsNot
        }
        let left = l[Int(tests[place].slot)]
        let right = r[Int(tests[place].other)]
        switch kind {
        case .jaro, .jaroWinkler: return similarity(place, kind, left, right)
        case .oneIsMissing: return left == 0 || right == 0 ? .holds : .holdsNot
        case .leftIsMissing: return left == 0 ? .holds : .holdsNot
        case .rightIsMissing: return right == 0 ? .holds : .holdsNot
        default: break
        }
        guard left != 0, right != 0 || kind == .leftIsKnown else {
            return kind == .rightIsKnown && right != 0 ? .holds : .holdsNot
        }
        return holds(place, kind, left, right, l, r) ? .holds : .holdsNot
    }

    /// Whether a test of two values that are there holds.
    @inline(__always)
    private mutating func holds(
        _ place: Int, _ kind: PairProgram.Kind, _ left: UInt32, _ right: UInt32,
        _ l: Span<UInt32>, _ r: Span<UInt32>
    ) -> Bool {
        let (relation, limit) = (tests[place].relation, tests[place].limit)
        switch kind {
        case .different: return left != right
        case .leftIsKnown, .rightIsKnown: return true
        case .codeDifference:
            return relation.holds(abs(Double(left) - Double(right)), limit)
        case .difference:
            let difference = encoded.numbers[Int(left)] - encoded.numbers[Int(right)]
            return relation.holds(abs(difference), limit)
        case .numbers:
            return relation.holds(encoded.numbers[Int(left)], encoded.numbers[Int(right)])
        case .datesTransposed:
            return left / 512 == right / 512 && left / 32 % 16 == right % 32
                && left % 32 == right / 32 % 16
        case .columnsSwapped:
            let (second, first) = (l[Int(tests[place].other)], r[Int(tests[place].slot)])
            return left == right && second != 0 && second == first
        default: return isClose(place, kind, left, right)
        }
    }

    private mutating func isTrue(
        _ evaluation: PairProgram.Evaluation, _ l: Span<UInt32>, _ r: Span<UInt32>
    ) -> Bool {
        let (lefts, rights) = (values(evaluation, l), values(evaluation, r))
        do {
            return try evaluation.expression.value(
                left: { lefts[$0] }, right: { rights[$0] }) == .boolean(true)
        } catch {
            firstProblem = firstProblem ?? error
            return false
        }
    }

    /// The values of a record that an expression reads, by column.
    private func values(
        _ evaluation: PairProgram.Evaluation, _ row: Span<UInt32>
    ) -> [String: [UInt8]] {
        var values: [String: [UInt8]] = [:]
        for (name, position) in evaluation.positions where row[position] != 0 {
            values[name] = Array(encoded.arena[encoded.range(of: row[position])])
        }
        return values
    }

    private mutating func isClose(
        _ place: Int, _ kind: PairProgram.Kind, _ left: UInt32, _ right: UInt32
    ) -> Bool {
        let (relation, limit) = (tests[place].relation, tests[place].limit)
        if left == right { return relation.holds(0, limit) }
        // A bound alone may refuse, but only where closer is what is asked for.
        if relation == .lessOrEqual || relation == .less {
            let (l, r) = (encoded.profiles[Int(left)], encoded.profiles[Int(right)])
            if Double(l.leastDistance(to: r)) > limit { return false }
        }
        return relation.holds(measured(place, kind, left, right), limit)
    }

    private mutating func similarity(
        _ place: Int, _ kind: PairProgram.Kind, _ left: UInt32, _ right: UInt32
    ) -> Outcome {
        guard left != 0, right != 0 else { return .holdsNot }
        let (relation, limit) = (tests[place].relation, tests[place].limit)
        let (l, r) = (encoded.profiles[Int(left)], encoded.profiles[Int(right)])
        if left == right {
            // As in DuckDB, two empty texts have nothing in common.
            return relation.holds(l.length == 0 ? 0 : 1, limit) ? .holds : .holdsNot
        }
        // A bound alone may refuse, but only where closer is what is asked for.
        if relation == .greaterOrEqual || relation == .greater {
            let greatest = kind == .jaro ? l.greatestJaro(to: r) : l.greatestJaroWinkler(to: r)
            if greatest < tests[place].lowestLimit { return .isFar }
            if greatest < limit { return .holdsNot }
        }
        return relation.holds(measured(place, kind, left, right), limit) ? .holds : .holdsNot
    }

    private mutating func measured(
        _ place: Int, _ kind: PairProgram.Kind, _ left: UInt32, _ right: UInt32
    ) -> Double {
        let slot = Int(tests[place].slot)
        switch kind {
        case .levenshtein: return Double(texts[slot].levenshtein(left, right, encoded))
        case .damerauLevenshtein:
            return Double(texts[slot].damerauLevenshtein(left, right, encoded))
        case .unrestrictedDamerauLevenshtein:
            return Double(
                UnrestrictedDamerauLevenshtein.distance(
                    encoded.arena.span.extracting(encoded.range(of: left)),
                    encoded.arena.span.extracting(encoded.range(of: right))))
        case .jaro: return texts[slot].jaro(left, right, encoded)
        default: return texts[slot].jaroWinkler(left, right, encoded)
        }
    }
}
