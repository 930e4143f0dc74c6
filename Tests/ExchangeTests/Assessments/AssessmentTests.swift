import Foundation
import GRDB
import Governance
import Records
import Testing

@testable import Exchange

struct AssessmentTests {
    private func code<Value>(_ operation: () async throws -> Value) async throws -> String? {
        try await TwoBodies.refusal(operation)?.reasons.first?.code
    }

    @Test func `it goes from a draft to every signature, and measures are done afterwards`()
        async throws
    {
        let world = try await AssessmentWorld()
        let signed = try await world.signed()
        let store = world.store

        #expect(signed.id == "dpia-0001" && signed.stage == .signed && signed.awaiting.isEmpty)
        #expect(try await store.assessment(signed.id, seenBy: world.district) == signed)
        let done = try await store.complete("measure-1", of: signed.id, by: world.writer)
        #expect(done.measures.map(\.done) == [store.today])
        #expect(done.digest(for: "saltmere") == signed.digest(for: "saltmere"))
        #expect(
            try await code { try await store.edit(signed.id, .title("Other"), by: world.writer) }
                == "wrong-stage")
    }

    @Test func `T15: whoever answers or signs, a high risk that is left refuses it`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await world.advised(.stop, residual: AssessmentWorld.high).id

        let refusal = try await TwoBodies.refusal {
            try await store.answerAdvice(
                followed: false, because: "We must go on.", on: id, by: world.signer)
        }
        #expect(refusal?.reasons.map(\.code) == ["residual-high"])
        #expect(refusal?.reasons.first?.fix.contains("Article 36") == true)
        for person in [world.signer, world.district] {
            #expect(try await code { try await store.sign(id, by: person) } == "residual-high")
        }
        let left = try await store.consult(
            PriorConsultation(date: store.today, reference: "IC-1", outcome: ""), on: id,
            by: world.writer)
        #expect(left.needsPriorConsultation && left.stage == .advised && left.signatures.isEmpty)
    }

    @Test func `T16: overruling needs a reason, which the register of overrides shows`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await world.advised(.change).id

        #expect(
            try await code {
                try await store.answerAdvice(
                    followed: false, because: " ", on: id, by: world.signer)
            } == "reason-missing")
        #expect(try await store.riskRegister(seenBy: world.signer).overrides.isEmpty)
        _ = try await store.answerAdvice(
            followed: false, because: "Waiting harms more.", on: id, by: world.signer)
        for person in [world.writer, world.district] {
            let overrides = try await store.riskRegister(seenBy: person).overrides
            #expect(overrides.map(\.advice.answer?.reason) == ["Waiting harms more."])
        }
    }

    @Test func `the log holds codes and digests, and no text of the assessment`() async throws {
        let world = try await AssessmentWorld()
        let id = try await world.advised(.change).id
        let store = world.store
        _ = try await store.answerAdvice(
            followed: false, because: "CANARY reason", on: id, by: world.signer)
        _ = try await store.reopen(id, because: "CANARY again", by: world.district)
        _ = try await store.stopAssessment(id, because: "CANARY end", by: world.writer)

        let texts = try await store.read { db in
            try Data.fetchAll(
                db, sql: "SELECT leaf FROM logEntry UNION ALL SELECT body FROM logBody"
            ).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(!texts.contains { $0.contains("CANARY") || $0.contains("Head of") })
        let types = ["drafted", "changed", "sent", "advised", "answered", "reopened", "stopped"]
        for type in types {
            #expect(texts.contains { $0.contains("\"assessment-\(type)\"") }, "\(type)")
        }
    }

    @Test func `each step is open to its roles and to the controllers only`() async throws {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await world.complete().id
        let stranger = try await world.bodies.stranger()
        let analyst = try await world.bodies.person([.analyst])

        #expect(try await code { try await store.assessment(id, seenBy: stranger) } == "not-found")
        #expect(try await store.assessments(seenBy: stranger).isEmpty)
        #expect(
            try await code { try await store.edit(id, .title("X"), by: stranger) } == "not-found")
        #expect(
            try await code { try await store.edit(id, .title("X"), by: world.district) }
                == "not-the-lead")
        #expect(try await code { try await store.sendForAdvice(id, by: analyst) } == "role")
        #expect(
            try await code { try await store.advise(.goOn, "x", on: id, by: world.writer) }
                == "role")
        _ = try await store.sendForAdvice(id, by: world.writer)
        #expect(
            try await code { try await store.advise(.goOn, "x", on: id, by: world.district) }
                == "adviser-wrote-it")
        _ = try await store.advise(.goOn, "x", on: id, by: world.adviser)
        #expect(
            try await code {
                try await store.answerAdvice(
                    followed: true, because: "", on: id, by: world.adviser)
            } == "signer-advised")
    }

    @Test func `a change over a colleague's change is refused, and a reader of old text too`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let seen = try await world.complete()
        _ = try await store.edit(seen.id, .title("New"), seen: seen.revision, by: world.writer)

        #expect(
            try await code {
                try await store.edit(
                    seen.id, .title("Newer"), seen: seen.revision, by: world.writer)
            } == "changed-meanwhile")
        _ = try await store.sendForAdvice(seen.id, by: world.writer)
        #expect(
            try await code {
                try await store.advise(
                    .goOn, "Fine", on: seen.id, reading: seen.digest(for: "saltmere"),
                    by: world.adviser)
            } == "changed-meanwhile")
    }

    @Test func `a signed version stays as it is until the next is signed, and is kept then`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let first = try await world.signed()
        let second = try await store.amendAssessment(first.id, by: world.writer)
        #expect(second.version == 2)
        #expect(
            try await code { try await store.amendAssessment(first.id, by: world.writer) }
                == "wrong-stage")
        _ = try await store.edit(first.id, .title("Another title"), by: world.writer)
        #expect(
            try await store.assessment(first.id, version: 1, seenBy: world.writer) == first)

        _ = try await store.sendForAdvice(first.id, by: world.writer)
        _ = try await store.advise(.goOn, "Fine", on: first.id, by: world.adviser)
        _ = try await store.answerAdvice(
            followed: true, because: "", on: first.id, by: world.signer)
        _ = try await store.sign(first.id, by: world.signer)
        _ = try await store.sign(first.id, by: world.district)
        let versions = try await store.assessmentVersions(first.id, seenBy: world.district)
        #expect(versions.map(\.stage) == [.replaced, .signed])
        #expect(versions[0] == first.replaced())
    }

    @Test func `a new version that is stopped leaves the signed one, which can be amended again`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await world.signed().id
        _ = try await store.amendAssessment(id, by: world.writer)
        _ = try await store.stopAssessment(id, because: "Not now.", by: world.writer)
        #expect(try await store.amendAssessment(id, by: world.writer).version == 3)

        let versions = try await store.assessmentVersions(id, seenBy: world.writer)
        #expect(versions.map(\.stage) == [.signed, .stopped, .draft])
        #expect(
            try await store.riskRegister(seenBy: world.writer).entries.allSatisfy {
                $0.version == 1
            })
    }

    @Test func `a measure that is done while a new version is open is done in both`()
        async throws
    {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await world.signed().id
        _ = try await store.amendAssessment(id, by: world.writer)
        _ = try await store.complete("measure-1", of: id, by: world.writer)

        let versions = try await store.assessmentVersions(id, seenBy: world.writer)
        #expect(versions.map { $0.measures.map(\.done) } == [[store.today], [store.today]])
        #expect(
            try await code { try await store.complete("measure-1", of: id, by: world.writer) }
                == "already-done")
        #expect(
            try await code { try await store.complete("measure-8", of: id, by: world.writer) }
                == "not-found")
    }

    @Test func `an agreement shows what covers it, from draft to signature`() async throws {
        let world = try await AssessmentWorld()
        let store = world.store
        let terms = try world.bodies.terms()
        let agreement = try await store.draft(terms, by: world.bodies.city).id
        func linked() async throws -> [LinkedAssessment] {
            try await store.assessments(covering: agreement, seenBy: world.district)
        }

        #expect(try await linked().isEmpty)
        let signed = try await world.signed(agreements: [agreement])
        #expect(try await linked().map(\.stage) == [.signed])
        #expect(try await linked().allSatisfy { $0.isSettled && $0.mayRead })
        _ = try await store.amendAssessment(signed.id, by: world.writer)
        #expect(try await linked().map(\.version) == [1])
        _ = try await store.link(signed.id, to: [], by: world.writer)
        #expect(try await linked().map(\.version) == [1])
        #expect(
            try await code {
                try await store.link(signed.id, to: ["isp-9999"], by: world.writer)
            } == "not-found")
    }

    @Test func `what the screening does not call for is left out with a reason`() async throws {
        let world = try await AssessmentWorld()
        let store = world.store
        let id = try await store.draftAssessment("Rooms", controllers: [], by: world.writer).id
        #expect(
            try await code { try await store.screenOut(id, by: world.writer) } == "no-screening")
        _ = try await store.edit(
            id, .screening(Screening(ticks: ["data-matching"], note: "x")), by: world.writer)
        #expect(
            try await code { try await store.screenOut(id, by: world.writer) }
                == "screening-requires")
        _ = try await store.edit(
            id, .screening(Screening(ticks: [], note: "A list of rooms.")), by: world.writer)
        #expect(try await store.screenOut(id, by: world.writer).stage == .screenedOut)
        #expect(
            try await code {
                try await store.edit(
                    id, .screening(Screening(ticks: ["made-up"], note: "")), by: world.writer)
            } == "not-found")
    }

    @Test func `texts that are too long and bodies that nobody knows are refused`() async throws {
        let world = try await AssessmentWorld()
        let (store, long) = (world.store, String(repeating: "a", count: 10_001))

        #expect(
            try await code {
                try await store.draftAssessment(long, controllers: [], by: world.writer)
            } == "text-too-long")
        #expect(
            try await code {
                try await store.draftAssessment("A", controllers: ["nobody"], by: world.writer)
            } == "not-found")
        let id = try await store.draftAssessment("A", controllers: [], by: world.writer).id
        #expect(
            try await code { try await store.edit(id, .answers(["aim": long]), by: world.writer) }
                == "text-too-long")
        #expect(
            try await code { try await store.edit(id, .answers(["odd": "a"]), by: world.writer) }
                == "not-found")
    }

    @Test func `the program's own lists are whole, and one more tick never asks for less`() throws {
        let guide = try ReferenceData().assessmentGuide
        let counts = ScreeningCriterion.Source.allCases.map { list in
            guide.criteria.count { $0.list == list }
        }
        #expect(counts == [3, 10, 9])
        #expect(guide.steps.map(\.number) == Array(1...7))
        for one in guide.criteria {
            let alone = Screening(ticks: [one.id], note: "").result(guide.criteria)
            for other in guide.criteria {
                let both = Screening(ticks: [one.id, other.id], note: "").result(guide.criteria)
                #expect(both.rank >= alone.rank)
            }
        }
    }
}
