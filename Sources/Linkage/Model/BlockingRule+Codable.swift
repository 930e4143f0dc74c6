extension BlockingRule: Codable {
    enum CodingKeys: String, CodingKey {
        case keys
        case blockingRule = "blocking_rule"
        case sqlDialect = "sql_dialect"
        case arraysToExplode = "arrays_to_explode"
    }

    /// Reads a rule of keys, or one in SQL as Splink writes it: a text or an object.
    public init(from decoder: any Decoder) throws {
        if let sql = try? decoder.singleValueContainer().decode(String.self) {
            self = try Self.read(sql, [], decoder)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let sql = try container.decodeIfPresent(String.self, forKey: .blockingRule) {
            let arrays = try container.decodeIfPresent([String].self, forKey: .arraysToExplode)
            self = try Self.read(sql, arrays ?? [], decoder)
            return
        }
        let keys = try container.decode([ColumnKey].self, forKey: .keys)
        guard !keys.isEmpty else {
            throw DecodingError.dataCorruptedError(
                forKey: .keys, in: container,
                debugDescription: "A blocking rule has no keys; give it at least one.")
        }
        self.init(keys: keys)
    }

    private static func read(
        _ sql: String, _ arrays: [String], _ decoder: any Decoder
    ) throws -> BlockingRule {
        do {
            return BlockingRule(try Expression(sql: sql), sql: sql, arraysToExplode: arrays)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
        }
    }

    /// Writes the rule in the form in which it was read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        guard let sql else {
            try container.encode(keys, forKey: .keys)
            return
        }
        try container.encode(sql, forKey: .blockingRule)
        try container.encode("duckdb", forKey: .sqlDialect)
        if !arraysToExplode.isEmpty {
            try container.encode(arraysToExplode, forKey: .arraysToExplode)
        }
    }
}

extension Expression: Codable {
    /// Reads an expression from its SQL.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let sql = try container.decode(String.self)
        do {
            self = try Expression(sql: sql)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the expression as SQL.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sql)
    }
}
