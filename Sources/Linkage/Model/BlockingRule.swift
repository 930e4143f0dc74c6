/// Keys on which two records must all agree to be compared at all.
///
/// A record that lacks one of the keys is in no pair of the rule.
public struct BlockingRule: Hashable, Sendable, Codable {
    /// The keys, all of which must agree.
    public let keys: [ColumnKey]

    /// A rule; it needs at least one key.
    public init(_ keys: ColumnKey...) { self.init(keys: keys) }

    /// A rule from a list of keys; it needs at least one.
    public init(keys: [ColumnKey]) {
        precondition(!keys.isEmpty, "A blocking rule has at least one key.")
        self.keys = keys
    }

    /// Reads a rule.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        keys = try container.decode([ColumnKey].self, forKey: .keys)
        guard !keys.isEmpty else {
            throw DecodingError.dataCorruptedError(
                forKey: .keys, in: container,
                debugDescription: "A blocking rule has no keys; give it at least one.")
        }
    }

    enum CodingKeys: String, CodingKey { case keys }

    /// The columns of the keys.
    public var columns: Set<String> { Set(keys.map(\.column)) }

    /// The rule in words, `same surname and first 1 of forename`.
    public var label: String { "same " + keys.map(\.label).joined(separator: " and ") }
}

extension ColumnKey {
    /// The key in words.
    public var label: String {
        switch derivation {
        case .whole: column
        case .prefix(let length): "first \(length) of \(column)"
        case .soundex: "sound of \(column)"
        case .year: "year of \(column)"
        case .yearAndMonth: "year and month of \(column)"
        case .postcodeArea: "area of \(column)"
        case .postcodeDistrict: "district of \(column)"
        case .postcodeSector: "sector of \(column)"
        case .houseNumber: "house number of \(column)"
        }
    }
}
