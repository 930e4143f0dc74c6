import Records

/// Runs a program of tests on pairs of records.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct PairTester {
    private let encoded: EncodedRecords
    private let tests: [PairProgram.Test]
    private let evaluations: [PairProgram.Evaluation]
    private var texts: [TextDistances]
    /// The last bound on the similarity of two values, by slot.
    private var bounds: [SimilarityBound]
    /// Why an expression could not be worked out for some pair, if one could not.
    private(set) var firstProblem: EvaluationProblem?

    init(_ program: PairProgram, _ encoded: EncodedRecords) {
        self.encoded = encoded
        tests = program.tests
        evaluations = program.evaluations
        texts = Array(repeating: TextDistances(), count: encoded.width)
        bounds = Array(
            repeating: SimilarityBound(left: 0, right: 0, kind: .jaro, greatest: 0),
            count: encoded.width)
    }

    /// The result for two records, given by their rows, from a place of a program without `reach`.
    @inline(__always)
    mutating func result(
        from start: PairProgram.Target, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> Int {
        Int(-1 - target(from: start, left, right))
    }

    /// The first `reach` at or after a place, or the result where there is none on the way.
    @inline(__always)
    mutating func target(
        from start: PairProgram.Target, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> PairProgram.Target {
        var next = start
        while next >= 0 {
            let test = tests[Int(next)]
            if test.kind == .reach { break }
            next = target(of: test, left, right)
        }
        return next
    }

    /// The most that can still come at a `reach`.
    @inline(__always)
    func limit(at place: PairProgram.Target) -> Double { tests[Int(place)].limit }

    /// Where a `reach` leads when what follows is good enough.
    @inline(__always)
    func next(after place: PairProgram.Target) -> PairProgram.Target {
        tests[Int(place)].whenTrue
    }

    @inline(__always)
    private mutating func target(
        of test: PairProgram.Test, _ left: Span<UInt32>, _ right: Span<UInt32>
    ) -> PairProgram.Target {
        if test.kind == .equal {
            let (l, r) = (left[Int(test.slot)], right[Int(test.other)])
            if l == 0 || r == 0 { return test.whenMissing }
            return l == r ? test.whenTrue : test.whenFalse
        }
        return holds(test, left, right) ? test.whenTrue : test.whenFalse
    }

    @inline(__always)
    private mutating func holds(
        _ test: PairProgram.Test, _ l: Span<UInt32>, _ r: Span<UInt32>
    ) -> Bool {
        if test.kind == .evaluation { return isTrue(evaluations[Int(test.slot)], l, r) }
        let left = l[Int(test.slot)]
        let right = r[Int(test.other)]
        switch test.kind {
        case .oneIsMissing: return left == 0 || right == 0
        case .different: return left != right && left != 0 && right != 0
        case .leftIsMissing: return left == 0
        case .rightIsMissing: return right == 0
        case .leftIsKnown: return left != 0
        case .rightIsKnown: return right != 0
        case .codeDifference:
            return left != 0 && right != 0
                && test.relation.holds(abs(Double(left) - Double(right)), test.limit)
        case .difference:
            return left != 0 && right != 0
                && test.relation.holds(
                    abs(encoded.numbers[Int(left)] - encoded.numbers[Int(right)]), test.limit)
        case .numbers:
            return left != 0 && right != 0
                && test.relation.holds(
                    encoded.numbers[Int(left)], encoded.numbers[Int(right)])
        case .datesTransposed:
            return left != 0 && right != 0 && left / 512 == right / 512
                && left / 32 % 16 == right % 32 && left % 32 == right / 32 % 16
        case .columnsSwapped:
            let (second, first) = (l[Int(test.other)], r[Int(test.slot)])
            return left != 0 && left == right && second != 0 && second == first
        default: return left != 0 && right != 0 && isClose(test, left, right)
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
        _ test: PairProgram.Test, _ left: UInt32, _ right: UInt32
    ) -> Bool {
        let isSimilarity = test.kind == .jaro || test.kind == .jaroWinkler
        if left == right {
            // As in DuckDB, two empty texts have nothing in common.
            let similarity: Double = encoded.profiles[Int(left)].length == 0 ? 0 : 1
            return test.relation.holds(isSimilarity ? similarity : 0, test.limit)
        }
        // A bound alone may refuse, but only where closer is what is asked for.
        switch test.relation {
        case .lessOrEqual, .less:
            guard !isSimilarity else { break }
            let (l, r) = (encoded.profiles[Int(left)], encoded.profiles[Int(right)])
            if Double(l.leastDistance(to: r)) > test.limit { return false }
        case .greaterOrEqual, .greater:
            guard isSimilarity else { break }
            if greatestSimilarity(test, left, right) < test.limit { return false }
        default: break
        }
        return test.relation.holds(measured(test, left, right), test.limit)
    }

    /// The most that the Jaro or Jaro–Winkler similarity can be, kept from one level to the next.
    @inline(__always)
    private mutating func greatestSimilarity(
        _ test: PairProgram.Test, _ left: UInt32, _ right: UInt32
    ) -> Double {
        let slot = Int(test.slot)
        if bounds[slot].left == left, bounds[slot].right == right, bounds[slot].kind == test.kind {
            return bounds[slot].greatest
        }
        let (l, r) = (encoded.profiles[Int(left)], encoded.profiles[Int(right)])
        let greatest =
            test.kind == .jaro ? l.greatestJaro(to: r) : l.greatestJaroWinkler(to: r)
        bounds[slot] = SimilarityBound(
            left: left, right: right, kind: test.kind, greatest: greatest)
        return greatest
    }

    private mutating func measured(
        _ test: PairProgram.Test, _ left: UInt32, _ right: UInt32
    ) -> Double {
        let slot = Int(test.slot)
        switch test.kind {
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

/// The most that the similarity of two values can be.
private struct SimilarityBound {
    let left: UInt32
    let right: UInt32
    let kind: PairProgram.Kind
    let greatest: Double
}
