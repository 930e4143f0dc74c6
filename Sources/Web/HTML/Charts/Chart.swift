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
