import Foundation
import GRDB
public import Governance
import Linkage
public import Records

extension Store {
    /// All versions of the person's body: by purpose, the newest first.
    public func models(seenBy person: Practitioner) async throws -> [MatchModel] {
        try requireModelReader(person)
        return try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM matchModel WHERE owner = ? ORDER BY purpose, number DESC",
                arguments: [person.partner.rawValue]
            ).map { try MatchModel($0) }
        }
    }

    /// One version of the person's body; it holds no record, so nothing is logged.
    ///
    /// - Throws: `Refusal.notFound`, also for a version of others.
    public func model(_ id: MatchModel.ID, seenBy person: Practitioner) async throws -> MatchModel {
        try requireModelReader(person)
        return try await read { db in try MatchModel.fetch(id, of: person.partner, db) }
    }

    /// A version as a settings file that Weft reads again, with its plan of training.
    ///
    /// `forSplink`: without the plan and without unknown probabilities, as Splink wants it.
    /// - Throws: `Refusal.notFound`, also for a version of others; `Refusal` with every obstacle
    ///   when Splink could not load it.
    public func exportedModel(
        _ id: MatchModel.ID, forSplink: Bool = false, by person: Practitioner
    ) async throws -> [UInt8] {
        let whole = try await model(id, seenBy: person).model
        if forSplink, !whole.obstaclesToSplink.isEmpty {
            throw Refusal(
                .conflict,
                reasons: whole.obstaclesToSplink.map {
                    Refusal.Reason(code: "not-for-splink", sentence: $0)
                })
        }
        let model = forSplink ? whole.withoutPlan : whole
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(model))
    }

    func requireModelReader(_ person: Practitioner) throws {
        if !person.may(.signMatchModel) { try require(.buildMatchModel, of: person) }
    }
}
