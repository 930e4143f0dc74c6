/// A word or a punctuation mark of blanked code.
struct Token: Equatable {
    /// The word, or the one character of the mark; a line break is a token too.
    let text: String
    /// The line that it is on, from 1.
    let line: Int

    var isWord: Bool { text.utf8.first.map(Self.isWordByte) ?? false }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255:
            true
        default: false
        }
    }

    static func all(in code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var (place, line) = (0, 1)
        while place < code.count {
            let start = place
            while place < code.count, isWordByte(code[place]) { place += 1 }
            if place == start { place += 1 }
            let text = String(decoding: code[start..<place], as: UTF8.self)
            if text != " " { tokens.append(Token(text: text, line: line)) }
            if text == "\n" { line += 1 }
        }
        return tokens
    }
}

/// The lines that one function, initialiser, subscript or computed property takes up.
struct FunctionExtent: Equatable {
    let name: String
    let firstLine: Int
    let lineCount: Int

    private static let starters: Set = ["func", "init", "subscript", "deinit", "var"]
    private static let enders: Set = [
        "func", "init", "subscript", "deinit", "var", "let", "case", "struct", "enum", "class",
        "actor", "extension", "protocol", "static", "public", "private", "fileprivate", "internal",
        "package", "mutating", "import", "typealias", "associatedtype", "}", ";",
    ]

    /// Every function that has a body; one inside another is listed as well.
    static func all(in tokens: [Token]) -> [FunctionExtent] {
        tokens.indices.compactMap { start in
            guard starters.contains(tokens[start].text),
                start == 0 || tokens[start - 1].text != ".",
                let open = bodyStart(of: tokens, from: start),
                let close = closingBrace(in: tokens, from: open)
            else { return nil }
            let named = ["func", "var"].contains(tokens[start].text) && start + 1 < tokens.count
            return FunctionExtent(
                name: tokens[named ? start + 1 : start].text,
                firstLine: tokens[start].line,
                lineCount: tokens[close].line - tokens[start].line + 1)
        }
    }

    /// The brace that opens the body of the declaration at `start`, or nil when it has none.
    private static func bodyStart(of tokens: [Token], from start: Int) -> Int? {
        let isProperty = tokens[start].text == "var"
        var depth = 0
        for index in tokens.indices[(start + 1)...] {
            switch tokens[index].text {
            case "(", "[": depth += 1
            case ")", "]":
                depth -= 1
                if depth < 0 { return nil }
            case "{" where depth == 0: return index
            case "=" where depth == 0 && isProperty, "\n" where depth == 0 && isProperty:
                return nil
            case let text where depth == 0 && enders.contains(text): return nil
            default: break
            }
        }
        return nil
    }

    /// The brace that closes the one at `open`.
    static func closingBrace(in tokens: [Token], from open: Int) -> Int? {
        var depth = 0
        for index in tokens.indices[open...] {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
