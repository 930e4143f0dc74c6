import Exchange
import Governance
import HTTPTypes
import Linkage

/// The choice from how much evidence on a pair is kept: three options and a number.
struct CutOffPage {
    let model: ModelVisit
    private(set) var errors = FormErrors()

    private var version: MatchModel { model.version }

    private static let other = "other"
    private static let field = "choice"
    private static let numberField = "bits"

    init(_ visit: Visit, _ refusal: Refusal? = nil) async throws {
        model = try await ModelVisit(visit)
        if let refusal { errors = FormErrors(refusal, at: Self.numberField) }
    }

    private func typed(_ name: String) -> String { model.visit.form[name] }

    /// What was typed as a number of bits; people write a comma or a true minus sign, too.
    static func bits(_ text: String) -> Double? {
        let plain = text.replacing("\u{2212}", with: "-").replacing(",", with: ".")
            .replacing("+", with: "").replacing("bits", with: "").filter { !$0.isWhitespace }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Sets the cut-off and leads back to the version.
    static func set(_ visit: Visit) async throws -> Reply {
        var page = try await CutOffPage(visit)
        try visit.store.require(.buildMatchModel, of: page.model.person)
        let chosen = page.chosenBits
        if chosen == nil {
            if visit.form[field] == other {
                page.errors.add(numberField, "Enter the cut-off as a number, such as 4.25")
            } else {
                page.errors.add(field, "Choose a cut-off")
            }
        }
        guard let bits = chosen else {
            return .page(page.shell, status: .unprocessableContent)
        }
        let model = page.model
        return try await visit.answering {
            _ = try await visit.store.setThreshold(
                model.version.id, to: bits, seen: model.seen, by: model.person)
            return .seeOther("\(model.path)/cut-off?done=yes")
        } orAgain: {
            try await CutOffPage(visit, $0).shell
        }
    }

    private var chosenBits: Double? {
        let choice = typed(Self.field)
        if choice == Self.other { return Self.bits(typed(Self.numberField)) }
        return choices.first { $0.aim.rawValue == choice }?.bits
    }

    private var choices: [CutOff] {
        version.training.map { CutOff.choices($0.weights) } ?? []
    }

    var shell: PageShell {
        model.page("Choose the cut-off", hasErrors: !errors.isEmpty, notice: notice) {
            ErrorSummary(errors)
            h1("Choose the cut-off", caption: model.caption)
            model.standing
            p(
                "A pair is kept as a question if its evidence reaches the cut-off. A higher "
                    + "cut-off asks fewer people wrongly, and misses more. Whatever you choose, a "
                    + "person decides about each pair.")
            if let training = version.training {
                content(training.weights)
            } else {
                EmptyState("Cut-offs", "Not trained yet. Train the model first.")
            }
        }
    }

    private var notice: NotificationBanner? {
        model.visit.query["done"] == "yes"
            ? NotificationBanner(.success, HTML("The cut-off is saved.")) : nil
    }

    @HTMLBuilder private func content(_ weights: WeightHistogram) -> HTML {
        now(weights)
        if model.mayEdit { form(weights) }
        figures(weights)
        HistogramChart(id: "histogram", weights, threshold: version.thresholdBits)
        p {
            a(
                "How the figures change from cut-off to cut-off",
                to: "\(model.path)/diagnostics?show=pairs")
        }
    }

    private func row(_ weights: WeightHistogram, _ bits: Double) -> ThresholdTable.Row {
        CutOff.estimate(weights, at: bits, pairsPerHour: CutOffWords.pairsPerHour)
    }

    private func now(_ weights: WeightHistogram) -> SummaryList {
        let row = row(weights, version.thresholdBits)
        return SummaryList {
            SummaryRow("Cut-off now", CutOffWords.odds(version.thresholdBits))
            SummaryRow("Pairs kept", Numerals.grouped(row.expected.pairs))
            SummaryRow("Wrong links expected", CutOffWords.whole(row.expectedFalseLinks))
            SummaryRow("Missed links expected", CutOffWords.whole(row.expectedMissedLinks))
            SummaryRow("Review", CutOffWords.hours(row.reviewHours) + " at most")
        }
    }

    private func form(_ weights: WeightHistogram) -> PostForm {
        model.form("\(model.path)/cut-off") {
            Radios(
                Self.field, "What matters most",
                choices.map { choice in
                    Choice(
                        choice.aim.rawValue, CutOffWords.title(choice.aim),
                        hint: "\(CutOffWords.reason(choice.aim)) "
                            + "\(Numerals.signedHundredths(choice.bits)) bits. "
                            + CutOffWords.expectation(row(weights, choice.bits)))
                }
                    + [Choice(Self.other, "Another cut-off, as a number", divider: "or")],
                selected: selected, error: errors[Self.field])
            TextInput(
                Self.numberField, "Cut-off in bits, for “another cut-off”",
                value: typedNumber,
                hint: "From −30 to 60. At 0 a match is as likely as not; at 4.25 it is 95% "
                    + "likely; at 6.63 it is 99% likely.",
                error: errors[Self.numberField], characters: 5)
            Button("Save the cut-off")
        }
    }

    private var selected: String? {
        let choice = typed(Self.field)
        if !choice.isEmpty { return choice }
        return choices.first { $0.bits == version.thresholdBits }?.aim.rawValue ?? Self.other
    }

    private var typedNumber: String {
        model.visit.form.has(Self.numberField)
            ? typed(Self.numberField) : Numerals.decimal(version.thresholdBits, places: 2)
    }

    @HTMLBuilder private func figures(_ weights: WeightHistogram) -> HTML {
        let rows = Set(choices.map(\.bits) + [version.thresholdBits, 0, 4.25, 6.625]).sorted()
        Table(
            "What each cut-off gives and costs",
            columns: [
                .text("Cut-off"), .number("Pairs kept"), .number("Wrong links"),
                .number("Missed links"), .number("Kept pairs that are right"),
                .number("Matches that are kept"), .number("Review"),
            ]
        ) {
            for bits in rows {
                let row = row(weights, bits)
                Table.Row {
                    Numerals.signedHundredths(bits) + " bits"
                    row.expected.pairs
                    CutOffWords.whole(row.expectedFalseLinks)
                    CutOffWords.whole(row.expectedMissedLinks)
                    Frequency.percent(row.expected.precision)
                    Frequency.percent(row.expected.recall)
                    CutOffWords.hours(row.reviewHours)
                }
            }
        }
        p(
            "These figures are the model’s own expectation for the files that it was trained on. "
                + "Nobody has checked them by hand. Matches that no blocking rule makes are in "
                + "none of them. Hours are for a person who looks at every kept pair, "
                + "\(CutOffWords.whole(CutOffWords.pairsPerHour)) an hour.")
    }
}
