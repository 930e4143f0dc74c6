/// A set of characters, as a class such as `[a-z]` names it.
struct ScalarSet: Hashable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    var ignoresCase = false

    /// Digits, letters and the low line of ASCII.
    static let wordRanges: [ClosedRange<UInt32>] = [
        0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
    ]

    static let digitRanges: [ClosedRange<UInt32>] = [0x30...0x39]
    static let spaceRanges: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]

    /// Ranges of what is in none of the given ranges.
    static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        return next <= 0x10FFFF ? result + [next...0x10FFFF] : result
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isInside =
            ignoresCase
            ? scalar.caseVariants.contains { variant in
                ranges.contains { $0.contains(variant.value) }
            } : ranges.contains { $0.contains(scalar.value) }
        return isInside != isNegated
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        wordRanges.contains { $0.contains(scalar.value) }
    }
}

extension Unicode.Scalar {
    /// The character and those that differ from it by case alone.
    ///
    /// The Turkish i without and I with a dot are alike to no other letter. Source: Unicode,
    /// CaseFolding.txt, status C and S.
    var caseVariants: [Unicode.Scalar] {
        if value == 0x130 || value == 0x131 { return [self] }
        if let orbit = Self.largerOrbits.first(where: { $0.contains(self) }) { return orbit }
        let (lower, upper) = (simpleLowercase, simpleUppercase)
        return [self, lower, upper, upper.simpleLowercase, lower.simpleUppercase]
    }

    /// Letters of which more than two differ by case alone.
    private static let largerOrbits: [[Unicode.Scalar]] = [
        "kK\u{212A}", "sS\u{17F}", "åÅ\u{212B}", "\u{B5}μΜ", "ςσΣ", "βϐΒ", "εϵΕ", "θϑΘϴ",
        "\u{345}ιΙ\u{1FBE}", "κϰΚ", "πϖΠ", "ρϱΡ", "φϕΦ", "ωΩ\u{2126}", "ǆǅǄ", "ǉǈǇ", "ǌǋǊ",
        "ǳǲǱ", "ṡẛṠ",
    ].map { Array($0.unicodeScalars) }

    /// The lower-case letter, when it is one character.
    var simpleLowercase: Unicode.Scalar {
        value == 0x130 ? "i" : single(properties.lowercaseMapping) ?? self
    }

    /// The upper-case letter, or the title-case one, when it is one character.
    var simpleUppercase: Unicode.Scalar {
        if value == 0xDF { return "\u{1E9E}" }
        return single(properties.uppercaseMapping) ?? single(properties.titlecaseMapping) ?? self
    }

    /// A mapping to one character, both of them in Unicode 15, which DuckDB knows.
    private func single(_ mapping: String) -> Unicode.Scalar? {
        let scalars = mapping.unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else { return nil }
        return isKnownToDuckDB && scalar.isKnownToDuckDB ? scalar : self
    }

    private var isKnownToDuckDB: Bool { properties.age.map { $0.major < 16 } ?? false }
}
