/// What every chart has around it: a headline that says what it shows, what is measured, and the
/// same numbers as a table.
struct Chart: Part {
    let id: String
    let headline: String
    let measure: String
    let description: String
    let height: Int
    let drawing: HTML
    let numbers: Table

    static let width = 640

    var html: HTML {
        element("figure", .class("weft-chart")) {
            element("figcaption", .class("weft-chart__caption")) {
                strong(headline, .class("weft-chart__headline"))
                span(measure, .class("weft-chart__measure"))
            }
            element(
                "svg", .class("weft-chart__drawing"), .role("img"),
                Attribute("viewBox", "0 0 \(Self.width) \(height)"),
                .aria("labelledby", "\(id)-title \(id)-desc")
            ) {
                element("title", .id("\(id)-title")) { headline }
                element("desc", .id("\(id)-desc")) { description }
                drawing
            }
            Details("The numbers as a table") { numbers }
        }
    }
}

/// The shapes that charts are drawn with; colours come from classes.
enum Shape {
    static func bar(_ kind: String, from start: Double, to end: Double, y: Int, height: Int = 18)
        -> HTML
    {
        element(
            "rect", .class("weft-chart__bar weft-chart__bar--\(kind)"),
            Attribute("x", number(min(start, end))), Attribute("y", String(y)),
            Attribute("width", number(max(abs(end - start), 1))),
            Attribute("height", String(height)))
    }

    static func line(_ kind: String, x1: Double, y1: Int, x2: Double, y2: Int) -> HTML {
        element(
            "line", .class("weft-chart__line weft-chart__line--\(kind)"),
            Attribute("x1", number(x1)), Attribute("y1", String(y1)),
            Attribute("x2", number(x2)), Attribute("y2", String(y2)))
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

    /// One decimal place is finer than a screen.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths % 10))")
    }
}
