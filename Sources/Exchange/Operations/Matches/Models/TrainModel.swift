public import Governance
import Linkage
public import Records

extension Store {
    /// Trains an open version on two loads, under the same permission as a run with them.
    ///
    /// The cut-off becomes the one of the best expected F1. Training runs outside any transaction;
    /// the decision is made before it and again when its result is stored.
    /// `seen`: the revision that the person had before them; an old one is refused.
    /// - Throws: `Refusal` when the agreement does not allow it or the data do not suffice.
    public func trainModel(
        _ id: MatchModel.ID, on left: Load.ID, with right: Load.ID, seed: UInt64 = 2014,
        seen: Int, by person: Practitioner
    ) async throws -> MatchModel {
        try require(.buildMatchModel, of: person)
        let moment = now
        return try await working(
            with: id, on: left, and: right, by: person,
            check: { try $0.requireOpen(seen: seen) }
        ) { version, tables in
            try ModelTraining(version.model, from: version.origin, on: tables, seed: seed)
        } keeping: { work, files, db in
            var content = files.version.content
            content.model = work.trained.model
            content.training = work.training(files.permission, seed: seed, by: person, at: moment)
            content.thresholdBits = work.weights.bestEstimate.threshold
            content.builders.insert(person.id)
            let trained = try files.version.updated(.trained, content, db)
            try trained.log(
                "match-model-trained", by: person, with: files.parties,
                files.codes.merging(["homes": .text(work.homes.obstacle?.code ?? "told-apart")]) {
                    $1
                }, at: moment, db)
            return trained
        }
    }
}
