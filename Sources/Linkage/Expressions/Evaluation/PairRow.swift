/// The columns of two records as text; a column that is not here is unknown.
public struct PairRow: Hashable, Sendable {
    /// The columns of the earlier record, and those that belong to no side.
    public let left: [String: [UInt8]]
    /// The columns of the later record.
    public let right: [String: [UInt8]]

    /// Two records.
    public init(left: [String: [UInt8]], right: [String: [UInt8]]) {
        self.left = left
        self.right = right
    }
}

extension Expression {
    /// The value for a pair; a column without a side reads from `left`, nil is unknown.
    ///
    /// Columns come as text. A text beside a number, a date or a boolean is read as one; so are
    /// columns that the condition calculates with anywhere (`columnsReadAsNumbers`). A text that
    /// is written `[a, b]` is read as a list where a list is needed.
    ///
    /// The values are DuckDB 2.0's (`scripts/fuzz-expressions.py` compares them), except that
    /// - a text beside a whole number is not rounded to one first: `'2.5' = 3` is false,
    /// - constants with a point are numbers of 64 bits, not decimals, and all whole numbers but
    ///   casts to `INTEGER` have 64 bits,
    /// - `infinity`, `epoch` and years before Christ in words are no dates, `0x1F` is no number,
    /// - microseconds are kept to the precision of `Double`,
    /// - letters and joined marks that Unicode has added or changed since version 15 follow Swift
    ///   in `reverse`,
    /// - `list_distinct` keeps the order of the first occurrences, `AND`, `OR`, `CASE` and
    ///   `coalesce` leave out what is not needed, and with it its problems.
    ///
    /// - Throws: a value that does not fit, such as a text that is no number.
    public func value(
        left: (String) -> [UInt8]?, right: (String) -> [UInt8]?
    ) throws(EvaluationProblem) -> Value {
        var (leftColumns, rightColumns) = ([String: [UInt8]](), [String: [UInt8]]())
        forEachColumn { name, side in
            if side == .right {
                rightColumns[name] = right(name)
            } else {
                leftColumns[name] = left(name)
            }
        }
        return try value(in: PairRow(left: leftColumns, right: rightColumns))
    }

    /// The value for a pair of records.
    ///
    /// - Throws: a value that does not fit, such as a text that is no number.
    public func value(in row: PairRow) throws(EvaluationProblem) -> Value {
        try Evaluation(row: row, numberColumns: columnsReadAsNumbers).value(of: self)
    }

    /// Names of columns that the condition calculates with, so that they are compared as numbers.
    public var columnsReadAsNumbers: Set<String> {
        var names: Set<String> = []
        visit { expression in
            let operands: [Expression] =
                switch expression {
                case .arithmetic(_, let left, let right): [left, right]
                case .call(let function, let values) where function.takesNumbers: values
                default: []
                }
            for case .column(let name, _) in operands { names.insert(name) }
        }
        return names
    }

    /// Calls a closure with each column of the tree.
    func forEachColumn(_ body: (String, PairSide?) -> Void) {
        visit { expression in
            if case .column(let name, let side) = expression { body(name, side) }
        }
    }

    /// Calls a closure with each part of the tree.
    func visit(_ body: (Expression) -> Void) {
        body(self)
        for child in children { child.visit(body) }
    }

    /// The parts directly below this one.
    var children: [Expression] {
        switch self {
        case .column, .constant, .otherwise: []
        case .call(_, let values), .all(let values), .any(let values), .list(let values): values
        case .comparison(_, let left, let right), .arithmetic(_, let left, let right),
            .concatenation(let left, let right), .element(let left, let right),
            .pairwise(_, let left, let right):
            [left, right]
        case .isNull(let operand), .not(let operand), .cast(let operand, _, _): [operand]
        case .choice(let choices, let otherwise):
            choices.flatMap { [$0.condition, $0.value] } + [otherwise]
        }
    }
}
