import Exchange
import Linkage

/// The levels of one comparison and the forms that change them.
struct ComparisonForms: Part {
    let page: ComparisonPage
    let path: String

    private var model: ModelVisit { page.model }
    private var levels: [ComparisonLevel] { page.comparison.comparisonLevels }
    private var words: ConditionWords { ConditionWords(model.names) }

    var html: HTML {
        HTML {
            p(
                "The first finding that fits is the answer, so the closest stands first. If a "
                    + "value is missing, the comparison says nothing.")
            table
            if model.mayEdit {
                keep
                add
                write
                FixedValues(page: page, path: path)
                remove
            }
        }
    }

    private var table: Table {
        Table(
            "Findings in the order in which they are tried",
            columns: [
                .text("Finding"), .text("When"), .number("Worth"), .text("Rare values count more"),
            ]
        ) {
            for level in levels {
                Table.Row {
                    level.labelForCharts
                    words.words(level)
                    worth(level)
                    level.tfAdjustmentColumn == nil ? "No" : "Yes"
                }
            }
        }
    }

    private func worth(_ level: ComparisonLevel) -> String {
        if level.isNullLevel { return "Nothing" }
        guard level.mProbability != nil, level.uProbability != nil else { return "Not trained" }
        return LinkageReport.bits(level.matchWeight)
    }

    private func deed(_ name: String) -> HTML { hiddenInput("do", name) }

    private func isThisForm(_ name: String) -> Bool { model.visit.form["do"] == name }

    private var keep: PostForm {
        let offered = levels.enumerated().filter { !$0.element.isAlwaysThere }
        let ticked =
            isThisForm("keep")
            ? Set(model.visit.form.all("levels")) : Set(offered.map { String($0.offset) })
        return model.form(path) {
            deed("keep")
            Checkboxes(
                "levels", "Findings to keep",
                offered.map { Choice(String($0.offset), $0.element.labelForCharts) },
                selected: ticked, error: page.errors["levels"])
            if hasEqualValues {
                Checkboxes(
                    "rare", "Rare values",
                    [
                        Choice(
                            "yes", "Rare values count for more",
                            hint: "Sharing a rare value says more than sharing a common one.")
                    ],
                    selected: isRare ? ["yes"] : [])
            }
            Button("Save", .secondary)
        }
    }

    /// Whether the comparison has a finding of equal values, of which some are rare.
    private var hasEqualValues: Bool {
        levels.contains { level in
            guard case .equal(let key) = level.condition else { return false }
            return key.derivation == .whole
        }
    }

    private var isRare: Bool {
        isThisForm("keep")
            ? model.visit.form.all("rare").contains("yes")
            : levels.contains { $0.tfAdjustmentColumn != nil }
    }

    private func place(_ id: String) -> Select {
        let choices = levels.enumerated().filter { !$0.element.isNullLevel }.map {
            Choice(String($0.offset), "Before “\($0.element.labelForCharts)”")
        }
        return Select(
            id, "When it is tried", choices,
            selected: model.visit.form.has(id) ? model.visit.form[id] : choices.last?.value)
    }

    @HTMLBuilder private var add: HTML {
        if !page.further.isEmpty {
            h2("Add a finding")
            model.form(path) {
                deed("add")
                Select(
                    "level", "Finding",
                    [Choice("", "Choose one")]
                        + page.further.map { Choice($0.id, $0.level.labelForCharts) },
                    selected: model.visit.form["level"], error: page.errors["level"])
                place("before")
                Button("Add the finding", .secondary)
            }
        }
    }

    private var write: Details {
        Details(
            "For experts: write a condition", isOpen: isThisForm("write")
        ) {
            model.form(path) {
                deed("write")
                TextArea(
                    "sql", "Condition in SQL", value: model.visit.form["sql"], rows: 3,
                    hint: "As in Splink: a column of the left record ends in _l, of the right "
                        + "in _r. Names with a hyphen stand in quotation marks, such as "
                        + "\"date-of-birth_l\".",
                    error: page.errors["sql"], spellcheck: false)
                TextInput(
                    "label", "What the finding means, in words",
                    value: model.visit.form["label"])
                place("before-sql")
                Button("Add the condition", .secondary)
            }
            sqlOfLevels
        }
    }

    @HTMLBuilder private var sqlOfLevels: HTML {
        let written = levels.filter { $0.sql != nil }
        if !written.isEmpty {
            Table("The conditions as SQL", size: .small, columns: [.text("Finding"), .text("SQL")])
            {
                for level in written {
                    Table.Row {
                        level.labelForCharts
                        code(level.sql ?? "")
                    }
                }
            }
        }
    }

    @HTMLBuilder private var remove: HTML {
        if model.version.model.comparisons.count > 1 {
            h2("Remove the comparison")
            p("The model then no longer asks this question about two records.")
            model.form(path) {
                deed("remove")
                Button("Remove the comparison", .warning)
            }
        }
    }
}
