import Exchange
import Linkage

/// The rules of a list, the forms that change them, and the pairs that they make.
struct RuleForms: Part {
    let page: RulesPage

    private var model: ModelVisit { page.model }
    private var words: RuleWords { RuleWords(model.names) }
    private var isBlocking: Bool { page.kind == .blocking }
    private var what: String { page.kind == .rounds ? "round" : "rule" }

    var html: HTML {
        HTML {
            if model.mayEdit {
                keep
                add
                write
            } else {
                list
            }
            if isBlocking { count }
        }
    }

    private func deed(_ name: String) -> HTML { hiddenInput("do", name) }

    private func isThisForm(_ name: String) -> Bool { model.visit.form["do"] == name }

    @HTMLBuilder private var list: HTML {
        if page.rules.isEmpty {
            EmptyState("\(what.capitalisedFirst)s")
        } else {
            numbered { for rule in page.rules { HTML(words.words(rule)) } }
        }
    }

    @HTMLBuilder private var keep: HTML {
        if page.rules.isEmpty {
            EmptyState("\(what.capitalisedFirst)s")
        } else {
            model.form(page.path) {
                deed("keep")
                Checkboxes(
                    "keep", "\(what.capitalisedFirst)s to keep",
                    page.rules.enumerated().map {
                        Choice(String($0.offset), words.words($0.element))
                    },
                    selected: isThisForm("keep")
                        ? Set(model.visit.form.all("keep"))
                        : Set(page.rules.indices.map(String.init)),
                    error: page.errors["keep"])
                Button("Save", .secondary)
            }
        }
    }

    private var add: HTML {
        HTML {
            h2("Add a \(what)")
            p("Both records must have a value in every field that you choose, and it must agree.")
            model.form(page.path) {
                deed("add")
                for (index, field) in RulesPage.keyFields.enumerated() {
                    key(field, index)
                }
                Button("Add the \(what)", .secondary)
            }
        }
    }

    private func key(_ field: String, _ index: Int) -> Select {
        Select(
            field, index == 0 ? "The two agree on" : "and on (optional)",
            [Choice("", index == 0 ? "Choose a field" : "Nothing else")]
                + page.keys.map { Choice($0.label, words.words($0).capitalisedFirst) },
            selected: model.visit.form[field], error: page.errors[field])
    }

    private var write: Details {
        Details("For experts: write a rule", isOpen: isThisForm("write")) {
            model.form(page.path) {
                deed("write")
                TextArea(
                    "sql", "Rule in SQL", value: model.visit.form["sql"], rows: 3,
                    hint: "As in Splink: l. stands before a column of the left record, r. before "
                        + "one of the right, such as l.surname = r.surname.",
                    error: page.errors["sql"], spellcheck: false)
                Button("Add the written rule", .secondary)
            }
        }
    }

    @HTMLBuilder private var count: HTML {
        h2("Pairs that the rules make")
        if let estimate = page.estimate {
            counted(estimate)
        } else {
            p("Count them before anything is trained or compared. Only counts are shown.")
        }
        if page.files.pairs.isEmpty {
            page.files.none
        } else if !page.rules.isEmpty {
            GetForm(page.path) {
                page.files.radios("Files to count on")
                Button("Count the pairs", .secondary)
            }
            p("The agreement of the files is asked, and the counting is in the log.")
        }
    }

    @HTMLBuilder private func counted(_ estimate: BlockingEstimate) -> HTML {
        p(
            "\(Numerals.grouped(estimate.leftRecords)) records with "
                + "\(Numerals.grouped(estimate.rightRecords)) would be "
                + "\(Numerals.grouped(estimate.possiblePairs)) pairs in all.")
        for (rule, contribution) in zip(page.rules, estimate.rules)
        where contribution.pairs > model.version.model.training.maximumPairsPerRule {
            WarningText(
                "“\(words.words(rule))” makes \(Numerals.grouped(contribution.pairs)) pairs, more "
                    + "than the \(limit) that a rule may make. Training and matching would refuse "
                    + "it. Add a field to the rule, or leave it out.")
        }
        CumulativeChart(
            id: "rules", estimate.rules.map { readable($0) }, of: estimate.possiblePairs)
    }

    private var limit: String {
        Numerals.grouped(model.version.model.training.maximumPairsPerRule)
    }

    private func readable(_ rule: BlockingContribution) -> BlockingContribution {
        rule.called(words.words(label: rule.rule))
    }
}
