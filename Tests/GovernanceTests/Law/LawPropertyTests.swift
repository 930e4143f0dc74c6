import Governance
import Records
import Testing

/// Properties of answers in random catalogues; a failure names the seed.
struct LawPropertyTests {
    static let seeds = 25_000..<27_000

    @Test func `answers agree with the rules said one by one`() {
        var (proposed, barred) = (0, 0)
        for seed in Self.seeds {
            var random = LawRandom(seed: seed)
            let (law, question) = (random.catalogue(), random.question())
            let answer = law.answer(to: question)
            let naive = NaiveLaw(catalogue: law, question: question)

            let allowed = (answer.candidates + answer.supporting).map(\.gateway)
            #expect(allowed.allSatisfy(naive.allows), "seed \(seed)")
            #expect(!answer.barred.map(\.gateway).contains(where: naive.allows), "seed \(seed)")
            proposed += allowed.count
            barred += answer.barred.count
        }
        #expect(proposed > 1_000 && barred > 1_000)
    }

    @Test func `every gateway has exactly one place, and a bar a reason`() {
        for seed in Self.seeds {
            var random = LawRandom(seed: seed)
            let law = random.catalogue()
            let answer = law.answer(to: random.question())
            let places =
                (answer.candidates + answer.supporting).map(\.gateway.id)
                + answer.barred.map(\.gateway.id)

            #expect(places.sorted() == ["g1", "g2", "g3", "g4"], "seed \(seed)")
            #expect(answer.barred.allSatisfy { !$0.reasons.isEmpty }, "seed \(seed)")
            #expect(
                answer.candidates.allSatisfy { $0.items.isDisjoint(with: $0.withheld) },
                "seed \(seed)")
        }
    }

    @Test func `one more bar never proposes anything more`() {
        var losses = 0
        for seed in Self.seeds {
            var random = LawRandom(seed: seed)
            let (law, question, bar) = (random.catalogue(), random.question(), random.bar())
            let before = Self.proposed(law, question)
            let after = Self.proposed(law.adding(bar), question)

            #expect(after.isSubset(of: before), "seed \(seed)")
            losses += before.count - after.count
        }
        #expect(losses > 100)
    }

    @Test func `one more capacity takes nothing away unless a bar names it`() {
        var gains = 0
        for seed in Self.seeds {
            var random = LawRandom(seed: seed)
            let (law, question) = (random.catalogue(), random.question())
            let more = random.one(of: LawRandom.capacities)
            var richer = question
            richer.holder = LegalBody(
                question.holder.kind, attested: question.holder.attested.union([more]))
            let lost = Self.proposed(law, question).subtracting(Self.proposed(law, richer))
            gains += Self.proposed(law, richer).subtracting(Self.proposed(law, question)).count

            for id in lost {
                let own = law.gateways.filter { $0.id == id }.flatMap(\.rules.bars)
                let bars = own + law.prohibitions.map(\.bar)
                #expect(bars.contains { $0.holders.contains(more) }, "seed \(seed), \(id)")
            }
        }
        #expect(gains > 20)
    }

    private static func proposed(_ law: LawCatalogue, _ question: LawQuestion) -> Set<Gateway.ID> {
        let answer = law.answer(to: question)
        return Set((answer.candidates + answer.supporting).map(\.gateway.id))
    }
}

extension LawCatalogue {
    /// With one more prohibition that spares nothing.
    fileprivate func adding(_ bar: Bar) -> LawCatalogue {
        LawCatalogue(
            readOn: readOn, gateways: gateways, capacities: capacities,
            prohibitions: prohibitions + [
                Prohibition(
                    citation: "New Act", bar: bar, except: [], from: .longStanding, until: nil,
                    source: "", isVerified: true)
            ], conditions: conditions)
    }
}
