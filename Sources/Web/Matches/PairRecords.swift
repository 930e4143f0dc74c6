import Decisions
import Exchange
import Records

/// The two records aligned item by item, and what only one of them has.
struct PairRecords: Part {
    let page: PairPage

    private var left: String { page.title(of: page.review.leftLoad) }
    private var right: String { page.title(of: page.review.rightLoad) }

    var html: HTML {
        HTML {
            Comparison("The two records", left: left, right: right) {
                for line in page.records.lines { self.line(line) }
            }
            columns {
                only(left, page.records.leftOnly, page.records.leftWithheld)
                only(right, page.records.rightOnly, page.records.rightWithheld)
            }
        }
    }

    private func line(_ line: RecordComparison.Line) -> Comparison.Line {
        Comparison.Line(
            line.item.label, line.item.words(line.left) ?? Self.notHeld,
            line.item.words(line.right) ?? Self.notHeld, line.difference.finding)
    }

    @HTMLBuilder private func only(
        _ title: String, _ singles: [RecordComparison.Single], _ withheld: [DataItem]
    ) -> HTML {
        if !singles.isEmpty || !withheld.isEmpty {
            SummaryList(card: "Only in: \(title)") {
                for single in singles {
                    SummaryRow(
                        single.item.label, single.item.words(single.value), absent: Self.notHeld)
                }
                if !withheld.isEmpty {
                    SummaryRow("Not shared with your body under this agreement") {
                        withheld.map(\.label).joined(separator: ", ")
                    }
                }
            }
        }
    }

    private static let notHeld = "Not held"
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
