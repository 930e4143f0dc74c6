extension Expression {
    /// The columns that the expression reads, with their sides.
    var sidedColumns: Set<SidedColumn> {
        if case .column(let name, let side) = self { return [SidedColumn(name: name, side: side)] }
        return children.reduce(into: []) { $0.formUnion($1.sidedColumns) }
    }

    /// The names of the columns that the expression reads.
    var columns: Set<String> { Set(sidedColumns.map(\.name)) }

    /// The side from which alone the expression reads; nil when it reads both or nothing.
    var onlySide: PairSide? {
        let sides = Set(sidedColumns.map(\.side))
        guard sides.count == 1, let side = sides.first else { return nil }
        return side
    }

    /// The expression about one record, its columns without sides.
    var withoutSides: Expression {
        switch self {
        case .column(let name, _): .column(name, nil)
        case .constant, .otherwise: self
        case .call(let function, let arguments): .call(function, arguments.map(\.withoutSides))
        case .comparison(let relation, let first, let second):
            .comparison(relation, first.withoutSides, second.withoutSides)
        case .arithmetic(let operation, let first, let second):
            .arithmetic(operation, first.withoutSides, second.withoutSides)
        case .concatenation(let first, let second):
            .concatenation(first.withoutSides, second.withoutSides)
        case .element(let list, let place):
            .element(list.withoutSides, at: place.withoutSides)
        case .pairwise(let function, let first, let second):
            .pairwise(function, first.withoutSides, second.withoutSides)
        case .isNull(let part): .isNull(part.withoutSides)
        case .not(let part): .not(part.withoutSides)
        case .cast(let part, let type, let isTrying):
            .cast(part.withoutSides, to: type, isTrying: isTrying)
        case .all(let parts): .all(parts.map(\.withoutSides))
        case .any(let parts): .any(parts.map(\.withoutSides))
        case .list(let parts): .list(parts.map(\.withoutSides))
        case .choice(let choices, let otherwise):
            .choice(
                choices.map {
                    Choice(when: $0.condition.withoutSides, then: $0.value.withoutSides)
                }, otherwise: otherwise.withoutSides)
        }
    }

    /// Whether the value is a text wherever it is known, as far as the expression tells.
    var isText: Bool {
        switch self {
        case .column, .constant(.text), .concatenation, .cast(_, to: .text, _): true
        case .call(let function, let arguments):
            switch function {
            case .lower, .upper, .trim, .ltrim, .rtrim, .reverse, .concat, .replace, .substring,
                .left, .right, .splitPart, .regexpExtract, .regexpReplace, .soundex:
                true
            case .coalesce, .nullif, .least, .greatest: arguments.allSatisfy(\.isText)
            default: false
            }
        default: false
        }
    }

    /// Whether the value is a number wherever it is known, as far as the expression tells.
    var isNumber: Bool {
        switch self {
        case .constant(.integer), .constant(.number), .arithmetic, .cast(_, to: .number, _),
            .cast(_, to: .integer, _):
            true
        case .call(let function, _):
            switch function {
            case .length, .abs, .round, .floor, .ceil, .sqrt, .pow, .sin, .cos, .asin, .acos,
                .radians, .ln, .log10, .log2, .epoch, .datePart:
                true
            default: false
            }
        default: false
        }
    }
}

/// A column of one record of a pair.
struct SidedColumn: Hashable, Sendable {
    let name: String
    let side: PairSide?
}
