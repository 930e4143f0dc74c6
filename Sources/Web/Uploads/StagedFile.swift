import Exchange
import Records

/// A file that was sent, as it is understood so far: its text and what its columns hold.
struct StagedFile: Sendable {
    let bytes: [UInt8]
    /// SHA-256 of the bytes.
    let digest: [UInt8]
    private(set) var file: TableFile
    /// What every column was recognised as, also where the agreement does not allow the item.
    private(set) var mapping: ColumnMapping
    /// Counts the changes, so that two windows do not undo each other.
    private(set) var revision = 0
    /// What the checks found, until something changes.
    var checks: Checks?

    /// What the checks found under one set of allowed items on one day.
    struct Checks: Sendable {
        let items: Set<DataItem.ID>
        let date: CalendarDate
        let batch: CheckedBatch
    }

    /// Reads a file and proposes what its columns hold.
    ///
    /// - Throws: `TableFile.Refusal`.
    init(
        _ bytes: [UInt8], dataset: DatasetSpecification, remembered: [String: DataItem.ID]
    ) throws(TableFile.Refusal) {
        self.bytes = bytes
        digest = Store.digest(of: bytes)
        file = try TableFile.read(bytes)
        mapping = .proposed(for: file, dataset: dataset, remembered: remembered)
    }

    /// The same bytes read in another encoding or cut at another delimiter.
    ///
    /// What was mapped stays so where a heading stays the same.
    /// - Throws: `TableFile.Refusal` when the bytes make no table in that way.
    func reread(
        _ encoding: TextEncoding, _ delimiter: Delimiter, dataset: DatasetSpecification
    ) throws(TableFile.Refusal) -> StagedFile {
        var changed = self
        changed.file = try TableFile.read(bytes, encoding: encoding, delimiter: delimiter)
        changed.mapping = .proposed(
            for: changed.file, dataset: dataset, remembered: mapping.remembered)
        changed.revision += 1
        changed.checks = nil
        return changed
    }

    /// The same file with the items that a person chose, one for each column or nil.
    ///
    /// A column that was recognised as an item which may not be stored keeps that note.
    func choosing(_ chosen: [DataItem.ID?], allowed: Set<DataItem.ID>) -> StagedFile {
        var changed = self
        for (index, item) in chosen.enumerated() where item != self.item(index, allowed) {
            changed.mapping = changed.mapping.assigning(item, toColumn: index)
        }
        changed.revision += 1
        changed.checks = nil
        return changed
    }

    /// The mapping with only what may be stored.
    func mapping(allowed: Set<DataItem.ID>) -> ColumnMapping {
        mapping.columns.indices.reduce(mapping) { mapping, index in
            mapping.columns[index].item.map(allowed.contains) ?? true
                ? mapping : mapping.assigning(nil, toColumn: index)
        }
    }

    /// The checks that were made already, if they still hold.
    func checked(under permission: LoadPermission, on date: CalendarDate) -> CheckedBatch? {
        guard let checks, checks.items == permission.items, checks.date == date else { return nil }
        return checks.batch
    }

    private func item(_ column: Int, _ allowed: Set<DataItem.ID>) -> DataItem.ID? {
        mapping.columns[column].item.flatMap { allowed.contains($0) ? $0 : nil }
    }
}
