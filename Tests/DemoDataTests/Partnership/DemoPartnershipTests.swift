import DemoData
import Governance
import Records
import Testing

struct DemoPartnershipTests {
    static let days = ["2026-11-22", "2027-05-31", "2028-02-29", "2028-03-31"]

    @Test(arguments: days) func `replaying the steps gives the promised standings`(day: String)
        throws
    {
        let today = try #require(CalendarDate(day))
        let partnership = DemoPartnership(today: today)

        let replay = try Replay(of: partnership, templates: DataFiles().templates)

        #expect(Set(replay.agreements.keys) == Set(partnership.agreements.map(\.id)))
        for promise in partnership.agreements {
            let agreement = try #require(replay.agreements[promise.id])
            #expect(agreement.standing(on: today) == promise.standing, "\(promise.id)")
            #expect(agreement.reviewStanding(on: today) == promise.review, "\(promise.id)")
            #expect(agreement.terms.faults.isEmpty, "\(promise.id): \(agreement.terms.faults)")
        }
        let standings = replay.partners.values.map(\.standing)
        #expect(standings.count { $0 == .applied } == 2)
        #expect(standings.count { $0 == .suspended } == 1)
        #expect(standings.count { $0 == .active } == standings.count - 3)
    }

    @Test func `the standings hold on days all over four years`() throws {
        let templates = try DataFiles().templates
        let first = try #require(CalendarDate("2026-11-22"))
        for count in stride(from: 0, to: 1_461, by: 13) {
            let today = first.adding(days: count)
            let partnership = DemoPartnership(today: today)
            let replay = try Replay(of: partnership, templates: templates)
            for promise in partnership.agreements {
                let agreement = try #require(replay.agreements[promise.id])
                #expect(agreement.standing(on: today) == promise.standing, "\(today)")
                #expect(agreement.reviewStanding(on: today) == promise.review, "\(today)")
            }
        }
    }

    @Test func `every standing of an agreement can be seen`() throws {
        let today = try #require(CalendarDate("2026-11-22"))
        let partnership = DemoPartnership(today: today)
        let inForce = partnership.agreements.filter { $0.standing == .inForce }
        let replay = try Replay(of: partnership, templates: DataFiles().templates)
        let versions = replay.histories.values.flatMap(\.versions)

        #expect(
            Set(versions.map { $0.standing(on: today) }) == Set(SharingAgreement.Standing.allCases))
        #expect(Set(inForce.map(\.review)) == [.notDue, .due, .overdue])
    }

    @Test func `two of four parties have approved the agreement that waits`() throws {
        let partnership = DemoPartnership(today: try #require(CalendarDate("2026-11-22")))
        let replay = try Replay(of: partnership, templates: DataFiles().templates)
        let waiting = try #require(replay.agreements["isp-0018"])

        #expect(waiting.parties.count == 4)
        #expect(waiting.awaiting == ["tidewell-homes", "tollesham-district-council"])
    }

    @Test func `both councils send and receive for the discount review, and the county nothing`()
        throws
    {
        let partnership = DemoPartnership(today: try #require(CalendarDate("2026-11-22")))
        let replay = try Replay(of: partnership, templates: DataFiles().templates)
        let terms = try #require(replay.agreements["isp-0012"]).terms
        let councils: Set<Partner.ID> = ["saltmere-city-council", "tollesham-district-council"]

        #expect(terms.parties == councils.union(["ambermere-county-council"]))
        #expect(Set(terms.flows.map(\.dataset)) == ["council-tax", "electoral-register"])
        #expect(terms.flows.allSatisfy { $0.from == councils && $0.to == councils })
        #expect(terms.retentionMonths == 12)
    }

    @Test func `bodies and people have codes and addresses of their own`() throws {
        let partnership = DemoPartnership(today: try #require(CalendarDate("2026-11-22")))
        let (bodies, people) = (partnership.partners, partnership.practitioners)

        #expect(bodies.count >= 16 && people.count >= 12)
        #expect(Set(bodies.map(\.id)).count == bodies.count)
        #expect(Set(bodies.map(\.registration)).count == bodies.count)
        #expect(Set(people.map(\.id)).count == people.count)
        #expect(Set(people.map(\.email)).count == people.count)
        #expect(bodies.allSatisfy { $0.contact.hasSuffix("@example.org") })
        #expect(bodies.allSatisfy { $0.registration.hasSuffix("(invented)") })
        #expect(people.allSatisfy { $0.email.hasSuffix("@example.org") && $0.isActive })
        #expect(people.allSatisfy { $0.email == $0.email.lowercased() })
        #expect(Set(people.map(\.partner)).isSubset(of: Set(bodies.map(\.id))))
        #expect(Set(bodies.map(\.kind)).count == 11)
        #expect(
            people.reduce(into: Set()) { $0.formUnion($1.roles) }
                == Set(Practitioner.Role.allCases))
    }

    @Test func `nobody's code is made of their name`() throws {
        let partnership = DemoPartnership(today: try #require(CalendarDate("2026-11-22")))
        for person in partnership.practitioners {
            for word in person.name.lowercased().split(separator: " ") {
                #expect(!person.id.rawValue.contains(word))
            }
        }
    }
}
