@testable import Governance
import Decisions
import Records
import Testing

/// The days on which an answer changes (P4 of proof.md §6.5).
struct DecisionBoundaryTests {
    /// Whether the plain world grants on a day, after a change.
    func grants(on date: String, _ change: (inout World) -> Void = { _ in }) -> Bool {
        var world = World.plain()
        change(&world)
        world.today = day(date)
        return world.decision.permit != nil
    }

    @Test func `P4: an agreement grants from its first day to its last, both included`() {
        #expect(!grants(on: "2026-12-31"))
        #expect(grants(on: "2027-01-01"))
        #expect(grants(on: "2027-12-31"))
        #expect(!grants(on: "2028-01-01"))
    }

    @Test func `P4: an agreement grants until three months after its review date`() {
        let review: (inout World) -> Void = { $0.agreements[0].terms.review = day("2027-05-31") }

        #expect(grants(on: "2027-08-31", review))
        #expect(!grants(on: "2027-09-01", review))
    }

    @Test func `P4: a law allows from its first day to its last, both included`() {
        let law: (inout World) -> Void = {
            $0.gateways["lgfa-11"] = World.law(from: day("2027-02-05"), until: day("2027-03-31"))
        }

        #expect(!grants(on: "2027-02-04", law))
        #expect(grants(on: "2027-02-05", law))
        #expect(grants(on: "2027-03-31", law))
        #expect(!grants(on: "2027-04-01", law))
    }

    @Test(arguments: SharingAgreement.Stage.allCases)
    func `P4: only an approved agreement grants`(stage: SharingAgreement.Stage) {
        #expect(grants(on: "2027-02-05") { $0.agreements[0].stage = stage } == (stage == .approved))
    }

    @Test func `one law in force is enough`() {
        #expect(grants(on: "2027-02-05") { $0.agreements[0].terms.gateways = ["x", "lgfa-11"] })
    }

    @Test func `of several grants the earliest delete-by day counts, then the lowest code`() throws
    {
        var world = World.plain()
        var other = SharingAgreement(id: "isp-0", version: 3, terms: world.agreements[0].terms)
        other.stage = .approved
        world.agreements.append(other)
        let tie = try #require(world.decision.permit)
        #expect(tie.agreements == ["isp-0"])

        world.agreements[0].terms.retentionMonths = 5
        let permit = try #require(world.decision.permit)
        #expect(permit.agreements == ["isp-1"])
        #expect(permit.deleteBy == world.today.adding(months: 5))
        #expect(permit.grants["surname"]?.version == 1)
        #expect(permit.grants["surname"]?.clause == "4.1")
    }

    @Test func `one request may rest on several agreements`() throws {
        var world = World.plain()
        var other = SharingAgreement(id: "isp-2", terms: world.agreements[0].terms)
        other.stage = .approved
        other.terms.flows[0].items = ["uprn"]
        other.terms.retentionMonths = 24
        world.agreements.append(other)
        world.request = world.request.with(items: ["surname", "uprn", "band"])
        let permit = try #require(world.decision.permit)

        #expect(permit.agreements == ["isp-1", "isp-2"])
        #expect(permit.items == ["surname", "uprn"])
        #expect(permit.withheld == ["band"])
        #expect(permit.deleteBy == world.today.adding(months: 6))
        #expect(world.decision.grounds.isEmpty)
    }
}

extension World {
    /// Two active councils, one agreement in force, one question that it answers with yes.
    static func plain() -> World {
        var agreement = SharingAgreement(
            id: "isp-1",
            terms: SharingAgreement.Terms(
                title: "Discount review", category: "", summary: "", purpose: "accuracy",
                necessity: "", lead: "ambermere", parties: ["ambermere", "northwold"],
                flows: [
                    DataFlow(
                        clause: "4.1", from: ["ambermere"], to: ["northwold"],
                        dataset: "council-tax", items: ["surname", "postcode"],
                        kinds: [.match, .view])
                ],
                gateways: ["lgfa-11"], lawfulBasis: .publicTask, start: day("2027-01-01"),
                lastDay: day("2027-12-31"), review: day("2027-12-31"), retentionMonths: 6))
        agreement.stage = .approved
        var world = World(seed: 0)
        world.partners = ["ambermere": .active, "northwold": .active]
        world.agreements = [agreement]
        world.gateways = ["lgfa-11": law(from: nil, until: nil)]
        world.today = day("2027-06-01")
        world.request = SharingRequest(
            kind: .match, from: "ambermere", to: "northwold", purpose: "accuracy",
            dataset: "council-tax", items: ["surname", "postcode"])
        return world
    }

    static func law(
        _ id: Gateway.ID = "lgfa-11", from: CalendarDate?, until: CalendarDate?
    ) -> Gateway {
        Gateway(
            id: id, citation: "Local Government Finance Act 1992", meaning: "",
            effect: .power, limits: "", from: from.map { .on($0) } ?? .longStanding,
            until: until, source: "", isVerified: false)
    }
}
