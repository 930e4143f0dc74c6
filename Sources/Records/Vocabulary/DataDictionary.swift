/// The data items that a partnership shares and the data sets that are made of them.
///
/// Its JSON form, `datasets.json`, names items by code; reading it refuses unknown and repeated
/// codes, so that what is in hand is consistent.
public struct DataDictionary: Hashable, Sendable {
    /// All items, in the order of the file.
    public let items: [DataItem]
    /// All data sets, in the order of the file.
    public let datasets: [DatasetSpecification]

    /// A dictionary from its parts.
    public init(items: [DataItem], datasets: [DatasetSpecification]) {
        self.items = items
        self.datasets = datasets
    }

    /// The item with a code.
    public func item(_ id: DataItem.ID) -> DataItem? { items.first { $0.id == id } }

    /// The data set with a code.
    public func dataset(_ id: DatasetSpecification.ID) -> DatasetSpecification? {
        datasets.first { $0.id == id }
    }
}

extension DataDictionary: Codable {
    private struct File: Codable {
        let items: [DataItem]
        let datasets: [Dataset]
    }

    private struct Dataset: Codable {
        let id: DatasetSpecification.ID
        let title: String
        let description: String
        let fields: [Field]
    }

    private struct Field: Codable {
        let item: DataItem.ID
        let required: Bool?
        let unique: Bool?
        let checks: [Check]?
        let warnings: [Check]?
    }

    /// Reads the file form.
    public init(from decoder: any Decoder) throws {
        let file = try File(from: decoder)
        func refuse(_ sentence: String) -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: sentence))
        }
        var items: [DataItem.ID: DataItem] = [:]
        for item in file.items where items.updateValue(item, forKey: item.id) != nil {
            throw refuse("The item `\(item.id)` is defined twice.")
        }
        guard Set(file.datasets.map(\.id)).count == file.datasets.count else {
            throw refuse("Two data sets have the same code.")
        }
        let datasets = try file.datasets.map { dataset in
            guard Set(dataset.fields.map(\.item)).count == dataset.fields.count else {
                throw refuse("The data set `\(dataset.id)` names an item twice.")
            }
            let fields = try dataset.fields.map { field in
                guard let item = items[field.item] else {
                    throw refuse("`\(dataset.id)` names the unknown item `\(field.item)`.")
                }
                return DatasetSpecification.Field(
                    item: item, required: field.required ?? false, unique: field.unique ?? false,
                    checks: field.checks ?? [], warnings: field.warnings ?? [])
            }
            return DatasetSpecification(
                id: dataset.id, title: dataset.title, description: dataset.description,
                fields: fields)
        }
        self.init(items: file.items, datasets: datasets)
    }

    /// Writes the file form.
    public func encode(to encoder: any Encoder) throws {
        let datasets = datasets.map { dataset in
            Dataset(
                id: dataset.id, title: dataset.title, description: dataset.description,
                fields: dataset.fields.map {
                    Field(
                        item: $0.item.id, required: $0.required, unique: $0.unique,
                        checks: $0.checks, warnings: $0.warnings)
                })
        }
        try File(items: items, datasets: datasets).encode(to: encoder)
    }
}
