import Exchange
import Governance
import Linkage
import Records

extension DemoSeed {
    /// Who signs off the match models of the body whose analyst builds them.
    static let signer: Practitioner.ID = "d88b4t"
    private static let purpose: Purpose.ID = "council-tax-accuracy"

    /// The first version of the match model, trained on both files and signed off.
    func signedModel(
        _ left: Load.ID, _ right: Load.ID, by analyst: Practitioner, in store: Store
    ) async throws -> MatchModel {
        let draft = try await store.draftModel(
            for: Self.purpose, from: .builtIn,
            notes: "The model of people as it comes with Weft. The home counts once.", by: analyst)
        let trained = try await store.trainModel(
            draft.id, on: left, with: right, seen: draft.revision, by: analyst)
        // Even odds: every pair that is more likely than not becomes a question.
        let ready = try await store.setThreshold(
            trained.id, to: 0, seen: trained.revision, by: analyst)
        return try await store.signOffModel(
            ready.id,
            stating: "I looked at what each finding is worth, at the records that say too little "
                + "and at the cut-off. An officer looks at each pair before anybody is asked.",
            seen: ready.revision, by: person(Self.signer))
    }

    /// A later version that is not trained yet.
    func draftedModel(
        from version: MatchModel, by analyst: Practitioner, in store: Store
    ) async throws {
        let draft = try await store.draftModel(
            for: Self.purpose, from: .version(version.id), notes: "", by: analyst)
        var model = version.model
        model.comparisons.removeAll { $0.outputColumnName == "middle-names" }
        _ = try await store.changeModel(
            draft.id, to: model,
            notes: "Without middle names, which few electors give. To see whether they matter.",
            seen: draft.revision, by: analyst)
    }
}
