extension Field: Codable {
    /// What may stand beside the kind.
    enum Option: String, CaseIterable {
        case called
        case termFrequencies = "term frequencies"
        case termFrequencyWeight = "term frequency weight"
        case shortForms = "short forms"
        case format, levels
    }

    /// A key of an object whose keys are not known beforehand.
    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
        init(_ option: Option) { stringValue = option.rawValue }
    }

    /// Reads `date of birth: dob`, with options beside it.
    public init(from decoder: any Decoder) throws {
        guard let values = try? decoder.container(keyedBy: Key.self) else {
            throw decoder.refusal(
                "A comparison says what a column holds, such as `postcode: home_postcode`.")
        }
        let kinds = values.allKeys.compactMap { key in
            FieldKind(outlineName: key.stringValue).map { (kind: $0, key: key) }
        }
        guard kinds.count == 1, let (kind, key) = kinds.first else {
            let unknown = values.allKeys.first { Option(rawValue: $0.stringValue) == nil }
            throw decoder.refusal(
                (unknown.map { "`\($0.stringValue)` is no kind of column. " } ?? "")
                    + "A comparison has one kind: "
                    + FieldKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ".")
        }
        try decoder.refuseKeys(
            except: Option.allCases.map(\.rawValue) + [key.stringValue], outOf: "A comparison")
        let columns = try Self.columns(values, key, kind)
        self.init(kind, columns)
        try readOptions(values)
    }

    private static func columns(
        _ values: KeyedDecodingContainer<Key>, _ key: Key, _ kind: FieldKind
    ) throws -> [String] {
        let columns =
            if let one = try? values.decode(String.self, forKey: key) {
                [one]
            } else {
                (try? values.decode([String].self, forKey: key)) ?? []
            }
        let counts = kind.columnCounts
        guard counts.contains(columns.count), columns.allSatisfy({ !$0.isEmpty }) else {
            let number = counts.upperBound == 1 ? "one column" : "\(counts.upperBound) columns"
            throw DecodingError.dataCorruptedError(
                forKey: key, in: values,
                debugDescription: "`\(kind.rawValue)` reads "
                    + (counts.count > 1 ? "one or two columns" : number)
                    + "; name \(counts.upperBound == 1 ? "it" : "them") after the colon.")
        }
        return columns
    }

    private mutating func readOptions(_ values: KeyedDecodingContainer<Key>) throws {
        name = try values.decodeIfPresent(String.self, forKey: Key(.called)) ?? name
        usesTermFrequencies =
            try values.decodeIfPresent(Bool.self, forKey: Key(.termFrequencies))
            ?? usesTermFrequencies
        termFrequencyWeight =
            try values.decodeIfPresent(Double.self, forKey: Key(.termFrequencyWeight)) ?? 1
        usesShortForms =
            try values.decodeIfPresent(Bool.self, forKey: Key(.shortForms)) ?? usesShortForms
        dateFormat = try values.decodeIfPresent(String.self, forKey: Key(.format)) ?? dateFormat
        levels = try values.decodeIfPresent([FieldLevel].self, forKey: Key(.levels))
        func refuse(_ option: Option, _ sentence: String) -> DecodingError {
            .dataCorruptedError(forKey: Key(option), in: values, debugDescription: sentence)
        }
        guard (0...1).contains(termFrequencyWeight), !(termFrequencyWeight == 0) else {
            throw refuse(
                .termFrequencyWeight,
                "The weight of term frequencies is above 0 and at most 1; for none write "
                    + "`term frequencies: no`.")
        }
        if let levels { try check(levels, refuse) }
    }

    private func check(
        _ levels: [FieldLevel], _ refuse: (Option, String) -> DecodingError
    ) throws {
        if levels.isEmpty {
            throw refuse(.levels, "The list of levels is empty; leave it out for the usual ones.")
        }
        if usesTermFrequencies, kind != .forenameAndSurname,
            !levels.contains(where: { $0.test == .same })
        {
            throw refuse(
                .levels,
                "Term frequencies need the level `same`; add it, or write `term frequencies: no`.")
        }
        if levels.contains(where: { $0.test == .swapped }), columns.count != 2 {
            throw refuse(.levels, "The level `swapped` needs two columns after the colon.")
        }
    }

    /// Writes the kind with its columns, and the options that are not as usual.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        let key = Key(stringValue: kind.rawValue)
        if columns.count == 1 {
            try values.encode(column, forKey: key)
        } else {
            try values.encode(columns, forKey: key)
        }
        let usual = Field(kind, columns)
        if name != usual.name { try values.encode(name, forKey: Key(.called)) }
        if usesTermFrequencies != usual.usesTermFrequencies {
            try values.encode(usesTermFrequencies, forKey: Key(.termFrequencies))
        }
        if termFrequencyWeight != 1 {
            try values.encode(termFrequencyWeight, forKey: Key(.termFrequencyWeight))
        }
        if usesShortForms != usual.usesShortForms {
            try values.encode(usesShortForms, forKey: Key(.shortForms))
        }
        if dateFormat != usual.dateFormat { try values.encode(dateFormat, forKey: Key(.format)) }
        try values.encodeIfPresent(levels, forKey: Key(.levels))
    }
}

