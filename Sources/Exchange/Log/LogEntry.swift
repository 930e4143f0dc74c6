import Foundation
import Governance
import Records

/// What is written to the log about one operation: codes and digests, never anything that names
/// a person (proof.md §6.6).
struct LogEntry: Sendable {
    /// What happened, such as `agreement-approved`.
    let type: String
    /// The bodies that it is about; each may read the body of the entry.
    let parties: Set<Partner.ID>
    /// Codes and numbers.
    let body: [String: CanonicalJSON]

    /// The two layers of an entry: a leaf that stays for ever and a body that can be erased.
    ///
    /// The leaf commits to the body by SHA-256(salt ‖ body). Without the salt, which is erased with
    /// the body, nobody can test a guess against the commitment (EDPB Guidelines 02/2025).
    func layers(id: String, at moment: Timestamp, by actor: String, salt: Data)
        -> (leaf: [UInt8], body: [UInt8])
    {
        var members = body
        members["v"] = 1
        members["type"] = .text(type)
        members["id"] = .text(id)
        members["at"] = .text(moment.description)
        members["by"] = .text(actor)
        let body = CanonicalJSON.object(members).bytes
        let leaf = CanonicalJSON.object([
            "v": 1, "t": .text(type), "id": .text(id), "at": .text(moment.description),
            "orgs": .list(parties.sorted().map { .text($0.rawValue) }),
            "c": .text(Secret.digest(salt + Data(body)).base64EncodedString()),
        ])
        return (leaf.bytes, body)
    }
}
