import Exchange
import Foundation
import Governance
import Records
import Testing

/// Agreements out as files and in again: nothing is lost, and nothing is taken on trust.
struct AgreementFileTests {
    private let bodies: TwoBodies
    private var store: Store { bodies.store }

    init() async throws { bodies = try await TwoBodies() }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    private static let words = [
        "", "Review", "“Quoted” – and dashed", "line\nbreak", "tab\there", "Zoë & Łukasz",
        "\\back/",
        "emoji 🧵", "café", "0", "null", "{}", "\u{2028}separator",
    ]

    /// Terms of random words, flows and dates over what this partnership knows.
    private func terms(_ source: inout Seeded) throws -> SharingAgreement.Terms {
        func word(_ source: inout Seeded) -> String {
            Self.words[Int.random(in: 0..<Self.words.count, using: &source)]
        }
        var terms = try bodies.terms()
        terms.title = word(&source)
        terms.category = word(&source)
        terms.summary = word(&source) + word(&source)
        terms.necessity = word(&source)
        terms.gateways = store.reference.gateways.map(\.id).filter { _ in
            Int.random(in: 0..<9, using: &source) == 0
        }
        terms.lawfulBasis = SharingAgreement.LawfulBasis.allCases.randomElement(using: &source)!
        terms.start = terms.start.adding(days: Int.random(in: -900...900, using: &source))
        terms.review = terms.start.adding(days: Int.random(in: 0...900, using: &source))
        terms.lastDay = terms.review.adding(days: Int.random(in: 0...900, using: &source))
        terms.retentionMonths = Int.random(in: 0...120, using: &source)
        terms.flows = (0..<Int.random(in: 0...4, using: &source)).map { number in
            let dataset = store.reference.dictionary.datasets.randomElement(using: &source)!
            func some(_ all: [Partner.ID]) -> Set<Partner.ID> {
                Set(all.filter { _ in Bool.random(using: &source) })
            }
            return DataFlow(
                clause: "4.\(number + 1)", from: some(terms.parties.sorted()),
                to: some(terms.parties.sorted()), dataset: dataset.id,
                items: Set(dataset.items.map(\.id).filter { _ in Bool.random(using: &source) }),
                kinds: Set(SharingKind.allCases.filter { _ in Bool.random(using: &source) }))
        }
        return terms
    }

    @Test func `nothing of 500 random agreements is lost out and in`() async throws {
        let seed: UInt64 = 20_261_123
        var source = Seeded(state: seed)
        for number in 0..<500 {
            let terms = try terms(&source)
            let draft = try await store.draft(terms, by: bodies.city)
            let file = try await store.file(of: draft.id, seenBy: bodies.city)
            let read = try AgreementFile(reading: try file.bytes())
            #expect(read == file && read.agreement == draft, "seed \(seed), number \(number)")

            let reading = try await store.reading(read, by: bodies.district)
            #expect(reading.terms == terms, "seed \(seed), number \(number)")
            let again = try await store.draft(reading, by: bodies.district)
            #expect(again.terms.digest == file.textDigest && again.id != draft.id)
        }
    }

    @Test func `approvals and reviews go out, and only the text comes in`() async throws {
        let id = try await store.draft(bodies.terms(), by: bodies.city).id
        _ = try await store.send(id, by: bodies.city)
        _ = try await store.approve(id, by: bodies.city)
        let signed = try await store.approve(id, by: bodies.district)
        let file = try await store.file(of: id, version: 1, seenBy: bodies.district)
        let read = try AgreementFile(reading: try file.bytes())

        #expect(read.agreement == signed && read.agreement.approvals.count == 2)
        let reading = try await store.reading(read, by: bodies.city)
        #expect(reading.notes.contains { $0.contains("Approvals are not taken over") })
        let draft = try await store.draft(reading, by: bodies.city)
        #expect(draft.stage == .draft && draft.approvals.isEmpty && draft.version == 1)
        #expect(draft.terms == signed.terms)
    }

    @Test func `bodies of the file are exchanged for own ones`() async throws {
        var terms = try bodies.terms()
        terms.title = "Theirs"
        let id = try await store.draft(terms, by: bodies.city).id
        let text = String(
            decoding: try await store.file(of: id, seenBy: bodies.city).bytes(), as: UTF8.self)
        let theirs = Array(text.replacing("\"saltmere\"", with: "\"far-city\"").utf8)
        let file = try AgreementFile(reading: theirs)

        let open = try await store.reading(file, by: bodies.city)
        #expect(open.missing == ["far-city"] && open.terms == nil)
        #expect(open.obstacles == ["Nobody here stands for “Saltmere City Council”."])
        let twice = try await store.reading(
            file, chosen: ["far-city": "tollesham"], by: bodies.city)
        #expect(twice.obstacles == ["One body here stands for two of the file."])
        let chosen = try await store.reading(
            file, chosen: ["far-city": "saltmere"], by: bodies.city)
        #expect(chosen.terms == terms)
        #expect(chosen.notes.contains { $0.contains("its digest differs") })
        let refusal = try await TwoBodies.refusal { try await store.draft(open, by: bodies.city) }
        #expect(refusal?.kind == .invalid)
    }

    @Test func `codes that are not known here are named and left out`() async throws {
        let id = try await store.draft(bodies.terms(), by: bodies.city).id
        var text = String(
            decoding: try await store.file(of: id, seenBy: bodies.city).bytes(), as: UTF8.self)
        let gateway = try bodies.terms().gateways[0].rawValue
        let item = try #require(bodies.terms().flows[0].items.sorted().first).rawValue
        text = text.replacing("\"\(gateway)\"", with: "\"gateway-x\"")
            .replacing("\"\(item)\"", with: "\"item-x\"")
        let reading = try await store.reading(
            try AgreementFile(reading: Array(text.utf8)), by: bodies.city)

        #expect(reading.notes.contains { $0.contains("is not in the law catalogue here") })
        #expect(reading.notes.contains { $0.contains("“item-x”") })
        let terms = try #require(reading.terms)
        #expect(!terms.gateways.contains("gateway-x"))
        #expect(!terms.flows.contains { $0.items.contains("item-x") })
    }

    @Test(arguments: [
        ("", "not JSON"), ("[]", "not JSON"), ("{}", "does not say that it is an agreement"),
        (#"{"format":"weft-agreement/9"}"#, "of the format “weft-agreement/9”"),
        (#"{"format":7}"#, "not JSON"),
        (#"{"format":"weft-agreement/1"}"#, "is missing at the top"),
        (
            #"{"format":"weft-agreement/1","partnership":"P","exported":"2026-13-45"}"#,
            "cannot be read"
        ),
    ])
    func `a file that is none is refused in a sentence`(text: String, words: String) throws {
        do {
            _ = try AgreementFile(reading: Array(text.utf8))
            Issue.record("The file is none.")
        } catch let refusal as Refusal {
            #expect(refusal.sentence.contains(words), "\(refusal.sentence)")
            #expect(refusal.reasons[0].fix.contains("weft-agreement/1"))
        }
    }

    @Test func `a file that is too large is refused, and strangers get none`() async throws {
        let id = try await store.draft(bodies.terms(), by: bodies.city).id
        let stranger = try await bodies.stranger()

        #expect(throws: Refusal.self) {
            try AgreementFile(reading: [UInt8](repeating: 32, count: AgreementFile.largest + 1))
        }
        let refusal = try await TwoBodies.refusal {
            try await store.file(of: id, seenBy: stranger)
        }
        #expect(refusal?.kind == .notFound)
    }
}
