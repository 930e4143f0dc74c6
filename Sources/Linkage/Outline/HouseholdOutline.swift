/// What tells the people of a home from one person, told by columns.
public struct HouseholdOutline: Hashable, Sendable {
    /// Lists of columns; records that agree on all columns of a list live at one address.
    public var homes: [[String]]
    /// Further columns that a household shares, such as the town.
    public var shared: [String]
    /// Columns that stay the same all life long, such as the date of birth.
    public var lifelong: [String]

    /// An outline; at least one home is needed for a plan that can be used.
    public init(homes: [[String]], shared: [String] = [], lifelong: [String] = []) {
        self.homes = homes
        self.shared = shared
        self.lifelong = lifelong
    }

    /// All columns, as often as they are named.
    public var columns: [String] { homes.flatMap(\.self) + shared + lifelong }

    /// The plan for some comparisons, which go by the columns that they read.
    public func plan(for comparisons: [Comparison]) -> HouseholdPlan {
        func names(of columns: [String]) -> Set<String> {
            Set(
                comparisons.filter { !$0.columns.isDisjoint(with: columns) }
                    .map(\.outputColumnName))
        }
        return HouseholdPlan(
            sharedComparisons: names(of: homes.flatMap(\.self) + shared),
            lifelongComparisons: names(of: lifelong), homes: homes)
    }
}

extension HouseholdOutline: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case homes = "same home"
        case shared, lifelong
    }

    /// Reads the part `households`; only `same home` must be there.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.stringValue), outOf: "The part `households`")
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let homes = try values.decode([String].self, forKey: .homes).map { home in
            home.split(separator: "+").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
        guard !homes.isEmpty, homes.allSatisfy({ !$0.isEmpty && !$0.contains("") }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .homes, in: values,
                debugDescription: "A home is columns with `+` between them, such as "
                    + "`address + postcode`; name at least one.")
        }
        self.init(
            homes: homes,
            shared: try values.decodeIfPresent([String].self, forKey: .shared) ?? [],
            lifelong: try values.decodeIfPresent([String].self, forKey: .lifelong) ?? [])
    }

    /// Writes each home as one text.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(homes.map { $0.joined(separator: " + ") }, forKey: .homes)
        if !shared.isEmpty { try values.encode(shared, forKey: .shared) }
        if !lifelong.isEmpty { try values.encode(lifelong, forKey: .lifelong) }
    }
}
