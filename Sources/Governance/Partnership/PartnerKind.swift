extension Partner {
    /// The sort of body, which decides which laws it may rely on.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// A county council.
        case countyCouncil = "county-council"
        /// A city or borough council.
        case cityCouncil = "city-council"
        /// A district council.
        case districtCouncil = "district-council"
        /// A police force.
        case police
        /// A fire and rescue authority.
        case fire
        /// An NHS trust or foundation trust.
        case nhsTrust = "nhs-trust"
        /// An NHS integrated care board.
        case integratedCareBoard = "integrated-care-board"
        /// A probation service area.
        case probation
        /// A school or academy trust.
        case school
        /// A registered provider of social housing.
        case housingAssociation = "housing-association"
        /// A charity or community organisation.
        case charity

        /// As people say it.
        public var label: String {
            switch self {
            case .countyCouncil: "County council"
            case .cityCouncil: "City council"
            case .districtCouncil: "District council"
            case .police: "Police"
            case .fire: "Fire and rescue"
            case .nhsTrust: "NHS trust"
            case .integratedCareBoard: "Integrated care board"
            case .probation: "Probation"
            case .school: "School"
            case .housingAssociation: "Housing association"
            case .charity: "Charity"
            }
        }

        /// Whether the body is a public authority (Freedom of Information Act 2000 schedule 1).
        ///
        /// Housing associations and charities are not listed there.
        public var isPublicAuthority: Bool { self != .housingAssociation && self != .charity }

        /// Whether it is a competent authority for law enforcement (DPA 2018 schedule 7).
        public var isCompetentAuthority: Bool { self == .police || self == .probation }
    }
}
