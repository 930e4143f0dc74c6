extension ColumnKey {
    /// The key of a record in SQL, the column written as `column`; nil where DuckDB has none.
    ///
    /// A date must be written as `format` says.
    func sql(_ column: String, dateFormat format: String) -> String? {
        let day = "try_strptime(\(column), \(Constant.text(format).sql))"
        func extract(_ pattern: String) -> String {
            "NULLIF(regexp_extract(\(column), '\(pattern)', 0), '')"
        }
        return switch derivation {
        case .whole: column
        case .prefix(let length): "SUBSTRING(\(column), 1, \(length))"
        case .year: "date_part('year', \(day))"
        case .yearAndMonth: "date_part('year', \(day)) * 12 + date_part('month', \(day))"
        case .postcodeArea: extract("^[A-Za-z]{1,2}")
        case .postcodeDistrict: extract("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?")
        case .postcodeSector: extract("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]")
        case .houseNumber: extract("[0-9]+[A-Za-z]?")
        case .soundex: nil
        }
    }

    /// Reads a key in words: `surname`, `first 3 of surname`, `year of dob`, `sector of postcode`.
    public init?(words: String) {
        let text = words.trimmingSpaces
        guard !text.isEmpty else { return nil }
        guard let place = text.utf8Range(of: " of ") else {
            self.init(text)
            return
        }
        let column = String(text[place.upperBound...]).trimmingSpaces
        let what = text[..<place.lowerBound].lowercased()
        if let derivation = Self.derivations[what] {
            self.init(column, derivation)
        } else if what.hasPrefix("first "), let length = Int(what.dropFirst(6)), length > 0 {
            self.init(column, .prefix(length: length))
        } else {
            self.init(text)
        }
    }

    private static let derivations: [String: Derivation] = [
        "sound": .soundex, "year": .year, "year and month": .yearAndMonth,
        "area": .postcodeArea, "district": .postcodeDistrict, "sector": .postcodeSector,
        "house number": .houseNumber,
    ]
}

extension BlockingRule {
    /// The rule of keys in SQL that Splink can load, or of keys alone where SQL cannot say it.
    public static func agreeing(
        on keys: [ColumnKey], dateFormats: [String: String] = [:]
    ) -> BlockingRule {
        let parts = keys.map { key -> String? in
            let format = dateFormats[key.column] ?? "%Y-%m-%d"
            let column = key.column.quotedIdentifier
            guard let left = key.sql("l." + column, dateFormat: format),
                let right = key.sql("r." + column, dateFormat: format)
            else { return nil }
            return "\(left) = \(right)"
        }
        guard parts.allSatisfy({ $0 != nil }) else { return BlockingRule(keys: keys) }
        let sql = parts.compactMap(\.self).joined(separator: " AND ")
        guard let expression = try? Expression(sql: sql) else { return BlockingRule(keys: keys) }
        return BlockingRule(expression, sql: sql)
    }
}

extension String {
    /// The text as an identifier of SQL, in quotes.
    var quotedIdentifier: String {
        "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    var trimmingSpaces: String {
        let start = firstIndex { $0 != " " } ?? endIndex
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[start...last])
    }

    /// Where a text of ASCII first occurs.
    fileprivate func utf8Range(of other: String) -> Range<String.Index>? {
        let wanted = Array(other.utf8)
        var place = utf8.startIndex
        while place < utf8.endIndex {
            if utf8[place...].starts(with: wanted) {
                return place..<utf8.index(place, offsetBy: wanted.count)
            }
            place = utf8.index(after: place)
        }
        return nil
    }
}
