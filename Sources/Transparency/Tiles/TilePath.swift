/// The end of a tile's path: its number in groups of three digits, and its width if partial.
struct TilePath: CustomStringConvertible {
    let index: Int
    let width: Int

    init(index: Int, width: Int) {
        self.index = index
        self.width = width
    }

    /// Reads `x001/x234/067` or `x001/x234/067.p/17`; any other spelling of the same is refused.
    init?(_ text: Substring) {
        var groups = text.split(separator: "/", omittingEmptySubsequences: false)
        width =
            if groups.count >= 2, groups[groups.count - 2].hasSuffix(".p") {
                Self.number(groups.removeLast()) ?? 0
            } else {
                Tile.fullWidth
            }
        if width != Tile.fullWidth { groups[groups.count - 1].removeLast(2) }
        var index = 0
        for (place, group) in groups.enumerated() {
            let digits = place < groups.count - 1 ? group.dropFirst() : group
            guard place == groups.count - 1 || group.hasPrefix("x"), digits.utf8.count == 3,
                let value = Self.digits(digits), index <= (Int.max - value) / 1000
            else { return nil }
            index = index * 1000 + value
        }
        self.index = index
        guard (1...Tile.fullWidth).contains(width), description == text else { return nil }
    }

    var description: String {
        var text = Self.padded(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x" + Self.padded(rest % 1000) + "/" + text
            rest /= 1000
        }
        return width == Tile.fullWidth ? text : "\(text).p/\(width)"
    }

    /// A decimal number without leading zeros, or nil.
    static func number(_ text: Substring) -> Int? {
        guard text.utf8.count == 1 || text.utf8.first != UInt8(ascii: "0") else { return nil }
        return digits(text)
    }

    private static func digits(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
