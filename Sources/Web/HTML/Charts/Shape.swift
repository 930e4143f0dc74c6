/// The shapes that charts are drawn with; colours come from classes.
enum Shape {
    static func bar(_ kind: String, from start: Double, to end: Double, y: Int, height: Int = 18)
        -> HTML
    {
        box(
            kind, x: min(start, end), y: Double(y), width: max(abs(end - start), 1),
            height: Double(height))
    }

    static func box(
        _ kind: String, x: Double, y: Double, width: Double, height: Double
    ) -> HTML {
        element(
            "rect", .class("weft-chart__bar weft-chart__bar--\(kind)"),
            Attribute("x", number(x)), Attribute("y", number(y)),
            Attribute("width", number(width)), Attribute("height", number(height)))
    }

    /// A box that is only an edge, in the colour of text.
    static func frame(x: Double, y: Double, width: Double, height: Double) -> HTML {
        element(
            "rect", Attribute("x", number(x)), Attribute("y", number(y)),
            Attribute("width", number(width)), Attribute("height", number(height)),
            Attribute("fill", "none"), Attribute("stroke", "currentColor"),
            Attribute("stroke-width", "2"))
    }

    static func line(_ kind: String, x1: Double, y1: Int, x2: Double, y2: Int) -> HTML {
        element(
            "line", .class("weft-chart__line weft-chart__line--\(kind)"),
            Attribute("x1", number(x1)), Attribute("y1", String(y1)),
            Attribute("x2", number(x2)), Attribute("y2", String(y2)))
    }

    /// A line through points in the colour of text; the pattern of dashes tells lines apart.
    static func path(_ points: [(x: Double, y: Double)], dashes: String? = nil) -> HTML {
        element(
            "polyline",
            Attribute(
                "points", points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")),
            Attribute("fill", "none"), Attribute("stroke", "currentColor"),
            Attribute("stroke-width", "3.5"), .optional("stroke-dasharray", dashes))
    }

    static func dot(x: Double, y: Double, radius: Double = 9) -> HTML {
        element(
            "circle", .class("weft-chart__bar weft-chart__bar--plain"),
            Attribute("cx", number(x)), Attribute("cy", number(y)),
            Attribute("r", number(radius)))
    }

    static func label(_ text: String, y: Int) -> HTML {
        element("text", Attribute("x", "0"), Attribute("y", String(y))) { text }
    }

    static func value(_ text: String, y: Int) -> HTML {
        element(
            "text", .class("weft-chart__value"), Attribute("x", String(Chart.width)),
            Attribute("y", String(y)), Attribute("text-anchor", "end")
        ) { text }
    }

    /// `anchor`: which part of the text is at `x`: `start`, `middle` or `end`.
    static func text(_ text: String, x: Double, y: Double, anchor: String = "start") -> HTML {
        element(
            "text", Attribute("x", number(x)), Attribute("y", number(y)),
            Attribute("text-anchor", anchor)
        ) { text }
    }

    /// A label in as few lines of about the same length as fit a phone, `width` letters each.
    static func lines(of text: String, width: Int = 30) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        let fewest = wrapped(words, width)
        let narrower = (1..<width).reversed().lazy.map { wrapped(words, $0) }
        return narrower.prefix { $0.count <= fewest.count }.last ?? fewest
    }

    private static func wrapped(_ words: [String], _ width: Int) -> [String] {
        words.reduce(into: [""]) { lines, word in
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = word
            } else if last.count + word.count < width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
    }

    /// The height of a line at the size of a phone; letters are smaller on wider screens.
    static let lineHeight = 32

    /// A label in lines that end at a baseline, so that it stays near what is below it.
    static func label(_ lines: [String], endingAt y: Int) -> HTML {
        // Upwards by 1.1 times the letters' height a line.
        let tenths = 11 * (lines.count - 1)
        return element("text", Attribute("x", "0"), Attribute("y", String(y))) {
            for (index, line) in lines.enumerated() {
                element(
                    "tspan", Attribute("x", "0"),
                    Attribute("dy", index == 0 ? "-\(tenths / 10).\(tenths % 10)em" : "1.1em")
                ) { line }
            }
        }
    }

    /// One decimal place is finer than a screen.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
        return whole + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
    }
}
