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
        /// A council that has the functions of county and district.
        case unitaryCouncil = "unitary-council"
        /// A police and crime commissioner, or a mayor in that place.
        case policingBody = "policing-body"
        /// A Safeguarding Adults Board (Care Act 2014 section 43).
        case safeguardingAdultsBoard = "safeguarding-adults-board"
        /// An ambulance trust.
        case ambulance
        /// A youth offending team.
        case youthJustice = "youth-justice"
        /// A prison.
        case prison
        /// A further education college.
        case college
        /// A practice of general practitioners.
        case gpPractice = "gp-practice"
        /// A government department.
        case governmentDepartment = "government-department"
        /// An organisation set up against fraud (Serious Crime Act 2007 section 68).
        case antiFraudOrganisation = "anti-fraud-organisation"
        /// A body of another sort.
        case other

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
            case .unitaryCouncil: "Unitary council"
            case .policingBody: "Police and crime commissioner"
            case .safeguardingAdultsBoard: "Safeguarding Adults Board"
            case .ambulance: "Ambulance service"
            case .youthJustice: "Youth justice"
            case .prison: "Prison"
            case .college: "College"
            case .gpPractice: "GP practice"
            case .governmentDepartment: "Government department"
            case .antiFraudOrganisation: "Anti-fraud organisation"
            case .other: "Other"
            }
        }

        /// Whether the body is a public authority (Freedom of Information Act 2000 schedule 1).
        ///
        /// Housing associations, charities, Safeguarding Adults Boards and anti-fraud organisations
        /// are not listed there; of a body of another sort it is not known.
        public var isPublicAuthority: Bool {
            switch self {
            case .housingAssociation, .charity, .safeguardingAdultsBoard, .antiFraudOrganisation,
                .other:
                false
            default: true
            }
        }

        /// Whether it is a competent authority for law enforcement (DPA 2018 schedule 7).
        public var isCompetentAuthority: Bool {
            switch self {
            case .police, .probation, .youthJustice, .prison: true
            default: false
            }
        }
    }
}
