import GRDB
import Records
import Transparency

extension Store {
    /// Signs the tree as it now stands on disk, if it grew since it was last signed.
    ///
    /// It runs after the commit of an operation: only what is durable is signed (proof.md §3.4).
    /// The root of the last checkpoint and that of the edge are recomputed from the stored hashes
    /// first, so that a tree which does not extend it, or is not the stored one, is never signed.
    public func publishCheckpoint() async throws {
        let (signer, moment) = (keys.signer, now)
        try await writer.write { db in
            let edge = try Log.edge(db)
            let last = try Log.checkpoint(db)
            guard edge.size > last?.size ?? 0 || last == nil else { return }
            if let last, last.size > 0 {
                let signed = try Checkpoint(
                    signed: Array(last.note.utf8), by: [signer.key])
                guard try Log.tree(db).root(size: last.size) == signed.root else {
                    throw OpenFailure.damaged("logHash")
                }
            }
            guard try edge.size == 0 || Log.tree(db).root(size: edge.size) == edge.root else {
                throw OpenFailure.damaged("logEdge")
            }
            let checkpoint = Checkpoint(
                origin: signer.key.name, size: edge.size, root: edge.root)
            let note = try checkpoint.signed(by: [signer])
            try db.execute(
                sql: "INSERT INTO checkpoint (size, note, at) VALUES (?, ?, ?)",
                arguments: [
                    edge.size, String(decoding: note.bytes, as: UTF8.self), moment.seconds,
                ])
        }
    }
}
