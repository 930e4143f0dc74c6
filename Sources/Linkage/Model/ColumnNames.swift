/// What the columns of records and of results are called.
public struct ColumnNames: Hashable, Sendable {
    /// The column that tells records of one table apart.
    public let uniqueID: String
    /// The column that tells tables apart.
    public let sourceDataset: String
    /// What comes before the name of a comparison in the column of its comparison vector value.
    public let comparisonVectorPrefix: String
    /// Columns that results carry for both records although no comparison reads them.
    public let additionalColumns: [String]

    /// The names that Splink gives, or others.
    public init(
        uniqueID: String = "unique_id", sourceDataset: String = "source_dataset",
        comparisonVectorPrefix: String = "gamma_", additionalColumns: [String] = []
    ) {
        self.uniqueID = uniqueID
        self.sourceDataset = sourceDataset
        self.comparisonVectorPrefix = comparisonVectorPrefix
        self.additionalColumns = additionalColumns
    }
}
