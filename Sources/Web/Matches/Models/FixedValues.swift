import Exchange
import Governance
import Linkage

/// How often a finding occurs: in records about one person, or about two.
enum LevelShare: String, CaseIterable {
    case m
    case u

    var words: String {
        switch self {
        case .m: "records about one person (m)"
        case .u: "records about two people (u)"
        }
    }

    func value(_ level: ComparisonLevel) -> Double? {
        self == .m ? level.mProbability : level.uProbability
    }

    func isFixed(_ level: ComparisonLevel) -> Bool {
        self == .m ? level.fixMProbability : level.fixUProbability
    }

    /// A share as people write it: `0.02`, `2%`; nil unless it is above 0 and below 1.
    static func read(_ text: String) -> Double? {
        var plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        let isPercent = plain.hasSuffix("%")
        if isPercent { plain.removeLast() }
        guard let number = Double(plain), number.isFinite else { return nil }
        let share = isPercent ? number / 100 : number
        return share > 0 && share < 1 ? share : nil
    }
}

/// The shares of the levels of a comparison, and the forms that fix one or give it back.
struct FixedValues: Part {
    let page: ComparisonPage
    let path: String

    private var model: ModelVisit { page.model }
    private var levels: [(place: Int, level: ComparisonLevel)] {
        page.comparison.comparisonLevels.enumerated().filter { !$0.element.isNullLevel }
            .map { ($0.offset, $0.element) }
    }

    var html: HTML {
        HTML {
            h2("Fix a value by hand")
            p(
                "Training learns how often each finding occurs in records about one person, and in "
                    + "records about two. If you know a value better, fix it: training then leaves "
                    + "it alone.")
            table
            fix
            for (place, level) in levels {
                for share in LevelShare.allCases where share.isFixed(level) {
                    release(share, place, level)
                }
            }
        }
    }

    private var table: Table {
        Table(
            "How often each finding occurs",
            columns: [.text("Finding"), .text("One person (m)"), .text("Two people (u)")]
        ) {
            for (_, level) in levels {
                Table.Row {
                    level.labelForCharts
                    words(.m, level)
                    words(.u, level)
                }
            }
        }
    }

    private func words(_ share: LevelShare, _ level: ComparisonLevel) -> String {
        guard let value = share.value(level) else { return "Not trained" }
        return LinkageReport.percent(value) + (share.isFixed(level) ? ", fixed" : "")
    }

    private func typed(_ name: String) -> String {
        model.visit.form["do"] == "fix" ? model.visit.form[name] : ""
    }

    private var fix: PostForm {
        model.form(path) {
            hiddenInput("do", "fix")
            Select(
                "finding", "Finding",
                [Choice("", "Choose one")]
                    + levels.map { Choice(String($0.place), $0.level.labelForCharts) },
                selected: typed("finding"), error: page.errors["finding"])
            Select(
                "share", "How often it occurs in",
                [Choice("", "Choose one")]
                    + LevelShare.allCases.map { Choice($0.rawValue, $0.words) },
                selected: typed("share"), error: page.errors["share"])
            TextInput(
                "value", "Value", value: typed("value"),
                hint: "A share above 0 and below 1, such as 0.02, or a percentage, such as 2%.",
                error: page.errors["value"], characters: 10, spellcheck: false)
            Button("Fix the value", .secondary)
        }
    }

    private func release(
        _ share: LevelShare, _ place: Int, _ level: ComparisonLevel
    ) -> PostForm {
        model.form(path) {
            hiddenInput("do", "release")
            hiddenInput("finding", String(place))
            hiddenInput("share", share.rawValue)
            Button(
                "Give back to training: \(level.labelForCharts), \(share.words)", .secondary)
        }
    }
}

extension ComparisonPage {
    /// The level and the share that a form names.
    private func named() throws(Fault) -> (place: Int, share: LevelShare) {
        let form = model.visit.form
        guard let place = Int(form["finding"]), comparison.comparisonLevels.indices.contains(place),
            !comparison.comparisonLevels[place].isNullLevel
        else { throw Fault(sentence: "Choose a finding from the list", field: "finding") }
        guard let share = LevelShare(rawValue: form["share"]) else {
            throw Fault(sentence: "Choose one person or two people", field: "share")
        }
        return (place, share)
    }

    /// The comparison with one value fixed.
    func fixed() throws(Fault) -> Linkage.Comparison {
        let (place, share) = try named()
        guard let value = LevelShare.read(model.visit.form["value"]) else {
            throw Fault(sentence: "Enter a share above 0 and below 1, such as 0.02 or 2%")
        }
        var fixed = comparison
        fixed.comparisonLevels[place] = comparison.comparisonLevels[place].fixing(share, at: value)
        let sum = fixed.comparisonLevels.filter { !$0.isNullLevel && share.isFixed($0) }
            .reduce(0) { $0 + (share.value($1) ?? 0) }
        guard sum <= 1 + 1e-9 else {
            throw Fault(
                sentence: "The fixed values of \(share.rawValue) would add up to more than 1; "
                    + "enter a smaller one or give another back to training")
        }
        return fixed
    }

    /// The comparison with one value left to training again.
    func released() throws(Fault) -> Linkage.Comparison {
        let (place, share) = try named()
        var released = comparison
        released.comparisonLevels[place] = comparison.comparisonLevels[place]
            .fixing(share, at: nil)
        return released
    }
}

extension ComparisonLevel {
    /// The level with one value fixed, or left to training again where there is none to fix.
    func fixing(_ share: LevelShare, at value: Double?) -> ComparisonLevel {
        let isM = share == .m
        return ComparisonLevel(
            condition, label: labelForCharts, isNullLevel: isNullLevel,
            m: isM ? value ?? mProbability : mProbability,
            u: isM ? uProbability : value ?? uProbability,
            fixM: isM ? value != nil : fixMProbability,
            fixU: isM ? fixUProbability : value != nil,
            tfAdjustmentColumn: tfAdjustmentColumn, tfAdjustmentWeight: tfAdjustmentWeight,
            tfMinimumUValue: tfMinimumUValue,
            disableTfExactMatchDetection: disableTfExactMatchDetection, sql: sql)
    }
}
