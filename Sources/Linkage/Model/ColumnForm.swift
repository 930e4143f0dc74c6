/// How the values of a column are read before they are compared.
public enum ColumnForm: String, Hashable, Sendable, Codable, CaseIterable {
    /// Byte for byte as loaded.
    case verbatim
    /// Lower case, no accents, no punctuation: names of people and places.
    case text
    /// As `text`, with the usual words of a street address written short (`road` is `rd`).
    case address
    /// A day in any form that people write; anything else counts as missing.
    case date
    /// A postcode in capitals with one space; anything else stays as capitals and digits.
    case postcode
    /// Letters and digits in capitals, without leading zeros: reference numbers.
    case identifier
}
