/// One number that is kept for every record.
enum Slot: Hashable, Sendable {
    /// The code of a key of a column.
    case key(ColumnKey)
    /// The day number of a date, shifted so that it is above 0.
    case day(String)
    /// A date as year × 512 + month × 32 + day.
    case dateParts(String)
    /// The code of the text, or of another value, of an expression about one record.
    case value(Expression)
    /// The place, counted from 1, of the number of an expression about one record.
    case number(Expression)

    /// The columns from which the number comes.
    var columns: [String] {
        switch self {
        case .key(let key): [key.column]
        case .day(let column), .dateParts(let column): [column]
        case .value(let expression), .number(let expression): expression.columns.sorted()
        }
    }
}

/// Which numbers are kept for every record, so that a model can compare records.
struct RecordLayout: Hashable, Sendable {
    /// The numbers, in the order in which they lie.
    let slots: [Slot]
    /// How each column is read.
    let forms: [String: ColumnForm]
    /// The first slots are the whole values of so many columns.
    let columnCount: Int
    private let positions: [Slot: Int]

    /// What a model needs.
    init(_ model: LinkageModel) {
        var slots = Set(model.columns.map { Slot.key(ColumnKey($0)) })
        for rule in model.allRules { slots.formUnion(rule.slots) }
        for comparison in model.comparisons {
            for level in comparison.comparisonLevels { slots.formUnion(level.condition.slots) }
        }
        let wholes = slots.filter(\.isWhole).sorted { $0.columns[0] < $1.columns[0] }
        let derived = slots.filter { !$0.isWhole }.sorted { "\($0)" < "\($1)" }
        self.slots = wholes + derived
        columnCount = wholes.count
        forms = model.columnForms
        positions = Dictionary(
            uniqueKeysWithValues: self.slots.enumerated().map { ($0.element, $0.offset) })
    }

    /// Where a number lies in a record.
    func position(of slot: Slot) -> Int {
        guard let position = positions[slot] else {
            preconditionFailure(
                "These records were encoded for a model with other columns or keys.")
        }
        return position
    }

    /// Where the code of a whole value lies.
    func position(ofColumn column: String) -> Int { position(of: .key(ColumnKey(column))) }
}

extension Slot {
    fileprivate var isWhole: Bool {
        guard case .key(let key) = self else { return false }
        return key.derivation == .whole
    }
}

extension Condition {
    /// The numbers that the condition needs beside whole values.
    var slots: Set<Slot> {
        switch self {
        case .equal(let key): [.key(key)]
        case .dateWithin(let column, _): [.day(column)]
        case .datesTransposed(let column): [.dateParts(column)]
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { $0.formUnion($1.slots) }
        case .expression(let expression): ExpressionTest(expression).slots
        default: []
        }
    }
}