extension FieldKind {
    /// The kind that a key of an outline names; capitals do not matter.
    fileprivate init?(outlineName name: String) {
        let name = name.lowercased()
        guard let kind = FieldKind.allCases.first(where: { $0.rawValue.lowercased() == name })
        else { return nil }
        self = kind
    }
}

extension FieldLevel: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case level, sql, label, m, u
    }

    /// Reads a level as one text, or as an object with probabilities or SQL.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(try Self.test(text, decoder))
            return
        }
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.stringValue), outOf: "A level")
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let sql = try values.decodeIfPresent(String.self, forKey: .sql) {
            do {
                _ = try Expression(sql: sql)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .sql, in: values, debugDescription: "\(error)")
            }
            self.init(.sql(sql))
        } else {
            self.init(try Self.test(try values.decode(String.self, forKey: .level), decoder))
        }
        label = try values.decodeIfPresent(String.self, forKey: .label)
        m = try values.decodeIfPresent(Double.self, forKey: .m)
        u = try values.decodeIfPresent(Double.self, forKey: .u)
        for (key, p) in [(CodingKeys.m, m), (.u, u)] {
            guard let p, !(p > 0 && p <= 1) else { continue }
            throw DecodingError.dataCorruptedError(
                forKey: key, in: values,
                debugDescription: "The probability \(p) is not above 0 and at most 1.")
        }
    }

    private static func test(_ text: String, _ decoder: any Decoder) throws -> Test {
        guard let test = Test(text) else {
            throw decoder.refusal(
                "`\(text)` is no level. Levels are \(Test.forms), or an object with `sql`.")
        }
        return test
    }

    /// Writes the level as one text where that says it all.
    public func encode(to encoder: any Encoder) throws {
        if label == nil, m == nil, u == nil, let words = test.words {
            var value = encoder.singleValueContainer()
            try value.encode(words)
            return
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        if case .sql(let sql) = test { try values.encode(sql, forKey: .sql) }
        try values.encodeIfPresent(test.words, forKey: .level)
        try values.encodeIfPresent(label, forKey: .label)
        try values.encodeIfPresent(m, forKey: .m)
        try values.encodeIfPresent(u, forKey: .u)
    }
}

extension Decoder {
    /// An error at the place that is being read.
    func refusal(_ sentence: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: sentence))
    }

    /// Throws at a key that is not known, so that the message can say where it stands.
    func refuseKeys(except known: [String], outOf place: String) throws {
        let values = try container(keyedBy: Field.Key.self)
        guard let unknown = values.allKeys.first(where: { !known.contains($0.stringValue) })
        else { return }
        throw DecodingError.dataCorruptedError(
            forKey: unknown, in: values,
            debugDescription: "\(place) has the key `\(unknown.stringValue)`, which Weft does not "
                + "know; it knows " + known.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
}
