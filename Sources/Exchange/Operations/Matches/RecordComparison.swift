import Decisions
public import Records

/// The two records of a pair item by item, as far as their reader may see them.
public struct RecordComparison: Hashable, Sendable {
    /// One item that both records may have.
    public struct Line: Hashable, Sendable {
        /// The item.
        public let item: DataItem
        /// The left value, if it is held.
        public let left: String?
        /// The right value, if it is held.
        public let right: String?
        /// How they differ.
        public let difference: ValueDifference
    }

    /// One item that only one of the two data sets has.
    public struct Single: Hashable, Sendable {
        /// The item.
        public let item: DataItem
        /// The value, if it is held.
        public let value: String?
    }

    /// The items of both, in the order of the dictionary.
    public let lines: [Line]
    /// The items of the left record only.
    public let leftOnly: [Single]
    /// The items of the right record only.
    public let rightOnly: [Single]
    /// Items of the left data set that the agreement does not show to the reader.
    public let leftWithheld: [DataItem]
    /// Items of the right data set that the agreement does not show to the reader.
    public let rightWithheld: [DataItem]
}

extension PairReview {
    /// The records side by side; items that the dictionary does not know are left out.
    public func comparison(_ dictionary: DataDictionary) -> RecordComparison {
        let (one, two) = (values(left), values(right))
        let leftItems = Set(leftLoad.items).union(one.keys).subtracting(left.withheld)
        let rightItems = Set(rightLoad.items).union(two.keys).subtracting(right.withheld)
        let isSwapped = Self.areNamesSwapped(one, two)
        func singles(_ items: Set<DataItem.ID>, _ held: [DataItem.ID: String])
            -> [RecordComparison.Single]
        {
            dictionary.items.filter { items.contains($0.id) }.map {
                RecordComparison.Single(item: $0, value: held[$0.id])
            }
        }
        let shared = leftItems.intersection(rightItems)
        return RecordComparison(
            lines: dictionary.items.filter { shared.contains($0.id) }.map { item in
                let difference = ValueDifference(one[item.id], two[item.id], kind: item.kind)
                let isName = Self.names.contains(item.id)
                return RecordComparison.Line(
                    item: item, left: one[item.id], right: two[item.id],
                    difference: isSwapped && isName
                        ? .similar("forename and surname are swapped") : difference)
            },
            leftOnly: singles(leftItems.subtracting(rightItems), one),
            rightOnly: singles(rightItems.subtracting(leftItems), two),
            leftWithheld: dictionary.items.filter { left.withheld.contains($0.id) },
            rightWithheld: dictionary.items.filter { right.withheld.contains($0.id) })
    }

    private static let names: [DataItem.ID] = ["forename", "surname"]

    private func values(_ record: DisclosedRecord) -> [DataItem.ID: String] {
        record.fields.reduce(into: [:]) { values, field in values[field.item] = field.value }
    }

    private static func areNamesSwapped(
        _ one: [DataItem.ID: String], _ two: [DataItem.ID: String]
    ) -> Bool {
        func plain(_ record: [DataItem.ID: String]) -> [String] {
            names.map { Normalisation.normalised(record[$0] ?? "") }
        }
        let (first, second) = (plain(one), plain(two))
        return first == second.reversed() && first != second && !first.contains("")
    }
}
