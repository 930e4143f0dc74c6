import Governance
import Records

/// The same numbers for the same seed on every machine (Steele, Lea, Flood 2014: SplitMix64).
struct LawRandom {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((word ^ (word >> 31)) % UInt64(limit))
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

    mutating func some<Element>(_ list: [Element], _ percent: Int) -> Set<Element> {
        var chosen: Set<Element> = []
        for element in list where chance(percent) { chosen.insert(element) }
        return chosen
    }
}

/// Random catalogues and questions, small enough that rules meet often.
extension LawRandom {
    static let capacities: [Capacity.ID] = ["a", "b", "c", "d"]
    static let purposes: [Purpose.ID] = ["p", "q", "r"]
    static let items: [DataItem.ID] = ["i", "j", "k"]
    static let kinds: [Partner.Kind] = [.police, .school, .charity]
    static let today = day("2027-03-01")

    mutating func catalogue() -> LawCatalogue {
        let capacities = Self.capacities.map { id in
            SmallLaw.capacity(id, some(Self.kinds, 40), question: chance(60) ? "Is it?" : nil)
        }
        let gateways = ["g1", "g1", "g2", "g3", "g4"].compactMap { Gateway.ID($0) }.map {
            gateway($0)
        }
        let prohibitions = (0..<below(2)).map { index in
            Prohibition(
                citation: "Act \(index)", bar: bar(), except: some(["g2"], 30),
                from: commencement(),
                until: nil, source: "", isVerified: true)
        }
        return LawCatalogue(
            readOn: Self.today, gateways: gateways, capacities: capacities,
            prohibitions: prohibitions)
    }

    mutating func question() -> LawQuestion {
        LawQuestion(
            holder: body(), receiver: body(), isSameBody: chance(30), isRequested: chance(60),
            hasAgreement: chance(50), purpose: one(of: Self.purposes), heldFor: heldFor(),
            classes: some(InformationClass.allCases, 30), items: some(Self.items, 30),
            basis: chance(50) ? one(of: SharingAgreement.LawfulBasis.allCases) : nil,
            date: Self.today)
    }

    mutating func bar() -> Bar {
        Bar(
            code: "bar-\(below(1_000))", sentence: "Not allowed.", fix: "Do not.",
            holders: some(Self.capacities, 20), receivers: some(Self.capacities, 20),
            classes: some(InformationClass.allCases, 30),
            heldFor: chance(40) ? some(Self.purposes, 50) : [],
            usesLeft: chance(40) ? some(Self.purposes, 50) : [])
    }

    mutating func gateway(_ id: Gateway.ID) -> Gateway {
        Gateway(
            id: id, citation: "Act", meaning: "Sharing.",
            effect: one(of: [.power, .power, .duty, .context]), limits: "Some.",
            from: commencement(),
            until: chance(15) ? Self.today.adding(days: one(of: [-1, 0, 1])) : nil, source: "",
            isVerified: chance(50), rules: rules())
    }

    private mutating func rules() -> Gateway.Rules {
        Gateway.Rules(
            holders: some(Self.capacities, 25), receivers: some(Self.capacities, 25),
            reach: one(of: [.between, .either, .either, .within]),
            purposes: chance(40) ? some(Self.purposes, 60) : [],
            items: chance(30) ? some(Self.items, 50) : nil, needsRequest: chance(20),
            needsAgreement: chance(20), grantsDisclosure: chance(80), isLastResort: chance(20),
            bars: chance(30) ? [bar()] : [])
    }

    private mutating func commencement() -> Commencement {
        if chance(60) { return .longStanding }
        return one(
            of: [
                .unknown, .notCommenced, .on(Self.today), .on(Self.today.adding(days: 1)),
                .on(Self.today.adding(days: -1)),
            ])
    }

    private mutating func body() -> LegalBody {
        LegalBody(one(of: Self.kinds), attested: some(Self.capacities, 25))
    }

    private mutating func heldFor() -> HoldingPurpose {
        one(of: [.notStated, .other, .stated(one(of: Self.purposes))])
    }
}
