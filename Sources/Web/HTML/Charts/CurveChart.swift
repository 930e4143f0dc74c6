/// One or more lines over a common scale, told apart by their dashes.
struct CurveChart: Part {
    struct Series: Sendable {
        let name: String
        let points: [(x: Double, y: Double)]

        init(_ name: String, _ points: [(x: Double, y: Double)]) {
            self.name = name
            self.points = points
        }
    }

    /// A scale with the values at which it has marks, lowest first, and how they are written.
    struct Scale: Sendable {
        let title: String
        let ticks: [(value: Double, text: String)]

        fileprivate func share(of value: Double) -> Double {
            guard let low = ticks.first?.value, let high = ticks.last?.value, high > low else {
                return 0
            }
            return min(max((value - low) / (high - low), 0), 1)
        }
    }

    /// A point that is worth a look, with what it is.
    struct Mark: Sendable {
        let x: Double
        let y: Double
        let text: String
    }

    let id: String
    let headline: String
    let measure: String
    let description: String
    let across: Scale
    let up: Scale
    let series: [Series]
    let mark: Mark?
    let numbers: Table

    private static let dashes: [String?] = [nil, "14 8", "3 7", "20 6 3 6"]
    private static let (left, right) = (96.0, 626.0)
    private static let (top, bottom) = (52.0, 400.0)

    private var legendLines: Int { (series.count > 1 ? series.count : 0) + (mark == nil ? 0 : 1) }

    var html: HTML {
        Chart(
            id: id, headline: headline, measure: measure, description: description,
            height: 490 + legendLines * 38, drawing: drawing, numbers: numbers
        ).html
    }

    private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (
            x: Self.left + across.share(of: x) * (Self.right - Self.left),
            y: Self.bottom - up.share(of: y) * (Self.bottom - Self.top)
        )
    }

    private var drawing: HTML {
        HTML {
            Shape.text(up.title, x: 0, y: 24)
            grid
            for (index, line) in series.enumerated() {
                Shape.path(
                    line.points.map { place($0.x, $0.y) },
                    dashes: Self.dashes[index % Self.dashes.count])
            }
            if let mark {
                let point = place(mark.x, mark.y)
                Shape.dot(x: point.x, y: point.y, radius: 11)
            }
            Shape.text(across.title, x: Double(Chart.width), y: Self.bottom + 72, anchor: "end")
            legend
        }
    }

    @HTMLBuilder private var grid: HTML {
        for tick in up.ticks {
            let y = place(0, tick.value).y
            Shape.line("zero", x1: Self.left, y1: Int(y), x2: Self.right, y2: Int(y))
            Shape.text(tick.text, x: Self.left - 10, y: y + 9, anchor: "end")
        }
        for tick in across.ticks {
            let x = place(tick.value, 0).x
            Shape.line("edge", x1: x, y1: Int(Self.bottom), x2: x, y2: Int(Self.bottom) + 8)
            Shape.text(
                tick.text, x: min(x, Self.right), y: Self.bottom + 36,
                anchor: x >= Self.right - 20 ? "end" : "middle")
        }
    }

    @HTMLBuilder private var legend: HTML {
        let first = Self.bottom + 112
        if series.count > 1 {
            for (index, line) in series.enumerated() {
                let y = first + Double(index) * 38
                Shape.path(
                    [(x: 0, y: y - 9), (x: 84, y: y - 9)],
                    dashes: Self.dashes[index % Self.dashes.count])
                Shape.text(line.name, x: 98, y: y)
            }
        }
        if let mark {
            let y = first + Double(legendLines - 1) * 38
            Shape.dot(x: 42, y: y - 9, radius: 11)
            Shape.text(mark.text, x: 98, y: y)
        }
    }
}
