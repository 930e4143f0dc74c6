/// How two values stand to each other.
enum ValueOrder {
    case before, same, after

    init<Compared: Comparable>(_ left: Compared, _ right: Compared) {
        self = left < right ? .before : right < left ? .after : .same
    }

    /// Not a number is equal to itself and after all numbers.
    init(numbers left: Double, _ right: Double) {
        switch (left.isNaN, right.isNaN) {
        case (true, true): self = .same
        case (true, false): self = .after
        case (false, true): self = .before
        default: self.init(left, right)
        }
    }

    /// Texts are in the order of their bytes.
    init(texts left: [UInt8], _ right: [UInt8]) {
        self =
            left == right ? .same : left.lexicographicallyPrecedes(right) ? .before : .after
    }
}

extension ComparisonOperator {
    func holds(_ order: ValueOrder) -> Bool {
        switch self {
        case .equal: order == .same
        case .notEqual: order != .same
        case .less: order == .before
        case .lessOrEqual: order != .after
        case .greater: order == .after
        case .greaterOrEqual: order != .before
        }
    }
}

extension Value {
    /// How two known values stand to each other; a text takes the type of the other value.
    func order(_ other: Value) throws(EvaluationProblem) -> ValueOrder {
        switch (self, other) {
        case (.text(let left), .text(let right)): return ValueOrder(texts: left, right)
        case (.integer(let left), .integer(let right)): return ValueOrder(left, right)
        case (.date(let left), .date(let right)): return ValueOrder(left, right)
        case (.boolean(let left), .boolean(let right)):
            return ValueOrder(left ? 1 : 0, right ? 1 : 0)
        case (.boolean, .text), (.text, .boolean):
            return ValueOrder(try truth ? 1 : 0, try other.truth ? 1 : 0)
        case (.list, .list), (.list, .text), (.text, .list):
            return try Self.order(try elements, try other.elements)
        case (.date, .text), (.text, .date):
            return ValueOrder(try day, try other.day)
        case (.timestamp, _) where other.isDateOrText, (_, .timestamp) where isDateOrText:
            return ValueOrder(try seconds, try other.seconds)
        case (.integer, _), (.number, _), (_, .integer), (_, .number):
            return try Self.numberOrder(try number, try other.number)
        default:
            throw EvaluationProblem(
                "\(kind) cannot be compared with \(other.kind).".capitalisedStart)
        }
    }

    private var isDateOrText: Bool {
        switch self {
        case .date, .timestamp, .text: true
        default: false
        }
    }

    private static func numberOrder(
        _ left: Value, _ right: Value
    ) throws(EvaluationProblem) -> ValueOrder {
        if case .integer(let left) = left, case .integer(let right) = right {
            return ValueOrder(left, right)
        }
        return ValueOrder(numbers: try left.double, try right.double)
    }

    /// Lists are in the order of their first elements that differ; unknown ones come last.
    private static func order(
        _ left: [Value], _ right: [Value]
    ) throws(EvaluationProblem) -> ValueOrder {
        for (left, right) in zip(left, right) {
            switch (left, right) {
            case (.null, .null): continue
            case (.null, _): return .after
            case (_, .null): return .before
            default:
                let order = try left.order(right)
                if order != .same { return order }
            }
        }
        return ValueOrder(left.count, right.count)
    }
}

extension String {
    /// The sentence with a capital at its beginning.
    fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
