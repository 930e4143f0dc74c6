import Decisions
import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Stores the accepted rows of a checked file, cut down to the agreed items, with a receipt.
    ///
    /// The decision is made again inside the transaction, because an agreement may have ended
    /// while the person read the report. Only a `MinimisedTable` can be stored.
    ///
    /// `digest`: SHA-256 of the file that was checked, 32 bytes.
    /// - Throws: `Refusal` when the agreement does not allow it or no row was accepted.
    public func load(
        _ batch: CheckedBatch, digest: [UInt8], under id: SharingAgreement.ID,
        by person: Practitioner
    ) async throws -> Receipt {
        try require(.loadData, of: person)
        guard batch.records.rowCount > 0 else {
            throw Refusal(
                .invalid, "no-rows", "No row of the file passed the checks, so nothing was loaded.",
                fix: "Download the rows with what to fix, mend them and load the file again.")
        }
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        // A refusal is a value here, so that its log entry commits.
        let outcome: Result<Receipt, Refusal> = try await transact { db in
            switch try Self.loadPermission(
                batch.dataset.id, under: id, by: person, on: date, reference, db)
            {
            case .failure(let refusal):
                try Self.logRefusal(
                    refusal, of: batch.dataset.id, under: id, by: person, at: moment, db)
                return .failure(refusal)
            case .success(let permission):
                return .success(
                    try Self.store(batch, digest, permission, master, by: person, at: moment, db))
            }
        }
        return try outcome.get()
    }

    private static func store(
        _ batch: CheckedBatch, _ digest: [UInt8], _ permission: LoadPermission,
        _ master: MasterKey, by person: Practitioner, at moment: Timestamp, _ db: Database
    ) throws -> Receipt {
        let minimised = batch.records.minimised(under: permission.permits)
        let load = Secret.code(of: Load.self)
        let entry = try logLoad(
            load, minimised, permission, batch, digest, by: person, at: moment, db)
        let receipt = Receipt(
            load, minimised, permission, batch, Data(digest).base64EncodedString(),
            by: person, at: moment, entry: entry)
        let key = try ContentKey.made(for: "load|\(load)", under: master, db)
        try insert(receipt, db)
        try insert(minimised, receipt, sealedBy: key, db)
        try remember(batch.mapping, of: person.partner, dataset: batch.dataset.id, db)
        return receipt
    }

    private static func insert(_ receipt: Receipt, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO load (id, partner, agreement, version, dataset, rowCount,
                rejectedCount, receipt, deleteBy, loadedAt, loadedBy, digest, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                receipt.id.rawValue, receipt.partner.rawValue, receipt.agreement.rawValue,
                receipt.version, receipt.dataset.rawValue, receipt.rowCount,
                receipt.report.rejectedCount, Document.text(receipt),
                receipt.deleteBy.description, receipt.loadedAt.seconds,
                receipt.loadedBy.rawValue, Data(base64Encoded: receipt.digest) ?? Data(),
                receipt.entry,
            ])
    }

    private static func insert(
        _ minimised: MinimisedTable, _ receipt: Receipt, sealedBy key: ContentKey, _ db: Database
    ) throws {
        let load = receipt.id
        let statement = try db.makeStatement(
            sql: "INSERT INTO recordChunk (load, number, content) VALUES (?, ?, ?)")
        let table = minimised.table.selecting(receipt.items.map(\.rawValue))
        for (number, start) in stride(from: 0, to: table.rowCount, by: RecordChunk.rows)
            .enumerated()
        {
            let rows = start..<min(start + RecordChunk.rows, table.rowCount)
            let content = try key.sealed(
                RecordChunk.encoded(table, rows: rows), context: "load|\(load)|\(number)")
            try statement.execute(arguments: [load.rawValue, number, content])
        }
    }

    private static func logLoad(
        _ load: Load.ID, _ minimised: MinimisedTable, _ permission: LoadPermission,
        _ batch: CheckedBatch, _ digest: [UInt8], by person: Practitioner, at moment: Timestamp,
        _ db: Database
    ) throws -> Int {
        let receivers = permission.permits.map(\.request.to)
        return try Log.append(
            LogEntry(
                type: "data-loaded", parties: Set(receivers).union([person.partner]),
                body: [
                    "load": .text(load.rawValue), "from": .text(person.partner.rawValue),
                    "to": .list(receivers.map { .text($0.rawValue) }),
                    "agreement": .text(permission.agreement.id.rawValue),
                    "version": .number(permission.agreement.version),
                    "purpose": .text(permission.agreement.terms.purpose.rawValue),
                    "dataset": .text(batch.dataset.id.rawValue),
                    "items": .list(minimised.table.columns.map { .text($0.name) }),
                    "rows": .number(minimised.table.rowCount),
                    "rejected": .number(batch.report.rejectedCount),
                    "deleteBy": .text(minimised.deleteBy.description),
                    "file": .text("sha256:" + Data(digest).base64EncodedString()),
                ]),
            by: person, at: moment, to: db)
    }

    private static func remember(
        _ mapping: Records.ColumnMapping, of partner: Partner.ID, dataset: DatasetSpecification.ID,
        _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO rememberedMapping (partner, dataset, document)
                VALUES (?, ?, ?)
                """,
            arguments: [
                partner.rawValue, dataset.rawValue, Document.text(mapping.remembered),
            ])
    }
}

extension Receipt {
    fileprivate init(
        _ load: Load.ID, _ minimised: MinimisedTable, _ permission: LoadPermission,
        _ batch: CheckedBatch, _ digest: String, by person: Practitioner, at moment: Timestamp,
        entry: Int
    ) {
        let stored = Set(minimised.table.columns.map(\.name))
        var clauses: [DataItem.ID: String] = [:]
        for permit in permission.permits {
            for (item, grant) in permit.grants where stored.contains(item.rawValue) {
                clauses[item] = min(clauses[item] ?? grant.clause, grant.clause)
            }
        }
        self.init(
            id: load, partner: person.partner, agreement: permission.agreement.id,
            version: permission.agreement.version, dataset: batch.dataset.id,
            receivers: permission.permits.map(\.request.to), clauses: clauses,
            dropped: batch.mapping.columns
                .filter { $0.item.map { !stored.contains($0.rawValue) } ?? true }.map(\.heading),
            rowCount: minimised.table.rowCount, report: batch.report.withoutValues,
            deleteBy: minimised.deleteBy, loadedAt: moment, loadedBy: person.id, digest: digest,
            entry: entry)
    }
}
