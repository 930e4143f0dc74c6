/// A file of the repository, with its code apart from its comments and literals.
struct SourceFile {
    /// Where it lies, from the top of the repository: `Sources/Records/Postcode.swift`.
    let path: String
    /// Its lines as they are written.
    let lines: [String]
    /// Its code; the whole text when it is not Swift.
    let code: [UInt8]
    /// The words and marks of `code`; empty when it is not Swift.
    let tokens: [Token]
    /// The numbers of the lines that lie in a raw multi-line string literal.
    let literalLines: Set<Int>

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard path.hasSuffix(".swift") else {
            (code, tokens, literalLines) = (Array(text.utf8), [], [])
            return
        }
        let blanking = Blanking(text)
        code = blanking.code
        tokens = Token.all(in: blanking.code)
        literalLines = Set(
            blanking.rawLiterals.flatMap { [code] literal in
                Self.line(
                    of: literal.lowerBound, in: code)...Self.line(of: literal.upperBound, in: code)
            })
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The target or test target that the file belongs to: the second folder of its path.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// How many lines the file has.
    var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

    /// The lines of the code, without comments and literals.
    var codeLines: [String] {
        String(decoding: code, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The numbers of the lines whose code holds a phrase.
    ///
    /// A phrase that starts or ends with a letter matches whole words; a space matches any blanks.
    func lines(holding phrase: String) -> [Int] {
        let phrase = Array(phrase.utf8)
        guard let first = phrase.first else { return [] }
        return code.indices.filter { start in
            code[start] == first && matches(phrase, at: start)
        }.map { Self.line(of: $0, in: code) }
    }

    private func matches(_ phrase: [UInt8], at start: Int) -> Bool {
        if Token.isWordByte(phrase[0]), start > 0, Token.isWordByte(code[start - 1]) {
            return false
        }
        var place = start
        for byte in phrase {
            if byte == UInt8(ascii: " ") {
                while place < code.count, " \n".utf8.contains(code[place]) { place += 1 }
            } else {
                guard place < code.count, code[place] == byte else { return false }
                place += 1
            }
        }
        let endsInWord = phrase.last.map(Token.isWordByte) ?? false
        return !(endsInWord && place < code.count && Token.isWordByte(code[place]))
    }

    private static func line(of place: Int, in code: [UInt8]) -> Int {
        1 + code.prefix(place).count { $0 == UInt8(ascii: "\n") }
    }
}
