import GRDB
import Governance
import Records

/// A version and the permission to work with it on two loads.
struct ModelFiles {
    let version: MatchModel
    let permission: Store.MatchPermission

    /// The bodies whose files they are.
    var parties: Set<Partner.ID> {
        [permission.left.load.partner, permission.right.load.partner]
    }

    /// What the log says of the files and of the agreement that allows the work.
    var codes: [String: CanonicalJSON] {
        [
            "agreement": .text(permission.agreement.id.rawValue),
            "version": .number(permission.agreement.version),
            "left": .text(permission.left.load.id.rawValue),
            "right": .text(permission.right.load.id.rawValue),
            "to": .text(permission.left.reader.rawValue),
        ]
    }
}

extension ModelFiles {
    /// What a run with both loads needs, and that their agreement is for the version's purpose.
    init(
        _ version: MatchModel, _ left: Load.ID, _ right: Load.ID, by person: Practitioner,
        on date: CalendarDate, _ reference: ReferenceData, _ db: Database
    ) throws {
        self.version = version
        permission = try Store.matchPermission(left, right, by: person, on: date, reference, db)
        guard permission.agreement.terms.purpose == version.purpose else {
            throw Refusal(
                .invalid, "other-purpose",
                "The agreement of these files is for another purpose than this model.",
                fix: "Choose files that were loaded under an agreement for the same purpose.")
        }
    }
}

extension Store {
    /// Works with a version on two loads under the permission of a run, and keeps what came of it.
    ///
    /// The work runs outside any transaction; the decision is made before it and again after.
    /// `check`: what else must be true of the version, both times.
    func working<Work: Sendable, Answer: Sendable>(
        with id: MatchModel.ID, on left: Load.ID, and right: Load.ID, by person: Practitioner,
        check: @Sendable @escaping (MatchModel) throws -> Void = { _ in },
        _ work: (MatchModel, [RecordTable]) throws -> Work,
        keeping keep: @Sendable @escaping (Work, ModelFiles, Database) throws -> Answer
    ) async throws -> Answer {
        let (reference, date, master) = (reference, today, keys.master)
        let files: @Sendable (Database) throws -> ModelFiles = { db in
            let version = try MatchModel.fetch(id, of: person.partner, db)
            try check(version)
            return try ModelFiles(version, left, right, by: person, on: date, reference, db)
        }
        let (version, tables) = try await read { db in
            let files = try files(db)
            let tables = try [files.permission.left, files.permission.right].map {
                try $0.visible(in: Receipt.table($0.load.id, under: master, db))
            }
            return (files.version, tables)
        }
        let made = try work(version, tables)
        return try await transact { db in try keep(made, try files(db), db) }
    }
}
