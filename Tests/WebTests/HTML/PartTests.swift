import Testing

@testable import Web

struct PartTests {
    @Test func `a table names its rows and columns`() {
        let table = Table("Pairs", columns: [.text("Name"), .number("Pairs")]) {
            Table.Row {
                "A < B"
                1_204
            }
        }.html.markup

        #expect(table.contains("<caption class=\"govuk-table__caption"))
        #expect(table.contains("<th scope=\"row\" class=\"govuk-table__header\">A &lt; B</th>"))
        #expect(
            table.contains("<td class=\"govuk-table__cell govuk-table__cell--numeric\">1,204</td>"))
        #expect(table.contains("role=\"region\" aria-label=\"Pairs\" tabindex=\"0\""))
    }

    @Test func `a table without rows says that there are none`() {
        let table = Table("Pairs", columns: [.text("Name")]) {}.html.markup

        #expect(!table.contains("<table"))
        #expect(table.contains("None recorded."))
    }

    @Test func `a row that does not fit its columns ends the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = Table("A", columns: [.text("A"), .text("B")]) { Table.Row { "one" } }.html
        }
    }

    @Test func `a sorted column says how, and its link turns the order round`() {
        let table = Table(
            "A", columns: [.text("A", sort: "/?sort=-a", sorted: .ascending)]
        ) { Table.Row { "x" } }.html.markup

        #expect(table.contains("aria-sort=\"ascending\""))
        #expect(table.contains(", sort descending</span>"))
    }

    @Test func `a change link says what it changes`() {
        let list = SummaryList { SummaryRow("Lead", "Council", .change("/lead")) }.html.markup

        #expect(list.contains("Change<span class=\"govuk-visually-hidden\"> Lead</span></a>"))
    }

    @Test(arguments: [String?.none, ""])
    func `a value that is not there is said to be missing`(value: String?) {
        #expect(SummaryList { SummaryRow("A", value) }.html.markup.contains("Not provided"))
    }

    @Test(arguments: [
        (1, 1, ""), (1, 3, "1 2 3"), (3, 14, "1 2 3 4 ⋯ 14"), (7, 14, "1 ⋯ 6 7 8 ⋯ 14"),
        (14, 14, "1 ⋯ 13 14"),
    ])
    func `pagination shows the ends and the neighbours`(current: Int, count: Int, shown: String) {
        let pages = Pagination(current: current, of: count) { "/?page=\($0)" }.html.markup
        let items = MarkupTree(pages).elements.filter { $0.name == "li" }

        #expect(items.map(\.text).joined(separator: " ") == shown)
    }

    @Test(arguments: [
        ("Jonathan", "Jonothan", "Jon[a]than", "Jon[o]than"),
        ("Smith", "Smyth", "Sm[i]th", "Sm[y]th"), ("Ann", "Anne", "Ann", "Ann[e]"),
        ("aa", "aaa", "aa", "aa[a]"), ("abc", "xyz", "[abc]", "[xyz]"),
    ])
    func `what differs in similar values is marked`(
        one: String, two: String, left: String, right: String
    ) {
        let values = ComparedValues(Comparison.Line("Name", one, two, .similar("spelling")))
        let plain = { (html: HTML) in
            html.markup.replacing("<mark class=\"weft-difference\">", with: "[")
                .replacing("</mark>", with: "]")
        }

        #expect(plain(values.left) == left)
        #expect(plain(values.right) == right)
    }

    @Test func `a comparison says in words what it found`() {
        let comparison = Comparison("Pair", left: "A", right: "B") {
            Comparison.Line("Name", "x", "y", .different)
            Comparison.Line("Town", nil, "y", .missing)
        }.html.markup

        #expect(comparison.contains(">Different</td>"))
        #expect(comparison.contains(">Cannot compare</td>"))
        #expect(comparison.contains("None recorded"))
    }

    @Test func `a chart says in words what it shows`() {
        let chart = BarChart(id: "c", "Most is ours", measure: "Pounds") {
            BarChart.Bar("Us", 2, text: "£2")
            BarChart.Bar("Them", 1, text: "£1")
        }.html.markup

        #expect(chart.contains("<title id=\"c-title\">Most is ours</title>"))
        #expect(chart.contains("<desc id=\"c-desc\">Us: £2; Them: £1.</desc>"))
        #expect(chart.contains("width=\"320\""))
        #expect(chart.contains("<table"))
    }

    @Test func `a waterfall adds up`() {
        let chart = Waterfall(id: "w", "One person", measure: "Bits") {
            Waterfall.Step("Start", words: "start", weight: -10)
            Waterfall.Step("Surname", words: "strong", weight: 14.5)
        }.html.markup

        #expect(chart.contains("Start: −10.0, start; Surname: +14.5, strong; total: +4.5."))
    }

    @Test func `single keys are there only for those who chose them`() {
        let group = { (keys: Bool) in
            ReviewDecision("Decision", usesSingleKeys: keys) {
                ReviewDecision.Answer("same", "Same", key: "s")
            }.html.markup
        }

        #expect(group(true).contains("data-review-keys"))
        #expect(!group(false).contains("data-review-keys"))
        #expect(group(false).contains("accesskey=\"s\""))
    }

    @Test func `a task that cannot start yet is not a link`() {
        let tasks = TaskList { TaskList.Item("Send", to: "/send", .cannotStart) }.html.markup

        #expect(!tasks.contains("<a "))
        #expect(tasks.contains("Cannot start yet"))
    }

    @Test func `a download says its format and size`() {
        let link = DownloadLink("Agreement", to: "/a.odt", format: "ODT", bytes: 48_213)

        #expect(link.html.markup.contains(">Agreement (ODT, 48 KB)</a>"))
    }

    @Test func `an undo is a form with a token`() {
        let banner = NotificationBanner(
            .success, "Saved.", undo: .init("/undo", csrf: CSRFToken("t")))

        #expect(banner.html.markup.contains("action=\"/undo\" method=\"post\""))
        #expect(banner.html.markup.contains("role=\"alert\""))
    }
}
