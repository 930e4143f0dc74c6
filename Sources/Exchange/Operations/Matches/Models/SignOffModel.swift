import GRDB
public import Governance
public import Records

extension Store {
    /// Puts a trained version into use, as a second person who had no part in building it.
    ///
    /// The version that was in use until then is superseded; runs made with it stay readable.
    /// `seen`: the revision that the person had before them; an old one is refused.
    /// - Throws: `Refusal` when the person built it, it is not trained, or nothing is stated.
    public func signOffModel(
        _ id: MatchModel.ID, stating statement: String, seen: Int, by person: Practitioner
    ) async throws -> MatchModel {
        try require(.signMatchModel, of: person)
        try Self.requireShort(statement)
        guard !statement.allSatisfy(\.isWhitespace) else {
            throw Refusal(
                .invalid, "no-statement", "The statement is empty.",
                fix: "Say what you looked at and why the model may be used.")
        }
        let moment = now
        return try await transact { db in
            let version = try MatchModel.fetch(id, of: person.partner, db)
            try version.requireOpen(seen: seen)
            guard version.state == .trained else { throw Self.notTrained }
            guard !version.builders.contains(person.id) else {
                throw Refusal(
                    .notPermitted, "own-model",
                    "You helped to build this version, so you may not sign it off.",
                    fix: "Ask an approver who had no part in it.")
            }
            if let old = try MatchModel.inUse(version.purpose, of: person.partner, db) {
                try old.supersede(db)
            }
            var content = version.content
            content.signOff = MatchModel.SignOff(by: person.id, at: moment, statement: statement)
            let signed = try version.updated(.signedOff, content, db)
            try signed.log("match-model-signed-off", by: person, at: moment, db)
            return signed
        }
    }
}

extension MatchModel {
    fileprivate func supersede(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE matchModel SET state = 'superseded' WHERE id = ?",
            arguments: [id.rawValue])
    }
}
