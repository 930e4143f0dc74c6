/// One thing that is wrong, or odd, in a file, and how to put it right.
public struct Finding: Hashable, Codable, Sendable {
    /// The line of the file, counted from 1; of a row over several lines, the first.
    public let line: Int
    /// The heading of the column; nil when it is the whole row.
    public let heading: String?
    /// The item that the column holds, if it is mapped.
    public let item: DataItem.ID?
    /// What was broken.
    public let rule: Rule
    /// Whether the row is refused.
    public let severity: Severity
    /// What is wrong and what to do, without the value.
    public let sentence: String
    /// The value as the file has it, to show only to the person who sent it; nil when stripped.
    public let value: String?

    /// The same finding without personal data.
    public var withoutValue: Finding {
        Finding(
            line: line, heading: heading, item: item, rule: rule, severity: severity,
            sentence: sentence, value: nil)
    }
}

extension Finding {
    /// Whether a finding keeps its row out.
    public enum Severity: String, Hashable, Codable, CaseIterable, Sendable {
        /// The row is refused.
        case error
        /// The row is kept.
        case warning
    }

    /// The rule that a finding is about.
    ///
    /// Names of the csvlint project and of Table Schema constraints where they have one.
    public enum Rule: String, Hashable, Codable, CaseIterable, Sendable {
        /// More or fewer values than headings.
        case raggedRows = "ragged_rows"
        /// Text after a closing quotation mark, or a mark inside an unquoted value.
        case strayQuote = "stray_quote"
        /// A quotation mark that is never closed.
        case unclosedQuote = "unclosed_quote"
        /// Characters that could not be read in the file's encoding.
        case invalidEncoding = "invalid_encoding"
        /// A line break inside a value.
        case lineBreaks = "line_breaks"
        /// A value is missing.
        case required
        /// A value comes twice.
        case unique
        /// Not a date.
        case date
        /// A date after today.
        case dateInFuture = "date_in_future"
        /// A date so early that it is hardly right.
        case dateTooEarly = "date_too_early"
        /// A person who is too young to be in the file.
        case minimumAge = "minimum_age"
        /// Not a postcode.
        case postcode
        /// Not a unique property reference number.
        case uprn
        /// Not one of the codes.
        case codeList = "enum"
        /// Not an amount of money.
        case money
        /// Not an NHS number.
        case nhsNumber = "nhs_number"
        /// Not a National Insurance number.
        case nationalInsuranceNumber = "national_insurance_number"
        /// Neither yes nor no.
        case boolean
        /// Not of the shape asked for.
        case pattern
        /// Too long.
        case maxLength = "max_length"

        /// What people call it, such as "value missing".
        public var label: String { Self.labels[self] ?? rawValue }

        private static let labels: [Rule: String] = [
            .raggedRows: "wrong number of values", .strayQuote: "stray quotation mark",
            .unclosedQuote: "quotation mark not closed",
            .invalidEncoding: "unreadable characters", .lineBreaks: "line break in a value",
            .required: "value missing", .unique: "value repeated", .date: "not a date",
            .dateInFuture: "date in the future", .dateTooEarly: "date too early",
            .minimumAge: "person too young", .postcode: "not a postcode", .uprn: "not a UPRN",
            .codeList: "unknown code", .money: "not an amount", .nhsNumber: "not an NHS number",
            .nationalInsuranceNumber: "not a National Insurance number",
            .boolean: "neither yes nor no", .pattern: "wrong form", .maxLength: "too long",
        ]
    }
}
