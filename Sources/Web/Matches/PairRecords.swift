import Decisions
import Exchange
import Records

/// The two records aligned item by item, and what only one of them has.
struct PairRecords: Part {
    let page: PairPage

    private var left: String { page.title(of: page.review.leftLoad) }
    private var right: String { page.title(of: page.review.rightLoad) }

    var html: HTML {
        Comparison("The two records", left: left, right: right, isMarked: page.isMarked) {
            for line in page.records.lines { self.line(line) }
        }.html
    }

    private func line(_ line: RecordComparison.Line) -> Comparison.Line {
        Comparison.Line(
            line.item.label, line.item.words(line.left) ?? Self.notHeld,
            line.item.words(line.right) ?? Self.notHeld, line.difference.finding)
    }

    static let notHeld = "Not held"
}

/// What only one of the two data sets has, and what the agreement keeps back.
struct PairRemainders: Part {
    let page: PairPage

    var html: HTML {
        HTML {
            h2("What only one of the records has")
            if page.records.leftOnly.isEmpty, page.records.rightOnly.isEmpty { p("Nothing.") }
            only(
                page.title(of: page.review.leftLoad), page.records.leftOnly,
                page.records.leftWithheld)
            only(
                page.title(of: page.review.rightLoad), page.records.rightOnly,
                page.records.rightWithheld)
        }
    }

    @HTMLBuilder private func only(
        _ title: String, _ singles: [RecordComparison.Single], _ withheld: [DataItem]
    ) -> HTML {
        if !singles.isEmpty || !withheld.isEmpty {
            SummaryList(card: title, level: 3) {
                for single in singles {
                    SummaryRow(
                        single.item.label, single.item.words(single.value),
                        absent: PairRecords.notHeld)
                }
                if !withheld.isEmpty {
                    SummaryRow("Not shared with your body under this agreement") {
                        withheld.map(\.label).joined(separator: ", ")
                    }
                }
            }
        }
    }
}

extension ValueDifference {
    var finding: Comparison.Finding {
        switch self {
        case .same: .same
        case .similar(let how): .similar(how)
        case .different: .different
        case .notHeld: .missing
        }
    }
}

extension DataItem {
    /// A value as people read it: dates in words, money in pounds, codes with what they stand for.
    func words(_ value: String?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        switch kind {
        case .date: return CalendarDate(value)?.words ?? value
        case .money: return Pence(written: value)?.description ?? value
        case .codeList: return codes.first { $0.code == value }?.label ?? value
        case .boolean: return value == "Y" ? "Yes" : value == "N" ? "No" : value
        default: return value
        }
    }
}

extension PairPage {
    /// The data set and the body that a record comes from.
    func title(of load: Receipt) -> String {
        "\(names.name(load.dataset)), \(names.name(load.partner))"
    }
}
