/// Conditions as a flat list of tests on two rows of numbers.
struct PairTests: Sendable {
    enum Kind: UInt8, Sendable {
        case leftIsMissing, rightIsMissing, oneIsMissing, leftIsKnown, rightIsKnown
        case equal, different, levenshtein, damerauLevenshtein, unrestrictedDamerauLevenshtein
        case jaro, jaroWinkler
        case difference, numbers, datesTransposed, columnsSwapped, evaluation
        case all, any, otherwise
    }

    /// One test; what the fields mean depends on the kind.
    struct Test: Sendable {
        let kind: Kind
        /// Where the number lies in the left record.
        var slot = 0
        /// Where the number lies in the right record.
        var other = 0
        /// How a distance, a similarity or a difference is compared with the limit.
        var relation = ComparisonOperator.equal
        var limit = 0.0
        /// The parts of a compound test, positions in `parts`, or the place of an expression.
        var partsStart = 0
        var partsEnd = 0
    }

    /// An expression that is worked out pair by pair, and where its columns lie.
    struct Evaluation: Sendable {
        let expression: Expression
        let positions: [String: Int]
    }

    private(set) var tests: [Test] = []
    private(set) var parts: [Int] = []
    private(set) var evaluations: [Evaluation] = []

    /// Adds a condition and returns the place of its test.
    mutating func add(_ condition: Condition, _ layout: RecordLayout) -> Int {
        let test: Test
        switch condition {
        case .missing(let column): test = both(.oneIsMissing, layout.position(ofColumn: column))
        case .equal(let key): test = both(.equal, layout.position(of: .key(key)))
        case .levenshtein(let column, let most):
            test = near(.levenshtein, column, .lessOrEqual, Double(most), layout)
        case .damerauLevenshtein(let column, let most):
            test = near(.damerauLevenshtein, column, .lessOrEqual, Double(most), layout)
        case .jaro(let column, let least):
            test = near(.jaro, column, .greaterOrEqual, least, layout)
        case .jaroWinkler(let column, let least):
            test = near(.jaroWinkler, column, .greaterOrEqual, least, layout)
        case .dateWithin(let column, let days): test = within(column, days, layout)
        case .datesTransposed(let column):
            test = both(.datesTransposed, layout.position(of: .dateParts(column)))
        case .columnsSwapped(let first, let second):
            test = Test(
                kind: .columnsSwapped, slot: layout.position(ofColumn: first),
                other: layout.position(ofColumn: second))
        case .all(let conditions): test = compound(.all, conditions, layout)
        case .any(let conditions): test = compound(.any, conditions, layout)
        case .expression(let expression): test = self.test(ExpressionTest(expression), layout)
        case .otherwise: test = Test(kind: .otherwise)
        }
        tests.append(test)
        return tests.count - 1
    }

    private func both(_ kind: Kind, _ position: Int) -> Test {
        Test(kind: kind, slot: position, other: position)
    }

    private func near(
        _ kind: Kind, _ column: String, _ relation: ComparisonOperator, _ limit: Double,
        _ layout: RecordLayout
    ) -> Test {
        let position = layout.position(ofColumn: column)
        return Test(
            kind: kind, slot: position, other: position, relation: relation, limit: limit)
    }

    /// Day numbers are kept as they are; places of numbers would not do.
    private func within(_ column: String, _ days: Int, _ layout: RecordLayout) -> Test {
        let position = layout.position(of: .day(column))
        return Test(
            kind: .difference, slot: position, other: position, relation: .lessOrEqual,
            limit: Double(days), partsStart: 1)
    }

    private mutating func compound(
        _ kind: Kind, _ conditions: [Condition], _ layout: RecordLayout
    ) -> Test {
        let indices = conditions.map { add($0, layout) }
        parts.append(contentsOf: indices)
        return Test(
            kind: kind, partsStart: parts.count - indices.count, partsEnd: parts.count)
    }

    private mutating func test(_ test: ExpressionTest, _ layout: RecordLayout) -> Test {
        switch test {
        case .leftIsMissing(let slot): return both(.leftIsMissing, layout.position(of: slot))
        case .rightIsMissing(let slot): return both(.rightIsMissing, layout.position(of: slot))
        case .leftIsKnown(let slot), .leftIsTrue(let slot):
            return both(.leftIsKnown, layout.position(of: slot))
        case .rightIsKnown(let slot), .rightIsTrue(let slot):
            return both(.rightIsKnown, layout.position(of: slot))
        case .equal(let left, let right):
            return Test(
                kind: .equal, slot: layout.position(of: left), other: layout.position(of: right))
        case .different(let left, let right):
            return Test(
                kind: .different, slot: layout.position(of: left),
                other: layout.position(of: right))
        case .distance(let function, let left, let right, let relation, let limit):
            return Test(
                kind: Self.kind(function), slot: layout.position(of: left),
                other: layout.position(of: right), relation: relation, limit: limit)
        case .difference(let left, let right, let relation, let limit):
            return Test(
                kind: .difference, slot: layout.position(of: left),
                other: layout.position(of: right), relation: relation, limit: limit)
        case .numbers(let left, let right, let relation):
            return Test(
                kind: .numbers, slot: layout.position(of: left),
                other: layout.position(of: right), relation: relation)
        case .evaluation(let expression): return evaluation(expression, layout)
        }
    }

    private mutating func evaluation(_ expression: Expression, _ layout: RecordLayout) -> Test {
        let columns = expression.columns
        evaluations.append(
            Evaluation(
                expression: expression,
                positions: Dictionary(
                    uniqueKeysWithValues: columns.map { ($0, layout.position(ofColumn: $0)) })))
        return Test(kind: .evaluation, partsStart: evaluations.count - 1)
    }

    private static func kind(_ function: SQLFunction) -> Kind {
        switch function {
        case .levenshtein: .levenshtein
        case .damerauLevenshtein: .unrestrictedDamerauLevenshtein
        case .jaroSimilarity: .jaro
        default: .jaroWinkler
        }
    }
}
