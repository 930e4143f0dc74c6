import Decisions
import Governance
import Records
import Testing

/// What people read when something may not be shared.
struct GroundSentenceTests {
    /// Codes that nobody would write in a sentence, each with a short name.
    ///
    /// An agreement is the exception: people know it by its number in the register.
    static let names = Names(
        partners: ["zz-one": "Ambermere", "zz-two": "Northwold"],
        agreements: ["isp-12": "Discount review"], purposes: ["zz-why": "Fair bills"],
        datasets: ["zz-data": "Council tax"],
        items: ["zz-surname": "Surname", "zz-uprn": "Property number"])

    static let samples =
        Partner.Standing.allCases.map { Ground.partnerNotActive("zz-one", $0) }
        + SharingAgreement.Standing.allCases.map { Ground.notInForce("isp-12", $0) }
        + SharingKind.allCases.map { Ground.otherUse("isp-12", $0) }
        + [
            .sameBody("zz-one"), .nothingAsked, .unknownPartner("zz-one"),
            .noAgreement(from: "zz-one", to: "zz-two"), .unknownAgreement("isp-12"),
            .notAParty("isp-12", "zz-one"), .otherPurpose("isp-12", "zz-why"),
            .noGatewayInForce("isp-12"),
            .noFlow("isp-12", from: "zz-one", to: "zz-two", dataset: "zz-data"),
            .itemsNotListed("isp-12", ["zz-surname", "zz-uprn"]),
        ]

    /// Counts the cases; a new one does not compile here until it has a sample above.
    static func number(_ ground: Ground) -> Int {
        switch ground {
        case .sameBody: 0
        case .nothingAsked: 1
        case .unknownPartner: 2
        case .partnerNotActive: 3
        case .noAgreement: 4
        case .unknownAgreement: 5
        case .notInForce: 6
        case .notAParty: 7
        case .otherPurpose: 8
        case .noGatewayInForce: 9
        case .noFlow: 10
        case .otherUse: 11
        case .itemsNotListed: 12
        }
    }

    @Test func `every ground has a sample and a code of its own`() {
        #expect(Set(Self.samples.map(Self.number)) == Set(0...12))
        #expect(Set(Self.samples.map(\.code)).count == 13)
    }

    @Test(arguments: samples)
    func `every ground is said, and mended, in one short sentence without codes`(ground: Ground) {
        for sentence in [ground.sentence(Self.names), ground.fix(Self.names)] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(sentence.first?.isUppercase == true)
            #expect(sentence.split(separator: " ").count < 30, "\(sentence)")
            #expect(!sentence.contains("zz-"), "\(sentence)")
            #expect(!sentence.contains(ground.code), "\(sentence)")
            #expect(!sentence.contains { "`_{}[]".contains($0) }, "\(sentence)")
        }
    }

    @Test func `items are listed by label, in order of their codes`() {
        let ground = Ground.itemsNotListed("isp-12", ["zz-uprn", "zz-surname"])

        #expect(
            ground.sentence(Self.names)
                == "The agreement “Discount review” (isp-12) does not list Surname, "
                + "Property number."
        )
    }

    @Test func `what has no name is called by its code`() {
        let names = Names(partners: [:], agreements: [:], purposes: [:], datasets: [:], items: [:])

        #expect(
            Ground.unknownAgreement("isp-9").sentence(names) == "There is no agreement isp-9.")
    }
}
