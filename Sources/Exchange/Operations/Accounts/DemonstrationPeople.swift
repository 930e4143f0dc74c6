public import Governance
import GRDB
import Records

/// A person of the demonstration, for the page that signs in by one click.
public struct DemonstrationPerson: Hashable, Sendable {
    /// The account.
    public let account: Practitioner
    /// The name of the person's body.
    public let partnerName: String
}

extension Store {
    /// Everybody who can be signed in by one click; nobody outside a demonstration.
    public func demonstrationPeople() async throws -> [DemonstrationPerson] {
        guard settings.isDemonstration else { return [] }
        return try await read { db in
            let names = Dictionary(
                uniqueKeysWithValues: try Partner.fetchAll(db).map { ($0.id, $0.name) })
            return try Practitioner.fetchAll(db).filter(\.isActive).map {
                DemonstrationPerson(
                    account: $0, partnerName: names[$0.partner] ?? $0.partner.rawValue)
            }
        }
    }
}
