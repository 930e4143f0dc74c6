import Exchange
import Governance
import Linkage
import Records
import Testing

struct ModelImportTests {
    @Test func `an exported version is read again as the same model`() async throws {
        let world = try await ModelWorld(people: 60)
        let version = try await world.trained()
        let bytes = try await world.store.exportedModel(version.id, by: world.analyst)
        let model = try world.store.importedModel(bytes)
        let again = try await world.draft(.imported(model))

        #expect(model == version.model && again.model == model)
        #expect(again.origin == .imported && again.state == .draft)
    }

    @Test func `an import names every problem in words`() async throws {
        let world = try await ModelWorld(people: 60)
        let refused = try await refusal {
            try world.store.importedModel(
                Array(
                    """
                    {"link_type": "dedupe_only", "comparisons": [],
                     "blocking_rules_to_generate_predictions":
                       [{"blocking_rule": "l.first_name = r.first_name"}]}
                    """.utf8))
        }
        let sentences = try #require(refused).sentence

        #expect(refused?.kind == .invalid)
        #expect(sentences.contains("compares nothing"))
        #expect(sentences.contains("must be `link_only`"))
        #expect(sentences.contains("the column `first_name`"))
    }

    @Test(arguments: ["", "{", "[]", "{}", #"{"link_type": 3}"#, #"{"link_type": "no"}"#])
    func `a file that is no model is refused in words`(_ text: String) async throws {
        let world = try await ModelWorld(people: 60)
        let refused = try await refusal { try world.store.importedModel(Array(text.utf8)) }

        #expect(refused?.reasons.map(\.code) == ["model-unreadable"])
        #expect(refused?.sentence.hasSuffix(".") == true)
    }

    @Test func `a file that is too large is refused`() async throws {
        let world = try await ModelWorld(people: 60)
        let refused = try await refusal {
            try world.store.importedModel(Array(repeating: 32, count: 2_000_001))
        }

        #expect(refused?.kind == .tooLarge)
    }
}
