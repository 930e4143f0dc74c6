import Governance
import Records
import Testing

/// What differs between two texts is named, and nothing else is.
struct TermsDifferenceTests {
    private typealias Terms = SharingAgreement.Terms

    private static func changed(_ change: (inout Terms) -> Void) -> [TermsDifference] {
        let before = Terms.complete()
        var after = before
        change(&after)
        return before.differences(to: after)
    }

    @Test func `each field is named alone when it alone changes`() {
        #expect(Self.changed { _ in } == [])
        #expect(
            Self.changed { $0.title = "New" }
                == [.words(.title, before: "Discount review", after: "New")])
        #expect(
            Self.changed { $0.parties.insert("police") } == [.parties(joined: ["police"], left: [])]
        )
        #expect(
            Self.changed { $0.lead = "fire" } == [.lead(before: "ambermere", after: "fire")])
        #expect(
            Self.changed { $0.gateways = ["dea-56"] }
                == [.gateways(added: ["dea-56"], removed: ["lgfa-11"])])
        #expect(
            Self.changed { $0.review = day("2027-06-30") }
                == [.day(.review, before: day("2027-05-31"), after: day("2027-06-30"))])
        #expect(
            Self.changed { $0.retentionMonths = 6 } == [.retention(before: 12, after: 6)])
    }

    @Test func `the order of statutes and of flows is a difference, since it is in the digest`() {
        var before = Terms.complete()
        before.gateways = ["lgfa-11", "ctae-4"]
        before.flows.append(before.flows[0])
        before.flows[1].clause = "4.2"
        before.flows[1].dataset = "electoral-register"
        var after = before
        after.gateways.reverse()
        after.flows.reverse()

        #expect(before.differences(to: after) == [.flowOrder, .gatewayOrder])
    }

    @Test func `a flow that is taken out does not make the later ones look changed`() {
        var before = Terms.complete()
        var second = before.flows[0]
        second.clause = "4.2"
        second.dataset = "electoral-register"
        before.flows.append(second)
        var after = before
        after.flows.removeFirst()
        after.flows[0].clause = "4.1"

        var renumbered = second
        renumbered.clause = "4.1"
        #expect(
            before.differences(to: after) == [
                .flowChanged(before: second, after: renumbered), .flowRemoved(before.flows[0]),
            ])
    }

    @Test func `texts that look the same and are written otherwise differ`() {
        let found = Self.changed { $0.title = "Discount review" }
        #expect(found.isEmpty)
        var composed = Terms.complete()
        composed.title = "caf\u{e9}"
        var other = composed
        other.title = "cafe\u{301}"

        #expect(composed.differences(to: other).count == 1)
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// The later text again, from the earlier one and what differs; flows are compared as a set.
    private static func applied(_ differences: [TermsDifference], to before: Terms) -> Terms {
        var terms = before
        for difference in differences {
            switch difference {
            case .words(.title, _, let text): terms.title = text
            case .words(.category, _, let text): terms.category = text
            case .words(.summary, _, let text): terms.summary = text
            case .words(.necessity, _, let text): terms.necessity = text
            case .purpose(_, let purpose): terms.purpose = purpose
            case .lead(_, let lead): terms.lead = lead
            case .parties(let joined, let left):
                terms.parties = terms.parties.union(joined).subtracting(left)
            case .gateways(let added, let removed):
                terms.gateways = terms.gateways.filter { !removed.contains($0) } + added
            case .lawfulBasis(_, let basis): terms.lawfulBasis = basis
            case .day(.start, _, let day): terms.start = day
            case .day(.lastDay, _, let day): terms.lastDay = day
            case .day(.review, _, let day): terms.review = day
            case .retention(_, let months): terms.retentionMonths = months
            case .flowAdded(let flow): terms.flows.append(flow)
            case .flowRemoved(let flow):
                terms.flows.firstIndex(of: flow).map { _ = terms.flows.remove(at: $0) }
            case .flowChanged(let old, let new):
                terms.flows.firstIndex(of: old).map { terms.flows[$0] = new }
            case .gatewayOrder, .flowOrder: break
            }
        }
        return terms
    }

    private static func mutated(_ terms: Terms, _ source: inout Seeded) -> Terms {
        var terms = terms
        let bodies: [Partner.ID] = ["ambermere", "northwold", "fire", "police"]
        for _ in 0..<Int.random(in: 0...4, using: &source) {
            switch Int.random(in: 0...9, using: &source) {
            case 0: terms.title += "x"
            case 1: terms.summary = "Other"
            case 2: terms.parties.formSymmetricDifference([bodies.randomElement(using: &source)!])
            case 3: terms.gateways = ["lgfa-11", "dea-56", "ctae-4"].shuffled(using: &source)
            case 4: terms.review = terms.review.adding(days: 1)
            case 5: terms.retentionMonths += 1
            case 6: terms.flows.append(terms.flows.first ?? Terms.complete().flows[0])
            case 7: if !terms.flows.isEmpty { terms.flows.removeFirst() }
            case 8: if !terms.flows.isEmpty { terms.flows[0].items.insert("uprn") }
            default:
                if let last = terms.flows.indices.last {
                    terms.flows[last].dataset = "electoral-register"
                    terms.flows[last].clause = "4.\(last + 1)"
                }
            }
        }
        return terms
    }

    @Test func `differences are empty exactly when texts are the same, and rebuild the later one`()
    {
        let seed: UInt64 = 424_242
        var source = Seeded(state: seed)
        for number in 0..<3_000 {
            let before = Self.mutated(.complete(), &source)
            let after = Self.mutated(before, &source)
            let found = before.differences(to: after)
            #expect(found.isEmpty == (before == after), "seed \(seed), number \(number)")
            let rebuilt = Self.applied(found, to: before)
            #expect(rebuilt.parties == after.parties && rebuilt.title == after.title)
            #expect(Set(rebuilt.gateways) == Set(after.gateways))
            #expect(
                Self.sorted(rebuilt.flows) == Self.sorted(after.flows),
                "seed \(seed), number \(number)")
            #expect(rebuilt.review == after.review && rebuilt.summary == after.summary)
            #expect(rebuilt.retentionMonths == after.retentionMonths)
        }
    }

    private static func sorted(_ flows: [DataFlow]) -> [String] {
        flows.map { flow in
            "\(flow.clause) \(flow.dataset) \(flow.items.sorted()) \(flow.from.sorted())"
        }.sorted()
    }
}
