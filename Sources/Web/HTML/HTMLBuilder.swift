/// A piece of a page that knows its own markup.
protocol Part {
    var html: HTML { get }
}

extension HTML: Part {
    var html: HTML { self }
}

/// Joins text, markup and parts, in the order in which they are written.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ text: String) -> HTML { HTML(text) }
    static func buildExpression(_ number: Int) -> HTML { HTML(String(number)) }
    static func buildExpression(_ markup: HTML) -> HTML { markup }
    static func buildExpression(_ part: some Part) -> HTML { part.html }
    static func buildExpression(_ part: (some Part)?) -> HTML { part?.html ?? HTML() }

    static func buildBlock() -> HTML { HTML() }
    static func buildPartialBlock(first: HTML) -> HTML { first }

    static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
        accumulated.append(next)
        return accumulated
    }

    static func buildOptional(_ markup: HTML?) -> HTML { markup ?? HTML() }
    static func buildEither(first: HTML) -> HTML { first }
    static func buildEither(second: HTML) -> HTML { second }

    static func buildArray(_ pieces: [HTML]) -> HTML {
        var whole = HTML()
        for piece in pieces { whole.append(piece) }
        return whole
    }
}

/// Collects the rows of a table or the entries of a list, with `if` and `for`.
@resultBuilder
enum ArrayBuilder<Element> {
    static func buildExpression(_ element: Element) -> [Element] { [element] }
    static func buildExpression(_ elements: [Element]) -> [Element] { elements }
    static func buildBlock(_ groups: [Element]...) -> [Element] { groups.flatMap { $0 } }
    static func buildOptional(_ group: [Element]?) -> [Element] { group ?? [] }
    static func buildEither(first: [Element]) -> [Element] { first }
    static func buildEither(second: [Element]) -> [Element] { second }
    static func buildArray(_ groups: [[Element]]) -> [Element] { groups.flatMap { $0 } }
}

/// Collects the cells of one table row: each expression is a cell.
@resultBuilder
enum CellBuilder {
    static func buildExpression(_ text: String) -> [HTML] { [HTML(text)] }
    static func buildExpression(_ number: Int) -> [HTML] { [HTML(Numerals.grouped(number))] }
    static func buildExpression(_ part: some Part) -> [HTML] { [part.html] }
    static func buildBlock(_ cells: [HTML]...) -> [HTML] { cells.flatMap { $0 } }
    static func buildOptional(_ cells: [HTML]?) -> [HTML] { cells ?? [] }
    static func buildEither(first: [HTML]) -> [HTML] { first }
    static func buildEither(second: [HTML]) -> [HTML] { second }
    static func buildArray(_ cells: [[HTML]]) -> [HTML] { cells.flatMap { $0 } }
}
