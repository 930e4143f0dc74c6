extension Field {
    /// The comparison: a null level, the levels of the field in order, and everything else.
    ///
    /// Every condition is SQL that Splink can load.
    public var comparison: Comparison {
        let levels = (levels ?? usualLevels).map(comparisonLevel)
        return Comparison(name, [nullLevel] + levels + bothOrOne + [.writtenOtherwise])
    }

    /// The levels that usually serve for the kind.
    public var usualLevels: [FieldLevel] {
        var tests: [FieldLevel.Test] = [.same]
        if usesShortForms { tests.append(.shortForm) }
        switch kind {
        case .name, .surname: tests += [0.92, 0.88, 0.7].map { .jaroWinkler($0) }
        case .forename:
            if columns.count == 2 { tests.append(.swapped) }
            tests += [.jaroWinkler(0.92), .jaroWinkler(0.88), .sameKey(.prefix(length: 1))]
        case .forenameAndSurname:
            tests += [.swapped, .jaroWinkler(0.92), .jaroWinkler(0.88)]
        case .dateOfBirth:
            tests += [
                .dayAndMonthSwapped, .levenshtein(1), .within(1, .month), .within(1, .year),
                .within(10, .year),
            ]
        case .postcode:
            tests += [
                .sameKey(.postcodeSector), .sameKey(.postcodeDistrict), .sameKey(.postcodeArea),
            ]
        case .addressLine: tests += [.jaroWinkler(0.95), .sameKey(.houseNumber), .jaroWinkler(0.8)]
        case .place: tests += [.jaroWinkler(0.88)]
        case .email: tests += [.sameUserName, .jaroWinkler(0.88)]
        case .telephone: tests += [.sameLastDigits(9), .damerauLevenshtein(1)]
        case .nhsNumber, .nationalInsuranceNumber:
            tests += [.sameLettersAndDigits, .damerauLevenshtein(1)]
        case .uprn: tests += [.sameLettersAndDigits]
        case .sex: tests += [.sameKey(.prefix(length: 1))]
        case .exact: break
        case .freeText: tests += [.jaroWinkler(0.92), .jaroWinkler(0.8)]
        }
        return tests.map { FieldLevel($0) }
    }

    private var nullLevel: ComparisonLevel {
        func missing(_ column: String) -> String {
            let (left, right) = column.sides
            guard kind == .dateOfBirth else { return "\(left) IS NULL OR \(right) IS NULL" }
            return "\(day(left)) IS NULL OR \(day(right)) IS NULL"
        }
        let parts = columns.map(missing)
        let sql =
            kind == .forenameAndSurname
            ? parts.map { "(\($0))" }.joined(separator: " AND ") : parts[0]
        return ComparisonLevel(
            sql: sql, label: "Missing on at least one side", isNullLevel: true)
    }

    /// After a comparison of two names together: one of them alone.
    private var bothOrOne: [ComparisonLevel] {
        guard kind == .forenameAndSurname else { return [] }
        return [columns[1], columns[0]].map { column in
            let (left, right) = column.sides
            return ComparisonLevel(
                sql: "\(left) = \(right)", label: "Same \(column)",
                tfAdjustmentColumn: usesTermFrequencies ? column : nil,
                tfAdjustmentWeight: termFrequencyWeight)
        }
    }

    private func comparisonLevel(_ level: FieldLevel) -> ComparisonLevel {
        let isSame = level.test == .same && usesTermFrequencies
        return ComparisonLevel(
            sql: sql(level.test), label: level.label ?? label(level.test), m: level.m, u: level.u,
            fixM: level.m != nil, fixU: level.u != nil,
            // Both names the same: the surname says how rare they are.
            tfAdjustmentColumn: isSame ? columns.last(where: { _ in isJoint }) ?? column : nil,
            tfAdjustmentWeight: termFrequencyWeight)
    }

    /// Whether a test is about all columns of the field.
    private var isJoint: Bool { kind == .forenameAndSurname }

    private func day(_ column: String) -> String {
        "try_strptime(\(column), \(Constant.text(dateFormat).sql))"
    }

    /// A test in SQL; for names together it holds for each of them.
    private func sql(_ test: FieldLevel.Test) -> String {
        if case .sql(let sql) = test { return sql }
        if test == .swapped { return swapped }
        guard isJoint else { return sql(test, column) }
        return columns.map { "(\(sql(test, $0)))" }.joined(separator: " AND ")
    }

    private var swapped: String {
        guard let other = columns.last, columns.count == 2 else { return "FALSE" }
        let (first, second) = (column.sides, other.sides)
        return "\(first.left) = \(second.right) AND \(first.right) = \(second.left)"
    }

    private func sql(_ test: FieldLevel.Test, _ column: String) -> String {
        let (left, right) = column.sides
        func both(_ value: (String) -> String) -> String { "\(value(left)) = \(value(right))" }
        return switch test {
        case .same: "\(left) = \(right)"
        case .jaroWinkler(let least): "jaro_winkler_similarity(\(left), \(right)) >= \(least)"
        case .levenshtein(let most): "levenshtein(\(left), \(right)) <= \(most)"
        case .damerauLevenshtein(let most):
            "damerau_levenshtein(\(left), \(right)) <= \(most)"
        case .within(let count, let unit):
            "ABS(EPOCH(\(day(left))) - EPOCH(\(day(right)))) <= "
                + "\(Double(count) * unit.seconds)"
        case .dayAndMonthSwapped: dayAndMonthSwapped(left, right)
        case .sameKey(let derivation):
            both {
                ColumnKey(column, derivation).sql($0, dateFormat: dateFormat) ?? "soundex(\($0))"
            }
        case .sameLettersAndDigits:
            both { "NULLIF(regexp_replace(upper(\($0)), '[^A-Z0-9]|^0+', '', 'g'), '')" }
        case .sameLastDigits(let count):
            both { "NULLIF(right(regexp_replace(\($0), '[^0-9]', '', 'g'), \(count)), '')" }
        case .sameUserName: both { "NULLIF(regexp_extract(\($0), '^[^@]+', 0), '')" }
        case .shortForm: ShortForms.sql(left, right)
        case .swapped, .sql: "FALSE"
        }
    }

    private func dayAndMonthSwapped(_ left: String, _ right: String) -> String {
        func part(_ name: String, _ column: String) -> String {
            "date_part('\(name)', \(day(column)))"
        }
        return [("year", "year"), ("month", "day"), ("day", "month")]
            .map { "\(part($0.0, left)) = \(part($0.1, right))" }.joined(separator: " AND ")
    }

    private func label(_ test: FieldLevel.Test) -> String {
        let what = columns.joined(separator: " and ")
        return switch test {
        case .same: "Same \(what)"
        case .shortForm: "Short forms of one name"
        case .swapped: "\(what) swapped"
        case .jaroWinkler(let least): "Jaro-Winkler similarity of \(what) at least \(least)"
        case .levenshtein(let most): "Levenshtein distance of \(what) at most \(most)"
        case .damerauLevenshtein(let most):
            "Damerau-Levenshtein distance of \(what) at most \(most)"
        case .within(let count, let unit):
            "\(what) at most \(count) \(unit.rawValue)\(count == 1 ? "" : "s") apart"
        case .dayAndMonthSwapped: "Day and month of \(what) swapped"
        case .sameKey(let derivation): "Same \(ColumnKey(column, derivation).label)"
        case .sameLettersAndDigits: "Same letters and digits of \(what)"
        case .sameLastDigits(let count): "Same last \(count) digits of \(what)"
        case .sameUserName: "Same user name of \(what)"
        case .sql(let sql): sql
        }
    }
}

extension ComparisonLevel {
    /// A level from SQL that Weft wrote itself.
    fileprivate init(
        sql: String, label: String, isNullLevel: Bool = false, m: Double? = nil,
        u: Double? = nil, fixM: Bool = false, fixU: Bool = false,
        tfAdjustmentColumn: String? = nil, tfAdjustmentWeight: Double = 1
    ) {
        guard let expression = try? Expression(sql: sql) else {
            preconditionFailure("A field has a condition that cannot be read: \(sql)")
        }
        self.init(
            Condition(expression), label: label, isNullLevel: isNullLevel, m: m, u: u,
            fixM: fixM, fixU: fixU, tfAdjustmentColumn: tfAdjustmentColumn,
            tfAdjustmentWeight: tfAdjustmentWeight, sql: sql)
    }

    /// The last level, in SQL.
    fileprivate static var writtenOtherwise: ComparisonLevel {
        ComparisonLevel(.otherwise, label: "Different", sql: "ELSE")
    }
}

extension String {
    /// The column of both records as a comparison names it.
    fileprivate var sides: (left: String, right: String) {
        ((self + "_l").quotedIdentifier, (self + "_r").quotedIdentifier)
    }
}
