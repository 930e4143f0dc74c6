@testable import Governance
import Decisions
import Records
import Testing

/// Each ground by itself, in a world that is right but for one thing.
struct GroundTests {
    /// The grounds after one change to the plain world.
    func grounds(_ change: (inout World) -> Void) -> [Ground] {
        var world = World.plain()
        change(&world)
        return world.decision.grounds
    }

    @Test func `the plain world has no grounds`() {
        #expect(grounds { _ in } == [])
    }

    @Test func `a body cannot share with itself`() {
        #expect(
            grounds { $0.request = $0.request.with(to: "ambermere") } == [.sameBody("ambermere")])
    }

    @Test func `a request without items is refused`() {
        #expect(grounds { $0.request = $0.request.with(items: []) } == [.nothingAsked])
    }

    @Test func `bodies that are not in the partnership are named`() {
        #expect(grounds { $0.partners["northwold"] = nil } == [.unknownPartner("northwold")])
        #expect(
            grounds { $0.partners = [:] }
                == [.unknownPartner("ambermere"), .unknownPartner("northwold")])
    }

    @Test(arguments: [Partner.Standing.applied, .suspended, .withdrawn])
    func `a body that is not active neither sends nor receives`(standing: Partner.Standing) {
        for body in ["ambermere", "northwold"] as [Partner.ID] {
            #expect(
                grounds { $0.partners[body] = standing } == [.partnerNotActive(body, standing)])
        }
    }

    @Test func `a body without the charter also reads what the agreement lacks`() {
        let grounds = grounds {
            $0.partners["northwold"] = .applied
            $0.agreements[0].stage = .awaitingApproval
        }

        #expect(
            grounds == [
                .partnerNotActive("northwold", .applied), .notInForce("isp-1", .awaitingApproval),
            ])
    }

    @Test func `a body without the charter also reads that it has no agreement`() {
        let grounds = grounds {
            $0.partners["northwold"] = .applied
            $0.agreements = []
        }

        #expect(
            grounds == [
                .partnerNotActive("northwold", .applied),
                .noAgreement(from: "ambermere", to: "northwold"),
            ])
    }

    @Test func `bodies without a common agreement are told so`() {
        let expected = [Ground.noAgreement(from: "ambermere", to: "northwold")]

        #expect(grounds { $0.agreements = [] } == expected)
        #expect(grounds { $0.agreements[0].terms.parties = ["ambermere", "shire"] } == expected)
    }

    @Test func `an agreement that does not exist is unknown`() {
        #expect(
            grounds { $0.request = $0.request.with(agreement: "isp-9") }
                == [.unknownAgreement("isp-9")])
    }

    @Test(
        arguments: [
            (.draft, .draft), (.awaitingApproval, .awaitingApproval), (.suspended, .suspended),
            (.retired, .retired),
        ] as [(SharingAgreement.Stage, SharingAgreement.Standing)])
    func `an agreement that is not approved is not in force`(
        stage: SharingAgreement.Stage, standing: SharingAgreement.Standing
    ) {
        #expect(grounds { $0.agreements[0].stage = stage } == [.notInForce("isp-1", standing)])
    }

    @Test(
        arguments: [
            ("2026-12-31", .notStarted), ("2028-01-01", .expired), ("2027-11-01", .delisted),
        ] as [(String, SharingAgreement.Standing)])
    func `an agreement outside its dates is not in force`(
        date: String, standing: SharingAgreement.Standing
    ) {
        let grounds = grounds {
            $0.today = day(date)
            $0.agreements[0].terms.review = day("2027-07-31")
        }

        #expect(grounds == [.notInForce("isp-1", standing)])
    }

    @Test func `a body that is no party to the agreement named is told so`() {
        let grounds = grounds {
            $0.request = $0.request.with(agreement: "isp-1")
            $0.agreements[0].terms.parties = ["ambermere"]
        }

        #expect(grounds == [.notAParty("isp-1", "northwold")])
    }

    @Test func `an agreement for another purpose does not count`() {
        #expect(
            grounds { $0.request = $0.request.with(purpose: "fire-safety") }
                == [.otherPurpose("isp-1", "fire-safety")])
    }

    @Test func `an agreement without a law in force does not count`() {
        let expected = [Ground.noGatewayInForce("isp-1")]

        #expect(grounds { $0.gateways = [:] } == expected)
        #expect(grounds { $0.agreements[0].terms.gateways = [] } == expected)
    }

    @Test func `data goes only in the direction that a clause says`() {
        #expect(
            grounds { $0.request = $0.request.with(from: "northwold", to: "ambermere") }
                == [
                    .noFlow("isp-1", from: "northwold", to: "ambermere", dataset: "council-tax")
                ])
        #expect(
            grounds { $0.request = $0.request.with(dataset: "electoral") }
                == [.noFlow("isp-1", from: "ambermere", to: "northwold", dataset: "electoral")])
    }

    @Test func `data is used only as a clause says`() {
        #expect(
            grounds { $0.request = $0.request.with(kind: .export) }
                == [.otherUse("isp-1", .export)])
    }

    @Test func `items that no clause lists are named`() {
        #expect(
            grounds { $0.request = $0.request.with(items: ["uprn", "band"]) }
                == [.itemsNotListed("isp-1", ["uprn", "band"])])
    }

    @Test func `a denial names every missing ground of the nearest agreement`() {
        let grounds = grounds {
            var further = $0.agreements[0]
            further.stage = .draft
            further.terms.purpose = "fire-safety"
            further.terms.gateways = []
            $0.agreements[0].stage = .suspended
            $0.agreements[0].terms.gateways = []
            $0.agreements.append(SharingAgreement(id: "isp-0", terms: further.terms))
        }

        #expect(grounds == [.notInForce("isp-1", .suspended), .noGatewayInForce("isp-1")])
    }

    @Test func `of two agreements that lack equally much the lowest code is named`() {
        let grounds = grounds {
            let further = SharingAgreement(id: "isp-2", terms: $0.agreements[0].terms)
            $0.agreements[0].stage = .suspended
            $0.agreements = [further] + $0.agreements
        }

        #expect(grounds == [.notInForce("isp-1", .suspended)])
    }
}
