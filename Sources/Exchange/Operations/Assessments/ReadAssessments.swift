import GRDB
public import Governance
public import Records

/// What the parties to an agreement may know of an assessment that covers it.
public struct LinkedAssessment: Codable, Hashable, Sendable {
    /// The assessment's code.
    public let id: ImpactAssessment.ID
    /// The assessment's name.
    public let title: String
    /// The version that stands.
    public let version: Int
    /// Where that version is on its way.
    public let stage: ImpactAssessment.Stage
    /// The body that leads it.
    public let lead: Partner.ID
    /// Whether the asking body is a controller and may read it.
    public let mayRead: Bool

    /// Whether the agreement can rest on it: signed, or screened as not needed.
    public var isSettled: Bool { stage == .signed || stage == .screenedOut }
}

extension Store {
    /// The latest version of each assessment of which the person's body is a controller.
    public func assessments(seenBy person: Practitioner) async throws -> [ImpactAssessment] {
        let all = try await versions(of: person.partner)
        return Dictionary(grouping: all, by: \.id).sorted { $0.key < $1.key }
            .compactMap { $0.value.last }
    }

    /// One version of an assessment, the latest unless a number is given.
    ///
    /// - Throws: `Refusal.notFound`, also for an assessment of others.
    public func assessment(
        _ id: ImpactAssessment.ID, version: Int? = nil, seenBy person: Practitioner
    ) async throws -> ImpactAssessment {
        let seen = try await assessmentVersions(id, seenBy: person)
        let found = version.map { number in seen.first { $0.version == number } } ?? seen.last
        guard let found else { throw Refusal.notFound("impact assessment") }
        return found
    }

    /// Every version of an assessment of which the person's body is a controller, in order.
    ///
    /// - Throws: `Refusal.notFound` when there is none.
    public func assessmentVersions(_ id: ImpactAssessment.ID, seenBy person: Practitioner)
        async throws -> [ImpactAssessment]
    {
        let versions = try await read { db in try ImpactAssessment.fetchVersions(id, db) }
        let seen = versions.filter { $0.controllers.contains(person.partner) }
        guard !seen.isEmpty else { throw Refusal.notFound("impact assessment") }
        return seen
    }

    /// The assessments that cover an agreement, each in the version that stands.
    ///
    /// - Throws: `Refusal.notFound` for an agreement of others.
    public func assessments(covering id: SharingAgreement.ID, seenBy person: Practitioner)
        async throws -> [LinkedAssessment]
    {
        let agreement = try await agreement(id, seenBy: person)
        let versions = try await read { db in
            try ImpactAssessment.fetchAll(covering: agreement.id, db)
        }
        return Dictionary(grouping: versions, by: \.id).sorted { $0.key < $1.key }
            .compactMap { RiskRegister.standing($0.value) ?? $0.value.last }
            .map {
                LinkedAssessment(
                    id: $0.id, title: $0.title, version: $0.version, stage: $0.stage,
                    lead: $0.lead, mayRead: $0.controllers.contains(person.partner))
            }
    }

    /// The risks and the overruled advice of the assessments of the person's body.
    public func riskRegister(seenBy person: Practitioner) async throws -> RiskRegister {
        RiskRegister(try await versions(of: person.partner), on: today)
    }

    private func versions(of partner: Partner.ID) async throws -> [ImpactAssessment] {
        try await read { db in try ImpactAssessment.fetchAll(of: partner, db) }
    }
}
