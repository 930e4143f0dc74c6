extension LinkageModel {
    /// Columns that conditions or rules calculate with, so that their values are numbers.
    public var calculatedColumns: Set<String> {
        expressions.reduce(into: []) { $0.formUnion($1.columnsReadAsNumbers) }
    }

    /// Columns whose values are put in order as they are: as numbers if all are numbers.
    public var orderedColumns: Set<String> {
        expressions.reduce(into: []) { $0.formUnion($1.orderedColumns) }
    }

    /// The model that puts the values of some columns in order as numbers and not as texts.
    public func ordering(asNumbers columns: Set<String>) -> LinkageModel {
        guard !orderedColumns.isDisjoint(with: columns) else { return self }
        return LinkageModel(
            linkType: linkType,
            probabilityTwoRandomRecordsMatch: probabilityTwoRandomRecordsMatch,
            comparisons: comparisons.map { comparison in
                Comparison(
                    comparison.outputColumnName,
                    comparison.comparisonLevels.map { level in
                        level.with(level.condition.mapped { $0.ordering(asNumbers: columns) })
                    }, description: comparison.comparisonDescription)
            },
            blockingRulesToGeneratePredictions: blockingRulesToGeneratePredictions.map { rule in
                guard let sql = rule.sql, let expression = try? Expression(sql: sql) else {
                    return rule
                }
                return BlockingRule(
                    expression.ordering(asNumbers: columns), sql: sql,
                    arraysToExplode: rule.arraysToExplode)
            }, columnForms: columnForms, training: training, names: names)
    }

    private var expressions: [Expression] {
        comparisons.flatMap(\.comparisonLevels).flatMap(\.condition.expressions)
            + allRules.flatMap(\.options).flatMap { rule in
                rule.joins.flatMap { [$0.left, $0.right] } + (rule.filter.map { [$0] } ?? [])
            }
    }
}

extension Condition {
    /// The expressions in the condition.
    fileprivate var expressions: [Expression] {
        switch self {
        case .expression(let expression): [expression]
        case .all(let parts), .any(let parts): parts.flatMap(\.expressions)
        default: []
        }
    }

    fileprivate func mapped(_ change: (Expression) -> Expression) -> Condition {
        switch self {
        case .expression(let expression): .expression(change(expression))
        case .all(let parts): .all(parts.map { $0.mapped(change) })
        case .any(let parts): .any(parts.map { $0.mapped(change) })
        default: self
        }
    }
}

extension ComparisonLevel {
    fileprivate func with(_ condition: Condition) -> ComparisonLevel {
        ComparisonLevel(
            condition, label: labelForCharts, isNullLevel: isNullLevel, m: mProbability,
            u: uProbability, fixM: fixMProbability, fixU: fixUProbability,
            tfAdjustmentColumn: tfAdjustmentColumn, tfAdjustmentWeight: tfAdjustmentWeight,
            tfMinimumUValue: tfMinimumUValue,
            disableTfExactMatchDetection: disableTfExactMatchDetection, sql: sql)
    }
}

extension Expression {
    fileprivate var orderedColumns: Set<String> {
        if case .comparison(let relation, .column(let first, _), .column(let second, _)) = self,
            relation.isOrder
        {
            return [first, second]
        }
        return children.reduce(into: []) { $0.formUnion($1.orderedColumns) }
    }

    fileprivate func ordering(asNumbers columns: Set<String>) -> Expression {
        switch self {
        case .comparison(let relation, .column(let first, let one), .column(let second, let other))
        where relation.isOrder && columns.contains(first) && columns.contains(second):
            .comparison(
                relation, .cast(.column(first, one), to: .number, isTrying: false),
                .cast(.column(second, other), to: .number, isTrying: false))
        case .all(let parts): .all(parts.map { $0.ordering(asNumbers: columns) })
        case .any(let parts): .any(parts.map { $0.ordering(asNumbers: columns) })
        case .not(let part): .not(part.ordering(asNumbers: columns))
        case .choice(let choices, let otherwise):
            .choice(
                choices.map {
                    Choice(
                        when: $0.condition.ordering(asNumbers: columns),
                        then: $0.value.ordering(asNumbers: columns))
                }, otherwise: otherwise.ordering(asNumbers: columns))
        case .arithmetic(let operation, let first, let second):
            .arithmetic(
                operation, first.ordering(asNumbers: columns),
                second.ordering(asNumbers: columns))
        case .comparison(let relation, let first, let second):
            .comparison(
                relation, first.ordering(asNumbers: columns),
                second.ordering(asNumbers: columns))
        default: self
        }
    }
}

extension ComparisonOperator {
    fileprivate var isOrder: Bool { self != .equal && self != .notEqual }
}
