public import Records

/// A table with nothing in it that nobody may receive; only Decisions makes one.
///
/// The store takes no other table, so what no permit grants is never kept.
public struct MinimisedTable: Sendable, Equatable {
    /// The records with only the columns that a permit grants, in their first order.
    public let table: RecordTable
    /// The names of the columns that were left out, in their first order.
    public let dropped: [String]
    /// The earliest day by which a permit wants the copy deleted.
    public let deleteBy: CalendarDate
    /// What the columns were kept under.
    public let permits: [Permit]

    init(table: RecordTable, dropped: [String], deleteBy: CalendarDate, permits: [Permit]) {
        self.table = table
        self.dropped = dropped
        self.deleteBy = deleteBy
        self.permits = permits
    }
}

extension RecordTable {
    /// The same records with only the columns, named by item code, that at least one permit grants.
    ///
    /// Which of these columns a receiver may read is for that receiver's own permit to say.
    ///
    /// - Precondition: there is a permit, and all permits are about one sender and one data set.
    public func minimised(under permits: [Permit]) -> MinimisedTable {
        guard let first = permits.first else {
            preconditionFailure("A table is minimised under at least one permit.")
        }
        precondition(
            permits.allSatisfy {
                $0.request.from == first.request.from
                    && $0.request.dataset == first.request.dataset
            },
            "A table has one sender and holds one data set.")
        let granted = Set(permits.flatMap(\.grants.keys).map(\.rawValue))
        return MinimisedTable(
            table: RecordTable(columns: columns.filter { granted.contains($0.name) }),
            dropped: columns.map(\.name).filter { !granted.contains($0) },
            deleteBy: permits.map(\.deleteBy).min() ?? first.deleteBy,
            permits: permits)
    }
}
