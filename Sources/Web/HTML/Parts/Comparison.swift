/// Two records side by side, line by line; one above the other, each value labelled, on a phone.
///
/// What differs is said in words, and marked in the values by underlining as well as by colour.
struct Comparison: Part {
    enum Finding: Hashable, Sendable {
        case same
        /// Nearly the same, and how: "one letter differs".
        case similar(String)
        case different
        /// One or both of the records have no value.
        case missing
    }

    struct Line: Sendable {
        let name: String
        let left: String?
        let right: String?
        let finding: Finding

        init(_ name: String, _ left: String?, _ right: String?, _ finding: Finding) {
            self.name = name
            self.left = left
            self.right = right
            self.finding = finding
        }
    }

    let caption: String
    let left: String
    let right: String
    let lines: [Line]
    let isMarked: Bool

    /// Whether differences are marked in values and rows is up to `isMarked`; words always tell.
    ///
    /// `left` and `right` name the two records: "Council tax, Ambermere".
    init(
        _ caption: String, left: String, right: String, isMarked: Bool = true,
        @ArrayBuilder<Line> lines: () -> [Line]
    ) {
        self.caption = caption
        self.left = left
        self.right = right
        self.isMarked = isMarked
        self.lines = lines()
    }

    /// Roles are written out because a table laid out as blocks loses them in some browsers.
    var html: HTML {
        element("table", .class("weft-comparison"), .role("table")) {
            element("caption", .class("govuk-table__caption govuk-table__caption--m")) { caption }
            element("thead", .role("rowgroup"), .class("weft-comparison__head")) {
                element("tr", .role("row")) {
                    for title in ["Field", left, right, "Compared"] {
                        element("th", Attribute("scope", "col"), .role("columnheader")) { title }
                    }
                }
            }
            element("tbody", .role("rowgroup")) {
                for line in lines { row(line) }
            }
        }
    }

    private func row(_ line: Line) -> HTML {
        let values = ComparedValues(line, isMarked: isMarked)
        return element("tr", .role("row"), .class("weft-comparison__row \(style(line.finding))")) {
            element("th", Attribute("scope", "row"), .role("rowheader")) { line.name }
            cell(left, values.left)
            cell(right, values.right)
            element("td", .role("cell"), .class("weft-comparison__finding")) {
                words(line.finding)
            }
        }
    }

    private func cell(_ record: String, _ value: HTML) -> HTML {
        element("td", .role("cell"), .class("weft-comparison__value")) {
            span(record, .class("weft-comparison__label"), .aria("hidden", "true"))
            value
        }
    }

    private func style(_ finding: Finding) -> String {
        guard isMarked else { return "weft-comparison__row--same" }
        return switch finding {
        case .same: "weft-comparison__row--same"
        case .similar: "weft-comparison__row--similar"
        case .different: "weft-comparison__row--different"
        case .missing: "weft-comparison__row--missing"
        }
    }

    private func words(_ finding: Finding) -> String {
        switch finding {
        case .same: "The same"
        case .similar(let how): "Similar: \(how)"
        case .different: "Different"
        case .missing: "Cannot compare"
        }
    }
}

/// The two values of a line, with the part between what they share at either end marked.
struct ComparedValues {
    let left: HTML
    let right: HTML

    init(_ line: Comparison.Line, isMarked: Bool = true) {
        guard let first = line.left, let second = line.right else {
            left = line.left.map { HTML($0) } ?? Self.absent
            right = line.right.map { HTML($0) } ?? Self.absent
            return
        }
        switch isMarked ? line.finding : .same {
        case .same, .missing:
            left = HTML(first)
            right = HTML(second)
        case .different:
            left = Self.mark(first)
            right = Self.mark(second)
        case .similar:
            let (one, two) = (Array(first), Array(second))
            let head = zip(one, two).prefix { $0 == $1 }.count
            let room = min(one.count, two.count) - head
            let tail = zip(one.reversed(), two.reversed()).prefix { $0 == $1 }.count
            left = Self.mark(one, head, min(tail, room))
            right = Self.mark(two, head, min(tail, room))
        }
    }

    private static let absent = span("None recorded", .class("weft-absent"))

    private static func mark(_ text: String) -> HTML {
        text.isEmpty ? HTML() : element("mark", .class("weft-difference")) { text }
    }

    private static func mark(_ text: [Character], _ head: Int, _ tail: Int) -> HTML {
        HTML {
            String(text[..<head])
            mark(String(text[head..<(text.count - tail)]))
            String(text[(text.count - tail)...])
        }
    }
}
