/// Conditions on two rows of numbers, as a flat list of tests that lead on to each other.
///
/// A compiled form: a test says where to go on when it holds and where when it does not, so that
/// `AND`, `OR` and the levels of a comparison need no nesting while pairs stream by.
struct PairProgram: Sendable {
    enum Kind: UInt8, Sendable {
        case leftIsMissing, rightIsMissing, oneIsMissing, leftIsKnown, rightIsKnown
        case equal, different, levenshtein, damerauLevenshtein, unrestrictedDamerauLevenshtein
        case jaro, jaroWinkler
        case codeDifference, difference, numbers, datesTransposed, columnsSwapped, evaluation
        /// No test: what follows costs more, and is worth `limit` at the most.
        case reach
    }

    /// Where to go on: at a test, or, below zero, with a result of -1 - `Target`.
    typealias Target = Int32

    /// One test; what the fields mean depends on the kind.
    struct Test: Sendable {
        let kind: Kind
        /// How a distance, a similarity or a difference is compared with the limit.
        var relation = ComparisonOperator.equal
        /// Where the number lies in the left record, or the place of an expression.
        var slot: UInt16 = 0
        /// Where the number lies in the right record.
        var other: UInt16 = 0
        var whenTrue: Target = 0
        var whenFalse: Target = 0
        /// Where to go on when a number is missing, for `equal`; for similarities, where the tests
        /// of lower limits lead that follow, when all of them fail too.
        var otherwise: Target = 0
        var limit = 0.0
        /// The lowest limit of the tests of one similarity that follow each other.
        var lowestLimit = 0.0
    }

    /// Where a condition or comparison begins, and the places of all its tests.
    struct Part: Sendable {
        let start: Target
        let tests: Range<Int>
    }

    /// An expression that is worked out pair by pair, and where its columns lie.
    struct Evaluation: Sendable {
        let expression: Expression
        let positions: [String: Int]
    }

    private(set) var tests: [Test] = []
    private(set) var evaluations: [Evaluation] = []
    private let layout: RecordLayout

    init(_ layout: RecordLayout) { self.layout = layout }

    /// The target that ends with a result, which is at least 0.
    static func result(_ value: Int) -> Target { -1 - Target(value) }

    /// Adds a comparison: the result is its digit, 0 for null, else its vector value plus one.
    ///
    /// `greatest`: the most that each digit can be worth; a `reach` before each level that costs
    /// something then holds the most that this level and all below it can be worth.
    ///
    /// Tests lead to tests before them: from the last place of a part to its first.
    mutating func add(_ comparison: Comparison, greatest: [Double]? = nil) -> Part {
        let first = tests.count
        var next = Self.result(1)
        var best = greatest?[1] ?? 0
        for (index, level) in comparison.comparisonLevels.enumerated().reversed() {
            let digit = comparison.comparisonVectorValue(ofLevel: index) + 1
            next = add(level.condition, whenTrue: Self.result(digit), whenFalse: next)
            guard let greatest else { continue }
            best = max(best, greatest[digit])
            guard level.condition.cost > 0 else { continue }
            next = append(Test(kind: .reach, whenTrue: next, limit: best))
        }
        return Part(start: next, tests: first..<tests.count)
    }

    /// The most that can still come at a place, where it is a `reach`.
    func limit(at place: Target) -> Double? {
        let test = tests[Int(place)]
        return test.kind == .reach ? test.limit : nil
    }

    /// Adds a condition: the result is 1 where it holds, else 0.
    mutating func add(_ condition: Condition) -> Target {
        add(condition, whenTrue: Self.result(1), whenFalse: Self.result(0))
    }

    /// Adds a condition and says where to begin with it.
    private mutating func add(
        _ condition: Condition, whenTrue: Target, whenFalse: Target
    ) -> Target {
        switch condition {
        case .all(let parts):
            return parts.reversed().reduce(whenTrue) {
                add($1, whenTrue: $0, whenFalse: whenFalse)
            }
        case .any(let parts):
            return parts.reversed().reduce(whenFalse) {
                add($1, whenTrue: whenTrue, whenFalse: $0)
            }
        case .otherwise: return whenTrue
        default: break
        }
        var test = test(condition)
        if let fused = fused(test, whenTrue, whenFalse) { return append(fused) }
        test.whenTrue = whenTrue
        test.whenFalse = whenFalse
        test.otherwise = whenFalse
        test.lowestLimit = test.limit
        joinSimilarities(&test)
        return append(test)
    }

    private mutating func append(_ test: Test) -> Target {
        tests.append(test)
        return Target(tests.count - 1)
    }

