extension ModelOutline: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case link, id, source, keep, read, comparisons, blocking, households, training
    }

    /// The words for which pairs may match.
    private static let linkWords: [(words: String, type: LinkType)] = [
        ("within one file", .dedupeOnly), ("between files", .linkOnly),
        ("within and between files", .linkAndDedupe),
    ]

    /// Reads an outline; only `link` and `comparisons` must be there.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.stringValue), outOf: "The model")
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let link = try values.decode(String.self, forKey: .link)
        guard
            let type = Self.linkWords.first(where: { $0.words == link.lowercased() })?.type
                ?? LinkType(rawValue: link)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .link, in: values,
                debugDescription: "`\(link)` does not say which records may match; write "
                    + Self.linkWords.map { "`\($0.words)`" }.joined(separator: ", ") + ".")
        }
        self.init(
            linkType: type, fields: try values.decode([Field].self, forKey: .comparisons),
            blockingRules: try values.decodeIfPresent([RuleOutline].self, forKey: .blocking)
                ?? [])
        uniqueID = try values.decodeIfPresent(String.self, forKey: .id) ?? uniqueID
        sourceDataset =
            try values.decodeIfPresent(String.self, forKey: .source) ?? sourceDataset
        additionalColumns = try values.decodeIfPresent([String].self, forKey: .keep) ?? []
        columnForms =
            try values.decodeIfPresent([String: ColumnForm].self, forKey: .read) ?? [:]
        training =
            try values.decodeIfPresent(TrainingOutline.self, forKey: .training) ?? training
        households = try values.decodeIfPresent(HouseholdOutline.self, forKey: .households)
        try refuseRepeatedNames(values)
        try refuseUnreadColumns(values)
    }

    private func refuseUnreadColumns(_ values: KeyedDecodingContainer<CodingKeys>) throws {
        let read = fields.reduce(into: Set<String>()) { $0.formUnion($1.comparison.columns) }
        for column in households?.columns ?? [] where !read.contains(column) {
            throw DecodingError.dataCorruptedError(
                forKey: .households, in: values,
                debugDescription: "No comparison reads the column `\(column)`; add one, or leave "
                    + "the column out.")
        }
    }

    private func refuseRepeatedNames(
        _ values: KeyedDecodingContainer<CodingKeys>
    ) throws {
        var names: Set<String> = []
        for field in fields where !names.insert(field.name).inserted {
            throw DecodingError.dataCorruptedError(
                forKey: .comparisons, in: values,
                debugDescription: "Two comparisons are called `\(field.name)`; give one of them "
                    + "a name of its own with `called`.")
        }
    }

    /// Writes the outline, leaving out what is as usual.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        let words = Self.linkWords.first { $0.type == linkType }?.words
        try values.encode(words ?? linkType.rawValue, forKey: .link)
        try values.encode(uniqueID, forKey: .id)
        if sourceDataset != "source_dataset" { try values.encode(sourceDataset, forKey: .source) }
        if !additionalColumns.isEmpty { try values.encode(additionalColumns, forKey: .keep) }
        if !columnForms.isEmpty { try values.encode(columnForms, forKey: .read) }
        try values.encode(fields, forKey: .comparisons)
        try values.encode(blockingRules, forKey: .blocking)
        try values.encodeIfPresent(households, forKey: .households)
        if training != TrainingOutline() { try values.encode(training, forKey: .training) }
    }
}

extension RuleOutline: Codable {
    /// Reads a rule as one text, or as a list of keys.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let words = try? value.decode([String].self) {
            let keys = words.compactMap { ColumnKey(words: $0) }
            guard !keys.isEmpty, keys.count == words.count else {
                throw DecodingError.dataCorruptedError(
                    in: value, debugDescription: "A blocking rule has no keys; give it one.")
            }
            self = .keys(keys)
            return
        }
        guard let text = try? value.decode(String.self) else {
            throw DecodingError.dataCorruptedError(
                in: value,
                debugDescription: "A rule is a text such as `surname + year of dob`, or a list "
                    + "of keys.")
        }
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "\(error)")
        }
    }

    /// Writes the rule as one text.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        if case .keys(let keys) = self, text.contains("=") || keys.contains(where: \.hasPlus) {
            try value.encode(keys.map(\.label))
        } else {
            try value.encode(text)
        }
    }
}

extension ColumnKey {
    fileprivate var hasPlus: Bool { column.contains("+") }
}

extension TrainingOutline: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case prior = "prior probability"
        case deterministicRules = "deterministic rules"
        case recall
        case emRules = "em rules"
        case seed, starts
    }

    /// Reads the part `training`; everything may be left out.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.stringValue), outOf: "The training")
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        prior = try values.decodeIfPresent(Double.self, forKey: .prior)
        deterministicRules =
            try values.decodeIfPresent([RuleOutline].self, forKey: .deterministicRules) ?? []
        recall = try values.decodeIfPresent(Double.self, forKey: .recall) ?? 1
        emRules = try values.decodeIfPresent([RuleOutline].self, forKey: .emRules) ?? []
        seed = try values.decodeIfPresent(UInt64.self, forKey: .seed)
        starts = try values.decodeIfPresent(Int.self, forKey: .starts)
        func refuse(_ key: CodingKeys, _ sentence: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: values, debugDescription: sentence)
        }
        guard recall > 0, recall <= 1 else {
            throw refuse(.recall, "The recall is \(recall); it is above 0 and at most 1.")
        }
        if let prior, !(prior > 0 && prior < 1) {
            throw refuse(.prior, "The prior probability is \(prior); it is above 0 and below 1.")
        }
        if let starts, !(1...1000).contains(starts) {
            throw refuse(.starts, "The number of starts is \(starts); it is from 1 to 1000.")
        }
    }

    /// Writes what is not as usual.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(prior, forKey: .prior)
        if !deterministicRules.isEmpty {
            try values.encode(deterministicRules, forKey: .deterministicRules)
            try values.encode(recall, forKey: .recall)
        }
        if !emRules.isEmpty { try values.encode(emRules, forKey: .emRules) }
        try values.encodeIfPresent(seed, forKey: .seed)
        try values.encodeIfPresent(starts, forKey: .starts)
    }
}
