import Exchange
import Governance
import Linkage
import Records
import Testing

struct ModelAccessTests {
    @Test func `another body neither sees a version nor trains on the files`() async throws {
        let world = try await ModelWorld(people: 60)
        let (store, outsider) = (world.store, world.world.outsider)
        let draft = try await world.draft()
        let own = try await store.draftModel(
            for: world.purpose, from: .builtIn, notes: "", by: outsider)
        let refusals = [
            try await refusal { try await store.model(draft.id, seenBy: outsider) },
            try await refusal { try await store.exportedModel(draft.id, by: outsider) },
            try await refusal {
                try await store.draftModel(
                    for: world.purpose, from: .version(draft.id), notes: "", by: outsider)
            },
            try await refusal {
                try await store.trainModel(
                    own.id, on: world.left.id, with: world.right.id, seen: 1, by: outsider)
            },
        ]

        #expect(refusals.map { $0?.kind } == Array(repeating: .notFound, count: 4))
        #expect(try await store.models(seenBy: outsider) == [own])
    }

    @Test func `roles that neither build nor sign off are refused`() async throws {
        let world = try await ModelWorld(people: 60)
        let (store, version) = (world.store, try await world.draft())
        let officer = LoadWorld.person(LoadWorld.saltmere, [.practitioner, .auditor])
        let refusals = [
            try await refusal { try await store.models(seenBy: officer) },
            try await refusal {
                try await store.draftModel(
                    for: world.purpose, from: .builtIn, notes: "", by: world.signer)
            },
            try await refusal {
                try await store.signOffModel(
                    version.id, stating: "Fine.", seen: 1, by: world.analyst)
            },
        ]

        #expect(refusals.map { $0?.kind } == Array(repeating: .notPermitted, count: 3))
    }

    @Test func `a suspended agreement stops training`() async throws {
        let world = try await ModelWorld(people: 60)
        let draft = try await world.draft()
        _ = try await world.store.stop(
            world.world.agreement.id, as: .suspended, because: "A letter came.", by: world.signer)
        let refused = try await refusal {
            try await world.store.trainModel(
                draft.id, on: world.left.id, with: world.right.id, seen: 1, by: world.analyst)
        }

        #expect(refused?.kind == .notPermitted)
        #expect(refused?.sentence.contains("is suspended") == true)
        #expect(try await world.store.model(draft.id, seenBy: world.analyst) == draft)
    }

    @Test func `a model for another purpose is not trained on the files`() async throws {
        let world = try await ModelWorld(people: 60)
        let purpose = try #require(
            world.store.reference.purposes.first { $0.id != world.purpose })
        let draft = try await world.store.draftModel(
            for: purpose.id, from: .builtIn, notes: "", by: world.analyst)
        let refused = try await refusal {
            try await world.store.trainModel(
                draft.id, on: world.left.id, with: world.right.id, seen: 1, by: world.analyst)
        }

        #expect(refused?.reasons.map(\.code) == ["other-purpose"])
    }

    @Test func `every step is in the log, without notes, statement or a record`() async throws {
        let world = try await ModelWorld(people: 60)
        _ = try await world.signedOff()
        let lines = try await world.world.log(world.signer)
            .filter { $0.type.hasPrefix("match-model") }

        #expect(
            lines.map(\.type).sorted() == [
                "match-model-drafted", "match-model-signed-off", "match-model-trained",
            ])
        for line in lines {
            let body = try #require(line.body)
            #expect(!body.contains("A try.") && !body.contains("I looked"))
        }
        // A run logs the digest under which the model was signed off.
        let run = try await world.store.match(
            world.left.id, with: world.right.id, by: world.analyst)
        let entry = try #require(
            try await world.world.log(world.signer).first { $0.id == run.entry })
        let signed = try #require(lines.first { $0.type == "match-model-signed-off" })
        #expect(Self.digest(entry) != nil && Self.digest(entry) == Self.digest(signed))
        // The body whose file was used sees that it was.
        let others = try await world.world.log(world.world.approver)
        #expect(others.contains { $0.type == "match-model-trained" && $0.body != nil })
    }

    private static func digest(_ line: LogLine) -> String? {
        line.body?.firstMatch(of: /"model":"(sha256:[^"]+)"/).map { String($0.output.1) }
    }
}
