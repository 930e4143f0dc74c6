import Governance
import Records
import Testing

struct PartnerTests {
    let applied = Partner(
        id: "northwold", name: "Northwold District Council", kind: .districtCouncil,
        registration: "Z0000000", contact: "data@northwold.example")
    let signature = CharterSignature(
        charter: "2026-1", post: "Chief Executive", date: day("2026-04-01"))

    @Test func `a body that asks to join has no charter and may not share yet`() {
        #expect(applied.standing == .applied)
        #expect(applied.charter == nil)
    }

    @Test func `signing the charter makes a body active and keeps the signature`() throws {
        let partner = try applied.signing(signature)

        #expect(partner.standing == .active)
        #expect(partner.charter == signature)
        #expect(partner.id == applied.id)
    }

    @Test func `the charter is signed once`() throws {
        let active = try applied.signing(signature)
        let suspended = try active.changing(to: .suspended)

        #expect(throws: Partner.Refusal.alreadySigned) { try active.signing(signature) }
        #expect(throws: Partner.Refusal.alreadySigned) { try suspended.signing(signature) }
    }

    @Test func `a suspended partner comes back`() throws {
        let partner = try applied.signing(signature).changing(to: .suspended)
        let back = try partner.changing(to: .active)

        #expect(partner.standing == .suspended)
        #expect(back.standing == .active)
        #expect(back.charter == signature)
    }

    @Test func `a partner that left neither signs nor comes back`() throws {
        let gone = try applied.signing(signature).changing(to: .withdrawn)
        let never = try applied.changing(to: .withdrawn)

        for partner in [gone, never] {
            #expect(throws: Partner.Refusal.notOpen(to: .withdrawn)) {
                try partner.signing(signature)
            }
            for standing in Partner.Standing.allCases {
                #expect(throws: Partner.Refusal.notOpen(to: .withdrawn)) {
                    try partner.changing(to: standing)
                }
            }
        }
    }

    @Test func `nobody goes back to having applied`() throws {
        let active = try applied.signing(signature)

        #expect(throws: Partner.Refusal.notOpen(to: .active)) {
            try active.changing(to: .applied)
        }
    }

    @Test func `a body without the charter is not made active`() {
        #expect(throws: Partner.Refusal.notOpen(to: .applied)) {
            try applied.changing(to: .active)
        }
    }

    @Test func `a body without the charter is not suspended, so its signature lifts nothing`() {
        #expect(throws: Partner.Refusal.notOpen(to: .applied)) {
            try applied.changing(to: .suspended)
        }
    }

    @Test func `bodies that no schedule lists are not public authorities`() {
        let others = Partner.Kind.allCases.filter { !$0.isPublicAuthority }
        let competent = Partner.Kind.allCases.filter(\.isCompetentAuthority)

        #expect(
            others == [
                .housingAssociation, .charity, .safeguardingAdultsBoard, .antiFraudOrganisation,
                .other,
            ])
        #expect(competent == [.police, .probation, .youthJustice, .prison])
        #expect(Set(Partner.Kind.allCases.map(\.label)).count == Partner.Kind.allCases.count)
    }
}
