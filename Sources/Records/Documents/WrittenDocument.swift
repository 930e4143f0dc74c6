/// A text with headings, lists and facts, from which files of several formats are made.
///
/// Every format says the same, because each is made from these parts and nothing else.
public struct WrittenDocument: Hashable, Sendable {
    /// One part of the text.
    public enum Block: Hashable, Sendable {
        /// A heading below the title: 1 for a section, 2 for a part of it.
        case heading(Int, String)
        /// A paragraph.
        case paragraph(String)
        /// A list with a mark before each entry.
        case list([String])
        /// Labels with what they stand for, as a table of two columns.
        case facts([Fact])
    }

    /// A label and its lines, at least one.
    public struct Fact: Hashable, Sendable {
        /// What it is.
        public let label: String
        /// What is said of it, a paragraph each.
        public let lines: [String]

        /// A label and its lines.
        public init(_ label: String, _ lines: [String]) {
            self.label = label
            self.lines = lines
        }

        /// A label and its one line.
        public init(_ label: String, _ line: String) { self.init(label, [line]) }
    }

    /// The title.
    public let title: String
    /// What stands at the foot of each page, before its number.
    public let foot: String
    /// The text below the title.
    public let blocks: [Block]

    /// A text from its parts.
    public init(title: String, foot: String, blocks: [Block]) {
        self.title = title
        self.foot = foot
        self.blocks = blocks
    }

    /// Every text in reading order, the title first; what a reader of any format must find.
    public var lines: [String] { [title] + blocks.flatMap(\.lines) }
}

extension WrittenDocument.Block {
    fileprivate var lines: [String] {
        switch self {
        case .heading(_, let text), .paragraph(let text): [text]
        case .list(let entries): entries
        case .facts(let facts): facts.flatMap { [$0.label] + $0.lines }
        }
    }
}
