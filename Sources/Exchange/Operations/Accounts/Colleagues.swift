import GRDB
public import Governance
public import Records

extension Store {
    /// The names of the people of the person's own body, closed accounts too.
    ///
    /// For pages that say who did something; nobody sees the names of another body's people here.
    public func colleagues(of person: Practitioner) async throws -> [Practitioner.ID: String] {
        try await read { db in
            let people = try Practitioner.fetchAll(db, of: person.partner)
            return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        }
    }
}
