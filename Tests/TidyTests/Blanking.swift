/// Swift source in which everything that is not code is replaced by spaces.
///
/// Comments, the text of string and regex literals and the names between backticks are blanked;
/// line breaks, and code interpolated into strings, stay where they were.
struct Blanking {
    /// The code: as long as the source, byte for byte.
    private(set) var code: [UInt8]
    /// Where the raw multi-line string literals lie.
    private(set) var rawLiterals: [Range<Int>] = []

    private let source: [UInt8]
    private var place = 0

    init(_ text: String) {
        source = Array(text.utf8)
        code = source
        while place < source.count { scanCode(insideString: false) }
    }

    /// Reads code to the end, or to the bracket that closes an interpolation.
    private mutating func scanCode(insideString: Bool) {
        var depth = 0
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "\""): scanString(signs: 0)
            case UInt8(ascii: "#"): scanSigns()
            case UInt8(ascii: "/"): scanSlash()
            case UInt8(ascii: "`"): scanName()
            case UInt8(ascii: "("):
                depth += 1
                place += 1
            case UInt8(ascii: ")"):
                place += 1
                if insideString && depth == 0 { return }
                depth -= 1
            default: place += 1
            }
        }
    }

    /// Reads `#"…"#`, or passes number signs that begin something else.
    private mutating func scanSigns() {
        let start = place
        while byte(at: place) == UInt8(ascii: "#") { place += 1 }
        if byte(at: place) == UInt8(ascii: "\"") { scanString(signs: place - start) }
    }

    private mutating func scanString(signs: Int) {
        let start = place
        let isMultiline = follows("\"\"\"", at: place)
        let quotes = isMultiline ? 3 : 1
        place += quotes
        while place < source.count {
            if !isMultiline && source[place] == UInt8(ascii: "\n") { return }
            if closes(quotes: quotes, signs: signs) {
                place += quotes + signs
                if isMultiline && signs > 0 { rawLiterals.append(start..<place) }
                return
            }
            if source[place] == UInt8(ascii: "\\") && hasSigns(signs, at: place + 1) {
                scanEscape(signs: signs)
            } else {
                blank(1)
            }
        }
    }

    /// Reads `\(code)` or an escaped character.
    private mutating func scanEscape(signs: Int) {
        blank(1 + signs)
        if byte(at: place) == UInt8(ascii: "(") {
            place += 1
            scanCode(insideString: true)
        } else {
            blank(1)
        }
    }

    private mutating func scanSlash() {
        if follows("//", at: place) {
            while place < source.count, source[place] != UInt8(ascii: "\n") { blank(1) }
        } else if follows("/*", at: place) {
            blankBlockComment()
        } else if let end = endOfRegex() {
            place += 1
            blank(end - place)
            place += 1
        } else {
            place += 1
        }
    }

    /// Block comments nest.
    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if follows("/*", at: place) {
                depth += 1
                blank(2)
            } else if follows("*/", at: place) {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && place < source.count
    }

    private mutating func scanName() {
        place += 1
        while let next = byte(at: place), next != UInt8(ascii: "`"), next != UInt8(ascii: "\n") {
            code[place] = UInt8(ascii: "_")
            place += 1
        }
        place += 1
    }

    /// Where the regex literal that starts here ends, or nil when the slash divides.
    private func endOfRegex() -> Int? {
        let before = code[..<place].last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
        guard "(,=:[{;!&|?\n".utf8.contains(before), let next = byte(at: place + 1),
            !" )\n,".utf8.contains(next)
        else { return nil }
        var end = place + 1
        while let next = byte(at: end), next != UInt8(ascii: "\n") {
            if next == UInt8(ascii: "/") { return end }
            end += next == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func closes(quotes: Int, signs: Int) -> Bool {
        (0..<quotes).allSatisfy { byte(at: place + $0) == UInt8(ascii: "\"") }
            && hasSigns(signs, at: place + quotes)
    }

    private func hasSigns(_ count: Int, at start: Int) -> Bool {
        (0..<count).allSatisfy { byte(at: start + $0) == UInt8(ascii: "#") }
    }

    private func follows(_ text: String, at start: Int) -> Bool {
        text.utf8.enumerated().allSatisfy { byte(at: start + $0.offset) == $0.element }
    }

    private func byte(at index: Int) -> UInt8? {
        source.indices.contains(index) ? source[index] : nil
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where place < source.count {
            if source[place] != UInt8(ascii: "\n") { code[place] = UInt8(ascii: " ") }
            place += 1
        }
    }
}
