/// Whose evidence a comparison is: one person's, or that of everybody in a home.
public enum EvidenceScope: String, Hashable, Sendable, Codable, CaseIterable {
    /// Names, date of birth: they tell the members of a household apart.
    case person
    /// Address, postcode, town, telephone: the members of a household share them.
    case household
}

/// What a model of households needs to know beside the plain model.
public struct HouseholdPlan: Hashable, Sendable, Codable {
    /// The names of the comparisons whose evidence a household shares; all others are a person's.
    public let sharedComparisons: Set<String>
    /// The names of comparisons of facts that never change, such as the date of birth.
    ///
    /// Father and son may share all but this, and nothing in unlabelled records tells them from
    /// one person with a wrong date. So a wholly different value is taken to be somebody else's,
    /// but for one pair of a person's records in a hundred.
    public let lifelongComparisons: Set<String>
    /// Lists of columns; records that agree on all columns of a list live at one address.
    public let homes: [[String]]

    enum CodingKeys: String, CodingKey {
        case sharedComparisons = "shared_comparisons"
        case lifelongComparisons = "lifelong_comparisons"
        case homes
    }

    /// A plan; it needs at least one shared comparison and one home.
    public init(
        sharedComparisons: Set<String>, lifelongComparisons: Set<String> = [],
        homes: [[String]]
    ) {
        self.sharedComparisons = sharedComparisons
        self.lifelongComparisons = lifelongComparisons
        self.homes = homes
    }

    /// The plan for `LinkageModel.people`, with either form of location.
    public static let people = HouseholdPlan(
        sharedComparisons: [
            "location", LinkageModel.PeopleColumn.address, LinkageModel.PeopleColumn.town,
            LinkageModel.PeopleColumn.postcode, LinkageModel.PeopleColumn.uprn,
        ],
        lifelongComparisons: [LinkageModel.PeopleColumn.dateOfBirth],
        homes: [
            [LinkageModel.PeopleColumn.uprn],
            [LinkageModel.PeopleColumn.address, LinkageModel.PeopleColumn.postcode],
        ])

    /// Whose evidence a comparison of this name is.
    public func scope(of comparison: String) -> EvidenceScope {
        sharedComparisons.contains(comparison) ? .household : .person
    }

    /// What is wrong with the plan for a model, a sentence each; none when it can be used.
    public func problems(for model: LinkageModel) -> [String] {
        var problems: [String] = []
        let names = model.comparisons.map(\.outputColumnName)
        if names.allSatisfy({ scope(of: $0) == .person }) {
            problems.append(
                "No comparison of the model is shared by a household; name at least one.")
        }
        if names.count(where: { scope(of: $0) == .person }) < 2 {
            problems.append(
                "A model of households needs at least two comparisons about the person; add one.")
        }
        if homes.isEmpty || homes.contains(where: \.isEmpty) {
            problems.append("Each home needs at least one column; name those of the address.")
        }
        for column in Set(homes.joined()).subtracting(model.columns).sorted() {
            problems.append(
                "The home rests on the column `\(column)`, which the model does not read; "
                    + "add a comparison of it or leave it out.")
        }
        return problems
    }

    /// The homes as rules.
    var homeRules: [BlockingRule] {
        homes.map { BlockingRule(keys: $0.map { ColumnKey($0) }) }
    }
}
