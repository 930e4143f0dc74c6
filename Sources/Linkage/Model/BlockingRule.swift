/// On what two records must agree to be compared at all.
///
/// A record that lacks one of the keys is in no pair of the rule.
public struct BlockingRule: Hashable, Sendable {
    /// Two expressions, each about one record, whose values must be equal.
    public struct Join: Hashable, Sendable {
        /// The expression about the earlier record, its columns without sides.
        public let left: Expression
        /// The expression about the later record, its columns without sides.
        public let right: Expression

        /// A join; sides are left out.
        public init(_ left: Expression, _ right: Expression) {
            self.left = left.withoutSides
            self.right = right.withoutSides
        }
    }

    /// Keys on which both records agree.
    public let keys: [ColumnKey]
    /// Expressions on whose values both records agree.
    public let joins: [Join]
    /// What else must be true of the pair.
    public let filter: Expression?
    /// Rules of which one makes the pair, where the rule is an `OR`; else empty.
    public let alternatives: [BlockingRule]
    /// The rule as SQL, where it was written so.
    public let sql: String?
    /// Columns with lists, of which each element counts as the value of a record of its own.
    public let arraysToExplode: [String]

    /// A rule; it needs at least one key.
    public init(_ keys: ColumnKey...) { self.init(keys: keys) }

    /// A rule from a list of keys; it needs at least one.
    public init(keys: [ColumnKey]) {
        precondition(!keys.isEmpty, "A blocking rule has at least one key.")
        self.init(keys: keys, joins: [], filter: nil)
    }

    private init(
        keys: [ColumnKey], joins: [Join], filter: Expression?,
        alternatives: [BlockingRule] = [], sql: String? = nil, arraysToExplode: [String] = []
    ) {
        self.keys = keys
        self.joins = joins
        self.filter = filter
        self.alternatives = alternatives
        self.sql = sql
        self.arraysToExplode = arraysToExplode
    }

    /// The rule that an expression over both records states.
    ///
    /// Equalities between the records become keys; whatever is left is tested pair by pair.
    public init(_ expression: Expression, sql: String?, arraysToExplode: [String] = []) {
        let options = expression.negationsInwards.conjunctions.map(BlockingRule.init(conjunction:))
        guard options.count == 1, let only = options.first else {
            self.init(
                keys: [], joins: [], filter: nil, alternatives: options, sql: sql,
                arraysToExplode: arraysToExplode)
            return
        }
        self.init(
            keys: only.keys, joins: only.joins, filter: only.filter, sql: sql,
            arraysToExplode: arraysToExplode)
    }

    /// The rule that makes every pair.
    public static let everyPair = BlockingRule(.constant(.boolean(true)), sql: "1=1")

    private init(conjunction parts: [Expression]) {
        var (keys, joins, rest) = ([ColumnKey](), [Join](), [Expression]())
        for part in parts where part != .constant(.boolean(true)) {
            guard let join = part.join else {
                rest.append(part)
                continue
            }
            if case .column(let name, _) = join.left, join.left == join.right {
                keys.append(ColumnKey(name))
            } else {
                joins.append(join)
            }
        }
        self.init(
            keys: keys, joins: joins,
            filter: rest.count > 1 ? .all(rest) : rest.first)
    }

    /// The columns that the rule reads.
    public var columns: Set<String> {
        var columns = Set(keys.map(\.column))
        for join in joins { columns.formUnion(join.left.columns.union(join.right.columns)) }
        if let filter { columns.formUnion(filter.columns) }
        return alternatives.reduce(into: columns) { $0.formUnion($1.columns) }
    }

    /// The rule in words, `same surname and first 1 of forename`, or as its SQL.
    public var label: String {
        sql ?? "same " + keys.map(\.label).joined(separator: " and ")
    }

    /// The rule that makes the pairs that both rules make; nil unless both are keys alone.
    func intersection(_ other: BlockingRule) -> BlockingRule? {
        guard hasOnlyKeys, other.hasOnlyKeys else { return nil }
        return BlockingRule(keys: keys + other.keys, joins: joins + other.joins, filter: nil)
    }

    /// Whether equal keys are all that the rule asks for.
    var hasOnlyKeys: Bool { filter == nil && alternatives.isEmpty && arraysToExplode.isEmpty }

    /// The rules of which one must make a pair: the rule itself unless it is an `OR`.
    var options: [BlockingRule] { alternatives.isEmpty ? [self] : alternatives }

    /// The numbers that two records must share, left and right.
    var keySlots: [(left: Slot, right: Slot)] {
        let keys = Set(keys).sorted { $0.label < $1.label }.map { Slot.key($0) }
        var slots = keys.map { (left: $0, right: $0) }
        for join in joins {
            slots.append((ExpressionTest.slot(join.left), ExpressionTest.slot(join.right)))
        }
        return slots
    }

    /// All numbers that the rule needs of a record.
    var slots: Set<Slot> {
        var slots = Set(keySlots.flatMap { [$0.left, $0.right] })
        if let filter { slots.formUnion(Condition(filter).slots) }
        if !arraysToExplode.isEmpty { slots.formUnion(columns.map { .key(ColumnKey($0)) }) }
        return alternatives.reduce(into: slots) { $0.formUnion($1.slots) }
    }
}

extension Expression {
    /// Lists of conditions; the expression is true when all of one list are.
    ///
    /// An `OR` is taken apart only where no equality beside it can serve as a key.
    fileprivate var conjunctions: [[Expression]] {
        switch self {
        case .any(let parts): return parts.flatMap(\.conjunctions)
        case .all(let parts):
            guard !parts.contains(where: { $0.join != nil }),
                let place = parts.firstIndex(where: \.isDisjunction),
                case .any(let options) = parts[place]
            else { return [parts] }
            var rest = parts
            rest.remove(at: place)
            return options.flatMap { Expression.all(rest + $0.conjuncts).conjunctions }
        default: return [[self]]
        }
    }

    private var conjuncts: [Expression] {
        if case .all(let parts) = self { parts } else { [self] }
    }

    private var isDisjunction: Bool { if case .any = self { true } else { false } }

    /// The join that an equality between the records states.
    fileprivate var join: BlockingRule.Join? {
        guard case .comparison(.equal, let first, let second) = self,
            let one = first.onlySide, let other = second.onlySide, one != other
        else { return nil }
        let join =
            one == .left ? BlockingRule.Join(first, second) : BlockingRule.Join(second, first)
        // Values of different types are compared after a conversion, which keys do not know.
        return join.left == join.right || (first.isText && second.isText) ? join : nil
    }
}
