import Governance
import Records

extension DemoPartnership {
    /// The invented people; their codes say nothing about them.
    static let people: [Practitioner] = [
        person("d41k7r", "saltmere-city-council", "Priya Nandakumar", "Data analyst", .analyst),
        person(
            "d73w2m", "saltmere-city-council", "Owen Blackthorn", "Revenues officer",
            .practitioner),
        person(
            "d19x5c", "saltmere-city-council", "Marguerite Oyelaran",
            "Information governance officer", .governanceOfficer),
        person(
            "d88b4t", "saltmere-city-council", "Desmond Arkwright",
            "Senior Information Risk Owner", .approver),
        person("d79r2k", "saltmere-city-council", "Ingrid Solway", "Internal auditor", .auditor),
        person(
            "d52n9h", "tollesham-district-council", "Callum Weatherby", "Data analyst", .analyst),
        person(
            "d36f1v", "tollesham-district-council", "Shanice Doyle", "Council tax officer",
            .practitioner),
        person(
            "d67p8j", "tollesham-district-council", "Ruth Penhaligon",
            "Senior Information Risk Owner", .approver),
        person(
            "d24s6q", "ambermere-county-council", "Tomasz Lindqvist",
            "Information governance officer", .governanceOfficer),
        person(
            "d95g3z", "ambermere-county-council", "Angela Frobisher", "Chief Executive", .leader),
        person(
            "d13t7y", "ambermere-county-council", "Helen Marchetti", "Caldicott Guardian", .approver
        ),
        person(
            "d46c8d", "ambermere-county-council", "Femi Castellan", "Social worker", .practitioner),
        person("d58m5w", "ambermere-county-council", "Bartholomew Quill", "Operator", .operator),
        person(
            "d31h9x", "ambermere-police", "Kwame Ellery", "Neighbourhood sergeant", .practitioner),
        person("d84v4n", "ambermere-police", "Joanna Sterne", "Head of information", .approver),
        person("d62q1b", "ambermere-fire", "Gethin Marlowe", "Head of prevention", .approver),
        person(
            "d27j6f", "saltmere-tollesham-hospitals", "Yasmin Thackeray", "Caldicott Guardian",
            .approver),
        person(
            "d90z8p", "ambermere-community-health", "Leopold Anning", "Caldicott Guardian",
            .approver),
        person(
            "d15y3s", "mid-ambermere-icb", "Constance Adeyemi", "Senior Information Risk Owner",
            .approver),
        person("d48d7g", "ambermere-probation", "Rafe Underwood", "Head of service", .approver),
        person("d71k2t", "heron-lane-primary", "Winifred Bashir", "Headteacher", .approver),
        person("d33w5r", "samphire-academy", "Ambrose Keating", "Principal", .approver),
        person("d86x9c", "tidewell-homes", "Noor Galbraith", "Data protection officer", .approver),
        person(
            "d54b1m", "ambermere-marsh-housing", "Piers Hathersage", "Company secretary",
            .approver),
        person("d22n4h", "saltmere-lantern", "Delphine Okoro", "Chair of trustees", .approver),
        person("d69f8v", "ambermere-carers-circle", "Rosalind Tam", "Chair of trustees", .approver),
        person(
            "d38p6j", "wendlehythe-district-council", "Jasper Fenwick", "Director of resources",
            .approver),
        // The body of this approver has not signed the charter: the tour starts with it.
        person(
            "d97c3t", "marlsea-borough-council", "Winifred Adeyemi-Cole", "Chief executive",
            .approver),
    ]

    private static func person(
        _ id: Practitioner.ID, _ partner: Partner.ID, _ name: String, _ post: String,
        _ role: Practitioner.Role
    ) -> Practitioner {
        let address = name.lowercased().split(separator: " ").joined(separator: ".")
        return Practitioner(
            id: id, partner: partner, name: name, email: "\(address)@example.org", post: post,
            roles: [role])
    }
}
