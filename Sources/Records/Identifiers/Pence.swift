/// An amount of money in whole pence; negative when it is owed the other way.
///
/// Written as a whole number in JSON.
public struct Pence: Hashable, Comparable, Sendable {
    /// How many pence.
    public let count: Int

    /// An amount of so many pence.
    public init(_ count: Int) { self.count = count }

    /// An amount of so many pounds.
    public init(pounds: Int) { count = pounds * 100 }

    /// No money.
    public static let zero = Pence(0)

    /// Reads `1604`, `1604.5`, `1604.00`, `£1,604`, `-£12.50`, `12.50-` and `(12.50)`.
    ///
    /// At most 12 digits before the point; after it two, and then only noughts. Commas part
    /// groups of three digits. No floating point is used.
    public init?(utf8 bytes: some Collection<UInt8>) {
        var text = bytes.filter { $0 != ASCII.space }[...]
        var negative = false
        if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")") {
            negative = true
            text = text.dropFirst().dropLast()
        } else if text.last == ASCII.hyphen {
            negative = true
            text = text.dropLast()
        } else if text.first == ASCII.hyphen || text.first == UInt8(ascii: "+") {
            negative = text.removeFirst() == ASCII.hyphen
        }
        if text.starts(with: "£".utf8) { text = text.dropFirst(2) }
        guard let pence = Self.unsigned(text) else { return nil }
        count = negative ? -pence : pence
    }

    /// Reads an amount as people write it, such as `£1,604.00`.
    public init?(written text: String) { self.init(utf8: text.utf8) }

    /// The canonical form in files, `1604.00`.
    public var decimal: String {
        let whole = count.magnitude / 100
        let part = count.magnitude % 100
        return "\(count < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
    }

    private static func unsigned(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(
            separator: ASCII.point, maxSplits: 1, omittingEmptySubsequences: false)
        guard let pounds = parts.first.flatMap(wholePounds) else { return nil }
        guard parts.count == 2 else { return pounds * 100 }
        let decimals = parts[1]
        guard !decimals.isEmpty, decimals.allSatisfy(ASCII.isDigit),
            decimals.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        let digits = decimals.map { Int($0 - 48) } + [0]
        return pounds * 100 + digits[0] * 10 + digits[1]
    }

    private static func wholePounds(_ text: ArraySlice<UInt8>) -> Int? {
        let groups = text.split(separator: ASCII.comma, omittingEmptySubsequences: false)
        let digits = groups.joined()
        guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy(ASCII.isDigit),
            groups.count == 1
                || (1...3).contains(groups[0].count)
                    && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

extension Pence: AdditiveArithmetic, CustomStringConvertible, Codable {
    /// As people read it, `£1,604.00`.
    public var description: String {
        var whole = String(count.magnitude / 100)
        var groups: [String] = []
        while whole.count > 3 {
            groups.insert(String(whole.suffix(3)), at: 0)
            whole = String(whole.dropLast(3))
        }
        let pounds = ([whole] + groups).joined(separator: ",")
        return "\(count < 0 ? "-" : "")£\(pounds)\(decimal.suffix(3))"
    }

    /// The smaller amount comes first.
    public static func < (left: Pence, right: Pence) -> Bool { left.count < right.count }

    /// The sum of two amounts.
    public static func + (left: Pence, right: Pence) -> Pence { Pence(left.count + right.count) }

    /// The difference of two amounts.
    public static func - (left: Pence, right: Pence) -> Pence { Pence(left.count - right.count) }

    /// Reads a whole number of pence.
    public init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes a whole number of pence.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
