/// Which column of a file holds which data item.
public struct ColumnMapping: Hashable, Sendable {
    /// One column and what it was taken for.
    public struct Column: Hashable, Sendable {
        /// The heading in the file.
        public let heading: String
        /// The item that the column holds; nil leaves the column out.
        public let item: DataItem.ID?
        /// Why.
        public let reason: Reason
    }

    /// Why a column is mapped as it is.
    public enum Reason: Hashable, Sendable {
        /// The same heading was mapped so before.
        case remembered
        /// The heading is the item's name or one of its synonyms.
        case heading
        /// So many of 100 values have the form of the item.
        case content(percent: Int)
        /// A person chose it.
        case chosen
        /// Nothing speaks for any item.
        case unknown

        /// What to show beside the column.
        public var sentence: String {
            switch self {
            case .remembered: "Mapped so the last time."
            case .heading: "The heading is a known name of this item."
            case .content(let percent): "\(percent)% of the values have this form."
            case .chosen: "Chosen by hand."
            case .unknown: "Not mapped: the column is left out."
            }
        }
    }

    /// The columns, in the order of the file.
    public let columns: [Column]

    /// The headings of columns that are left out.
    public var unmappedHeadings: [String] {
        columns.filter { $0.item == nil }.map(\.heading)
    }

    /// What to keep for the next file of the same kind: the item's code by heading.
    public var remembered: [String: DataItem.ID] {
        var items: [String: DataItem.ID] = [:]
        for column in columns { items[column.heading] = column.item }
        return items
    }

    /// The column that holds an item.
    public func column(of item: DataItem.ID) -> Column? { columns.first { $0.item == item } }

    /// The same mapping with one column, counted from 0, given to an item or left out.
    public func assigning(_ item: DataItem.ID?, toColumn index: Int) -> ColumnMapping {
        var changed = columns
        changed[index] = Column(heading: columns[index].heading, item: item, reason: .chosen)
        return ColumnMapping(columns: changed)
    }

    /// The mapping that people chose, by heading; columns that are not named are left out.
    public static func chosen(
        _ items: [String: DataItem.ID], for file: TableFile
    ) -> ColumnMapping {
        ColumnMapping(
            columns: file.headings.map {
                Column(heading: $0, item: items[$0], reason: items[$0] == nil ? .unknown : .chosen)
            })
    }
}

extension ColumnMapping {
    /// Why a mapping cannot be used.
    public enum Problem: Error, Hashable, Sendable {
        /// Several columns are mapped to one item.
        case sameItem(label: String, headings: [String])
        /// No column is mapped to an item that every row must have.
        case missing(label: String)
        /// A column is mapped to an item that the data set does not have.
        case unknownItem(DataItem.ID, heading: String)
        /// The file has no column with this heading.
        case unknownHeading(String)

        /// What is wrong and what to do, in one sentence.
        public var sentence: String {
            switch self {
            case .sameItem(let label, let headings):
                "\(headings.map { "“\($0)”" }.joined(separator: " and ")) are all mapped to "
                    + "“\(label)”: choose one."
            case .missing(let label):
                "No column is mapped to “\(label)”: choose the one that has it."
            case .unknownItem(let item, let heading):
                "“\(heading)” is mapped to `\(item)`, which this data set does not have: "
                    + "choose another."
            case .unknownHeading(let heading):
                "The file has no column headed “\(heading)”: map the columns again."
            }
        }
    }

    /// All reasons why this mapping cannot be used for a file and a data set; empty if it can.
    public func problems(for file: TableFile, dataset: DatasetSpecification) -> [Problem] {
        var problems: [Problem] = []
        for column in columns {
            if !file.headings.contains(column.heading) {
                problems.append(.unknownHeading(column.heading))
            }
            if let item = column.item, dataset.field(item) == nil {
                problems.append(.unknownItem(item, heading: column.heading))
            }
        }
        for field in dataset.fields {
            let headings = columns.filter { $0.item == field.item.id }.map(\.heading)
            if headings.count > 1 {
                problems.append(.sameItem(label: field.item.label, headings: headings))
            } else if headings.isEmpty, field.required {
                problems.append(.missing(label: field.item.label))
            }
        }
        return problems
    }
}
