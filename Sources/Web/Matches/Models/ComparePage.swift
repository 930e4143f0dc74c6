import Exchange
import Governance
import Linkage
import Records

/// Two versions beside each other: weights that moved, and pairs gained and lost.
struct ComparePage {
    let model: ModelVisit
    /// Trained versions for the same purpose, newest first, without this one.
    let others: [MatchModel]
    let earlier: MatchModel?
    let files: FilePairChoice
    /// Pairs kept, gained and lost, once files were chosen.
    let change: ModelChange?

    init(_ visit: Visit) async throws {
        let model = try await ModelVisit(visit)
        self.model = model
        others = try await visit.store.models(seenBy: model.person).filter {
            $0.purpose == model.version.purpose && $0.id != model.version.id
                && $0.training != nil
        }
        let asked = visit.query["with"]
        let proposed = others.first { $0.number < model.version.number } ?? others.first
        earlier = asked.isEmpty ? proposed : others.first { $0.id.rawValue == asked }
        files = try await FilePairChoice(model, asked: visit.query[FilePairChoice.field])
        if let earlier, let pair = files.chosen, model.version.training != nil {
            change = try await visit.store.compareModels(
                earlier.id, model.version.id, on: pair.left.id, with: pair.right.id,
                by: model.person)
        } else {
            change = nil
        }
    }

    private var path: String { "\(model.path)/compare" }

    var shell: PageShell {
        model.page("Compare two versions") {
            h1("Compare two versions", caption: model.caption)
            if model.version.training == nil {
                EmptyState("Comparison", "Not trained yet. Train the model first.")
            } else if let earlier {
                choice(earlier)
                if let change { pairs(change, earlier) }
                weights(earlier)
            } else {
                EmptyState("Comparison", "There is no other trained version for this purpose.")
            }
        }
    }

    private func choice(_ earlier: MatchModel) -> GetForm {
        GetForm(path) {
            Select(
                "with", "Compare with",
                others.map {
                    Choice(
                        $0.id.rawValue, "Version \($0.number) (\($0.state.tag.text.lowercased()))")
                }, selected: earlier.id.rawValue)
            if !files.pairs.isEmpty { files.radios("Count the pairs on these files") }
            Button("Compare", .secondary)
        }
    }

    @HTMLBuilder private func pairs(_ change: ModelChange, _ earlier: MatchModel) -> HTML {
        h2("Pairs gained and lost")
        p(
            "Version \(model.version.number) keeps "
                + "\(LinkageReport.count(change.kept + change.gained, "pair", "pairs")) of these "
                + "files. Version \(earlier.number) keeps "
                + "\(Numerals.grouped(change.kept + change.lost)). Each uses its own cut-off.")
        SummaryList {
            SummaryRow("Kept by both", Numerals.grouped(change.kept))
            SummaryRow(
                "Gained: only version \(model.version.number) keeps them",
                Numerals.grouped(change.gained))
            SummaryRow(
                "Lost: only version \(earlier.number) keeps them", Numerals.grouped(change.lost))
        }
    }

    @HTMLBuilder private func weights(_ earlier: MatchModel) -> HTML {
        let (old, new) = (earlier.number, model.version.number)
        h2("What moved")
        SummaryList {
            SummaryRow(
                "Cut-off",
                "\(LinkageReport.bits(earlier.thresholdBits)) in version \(old), "
                    + "\(LinkageReport.bits(model.version.thresholdBits)) in version \(new)")
            SummaryRow(
                "Starting point",
                "\(LinkageReport.bits(earlier.model.priorMatchWeight)) in version \(old), "
                    + "\(LinkageReport.bits(model.version.model.priorMatchWeight)) in version "
                    + "\(new)")
            SummaryRow("Rules added", rules(in: model.version, notIn: earlier), absent: "None")
            SummaryRow("Rules dropped", rules(in: earlier, notIn: model.version), absent: "None")
        }
        let changes = LevelChange.changes(from: earlier.model, to: model.version.model)
        if let most = changes.max(by: { abs($0.moved ?? 0) < abs($1.moved ?? 0) }),
            let moved = most.moved
        {
            p(
                "The finding that moved most is “\(most.level)” of "
                    + "\(model.label(most.comparison).lowercasedFirst), by "
                    + "\(LinkageReport.bits(moved)).")
        }
        Table(
            "What each finding is worth, in bits",
            columns: [
                .text("What is compared"), .text("Finding"), .number("Version \(old)"),
                .number("Version \(new)"), .number("Moved"),
            ]
        ) {
            for change in changes {
                Table.Row {
                    model.label(change.comparison)
                    change.level
                    change.before.map(Numerals.signed) ?? "Not in it"
                    change.after.map(Numerals.signed) ?? "Not in it"
                    change.moved.map(Numerals.signed) ?? "–"
                }
            }
        }
    }

    private func rules(in one: MatchModel, notIn other: MatchModel) -> String {
        let labels = Set(other.model.blockingRulesToGeneratePredictions.map(\.label))
        return one.model.blockingRulesToGeneratePredictions.filter { !labels.contains($0.label) }
            .map { RuleWords(model.names).words($0) }.joined(separator: "; ")
    }
}
