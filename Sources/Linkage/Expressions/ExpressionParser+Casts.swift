/// `CAST`, `TRY_CAST` and the names of types.
extension ExpressionParser {
    mutating func cast(isTrying: Bool) throws(ExpressionProblem) -> Parsed {
        let start = token.start
        index += 1
        try expectSign("(")
        let operand = try parse(.or)
        try expectWord("AS")
        let type = try type()
        try expectSign(")")
        return try node(
            .cast(operand.tree, to: type, isTrying: isTrying), [operand], start)
    }

    mutating func type() throws(ExpressionProblem) -> SQLType {
        let start = token.start
        guard case .word(let word) = token.kind, let type = Self.types[word.uppercased()] else {
            throw problem("The type \(shown) is not known.")
        }
        index += 1
        if word.uppercased() == "DOUBLE" { _ = takeWord("PRECISION") }
        if type == .text, takeSign("(") {
            guard case .number = token.kind else { throw problem("A length is expected.") }
            index += 1
            try expectSign(")")
        }
        guard takeSign("[") else { return type }
        try expectSign("]")
        guard type == .text, !isSign("[") else {
            throw problem("Lists hold text: the type is VARCHAR[].", at: start)
        }
        return .textList
    }

    private static let types: [String: SQLType] = [
        "TEXT": .text, "VARCHAR": .text, "STRING": .text, "CHAR": .text, "BPCHAR": .text,
        "NVARCHAR": .text, "INTEGER": .shortInteger, "INT": .shortInteger, "INT4": .shortInteger,
        "SIGNED": .shortInteger, "BIGINT": .integer, "INT8": .integer, "LONG": .integer,
        "DOUBLE": .number, "FLOAT8": .number, "FLOAT": .shortNumber, "FLOAT4": .shortNumber,
        "REAL": .shortNumber, "BOOLEAN": .boolean, "BOOL": .boolean, "LOGICAL": .boolean,
        "DATE": .date, "TIMESTAMP": .timestamp, "DATETIME": .timestamp,
    ]
}
