import GRDB
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
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        let (version, tables) = try await read { db in
            let version = try MatchModel.fetch(id, of: person.partner, db)
            try version.requireOpen(seen: seen)
            let permission = try Self.modelPermission(
                version, left, right, by: person, on: date, reference, db)
            return (
                version,
                [
                    try permission.left.visible(in: Receipt.table(left, under: master, db)),
                    try permission.right.visible(in: Receipt.table(right, under: master, db)),
                ]
            )
        }
        let work = try ModelTraining(
            version.model, from: version.origin, on: tables, seed: seed)
        return try await transact { db in
            let version = try MatchModel.fetch(id, of: person.partner, db)
            try version.requireOpen(seen: seen)
            let permission = try Self.modelPermission(
                version, left, right, by: person, on: date, reference, db)
            var content = version.content
            content.model = work.trained.model
            content.training = work.training(permission, seed: seed, by: person, at: moment)
            content.thresholdBits = work.weights.bestEstimate.threshold
            content.builders.insert(person.id)
            let trained = try version.updated(.trained, content, db)
            try trained.log(
                "match-model-trained", by: person,
                with: [permission.left.load.partner, permission.right.load.partner],
                [
                    "agreement": .text(permission.agreement.id.rawValue),
                    "version": .number(permission.agreement.version),
                    "left": .text(left.rawValue), "right": .text(right.rawValue),
                    "to": .text(person.partner.rawValue),
                    "homes": .text(work.homes.obstacle?.code ?? "told-apart"),
                ], at: moment, db)
            return trained
        }
    }

    /// What a run with both loads needs, and that their agreement is for the model's purpose.
    static func modelPermission(
        _ version: MatchModel, _ left: Load.ID, _ right: Load.ID, by person: Practitioner,
        on date: CalendarDate, _ reference: ReferenceData, _ db: Database
    ) throws -> MatchPermission {
        let permission = try matchPermission(left, right, by: person, on: date, reference, db)
        guard permission.agreement.terms.purpose == version.purpose else {
            throw Refusal(
                .invalid, "other-purpose",
                "The agreement of these files is for another purpose than this model.",
                fix: "Choose files that were loaded under an agreement for the same purpose.")
        }
        return permission
    }
}
