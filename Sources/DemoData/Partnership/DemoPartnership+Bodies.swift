import Governance
import Records

extension DemoPartnership {
    /// The invented bodies; none is known to exist.
    static let bodies: [Partner] = names.enumerated().map { index, body in
        let digits = String(index + 1)
        let number = String(repeating: "0", count: 7 - digits.count) + digits
        return Partner(
            id: body.id, name: body.name, kind: body.kind, registration: "Z\(number) (invented)",
            contact: "information-rights.\(body.id)@example.org")
    }

    private static let names: [(id: Partner.ID, name: String, kind: Partner.Kind)] = [
        ("ambermere-county-council", "Ambermere County Council", .countyCouncil),
        ("saltmere-city-council", "Saltmere City Council", .cityCouncil),
        ("marlsea-borough-council", "Marlsea Borough Council", .cityCouncil),
        ("tollesham-district-council", "Tollesham District Council", .districtCouncil),
        ("wendlehythe-district-council", "Wendlehythe District Council", .districtCouncil),
        ("ambermere-police", "Ambermere Police", .police),
        ("ambermere-fire", "Ambermere Fire and Rescue", .fire),
        ("saltmere-tollesham-hospitals", "Saltmere and Tollesham Hospitals Trust", .nhsTrust),
        ("ambermere-community-health", "Ambermere Community Health Trust", .nhsTrust),
        ("mid-ambermere-icb", "Mid Ambermere Integrated Care Board", .integratedCareBoard),
        ("ambermere-probation", "Ambermere Probation", .probation),
        ("heron-lane-primary", "Heron Lane Primary School, Saltmere", .school),
        ("samphire-academy", "Samphire Academy, Tollesham", .school),
        ("tidewell-homes", "Tidewell Homes", .housingAssociation),
        ("ambermere-marsh-housing", "Ambermere Marsh Housing", .housingAssociation),
        ("saltmere-lantern", "The Saltmere Lantern", .charity),
        ("ambermere-carers-circle", "Ambermere Carers' Circle", .charity),
        ("tollesham-night-shelter", "Tollesham Night Shelter", .charity),
    ]
}
