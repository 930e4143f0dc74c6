import Foundation
import GRDB

extension ContentKey {
    /// A new key for something with a name, stored wrapped.
    static func made(for name: String, under master: MasterKey, _ db: Database) throws -> ContentKey
    {
        let key = ContentKey()
        try db.execute(
            sql: "INSERT INTO contentKey (id, wrapped) VALUES (?, ?)",
            arguments: [name, master.wrapped(key, name: name)])
        return key
    }

    /// The key of something with a name.
    ///
    /// - Throws: `Refusal` when the key was destroyed, which erased the content.
    static func fetch(for name: String, under master: MasterKey, _ db: Database) throws
        -> ContentKey
    {
        let wrapped = try Data.fetchOne(
            db, sql: "SELECT wrapped FROM contentKey WHERE id = ? AND wrapped IS NOT NULL",
            arguments: [name])
        guard let wrapped else {
            throw Refusal(.notFound, "erased", "This content has been erased.")
        }
        return try master.unwrapped(wrapped, name: name)
    }
}
