/// What is taken from a value to form a key: the value itself or something coarser.
public enum Derivation: Hashable, Sendable, Codable {
    /// The whole value.
    case whole
    /// The first bytes of the value, or all of a shorter one.
    case prefix(length: Int)
    /// The American Soundex code.
    case soundex
    /// The year of a date.
    case year
    /// The year and the month of a date.
    case yearAndMonth
    /// The letters that a postcode begins with, `CM`.
    case postcodeArea
    /// The part of a postcode before the space, `CM1`.
    case postcodeDistrict
    /// The district and the digit after the space, `CM1 3`.
    case postcodeSector
    /// The first word of an address that begins with a digit, `14a`.
    case houseNumber
}

extension Derivation {
    /// Whether two values with the same `self` always have the same `coarser`, if they have one.
    func refines(_ coarser: Derivation) -> Bool {
        if self == coarser || self == .whole { return true }
        return switch (self, coarser) {
        case (.prefix(let long), .prefix(let short)): long >= short
        case (.yearAndMonth, .year): true
        case (.postcodeSector, .postcodeDistrict), (.postcodeSector, .postcodeArea),
            (.postcodeDistrict, .postcodeArea):
            true
        default: false
        }
    }
}

/// A column, or something derived from it, on which two records can agree.
public struct ColumnKey: Hashable, Sendable, Codable {
    /// The name of the column.
    public let column: String
    /// What is taken from its values.
    public let derivation: Derivation

    /// A key of a column.
    public init(_ column: String, _ derivation: Derivation = .whole) {
        self.column = column
        self.derivation = derivation
    }
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
