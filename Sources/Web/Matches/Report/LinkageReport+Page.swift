import Linkage

extension LinkageReport {
    /// What a section of the report is about: its anchor and its title.
    private static let sections = [
        ("data", "Data"), ("blocking", "Blocking"), ("training", "Training"),
        ("comparisons", "Comparisons"), ("weights", "Weights"), ("threshold", "Threshold"),
        ("accuracy", "Accuracy"), ("unlinkable", "Records that cannot be matched"),
        ("patterns", "Patterns"),
    ]

    /// The page asks nobody for anything, and a browser holds it to that.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    /// What the site's style sheet does not need: closed tables are printed open.
    private static let style = """
        @media print { details::details-content { content-visibility: visible; block-size: auto } }
        """

    var page: HTML {
        var page = HTML()
        page.appendUnchecked("<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n")
        page.append("head", [], content: head)
        page.open("body", [.class("govuk-template__body")])
        page.append(
            div(.class("govuk-width-container")) {
                element("main", .class("govuk-main-wrapper"), .id("main-content")) { content }
            })
        page.close("body")
        page.appendUnchecked("\n</html>\n")
        return page
    }

    @HTMLBuilder private var head: HTML {
        voidElement("meta", [Attribute("charset", "utf-8")])
        voidElement(
            "meta",
            [
                Attribute("http-equiv", "Content-Security-Policy"),
                Attribute("content", Self.policy),
            ])
        element("title") { "Linkage report: \(modelName)" }
        voidElement(
            "meta",
            [.name("viewport"), Attribute("content", "width=device-width, initial-scale=1")])
        element(
            unchecked: "style", [],
            HTML(
                uncheckedMarkup: String(decoding: Asset.styleSheet.bytes, as: UTF8.self)
                    + Self.style))
    }

    @HTMLBuilder private var content: HTML {
        h1("Linkage report", caption: modelName)
        privacy
        summary
        element("nav", .aria("label", "Sections")) {
            bullets { for (id, title) in Self.sections { a(title, to: "#\(id)") } }
        }
        section("data") { dataSection }
        section("blocking") { blockingSection }
        section("training") { trainingSection }
        section("comparisons") { comparisonsSection }
        section("weights") { weightsSection }
        section("threshold") { thresholdSection }
        section("accuracy") { accuracySection }
        section("unlinkable") { unlinkablesSection }
        section("patterns") { patternsSection }
    }

    private func section(_ id: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        let title = Self.sections.first { $0.0 == id }?.1 ?? id
        let body = content()
        return HTML {
            sectionBreak()
            h2(title, size: .large, .id(id))
            body
        }
    }

    @HTMLBuilder private var privacy: HTML {
        let count = samples.reduce(0) { $0 + $1.count }
        if count > 0 {
            WarningText(
                "This page shows the values of \(Numerals.grouped(count)) pairs of records, and "
                    + "the commonest values of each column. Keep it as you keep the files.")
        } else {
            Inset(
                "This page holds counts, shares and the words of the model. It holds no value of "
                    + "any record.")
        }
    }

    private var summary: SummaryList {
        let best = histogram.bestEstimate
        return SummaryList {
            for input in inputs {
                SummaryRow(input.name, "\(Numerals.grouped(input.records)) records")
            }
            SummaryRow("Pairs that may match", Numerals.grouped(possiblePairs))
            SummaryRow("Pairs in this report", scoredWords)
            SummaryRow("Suggested threshold", Self.bits(best.threshold))
            SummaryRow("Links at that threshold", Numerals.grouped(best.pairs))
            SummaryRow("Expected precision", Self.percent(best.precision))
            SummaryRow("Expected recall", Self.percent(best.recall) + ", blocking apart")
            if let point = truth?.curve.point(at: best.threshold) {
                SummaryRow("Measured precision", Self.percent(point.precision))
                SummaryRow("Measured recall", Self.percent(point.recall) + " of all true pairs")
            }
        }
    }

    private var scoredWords: String {
        let pairs = Numerals.grouped(histogram.pairCount)
        return leastWeight.map { "\(pairs), those of at least \(Self.bits($0))" }
            ?? "\(pairs), those of the file of pairs"
    }
}

extension LinkageReport {
    /// A weight with its unit: `+4.2 bits`.
    static func bits(_ weight: Double) -> String { Numerals.signed(weight) + " bits" }

    static func percent(_ share: Double) -> String { Frequency.percent(share) }

    /// The name of a column or a comparison as people read it.
    static func readable(_ name: String) -> String {
        name.replacing("_", with: " ").replacing("-", with: " ").capitalisedFirst
    }

    /// An id of a chart; names may hold anything.
    static func id(_ kind: String, _ number: Int) -> String { "\(kind)-\(number + 1)" }

    /// A count with the word for what is counted: `1 pair`, `2 pairs`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Numerals.grouped(number)) \(number == 1 ? one : many)"
    }
}
