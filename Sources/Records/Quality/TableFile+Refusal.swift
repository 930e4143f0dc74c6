extension TableFile {
    /// Why a file cannot be read at all.
    public enum Refusal: Error, Hashable, Sendable {
        /// It has no bytes, or nothing but spaces and line breaks.
        case empty
        /// It is larger than is allowed.
        case tooLarge(megabytes: Int)
        /// It is a known kind of file that is not text.
        case notText(FileKind)
        /// It holds bytes that no text has.
        case binary(line: Int)
        /// Its first row holds values, not headings.
        case noHeadings(line: Int)
        /// Its first row is a title that stands above the headings.
        case titleRow(line: Int)
        /// The quotation marks of its heading row are broken.
        case brokenHeadings(line: Int)
        /// A column with values has no heading.
        case emptyHeading(column: Int)
        /// Two columns have the same heading.
        case duplicateHeading(String, first: Int, second: Int)
        /// It has more columns than are allowed.
        case tooManyColumns(count: Int, limit: Int)
        /// It has headings and nothing under them.
        case headingsOnly
        /// It has more rows than are allowed.
        case tooManyRows(limit: Int)

        /// What is wrong and what to do, in one sentence.
        public var sentence: String {
            switch self {
            case .empty: "The file is empty: choose the file that holds the data."
            case .tooLarge(let megabytes):
                "The file is larger than \(megabytes) MB: split it and load the parts."
            case .notText(let kind): kind.sentence
            case .binary(let line):
                "The file is not text (line \(line)): open it where it was made and save it as CSV."
            case .noHeadings(let line):
                "Line \(line) holds values where the headings should be: add a row of headings."
            case .titleRow(let line):
                "Line \(line) looks like a title: delete what stands above the headings."
            case .brokenHeadings(let line):
                "The quotation marks in the headings on line \(line) do not match: correct them."
            case .emptyHeading(let column):
                "Column \(column) has no heading: give it one, or delete the column."
            case .duplicateHeading(let heading, let first, let second):
                "Columns \(first) and \(second) are both headed “\(heading)”: rename one."
            case .tooManyColumns(let count, let limit):
                "The file has \(count) columns, more than \(limit): keep those that are needed."
            case .headingsOnly: "The file has headings but no rows: choose the file with the data."
            case .tooManyRows(let limit):
                "The file has more than \(limit) rows: split it and load the parts."
            }
        }
    }
}
