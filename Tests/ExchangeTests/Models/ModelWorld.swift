import DemoData
import Exchange
import Governance
import Records

/// Two councils with both files loaded, and people to build and to sign off a model.
struct ModelWorld {
    let world: LoadWorld
    let left: Receipt
    let right: Receipt
    /// Builds models and may also sign them off.
    let both: Practitioner

    var store: Store { world.store }
    var analyst: Practitioner { world.analyst }
    /// Signs off for the analyst's body.
    var signer: Practitioner { world.officer }
    var purpose: Purpose.ID { world.agreement.terms.purpose }

    init(people count: Int = 100) async throws {
        world = try await LoadWorld()
        let people = DemoPeople(people: count, seed: 7, today: world.store.today)
        left = try await world.store.load(
            try world.batch(people.councilTaxCSV(), "council-tax"), digest: [],
            under: world.agreement.id, by: world.analyst)
        right = try await world.store.load(
            try world.batch(people.electoralRegisterCSV(), "electoral-register"), digest: [],
            under: world.agreement.id, by: world.receiver)
        both = LoadWorld.person(LoadWorld.saltmere, [.analyst, .approver])
        _ = try await world.store.inviteFirst(both)
    }

    func draft(_ start: ModelStart = .builtIn) async throws -> MatchModel {
        try await store.draftModel(for: purpose, from: start, notes: "A try.", by: analyst)
    }

    func trained(_ start: ModelStart = .builtIn) async throws -> MatchModel {
        let draft = try await draft(start)
        return try await store.trainModel(
            draft.id, on: left.id, with: right.id, seen: draft.revision, by: analyst)
    }

    func signedOff(_ start: ModelStart = .builtIn) async throws -> MatchModel {
        let version = try await trained(start)
        return try await store.signOffModel(
            version.id, stating: "I looked at the weights.", seen: version.revision, by: signer)
    }
}
