import Governance
import Records
import Testing

struct PractitionerTests {
    /// What each role is there for; an action that is missing here is nobody's.
    static let table: [(role: Practitioner.Role, actions: Set<Action>)] = [
        (
            .governanceOfficer,
            [
                .addPartner, .keepAssurance, .recordCapacity, .draftAgreement, .assessImpact,
                .stopAgreement, .readLog, .manageAccounts,
            ]
        ),
        (
            .approver,
            [
                .signCharter, .approveAgreement, .adviseOnImpact, .signAssessment, .signMatchModel,
                .readLog,
            ]
        ),
        (.practitioner, [.reviewMatch, .workCase]),
        (.analyst, [.loadData, .runMatch, .buildMatchModel]),
        (.leader, []),
        (.auditor, [.readLog]),
        (.operator, [.changeStanding, .readLog, .manageAccounts]),
    ]

    func person(_ roles: Set<Practitioner.Role>, isActive: Bool = true) -> Practitioner {
        Practitioner(
            id: "p1", partner: "northwold", name: "Ottoline Fenn", email: "o.fenn@example.org",
            post: "Officer", roles: roles, isActive: isActive)
    }

    @Test func `each role may do what it is there for and nothing else`() {
        #expect(Set(Self.table.map(\.role)) == Set(Practitioner.Role.allCases))
        for (role, actions) in Self.table {
            #expect(Set(Action.allCases.filter(person([role]).may)) == actions, "\(role)")
        }
    }

    @Test func `several roles add up`() {
        let both = person([.analyst, .approver])

        #expect(both.may(.loadData) && both.may(.approveAgreement) && !both.may(.workCase))
    }

    @Test func `a closed account and one without roles may do nothing`() {
        let closed = person(Set(Practitioner.Role.allCases), isActive: false)

        #expect(!Action.allCases.contains(where: closed.may))
        #expect(!Action.allCases.contains(where: person([]).may))
    }

    @Test func `nobody but an approver signs`() {
        for action in [Action.signCharter, .approveAgreement] {
            #expect(action.roles == [.approver])
        }
    }

    @Test func `every action and role has its own words`() {
        #expect(Set(Action.allCases.map(\.words)).count == Action.allCases.count)
        #expect(
            Set(Practitioner.Role.allCases.map(\.label)).count == Practitioner.Role.allCases.count)
        #expect(Practitioner.Role.allCases.sorted() == Practitioner.Role.allCases)
    }
}
