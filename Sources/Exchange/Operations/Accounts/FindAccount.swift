public import Governance
import GRDB

extension Store {
    /// The account with an e-mail address, for commands run beside the data folder.
    public func account(email: String) async throws -> Practitioner? {
        try await read { db in try Practitioner.fetch(email: email, db) }
    }

    /// Every account, for the operator of the data folder.
    public func allAccounts() async throws -> [Practitioner] {
        try await read { db in try Practitioner.fetchAll(db) }
    }

    /// SHA-256 of a file, 32 bytes, for its receipt.
    public static func digest(of file: [UInt8]) -> [UInt8] { Array(Secret.digest(file)) }
}
