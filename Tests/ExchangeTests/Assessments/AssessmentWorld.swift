import Governance
import Records

@testable import Exchange

/// Two councils with people who write, advise and sign impact assessments.
struct AssessmentWorld: Sendable {
    let bodies: TwoBodies
    let writer: Practitioner
    let adviser: Practitioner
    let signer: Practitioner
    /// Everything at once at the other council.
    let district: Practitioner

    var store: Store { bodies.store }

    init() async throws {
        bodies = try await TwoBodies()
        writer = try await bodies.person([.governanceOfficer])
        adviser = try await bodies.person([.approver])
        signer = try await bodies.person([.approver])
        district = bodies.district
    }

    static let medium = RiskRating(.possible, .significant)
    static let high = RiskRating(.probable, .severe)

    /// A draft in which nothing is missing; its risk to people is left at a rating.
    func complete(
        residual: RiskRating = medium, agreements: Set<SharingAgreement.ID> = []
    ) async throws -> ImpactAssessment {
        let id = try await store.draftAssessment(
            "Discount review", controllers: [district.partner], agreements: agreements, by: writer
        ).id
        for edit in edits(residual: residual) { _ = try await store.edit(id, edit, by: writer) }
        return try await store.edit(id, .localPart("CANARY other system"), by: district)
    }

    private func edits(residual: RiskRating) -> [ImpactAssessment.Edit] {
        let answers = store.reference.assessmentGuide.questions.map { ($0.id, "CANARY answer") }
        func risk(
            _ id: ImpactRisk.ID, _ subject: ImpactRisk.Subject, _ before: RiskRating,
            _ after: RiskRating, _ measures: Set<ImpactMeasure.ID> = []
        ) -> ImpactRisk {
            ImpactRisk(
                id: id, subject: subject, text: "CANARY risk", before: before, after: after,
                measures: measures, owner: "Head of Revenues")
        }
        return [
            .screening(Screening(ticks: ["data-matching"], note: "CANARY note")),
            .answers(Dictionary(uniqueKeysWithValues: answers)),
            .measure(
                ImpactMeasure(
                    id: "measure-1", text: "CANARY measure", body: writer.partner,
                    owner: "Head of Revenues", due: store.today.adding(days: 30))),
            .risk(risk("risk-1", .people, Self.high, residual, ["measure-1"])),
            .risk(risk("risk-2", .bodies, Self.medium, Self.medium)),
            .risk(risk("risk-3", .notSharing, Self.high, Self.medium)),
            .review(store.today.adding(days: 300)),
        ]
    }

    /// The assessment with advice on it.
    func advised(
        _ verdict: ImpactAdvice.Verdict = .goOn, residual: RiskRating = medium,
        agreements: Set<SharingAgreement.ID> = []
    ) async throws -> ImpactAssessment {
        let id = try await complete(residual: residual, agreements: agreements).id
        _ = try await store.sendForAdvice(id, by: writer)
        return try await store.advise(verdict, "CANARY advice", on: id, by: adviser)
    }

    /// The assessment with every signature.
    func signed(agreements: Set<SharingAgreement.ID> = []) async throws -> ImpactAssessment {
        let id = try await advised(agreements: agreements).id
        _ = try await store.answerAdvice(followed: true, because: "", on: id, by: signer)
        _ = try await store.sign(id, by: signer)
        return try await store.sign(id, by: district)
    }
}
