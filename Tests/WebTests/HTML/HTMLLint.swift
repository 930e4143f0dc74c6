/// What every page must have, checked on its text; an empty answer is a good page.
enum HTMLLint {
    static func problems(in page: String) -> [String] {
        let tree = MarkupTree(page)
        return tree.faults + document(tree) + headings(tree) + identifiers(tree) + fields(tree)
            + names(tree) + tables(tree) + forms(tree) + scripts(tree)
    }

    private static func document(_ tree: MarkupTree) -> [String] {
        var problems: [String] = []
        let root = tree.elements.first
        if root?.name != "html" || (root?["lang"] ?? "").isEmpty {
            problems.append("the page has no language")
        }
        let title = tree.elements.first { element in
            element.name == "title"
                && element.parent.map { tree.elements[$0].name == "head" } ?? false
        }
        if trimmed(title?.text ?? "").isEmpty { problems.append("the page has no title") }
        let mains = tree.elements.filter { $0.name == "main" }.count
        if mains != 1 { problems.append("the page has \(mains) main regions instead of one") }
        return problems
    }

    private static func headings(_ tree: MarkupTree) -> [String] {
        let levels = tree.elements.compactMap { element -> Int? in
            guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
            return Int(element.name.dropFirst())
        }
        var problems: [String] = []
        let firsts = levels.filter { $0 == 1 }.count
        if firsts != 1 { problems.append("the page has \(firsts) h1 headings instead of one") }
        // A notice above the main heading may bring an h2 of its own.
        let main = levels.drop { $0 != 1 }
        for (above, below) in zip(main, main.dropFirst()) where below > above + 1 {
            problems.append("a heading of level \(below) follows one of level \(above)")
        }
        for element in tree.elements where isHeading(element) && trimmed(element.text).isEmpty {
            problems.append("a heading is empty")
        }
        return problems
    }

    private static func isHeading(_ element: MarkupTree.Element) -> Bool {
        ["h1", "h2", "h3", "h4", "h5", "h6"].contains(element.name)
    }

    private static func identifiers(_ tree: MarkupTree) -> [String] {
        var seen: Set<String> = []
        var problems: [String] = []
        for id in tree.elements.compactMap({ $0["id"] }) where !seen.insert(id).inserted {
            problems.append("the id `\(id)` is used twice")
        }
        for element in tree.elements {
            var targets = element["for"].map { [$0] } ?? []
            for attribute in ["aria-describedby", "aria-labelledby", "aria-controls"] {
                targets += (element[attribute] ?? "").split(separator: " ").map(String.init)
            }
            if let address = element["href"], address.hasPrefix("#") {
                targets.append(String(address.dropFirst()))
            }
            for target in targets where !seen.contains(target) {
                problems.append("`\(element.name)` points to `#\(target)`, which is not there")
            }
        }
        return problems
    }

    private static func fields(_ tree: MarkupTree) -> [String] {
        let labelled = Set(tree.elements.filter { $0.name == "label" }.compactMap { $0["for"] })
        return tree.elements.compactMap { element in
            guard ["input", "select", "textarea"].contains(element.name),
                !["hidden", "submit", "button"].contains(element["type"] ?? "")
            else { return nil }
            let named = element["aria-label"] != nil || element["aria-labelledby"] != nil
            if named || element["id"].map(labelled.contains) ?? false { return nil }
            return "the \(element.name) `\(element["name"] ?? "")` has no label"
        }
    }

    private static func names(_ tree: MarkupTree) -> [String] {
        tree.elements.indices.compactMap { index in
            let element = tree.elements[index]
            if element.name == "img", element["alt"] == nil { return "an image has no alt text" }
            guard element.name == "a" || element.name == "button" else { return nil }
            if element.name == "a", element["href"] == nil {
                return "the link `\(trimmed(element.text))` leads nowhere"
            }
            let pictures = tree.inside(index).contains {
                !(tree.elements[$0]["alt"] ?? "").isEmpty
            }
            if pictures || !(element["aria-label"] ?? "").isEmpty
                || !trimmed(element.text).isEmpty
            {
                return nil
            }
            return "a \(element.name == "a" ? "link" : "button") has no text"
        }
    }

    private static func tables(_ tree: MarkupTree) -> [String] {
        var problems: [String] = []
        for index in tree.elements.indices where tree.elements[index].name == "table" {
            let inside = tree.inside(index).map { tree.elements[$0] }
            let captions = inside.filter { $0.name == "caption" && !trimmed($0.text).isEmpty }
            if captions.count != 1 { problems.append("a table has no caption") }
            for header in inside where header.name == "th" && header["scope"] == nil {
                problems.append("the table header `\(trimmed(header.text))` has no scope")
            }
        }
        return problems
    }

    private static func forms(_ tree: MarkupTree) -> [String] {
        tree.elements.indices.compactMap { index in
            let form = tree.elements[index]
            guard form.name == "form", form["method"]?.lowercased() == "post" else { return nil }
            let guarded = tree.inside(index).contains {
                let field = tree.elements[$0]
                return field.name == "input" && field["name"] == "csrf"
                    && !(field["value"] ?? "").isEmpty
            }
            return guarded ? nil : "the form to `\(form["action"] ?? "")` has no csrf field"
        }
    }

    private static func scripts(_ tree: MarkupTree) -> [String] {
        var problems: [String] = []
        for element in tree.elements {
            if element.name == "style" { problems.append("the page has an inline style sheet") }
            if element.name == "script", element["src"] == nil || !trimmed(element.text).isEmpty {
                problems.append("the page has an inline script")
            }
            for name in element.attributes.keys where name == "style" || name.hasPrefix("on") {
                problems.append("`\(element.name)` has the inline attribute `\(name)`")
            }
            let target = element["href"] ?? element["src"] ?? element["action"] ?? ""
            if target.lowercased().hasPrefix("javascript:") {
                problems.append("`\(element.name)` leads to a script")
            }
        }
        return problems
    }

    private static func trimmed(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
