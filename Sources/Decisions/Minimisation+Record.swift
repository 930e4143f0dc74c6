public import Governance
public import Records

/// One record, trimmed to what its reader may see; only Decisions makes one.
public struct DisclosedRecord: Hashable, Sendable {
    /// One item of the record.
    public struct Field: Hashable, Sendable {
        /// The item.
        public let item: DataItem.ID
        /// Its value, or nil where none is held.
        public let value: String?
    }

    /// The items that may be read, in order of their codes, held or not.
    public let fields: [Field]
    /// The items that were asked for and may not be read, in order of their codes.
    ///
    /// The permit alone decides them, so they say nothing about what is held.
    public let withheld: [DataItem.ID]
    /// What each item is read under; empty for a body's own record.
    public let grants: [DataItem.ID: Permit.Grant]

    init(
        _ record: [DataItem.ID: String], items: some Sequence<DataItem.ID>,
        withheld: Set<DataItem.ID>, grants: [DataItem.ID: Permit.Grant]
    ) {
        fields = items.sorted().map { item in
            let value = record[item] ?? ""
            return Field(item: item, value: value.isEmpty ? nil : value)
        }
        self.withheld = withheld.sorted()
        self.grants = grants
    }

    /// A whole record of a body's own, or nil when somebody else would read it.
    public static func own(
        _ record: [DataItem.ID: String], of holder: Partner.ID, readBy reader: Partner.ID
    ) -> DisclosedRecord? {
        guard holder == reader else { return nil }
        return DisclosedRecord(record, items: record.keys, withheld: [], grants: [:])
    }
}

extension Permit {
    /// A record of the sender, trimmed to the items that this permit grants.
    ///
    /// An empty value counts as not held.
    public func disclosing(_ record: [DataItem.ID: String]) -> DisclosedRecord {
        DisclosedRecord(record, items: grants.keys, withheld: withheld, grants: grants)
    }
}
