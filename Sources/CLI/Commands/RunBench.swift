import DemoData
import Exchange
import Governance
import Linkage
import Records

/// Measures matches in the store against who is who in the demonstration: plain and with homes.
struct RunBench {
    let store: Store
    /// The true pairs as rows of the two loads.
    let truth: Labels
    /// The rows of the load on the left that the truth is about.
    let rows: Int
    /// Who runs the matches, and who signs their models off.
    let analyst: Practitioner
    let signer: Practitioner

    /// Pairs from this weight on are kept, so that the best threshold lies among them.
    private static let leastBits = -12.0

    /// Scores both files of a run again by each kind of model, through the store.
    func run() async throws {
        guard let first = try await store.runs(seenBy: analyst).first else { return }
        guard first.leftCount == rows else {
            throw Problem("The truth is about \(rows) rows and the load has \(first.leftCount).")
        }
        let purpose = try await store.agreement(first.agreement, seenBy: analyst).terms.purpose
        for (name, start) in [
            ("plain", ModelStart.imported(.people(.linkOnly))), ("with homes", .builtIn),
        ] {
            let run = try await match(first, start, purpose)
            if let obstacle = run.homeObstacle, name != "plain" {
                BenchCommand.print("store run, \(name)", obstacle.sentence, "told apart")
            }
            show("store run, \(name)", try await store.pairs(of: run.id, measuredBy: analyst))
        }
    }

    private func match(
        _ first: MatchRun, _ start: ModelStart, _ purpose: Purpose.ID
    ) async throws -> MatchRun {
        let draft = try await store.draftModel(
            for: purpose, from: start, notes: "For measurement.", by: analyst)
        let trained = try await store.trainModel(
            draft.id, on: first.left, with: first.right, seen: draft.revision, by: analyst)
        let wide = try await store.setThreshold(
            trained.id, to: Self.leastBits, seen: trained.revision, by: analyst)
        _ = try await store.signOffModel(
            wide.id, stating: "For measurement only.", seen: wide.revision, by: signer)
        return try await store.match(first.left, with: first.right, by: analyst)
    }

    private func show(_ name: String, _ kept: [RunPair]) {
        let pairs = kept.map {
            ScoredPair(
                left: RecordLocation(table: 0, row: $0.leftRow),
                right: RecordLocation(table: 1, row: $0.rightRow), pattern: 0,
                matchWeight: $0.weightBits)
        }
        guard let best = PrecisionRecall.best(pairs, truth) else { return }
        let sure = PrecisionRecall(
            pairs, truth, threshold: matchWeight(ofProbability: 0.95))
        BenchCommand.print(
            "\(name): best F1 (precision, recall), no labels", Self.words(best),
            Self.target(best.f1, 0.955))
        BenchCommand.print(
            "\(name): F1 (precision, recall) at p of at least 0.95", Self.words(sure),
            "precision " + Self.target(sure.precision, 0.98))
    }

    private static func words(_ found: PrecisionRecall) -> String {
        "\(BenchCommand.three(found.f1)) (\(BenchCommand.three(found.precision)), "
            + "\(BenchCommand.three(found.recall)))"
    }

    /// The target, and whether it was met.
    private static func target(_ figure: Double, _ target: Double) -> String {
        "\(target)\(figure >= target ? ", met" : ", missed")"
    }
}
