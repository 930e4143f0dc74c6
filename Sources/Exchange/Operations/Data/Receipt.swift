public import Governance
public import Records

/// A loaded data set.
public enum Load: Sendable {
    /// Names a load; made at random.
    public typealias ID = Identifier<Load>
}

/// What a body gets when its file has been loaded, and what the load's page shows.
public struct Receipt: Codable, Hashable, Sendable, Identifiable {
    /// Names the load.
    public let id: Load.ID
    /// The body that loaded it.
    public let partner: Partner.ID
    /// The agreement that allowed it.
    public let agreement: SharingAgreement.ID
    /// The agreement's version.
    public let version: Int
    /// The data set.
    public let dataset: DatasetSpecification.ID
    /// The bodies that may use it.
    public let receivers: [Partner.ID]
    /// The items that were stored, each with its clause.
    public let clauses: [DataItem.ID: String]
    /// Headings of columns that were left out before anything was stored.
    public let dropped: [String]
    /// The number of records stored.
    public let rowCount: Int
    /// What the checks found, without any value.
    public let report: QualityReport
    /// The day by which it is deleted.
    public let deleteBy: CalendarDate
    /// When it was loaded.
    public let loadedAt: Timestamp
    /// Who loaded it.
    public let loadedBy: Practitioner.ID
    /// SHA-256 of the file, in base64.
    public let digest: String
    /// The number of the log entry.
    public let entry: Int

    /// The items stored, in order.
    public var items: [DataItem.ID] { clauses.keys.sorted() }
}
