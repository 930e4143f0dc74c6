/// What a file of one kind holds: its data items and the checks that its rows must pass.
public struct DatasetSpecification: Hashable, Identifiable, Codable, Sendable {
    /// The code of the data set, such as `council-tax`.
    public let id: ID
    /// What people call it, such as "Council tax accounts".
    public let title: String
    /// What the rows are, and which to send.
    public let description: String
    /// The items, in the order in which a template has them; no item comes twice.
    public let fields: [Field]

    /// A data set from its parts.
    ///
    /// - Precondition: no item comes twice.
    public init(id: ID, title: String, description: String, fields: [Field]) {
        precondition(
            Set(fields.map(\.item.id)).count == fields.count,
            "A data set names each item once.")
        self.id = id
        self.title = title
        self.description = description
        self.fields = fields
    }

    /// The field that holds an item, if the data set has it.
    public func field(_ item: DataItem.ID) -> Field? { fields.first { $0.item.id == item } }

    /// All items, in order.
    public var items: [DataItem] { fields.map(\.item) }

    /// The items without which a row is refused.
    public var requiredItems: [DataItem] { fields.filter(\.required).map(\.item) }
}

extension DatasetSpecification {
    /// Names a data set, such as `council-tax`.
    public typealias ID = Identifier<DatasetSpecification>

    /// A data item as one data set uses it.
    public struct Field: Hashable, Codable, Sendable {
        /// The item, in full, so that a kept specification explains itself.
        public let item: DataItem
        /// Whether every row must have a value.
        public let required: Bool
        /// Whether no two rows may have the same value.
        public let unique: Bool
        /// Further checks; a row that fails one is refused.
        public let checks: [Check]
        /// Checks that only warn; a row that fails one is kept.
        ///
        /// The check of the item's kind may be listed here, which makes it a warning; so may
        /// `required` and `unique`.
        public let warnings: [Check]

        /// A field from its parts.
        public init(
            item: DataItem, required: Bool = false, unique: Bool = false, checks: [Check] = [],
            warnings: [Check] = []
        ) {
            self.item = item
            self.required = required || checks.contains(.required)
            self.unique = unique || checks.contains(.unique)
            self.checks = checks.filter { $0 != .required && $0 != .unique }
            self.warnings = warnings
        }
    }
}
