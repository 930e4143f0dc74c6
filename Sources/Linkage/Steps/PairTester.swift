import Records

/// Tells whether conditions hold for pairs of records.
///
/// Keeps the last left value of every column ready for distances, so it is fastest when many
/// pairs in a row share their left record.
struct PairTester {
    private let encoded: EncodedRecords
    private let tests: PairTests
    private var texts: [TextDistances]
    /// Why an expression could not be worked out for some pair, if one could not.
    private(set) var firstProblem: EvaluationProblem?

    init(_ tests: PairTests, _ encoded: EncodedRecords) {
        self.encoded = encoded
        self.tests = tests
        texts = Array(repeating: TextDistances(), count: encoded.width)
    }

    /// Whether the test at a place holds for two records.
    mutating func holds(_ place: Int, _ left: Int, _ right: Int) -> Bool {
        holds(tests.tests[place], left * encoded.width, right * encoded.width)
    }

    private mutating func holds(_ test: PairTests.Test, _ l: Int, _ r: Int) -> Bool {
        let left = encoded.cells[l + test.slot]
        let right = encoded.cells[r + test.other]
        switch test.kind {
        case .oneIsMissing: return left == 0 || right == 0
        case .equal: return left == right && left != 0
        case .different: return left != right && left != 0 && right != 0
        case .levenshtein, .damerauLevenshtein, .unrestrictedDamerauLevenshtein, .jaro,
            .jaroWinkler:
            return left != 0 && right != 0 && isClose(test, left, right)
        case .difference, .numbers: return left != 0 && right != 0 && compare(test, left, right)
        case .leftIsMissing: return left == 0
        case .rightIsMissing: return right == 0
        case .leftIsKnown: return left != 0
        case .rightIsKnown: return right != 0
        case .datesTransposed:
            guard left != 0, right != 0 else { return false }
            return left / 512 == right / 512 && left / 32 % 16 == right % 32
                && left % 32 == right / 32 % 16
        case .columnsSwapped: return areSwapped(test, l, r)
        case .all:
            for part in test.partsStart..<test.partsEnd
            where !holds(tests.tests[tests.parts[part]], l, r) {
                return false
            }
            return true
        case .any:
            for part in test.partsStart..<test.partsEnd
            where holds(tests.tests[tests.parts[part]], l, r) {
                return true
            }
            return false
        case .evaluation: return isTrue(tests.evaluations[test.partsStart], l, r)
        case .otherwise: return true
        }
    }

    private func areSwapped(_ test: PairTests.Test, _ l: Int, _ r: Int) -> Bool {
        let (first, second) = (encoded.cells[l + test.slot], encoded.cells[r + test.slot])
        return first != 0 && second != 0 && first == encoded.cells[r + test.other]
            && second == encoded.cells[l + test.other]
    }

    private func compare(_ test: PairTests.Test, _ left: UInt32, _ right: UInt32) -> Bool {
        if test.kind == .numbers {
            return test.relation.holds(encoded.numbers[Int(left)], encoded.numbers[Int(right)])
        }
        let difference =
            test.partsStart == 1
            ? Double(left) - Double(right)
            : encoded.numbers[Int(left)] - encoded.numbers[Int(right)]
        return test.relation.holds(abs(difference), test.limit)
    }

    private mutating func isTrue(
        _ evaluation: PairTests.Evaluation, _ l: Int, _ r: Int
    ) -> Bool {
        func read(_ name: String, _ start: Int) -> [UInt8]? {
            guard let position = evaluation.positions[name] else { return nil }
            let code = encoded.cells[start + position]
            return code == 0 ? nil : Array(encoded.arena[encoded.range(of: code)])
        }
        do {
            return try evaluation.expression.value(
                left: { read($0, l) }, right: { read($0, r) }) == .boolean(true)
        } catch {
            firstProblem = firstProblem ?? error
            return false
        }
    }

    private mutating func isClose(
        _ test: PairTests.Test, _ left: UInt32, _ right: UInt32
    ) -> Bool {
        let isSimilarity = test.kind == .jaro || test.kind == .jaroWinkler
        if left == right {
            // As in DuckDB, two empty texts have nothing in common.
            let similarity: Double = encoded.range(of: left).isEmpty ? 0 : 1
            return test.relation.holds(isSimilarity ? similarity : 0, test.limit)
        }
        let bounds = DistanceBounds(encoded, left, right)
        // A bound alone may refuse, but only where closer is what is asked for.
        switch test.relation {
        case .lessOrEqual, .less:
            if !isSimilarity, Double(bounds.leastDistance) > test.limit { return false }
        case .greaterOrEqual, .greater:
            if test.kind == .jaro, bounds.greatestJaro < test.limit { return false }
            if test.kind == .jaroWinkler, bounds.greatestJaroWinkler(encoded) < test.limit {
                return false
            }
        default: break
        }
        return test.relation.holds(measured(test, left, right), test.limit)
    }

    private mutating func measured(
        _ test: PairTests.Test, _ left: UInt32, _ right: UInt32
    ) -> Double {
        switch test.kind {
        case .levenshtein: Double(texts[test.slot].levenshtein(left, right, encoded))
        case .damerauLevenshtein:
            Double(texts[test.slot].damerauLevenshtein(left, right, encoded))
        case .unrestrictedDamerauLevenshtein:
            Double(
                UnrestrictedDamerauLevenshtein.distance(
                    encoded.arena.span.extracting(encoded.range(of: left)),
                    encoded.arena.span.extracting(encoded.range(of: right))))
        case .jaro: texts[test.slot].jaro(left, right, encoded)
        default: texts[test.slot].jaroWinkler(left, right, encoded)
        }
    }
}
