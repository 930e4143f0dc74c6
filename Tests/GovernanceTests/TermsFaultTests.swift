import Governance
import Records
import Testing

struct TermsFaultTests {
    typealias Terms = SharingAgreement.Terms

    /// For each fault, terms that have it and no other.
    static func terms(with fault: TermsFault) -> Terms {
        var terms = Terms.complete()
        switch fault {
        case .noTitle: terms.title = ""
        case .noSummary: terms.summary = ""
        case .longSummary:
            terms.summary = Array(repeating: "word", count: 151).joined(separator: " ")
        case .noNecessity: terms.necessity = ""
        case .tooFewParties:
            terms.parties = ["ambermere"]
            terms.flows = []
        case .leadNotAParty: terms.lead = "police"
        case .noFlows: terms.flows = []
        case .emptyFlow: terms.flows[0].items = []
        case .flowOutsideParties: terms.flows[0].to.insert("police")
        case .flowToItself:
            terms.flows[0].from = ["fire"]
            terms.flows[0].to = ["fire"]
        case .noGateway: terms.gateways = []
        case .endsBeforeStart: terms.lastDay = day("2026-12-31")
        case .reviewOutside: terms.review = day("2028-01-01")
        case .noRetention: terms.retentionMonths = 0
        }
        return terms
    }

    @Test func `complete terms have no faults`() {
        #expect(Terms.complete().faults.isEmpty)
    }

    @Test(arguments: TermsFault.allCases)
    func `each fault is found by itself`(fault: TermsFault) {
        let expected: [TermsFault] =
            switch fault {
            case .tooFewParties: [.tooFewParties, .noFlows]
            case .endsBeforeStart: [.endsBeforeStart, .reviewOutside]
            default: [fault]
            }

        #expect(Self.terms(with: fault).faults == expected)
        #expect(fault.sentence.hasSuffix("."))
    }

    @Test func `faults are listed in the order of the form`() {
        let terms = Terms(
            title: "", category: "", summary: "", purpose: "any", necessity: "", lead: "fire",
            parties: [], flows: [], gateways: [], lawfulBasis: .consent,
            start: day("2027-01-02"), lastDay: day("2027-01-01"), review: day("2027-01-03"),
            retentionMonths: 1_201)

        #expect(
            terms.faults == [
                .noTitle, .noSummary, .noNecessity, .tooFewParties, .leadNotAParty, .noFlows,
                .noGateway, .endsBeforeStart, .reviewOutside, .noRetention,
            ])
    }

    @Test(arguments: [" ", "\n\t"])
    func `blank text counts as none`(blank: String) {
        var terms = Terms.complete()
        terms.title = blank
        terms.summary = blank
        terms.necessity = blank

        #expect(terms.faults == [.noTitle, .noSummary, .noNecessity])
    }

    @Test func `the limits themselves are allowed`() {
        var terms = Terms.complete()
        terms.summary = Array(repeating: "word", count: 150).joined(separator: "\n ")
        terms.lastDay = terms.start
        terms.review = terms.start
        terms.retentionMonths = 1
        #expect(terms.faults.isEmpty)

        terms.retentionMonths = 1_200
        #expect(terms.faults.isEmpty)
    }

    @Test func `every empty part of a flow is a fault`() {
        let flow = Terms.complete().flows[0]
        var flows = Array(repeating: flow, count: 4)
        flows[0].from = []
        flows[1].to = []
        flows[2].items = []
        flows[3].kinds = []

        for flow in flows {
            var terms = Terms.complete()
            terms.flows.append(flow)
            #expect(terms.faults == [.emptyFlow])
        }
    }

    @Test func `a body may send to others and itself, but not to itself alone`() {
        var terms = Terms.complete()
        terms.flows[0].to = ["ambermere", "fire"]
        #expect(terms.faults.isEmpty)

        terms.flows[0].to = ["ambermere"]
        #expect(terms.faults == [.flowToItself])
    }
}
