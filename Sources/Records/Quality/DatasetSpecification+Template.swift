extension DatasetSpecification {
    /// An empty file to fill in: the items' labels as headings, which map by themselves.
    public var template: [UInt8] { CSVWriter(headings: items.map(\.label)).bytes }
}
