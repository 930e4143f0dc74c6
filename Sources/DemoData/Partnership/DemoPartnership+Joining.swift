import Governance
import Records

extension DemoPartnership {
    static let countyOfficer: Practitioner.ID = "d24s6q"
    static let saltmereOfficer: Practitioner.ID = "d19x5c"

    /// The bodies that have asked to join and not signed the charter yet.
    private static let waiting: Set<Partner.ID> = [
        "marlsea-borough-council", "tollesham-night-shelter",
    ]

    /// How the bodies joined, between nine and eight months before a day.
    ///
    /// The two that wait asked later; one member was suspended 20 days before.
    static func joining(_ today: CalendarDate) -> [DemoStep] {
        let founding = today.adding(months: -9)
        let members = bodies.filter { !waiting.contains($0.id) }
        let admitted = members.map { DemoStep(founding, countyOfficer, .admit($0.id)) }
        let signed = members.enumerated().compactMap { index, body in
            approver(of: body.id).map {
                DemoStep(founding.adding(days: 1 + index), $0, .signCharter(charter))
            }
        }
        let asked = bodies.filter { waiting.contains($0.id) }.enumerated().map { index, body in
            DemoStep(today.adding(days: -30 + index * 9), countyOfficer, .admit(body.id))
        }
        return admitted + signed + asked + [suspension(today)]
    }

    static func approver(of body: Partner.ID) -> Practitioner.ID? {
        people.first { $0.partner == body && $0.may(.approveAgreement) }?.id
    }

    private static func suspension(_ today: CalendarDate) -> DemoStep {
        let reason = "Its data protection fee has lapsed and it has not answered two letters."
        return DemoStep(
            today.adding(days: -20), "d58m5w",
            .changeStanding("ambermere-marsh-housing", to: .suspended, because: reason))
    }
}
