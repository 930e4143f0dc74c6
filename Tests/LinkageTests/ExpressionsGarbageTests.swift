import Linkage
import Testing

struct ExpressionsGarbageTests {
    private static let pieces = [
        "(", ")", "[", "]", ",", "'a'", "\"n_l\"", "n_r", "l.x", "1", "2.5", "-", "+", "||", "=",
        "<", "AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN", "LIKE", "CASE", "WHEN", "THEN",
        "ELSE", "END", "lower(", "substr(", "CAST(", "AS", "TEXT", "::", "->", "list_max(",
        "regexp_matches(", "try_strptime(", "'%Y'", "'[a-z]+'", "'('", ".", "'", "\"", "%", "*",
    ]

    @Test func `random bytes never crash the reader`() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<4000 {
            let length = Int.random(in: 0..<40, using: &random)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = try? Expression(sql: String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `random words never crash the reader, and what is read prints and reads again`() {
        var random = SplitMix64(seed: 6)
        var readCount = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 1..<9, using: &random)
            let words = (0..<length).compactMap { _ in Self.pieces.randomElement(using: &random) }
            guard let tree = try? Expression(sql: words.joined(separator: " ")) else { continue }
            readCount += 1
            #expect((try? Expression(sql: tree.sql)) == tree, "\(words.joined(separator: " "))")
            _ = try? tree.value(left: { Array($0.utf8) }, right: { _ in nil })
        }
        #expect(readCount > 300)
    }

    @Test func `random patterns never crash`() {
        var random = SplitMix64(seed: 7)
        let signs = Array("ab()[]{}*+?|^$.\\dwb-1,0:i<>P=é'")
        for _ in 0..<5000 {
            let length = Int.random(in: 0..<12, using: &random)
            let pattern = String(
                (0..<length).compactMap { _ in signs.randomElement(using: &random) })
            let literal = pattern.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''")
            guard let tree = try? Expression(sql: "regexp_replace(a, '\(literal)', 'x', 'g')")
            else { continue }
            _ = try? tree.value(left: { _ in Array("abba 11 bé-a".utf8) }, right: { _ in nil })
        }
    }
}
