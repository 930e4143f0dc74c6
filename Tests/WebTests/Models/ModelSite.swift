import DemoData
import Exchange
import Foundation
import Governance
import Records
import Testing

/// A site with two loaded files, an analyst who builds match models and an approver who signs.
struct ModelSite {
    let base: LoadSite
    let left: Receipt
    let right: Receipt
    /// Signs off for the analyst's body; signed in.
    let signer: TestBrowser

    var store: Store { base.store }
    var analyst: Practitioner { base.analyst }
    /// Builds models; signed in.
    var browser: TestBrowser { base.browser }
    var purpose: Purpose.ID { base.agreement.terms.purpose }
    var files: String { "\(left.id).\(right.id)" }

    init(_ base: LoadSite, people count: Int) async throws {
        self.base = base
        let people = DemoPeople(people: count, seed: 7, today: base.store.today)
        left = try await Self.load(people.councilTaxCSV(), "council-tax", base)
        right = try await Self.load(people.electoralRegisterCSV(), "electoral-register", base)
        signer = base.site.browser()
        _ = try await signer.signIn(as: base.officer)
    }

    static func run(
        people: Int = 60, _ body: @Sendable @escaping (ModelSite) async throws -> Void
    ) async throws {
        try await LoadSite.run { base in try await body(ModelSite(base, people: people)) }
    }

    private static func load(
        _ bytes: [UInt8], _ id: DatasetSpecification.ID, _ base: LoadSite
    ) async throws -> Receipt {
        let dataset = try #require(base.store.reference.dictionary.dataset(id))
        let file = try TableFile.read(bytes)
        let batch = try file.checked(
            .proposed(for: file, dataset: dataset), against: dataset, today: base.store.today)
        return try await base.store.load(
            batch, digest: Store.digest(of: bytes), under: base.agreement.id, by: base.analyst)
    }

    func draft(_ start: ModelStart = .builtIn) async throws -> MatchModel {
        try await store.draftModel(for: purpose, from: start, notes: "A try.", by: analyst)
    }

    func trained(_ start: ModelStart = .builtIn) async throws -> MatchModel {
        let draft = try await draft(start)
        return try await store.trainModel(
            draft.id, on: left.id, with: right.id, seen: draft.revision, by: analyst)
    }

    func signedOff() async throws -> MatchModel {
        let version = try await trained()
        return try await store.signOffModel(
            version.id, stating: "I looked at the weights.", seen: version.revision,
            by: base.officer)
    }

    /// Opens a page, so that the browser has its form's code and its revision, and sends a form.
    func send(
        _ path: String, _ fields: KeyValuePairs<String, String>, seen: Int? = nil,
        by other: TestBrowser? = nil
    ) async throws -> TestBrowser.Answer {
        let browser = other ?? browser
        let page = try await browser.get(path)
        let shown = page.text.components(separatedBy: "name=\"seen\" value=\"").dropFirst().first?
            .components(separatedBy: "\"").first
        let revision = (key: "seen", value: seen.map(String.init) ?? shown ?? "")
        return try await browser.post(
            path, fields: fields.map { (key: $0.key, value: $0.value) } + [revision])
    }
}

/// The page has the status, and nothing that its mark-up should not have.
func expectSound(_ answer: TestBrowser.Answer, _ status: Int = 200) {
    #expect(answer.status == status, "\(answer.path)")
    #expect(HTMLLint.problems(in: answer.text).isEmpty, "\(answer.path)")
}
