/// A page's elements as a browser would see them; enough of a parser for pages of our own making.
struct MarkupTree {
    struct Element {
        let name: String
        let attributes: [String: String]
        let parent: Int?
        var text = ""

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []

    private static let void: Set<String> = [
        "meta", "link", "input", "br", "hr", "img", "wbr", "col", "source",
    ]

    init(_ page: String) {
        var open: [Int] = []
        var rest = Substring(page)
        while let start = rest.firstIndex(of: "<") {
            add(Self.decoded(rest[..<start]), to: open)
            rest = rest[start...].dropFirst()
            guard let end = Self.endOfTag(rest) else {
                faults.append("a tag is not closed")
                return
            }
            read(rest[..<end], &open)
            rest = rest[end...].dropFirst()
        }
        add(Self.decoded(rest), to: open)
        if let last = open.last { faults.append("`\(elements[last].name)` is not closed") }
    }

    /// The elements inside another, at any depth.
    func inside(_ index: Int) -> [Int] {
        elements.indices.filter { ancestors(of: $0).contains(index) }
    }

    func ancestors(of index: Int) -> [Int] {
        var found: [Int] = []
        var next = elements[index].parent
        while let parent = next {
            found.append(parent)
            next = elements[parent].parent
        }
        return found
    }

    private mutating func add(_ text: String, to open: [Int]) {
        for index in open { elements[index].text += text }
    }

    private mutating func read(_ tag: Substring, _ open: inout [Int]) {
        if tag.hasPrefix("!") { return }
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            guard let last = open.popLast(), elements[last].name == name else {
                faults.append("`/\(name)` closes something else")
                return
            }
            return
        }
        let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
        let attributes = Self.attributes(tag.dropFirst(name.count))
        elements.append(Element(name: name, attributes: attributes, parent: open.last))
        if !Self.void.contains(name) { open.append(elements.count - 1) }
    }

    /// The closing bracket that is not inside quotes.
    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var quoted = false
        for index in text.indices {
            if text[index] == "\"" { quoted.toggle() }
            if text[index] == ">", !quoted { return index }
        }
        return nil
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.drop { $0.isWhitespace }
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                value = decoded(rest.prefix { $0 != "\"" })
                rest = rest.drop { $0 != "\"" }.dropFirst()
            }
            found[name.lowercased()] = value
            rest = rest.drop { $0.isWhitespace }
        }
        return found
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var decoded = ""
        var rest = text
        let entities = [
            "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&",
        ]
        while let first = rest.first {
            if let (entity, character) = entities.first(where: { rest.hasPrefix($0.key) }) {
                decoded += character
                rest = rest.dropFirst(entity.count)
            } else {
                decoded.append(first)
                rest = rest.dropFirst()
            }
        }
        return decoded
    }
}
