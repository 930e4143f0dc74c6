/// A value that a condition has for a pair.
public enum Value: Hashable, Sendable {
    /// The unknown value.
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    /// UTF-8.
    case text([UInt8])
    /// A day, in days since 1 January 1970.
    case date(Int)
    /// A moment, in seconds since 1 January 1970.
    case timestamp(Double)
    case list([Value])

    /// A text.
    static func string(_ text: some StringProtocol) -> Value { .text(Array(text.utf8)) }

    /// A text of characters.
    static func scalars(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
        .text(scalars.flatMap { Array(UTF8.encode($0) ?? .init()) })
    }

    /// The value of a constant.
    init(_ constant: Constant) {
        self =
            switch constant {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .integer(let value): .integer(value)
            case .number(let value): .number(value)
            case .text(let value): .string(value)
            }
    }

    /// What kind of value this is, for sentences.
    var kind: String {
        switch self {
        case .null: "an unknown value"
        case .boolean: "true or false"
        case .integer, .number: "a number"
        case .text: "a text"
        case .date: "a date"
        case .timestamp: "a time"
        case .list: "a list"
        }
    }
}

extension [UInt8] {
    /// The characters of UTF-8.
    var scalars: [Unicode.Scalar] {
        Array<Unicode.Scalar>(String(decoding: self, as: UTF8.self).unicodeScalars)
    }
}
