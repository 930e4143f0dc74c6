/// One thing that may be known about a person or a place, as the shared dictionary defines it.
///
/// Agreements, mappings, minimisation and matching all name data items by their `ID`.
public struct DataItem: Hashable, Identifiable, Sendable {
    /// The code of the item, such as `date-of-birth`.
    public let id: ID
    /// What people call it, such as "Date of birth".
    public let label: String
    /// What it means, where the label does not say it all; may be empty.
    public let description: String
    /// How its values are written.
    public let kind: Kind
    /// How much protection the law gives it.
    public let sensitivity: Sensitivity
    /// The codes that a code list allows; empty for the other kinds.
    public let codes: [Code]
    /// Other headings under which files hold this item.
    public let synonyms: [String]

    /// A data item from its parts.
    public init(
        id: ID, label: String, description: String = "", kind: Kind = .text,
        sensitivity: Sensitivity = .ordinary, codes: [Code] = [], synonyms: [String] = []
    ) {
        self.id = id
        self.label = label
        self.description = description
        self.kind = kind
        self.sensitivity = sensitivity
        self.codes = codes
        self.synonyms = synonyms
    }
}

extension DataItem {
    /// Names a data item, such as `date-of-birth`.
    public typealias ID = Identifier<DataItem>

    /// How the values of an item are written, and so how they are checked and normalised.
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// Free text, such as a name or an address.
        case text
        /// A calendar date, kept in ISO 8601 form.
        case date
        /// A postcode of the United Kingdom.
        case postcode
        /// A unique property reference number.
        case uprn
        /// One of the item's `codes`.
        case codeList = "code-list"
        /// Pounds and pence, kept as `1604.00`.
        case money
        /// A reference that the sending body gives, compared exactly.
        case reference
        /// An NHS number.
        case nhsNumber = "nhs-number"
        /// A National Insurance number.
        case nationalInsuranceNumber = "national-insurance-number"
        /// Yes or no, kept as `Y` or `N`.
        case boolean
    }

    /// The protection that an item needs; what is not ordinary is marked wherever it is shown.
    public enum Sensitivity: String, Hashable, Codable, CaseIterable, Sendable {
        /// Personal data that no special rule covers.
        case ordinary
        /// Picks out one person or place by itself, such as an NHS number.
        case identifier
        /// About money that a person has, owes or receives.
        case financial
        /// About a child as a child (UK GDPR, recital 38).
        case child
        /// Special category data (UK GDPR, Article 9).
        case specialCategory = "special-category"
        /// Criminal offence data (UK GDPR, Article 10).
        case criminal

        /// What people call it, such as "special category".
        public var label: String {
            switch self {
            case .ordinary: "ordinary"
            case .identifier: "identifier"
            case .financial: "financial"
            case .child: "about a child"
            case .specialCategory: "special category"
            case .criminal: "criminal offence"
            }
        }

        /// Whether the law asks for a further condition before it is processed.
        ///
        /// Data Protection Act 2018, section 10.
        public var needsFurtherCondition: Bool { self == .specialCategory || self == .criminal }
    }

    /// One value of a code list and what it stands for.
    public struct Code: Hashable, Codable, Sendable {
        /// The code as files hold it, in capitals, such as `SPD`.
        public let code: String
        /// What it stands for, such as "Single person discount".
        public let label: String

        /// A code and its meaning.
        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }
}

extension DataItem: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, label, description, kind, sensitivity, codes, synonyms
    }

    /// Reads an item; all but `id` and `label` may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(ID.self, forKey: .id),
            label: try values.decode(String.self, forKey: .label),
            description: try values.decodeIfPresent(String.self, forKey: .description) ?? "",
            kind: try values.decodeIfPresent(Kind.self, forKey: .kind) ?? .text,
            sensitivity: try values.decodeIfPresent(Sensitivity.self, forKey: .sensitivity)
                ?? .ordinary,
            codes: try values.decodeIfPresent([Code].self, forKey: .codes) ?? [],
            synonyms: try values.decodeIfPresent([String].self, forKey: .synonyms) ?? [])
    }
}