    /// One test for "is one missing?" and then "are they equal?" of the same numbers.
    private func fused(_ test: Test, _ whenTrue: Target, _ whenFalse: Target) -> Test? {
        guard whenFalse >= 0 else { return nil }
        var next = tests[Int(whenFalse)]
        guard next.slot == test.slot, next.other == test.slot, test.other == test.slot else {
            return nil
        }
        switch (test.kind, next.kind) {
        case (.oneIsMissing, .equal):
            next.otherwise = whenTrue
            return next
        case (.leftIsMissing, .rightIsMissing) where next.whenTrue == whenTrue:
            return Test(
                kind: .oneIsMissing, slot: test.slot, other: test.slot, whenTrue: whenTrue,
                whenFalse: next.whenFalse)
        default: return nil
        }
    }

    /// Lets a similarity that is too low for all tests of it that follow pass them by.
    private func joinSimilarities(_ test: inout Test) {
        guard test.kind == .jaro || test.kind == .jaroWinkler, test.relation == .greaterOrEqual
        else { return }
        var place = test.whenFalse
        while place >= 0, tests[Int(place)].kind == .reach { place = tests[Int(place)].whenTrue }
        guard place >= 0 else { return }
        let next = tests[Int(place)]
        guard next.kind == test.kind, next.slot == test.slot, next.other == test.other,
            next.relation == test.relation, next.limit <= test.limit
        else { return }
        test.lowestLimit = next.lowestLimit
        test.otherwise = next.otherwise
    }

    private mutating func test(_ condition: Condition) -> Test {
        switch condition {
        case .missing(let column): both(.oneIsMissing, .key(ColumnKey(column)))
        case .equal(let key): both(.equal, .key(key))
        case .levenshtein(let column, let most):
            near(.levenshtein, column, .lessOrEqual, Double(most))
        case .damerauLevenshtein(let column, let most):
            near(.damerauLevenshtein, column, .lessOrEqual, Double(most))
        case .jaro(let column, let least): near(.jaro, column, .greaterOrEqual, least)
        case .jaroWinkler(let column, let least):
            near(.jaroWinkler, column, .greaterOrEqual, least)
        case .dateWithin(let column, let days):
            test(.codeDifference, .day(column), .day(column), .lessOrEqual, Double(days))
        case .datesTransposed(let column): both(.datesTransposed, .dateParts(column))
        case .columnsSwapped(let first, let second):
            test(.columnsSwapped, .key(ColumnKey(first)), .key(ColumnKey(second)))
        case .expression(let expression): test(ExpressionTest(expression))
        case .all, .any, .otherwise:
            preconditionFailure("A compound condition is made of tests; it is none itself.")
        }
    }

    private func test(
        _ kind: Kind, _ left: Slot, _ right: Slot, _ relation: ComparisonOperator = .equal,
        _ limit: Double = 0
    ) -> Test {
        Test(
            kind: kind, relation: relation, slot: UInt16(layout.position(of: left)),
            other: UInt16(layout.position(of: right)), limit: limit)
    }

    private func both(_ kind: Kind, _ slot: Slot) -> Test { test(kind, slot, slot) }

    private func near(
        _ kind: Kind, _ column: String, _ relation: ComparisonOperator, _ limit: Double
    ) -> Test {
        test(kind, .key(ColumnKey(column)), .key(ColumnKey(column)), relation, limit)
    }

    private mutating func test(_ expression: ExpressionTest) -> Test {
        switch expression {
        case .leftIsMissing(let slot): both(.leftIsMissing, slot)
        case .rightIsMissing(let slot): both(.rightIsMissing, slot)
        case .leftIsKnown(let slot), .leftIsTrue(let slot): both(.leftIsKnown, slot)
        case .rightIsKnown(let slot), .rightIsTrue(let slot): both(.rightIsKnown, slot)
        case .equal(let left, let right): test(.equal, left, right)
        case .different(let left, let right): test(.different, left, right)
        case .distance(let function, let left, let right, let relation, let limit):
            test(Self.kind(function), left, right, relation, limit)
        case .difference(let left, let right, let relation, let limit):
            test(.difference, left, right, relation, limit)
        case .numbers(let left, let right, let relation):
            test(.numbers, left, right, relation)
        case .evaluation(let expression): evaluation(expression)
        }
    }

    private mutating func evaluation(_ expression: Expression) -> Test {
        evaluations.append(
            Evaluation(
                expression: expression,
                positions: Dictionary(
                    uniqueKeysWithValues: expression.columns.map {
                        ($0, layout.position(ofColumn: $0))
                    })))
        return Test(kind: .evaluation, slot: UInt16(evaluations.count - 1))
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

extension Condition {
    /// About how many text distances the condition takes.
    var cost: Int {
        switch self {
        case .levenshtein, .damerauLevenshtein, .jaro, .jaroWinkler: 1
        case .expression(let expression): ExpressionTest(expression).cost
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.cost }
        default: 0
        }
    }
}

extension ExpressionTest {
    /// What the test costs, in text distances.
    fileprivate var cost: Int {
        switch self {
        case .distance: 1
        case .evaluation: 100
        default: 0
        }
    }
}
