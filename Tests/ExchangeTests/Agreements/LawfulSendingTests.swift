import Foundation
import Governance
import Records
import Testing

@testable import Exchange

/// A gateway that none of the parties can use stops the sending; a missing power does not.
struct LawfulSendingTests {
    let bodies: TwoBodies
    var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    private func send(_ gateways: [Gateway.ID]) async throws -> Refusal? {
        var terms = try bodies.terms()
        terms.gateways = gateways
        let id = try await store.draft(terms, by: bodies.city).id
        return try await TwoBodies.refusal { try await store.send(id, by: bodies.city) }
    }

    @Test func `every template of the program can be sent by the bodies it is for`() async throws {
        #expect(try await send(["lgfa-11", "ctae-4", "rpr-107", "dea-56"]) == nil)
        let parties: [Partner] = [
            .countyCouncil, .cityCouncil, .districtCouncil, .police, .nhsTrust, .fire,
        ].map {
            Partner(
                id: Partner.ID("a-\($0.rawValue)") ?? "a", name: $0.label, kind: $0,
                registration: "", contact: "")
        }
        let kinds = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.kind) })
        for template in store.reference.templates {
            let terms = template.terms(
                lead: "a-county-council", parties: kinds, start: store.today)
            let faults = store.reference.lawFaults(in: terms, of: parties)
            #expect(faults.isEmpty, "\(template.id): \(faults)")
        }
    }

    @Test func `a law that no party can use is refused with the reason and what to do`()
        async throws
    {
        let refusal = try await send(["lgfa-11", "ca14-45"])

        #expect(refusal?.kind == .invalid)
        #expect(refusal?.reasons.map(\.code) == ["barred-gateway"])
        let sentence = refusal?.reasons.first?.sentence ?? ""
        #expect(sentence.hasPrefix("Care Act 2014, section 45 cannot be used."))
        #expect(sentence.contains("The receiver must be the Safeguarding Adults Board itself."))
        #expect(refusal?.reasons.first?.fix.hasPrefix("Take it out.") == true)
    }

    @Test func `a law that has not begun is refused, and a last resort is not`() async throws {
        #expect(try await send(["ca04-16la"])?.sentence.contains("not in force") == true)
        #expect(try await send(["localism-1"]) == nil)
    }

    @Test func `a partner stored before capacities were opens as before`() throws {
        let stored = """
            {"charter":{"charter":"2026-1","date":"2026-11-22","post":"Chief Executive"},\
            "contact":"dpo@example.org","id":"saltmere","kind":"district-council",\
            "name":"Saltmere City Council","registration":"Z0000001","standing":"active"}
            """
        let partner = try JSONDecoder().decode(Partner.self, from: Data(stored.utf8))

        #expect(partner.attestations.isEmpty && partner.standing == .active)
        #expect(partner.legalBody == LegalBody(.districtCouncil))
        let attestation = CapacityAttestation(
            capacity: "dea-schedule-4", source: "Schedule 4, read on 3 March 2027",
            date: try #require(CalendarDate("2027-03-03")))
        let more = partner.attesting(attestation).attesting(attestation)
        let again = try JSONDecoder().decode(Partner.self, from: JSONEncoder().encode(more))
        #expect(again == more && more.attestations == [attestation])
        #expect(again.withdrawing("dea-schedule-4") == partner)
    }
}
