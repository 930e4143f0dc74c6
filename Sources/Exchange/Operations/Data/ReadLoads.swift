import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// The loads that the person's body made or may use, newest first.
    public func loads(seenBy person: Practitioner) async throws -> [Receipt] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT receipt FROM load ORDER BY loadedAt DESC, id")
                .map { try Document.value($0, as: Receipt.self) }
                .filter { $0.isVisible(to: person.partner) }
        }
    }

    /// One load that the person's body made or may use.
    ///
    /// - Throws: `Refusal.notFound`, also for a load of others.
    public func load(_ id: Load.ID, seenBy person: Practitioner) async throws -> Receipt {
        let receipt = try await read { db in try Receipt.fetch(id, db) }
        guard let receipt, receipt.isVisible(to: person.partner) else {
            throw Refusal.notFound("load")
        }
        return receipt
    }

    /// The mapping of headings that the body used last for a data set.
    public func rememberedMapping(of partner: Partner.ID, dataset: DatasetSpecification.ID)
        async throws -> [String: DataItem.ID]
    {
        try await read { db in
            try String.fetchOne(
                db, sql: "SELECT document FROM rememberedMapping WHERE partner = ? AND dataset = ?",
                arguments: [partner.rawValue, dataset.rawValue]
            ).map { try Document.value($0) } ?? [:]
        }
    }
}

extension Receipt {
    static func fetch(_ id: Load.ID, _ db: Database) throws -> Receipt? {
        try String.fetchOne(
            db, sql: "SELECT receipt FROM load WHERE id = ?", arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    func isVisible(to partner: Partner.ID) -> Bool {
        self.partner == partner || receivers.contains(partner)
    }

    /// The columns in the order in which they were stored.
    private static func columns(_ id: Load.ID, _ db: Database) throws -> [String] {
        guard let receipt = try fetch(id, db) else { throw Refusal.notFound("load") }
        return receipt.items.map(\.rawValue)
    }

    /// All records of a load, decrypted.
    static func table(_ id: Load.ID, under master: MasterKey, _ db: Database) throws -> RecordTable
    {
        let columns = try columns(id, db)
        let key = try ContentKey.fetch(for: "load|\(id)", under: master, db)
        var builder = RecordTable.Builder(columns: columns)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, content FROM recordChunk WHERE load = ? ORDER BY number",
            arguments: [id.rawValue])
        while let row = try rows.next() {
            let number: Int = row["number"]
            let content = try key.opened(row["content"], context: "load|\(id)|\(number)")
            try RecordChunk.forEachField(content, columns: columns.count) { _, column, value in
                builder.append(value, to: column)
            }
        }
        return builder.table()
    }

    /// One record of a load, by item; missing values are left out.
    static func record(_ row: Int, of id: Load.ID, under master: MasterKey, _ db: Database) throws
        -> [DataItem.ID: String]
    {
        let columns = try columns(id, db)
        let number = row / RecordChunk.rows
        let content = try Data.fetchOne(
            db, sql: "SELECT content FROM recordChunk WHERE load = ? AND number = ?",
            arguments: [id.rawValue, number])
        guard let content else { throw Refusal.notFound("record") }
        let opened = try ContentKey.fetch(for: "load|\(id)", under: master, db)
            .opened(content, context: "load|\(id)|\(number)")
        var record: [DataItem.ID: String] = [:]
        try RecordChunk.forEachField(opened, columns: columns.count) { place, column, value in
            guard place == row % RecordChunk.rows, !value.isEmpty,
                let item = DataItem.ID(rawValue: columns[column])
            else { return }
            record[item] = String(decoding: value, as: UTF8.self)
        }
        return record
    }
}
