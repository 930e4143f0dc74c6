/// A word, number, text or sign of a condition, and the byte where it begins.
struct ExpressionToken: Hashable {
    enum Kind: Hashable {
        /// A bare word: a keyword, a function or a column.
        case word(String)
        /// A name in double quotes or backticks.
        case name(String)
        /// A text in single quotes.
        case text(String)
        /// A number without its sign.
        case number(String)
        /// An operator or bracket.
        case sign(String)
        case end
    }

    let kind: Kind
    let start: Int
}

/// Splits the text of a condition into tokens.
struct ExpressionLexer {
    private let source: String
    private let bytes: [UInt8]
    private var place = 0

    init(_ source: String) {
        self.source = source
        bytes = Array(source.utf8)
    }

    private static let signs: [[UInt8]] = [
        "->", "::", "||", "<=", ">=", "<>", "!=", "==", "**", "=", "<", ">", "+", "-", "*", "/",
        "%", "^", "(", ")", "[", "]", ",", ".", ":",
    ].map { Array($0.utf8) }

    /// All tokens, the end included.
    mutating func tokens() throws(ExpressionProblem) -> [ExpressionToken] {
        var tokens: [ExpressionToken] = []
        repeat {
            try skipSpace()
            let start = place
            tokens.append(ExpressionToken(kind: try next(), start: start))
        } while tokens.last?.kind != .end
        return tokens
    }

    /// A problem at a byte of the text.
    static func problem(_ sentence: String, at byte: Int, in source: String) -> ExpressionProblem {
        let before = source.utf8.prefix(byte)
        let column = before.count { $0 & 0xC0 != 0x80 } + 1
        return ExpressionProblem(expression: source, column: column, sentence: sentence)
    }

    private func problem(_ sentence: String, at byte: Int) -> ExpressionProblem {
        Self.problem(sentence, at: byte, in: source)
    }

    private func byte(_ offset: Int = 0) -> UInt8? {
        place + offset < bytes.count ? bytes[place + offset] : nil
    }

    private func follows(_ text: [UInt8]) -> Bool { bytes[place...].starts(with: text) }

    /// Passes white space and comments.
    private mutating func skipSpace() throws(ExpressionProblem) {
        while let next = byte() {
            if [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(next) {
                place += 1
            } else if follows([0x2D, 0x2D]) {
                while let next = byte(), next != 0x0A { _ = next; place += 1 }
            } else if follows([0x2F, 0x2A]) {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(ExpressionProblem) {
        let start = place
        place += 2
        while !follows([0x2A, 0x2F]) {
            guard place < bytes.count else { throw problem("A comment is not closed.", at: start) }
            place += 1
        }
        place += 2
    }

    private mutating func next() throws(ExpressionProblem) -> ExpressionToken.Kind {
        guard let first = byte() else { return .end }
        switch first {
        case UInt8(ascii: "'"): return .text(try quoted(by: first))
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return .name(try quoted(by: first))
        case let digit where Self.isDigit(digit): return try number()
        case UInt8(ascii: ".") where byte(1).map(Self.isDigit) ?? false: return try number()
        case let letter where Self.isLetter(letter): return .word(word())
        default: return try sign()
        }
    }

    private mutating func sign() throws(ExpressionProblem) -> ExpressionToken.Kind {
        guard let sign = Self.signs.first(where: { follows($0) }) else {
            let character = String(decoding: bytes[place...], as: UTF8.self).prefix(1)
            throw problem("The character `\(character)` has no meaning here.", at: place)
        }
        place += sign.count
        return .sign(String(decoding: sign, as: UTF8.self))
    }

    /// A text up to the closing quote, which stands for itself when it is written twice.
    private mutating func quoted(by quote: UInt8) throws(ExpressionProblem) -> String {
        let start = place
        var content: [UInt8] = []
        place += 1
        while let next = byte() {
            place += 1
            if next == quote {
                guard byte() == quote else {
                    if quote != UInt8(ascii: "'"), content.isEmpty {
                        throw problem("A name in quotes is empty.", at: start)
                    }
                    return String(decoding: content, as: UTF8.self)
                }
                place += 1
            }
            content.append(next)
        }
        throw problem("A quotation mark is not closed.", at: start)
    }

    private mutating func digits() -> Int {
        let start = place
        while let next = byte(), Self.isDigit(next) { _ = next; place += 1 }
        return place - start
    }

    private mutating func number() throws(ExpressionProblem) -> ExpressionToken.Kind {
        let start = place
        _ = digits()
        if byte() == UInt8(ascii: ".") {
            place += 1
            _ = digits()
        }
        if let next = byte(), next | 0x20 == UInt8(ascii: "e") {
            place += 1
            if let sign = byte(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                place += 1
            }
            guard digits() > 0 else {
                throw problem("The exponent of a number is missing.", at: start)
            }
        }
        if let next = byte(), Self.isLetter(next) {
            throw problem("A number runs into a word; put a space between them.", at: start)
        }
        return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func word() -> String {
        let start = place
        while let next = byte(),
            Self.isLetter(next) || Self.isDigit(next) || next == UInt8(ascii: "$")
        {
            _ = next
            place += 1
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
