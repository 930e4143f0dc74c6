import Governance
import Records
import Testing

/// What is wrong in a catalogue, and gateways that an agreement's parties cannot rely on.
struct LawFaultTests {
    private func faults(_ gateways: [Gateway]) -> [LawFault] {
        LawCatalogue(
            readOn: day("2026-11-22"), gateways: gateways, capacities: SmallLaw.capacities
        ).faults(purposes: ["debt"], items: ["surname"])
    }

    private func version(from: String?, until: String?) -> Gateway {
        SmallLaw.gateway("g", .power, Gateway.Rules(), from: from, until: until)
    }

    @Test func `a sound catalogue has no faults`() {
        let purposes: Set<Purpose.ID> = [
            "adults", "violence", "debt", "reduction", "homes", "homelessness", "children",
        ]
        let items: Set<DataItem.ID> = ["forename", "surname", "telephone"]
        #expect(SmallLaw.catalogue.faults(purposes: purposes, items: items) == [])
    }

    @Test(
        arguments: [
            (nil, "2020-12-31", "2021-01-01", nil, false),
            (nil, "2020-12-31", "2020-12-31", nil, true),
            (nil, nil, "2021-01-01", nil, true),
            ("2021-01-01", nil, nil, "2020-12-31", false),
            ("2021-01-01", "2021-12-31", "2022-01-01", "2022-12-31", false),
            ("2021-01-01", "2022-01-01", "2022-01-01", "2022-12-31", true),
            ("2021-01-01", "2021-01-01", "2021-01-01", "2021-01-01", true),
        ] as [(String?, String?, String?, String?, Bool)])
    func `versions of one gateway may touch and not overlap`(
        from: String?, until: String?, otherFrom: String?, otherUntil: String?, overlap: Bool
    ) {
        let first = version(from: from, until: until)
        let second = version(from: otherFrom, until: otherUntil)
        for pair in [[first, second], [second, first]] {
            let found = faults(pair)
            #expect(found.isEmpty == !overlap)
            #expect(found.allSatisfy { $0.path == ["gateways", "1", "from"] })
        }
    }

    @Test func `a version that has not begun may wait beside one in force, but only one`() {
        func waiting(_ word: Commencement) -> Gateway {
            Gateway(
                id: "g", citation: "Act", meaning: "Sharing.", effect: .power, limits: "Some.",
                from: word, until: nil, source: "Read.", isVerified: false)
        }
        #expect(faults([version(from: nil, until: nil), waiting(.notCommenced)]).isEmpty)
        #expect(faults([waiting(.unknown), waiting(.notCommenced)]).count == 1)
    }

    @Test func `unknown codes, empty words and backward periods are named with their place`() {
        let rules = Gateway.Rules(
            holders: ["made-up"], purposes: ["debt", "nothing"], items: ["surname", "shoe-size"],
            bars: [Bar(code: "b", sentence: " ", fix: "Do.", heldFor: ["never"])])
        let found = faults([
            version(from: "2021-01-02", until: "2021-01-01"),
            SmallLaw.gateway("h", .power, rules),
        ])

        #expect(
            Set(found.map { $0.path.joined(separator: ".") }) == [
                "gateways.0.until", "gateways.1.rules.holders", "gateways.1.rules.purposes",
                "gateways.1.rules.items", "gateways.1.rules.bars.0.sentence",
                "gateways.1.rules.bars.0.heldFor",
            ])
        #expect(found.contains { $0.sentence == "The capacity `made-up` is not defined." })
    }

    @Test func `a capacity that nobody can have, or that is there twice, is a fault`() {
        let law = LawCatalogue(
            readOn: day("2026-11-22"), gateways: [],
            capacities: [SmallLaw.capacity("a", []), SmallLaw.capacity("a", [.police])])
        let paths = law.faults(purposes: [], items: []).map(\.path)
        #expect(paths == [["capacities", "1", "id"], ["capacities", "0"]])
    }

    @Test func `the version of the day is the one in force, else the last that had begun`() {
        let law = LawCatalogue(
            readOn: day("2026-11-22"),
            gateways: [
                version(from: "2020-01-01", until: "2020-12-31"),
                version(from: "2022-01-01", until: nil),
            ], capacities: [])
        func first(_ date: String) -> Commencement? { law.gateway("g", on: day(date))?.from }

        #expect(first("2019-01-01") == .on(day("2020-01-01")))
        #expect(first("2020-06-01") == .on(day("2020-01-01")))
        #expect(first("2021-06-01") == .on(day("2020-01-01")))
        #expect(first("2022-01-01") == .on(day("2022-01-01")))
        #expect(law.gateways(on: day("2022-06-01")).count == 1)
    }
}

struct TermsLawTests {
    private let bodies: [Partner.ID: LegalBody] = [
        "ambermere": LegalBody(.cityCouncil), "northwold": LegalBody(.districtCouncil),
        "fire": LegalBody(.fire),
    ]

    private func terms(
        _ gateways: [Gateway.ID], _ purpose: Purpose.ID, edit: (inout Terms) -> Void = { _ in }
    ) -> Terms {
        var terms = SharingAgreement.Terms.complete()
        (terms.gateways, terms.purpose) = (gateways, purpose)
        edit(&terms)
        return terms
    }

    private typealias Terms = SharingAgreement.Terms

    private func codes(_ terms: Terms) -> [String] {
        SmallLaw.catalogue.faults(in: terms, of: bodies).flatMap { fault in
            fault.reasons.map { "\(fault.gateway.id): \($0.code)" }
        }
    }

    @Test func `a gateway that no direction can rely on is a fault, whoever else could`() {
        #expect(codes(terms(["care-45"], "adults")) == ["care-45: receiver"])
        #expect(codes(terms(["crime-115"], "violence")) == ["crime-115: receiver"])
        #expect(codes(terms(["homes-18a"], "homes")) == ["homes-18a: only-within"])
        #expect(codes(terms(["crime-17"], "violence")) == ["crime-17: background"])
        #expect(codes(terms(["debt-48"], "debt")) == ["debt-48: receiver"])
    }

    @Test func `asking, agreeing and bars on single records do not stop an agreement`() {
        #expect(codes(terms(["homeless-213b"], "homelessness")) == [])
        #expect(codes(terms(["welfare-131", "general-1"], "reduction")) == [])
    }

    @Test func `a gateway may begin within the term and not after it`() {
        #expect(codes(terms(["children-16la"], "children")) == [])
        let early = terms(["children-16la"], "children") { $0.lastDay = day("2027-03-31") }
        #expect(codes(early) == ["children-16la: not-in-force"])
    }

    @Test func `directions without a disclosing power are named, and support is none`() {
        func missing(_ terms: Terms) -> [String] {
            SmallLaw.catalogue.missingPowers(in: terms, of: bodies).map { "\($0.from)>\($0.to)" }
        }
        let both = ["ambermere>northwold", "northwold>ambermere"]
        #expect(missing(terms(["care-42"], "adults")) == both)
        #expect(missing(terms(["care-42", "general-1"], "adults")) == [])
        #expect(missing(terms([], "adults")) == both)
    }
}
