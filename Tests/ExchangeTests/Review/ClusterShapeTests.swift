import Casework
import Records
import Testing

@testable import Exchange

struct ClusterShapeTests {
    private typealias Edge = ClusterShape.Edge

    /// Groups by following links until nothing is new: slow, but plain.
    private static func reached(from start: Int, _ links: [Edge]) -> Set<Int> {
        var found: Set = [start]
        for _ in 0...links.count {
            for link in links where found.contains(link.left) || found.contains(link.right) {
                found.formUnion([link.left, link.right])
            }
        }
        return found
    }

    /// What a pair does, by taking it out and looking again.
    private static func part(_ edge: Edge, among links: [Edge]) -> RecordCluster.Part {
        let isWithin = reached(from: edge.left, links).contains(edge.right)
        if edge.item.verdict == .different { return isWithin ? .contradicted : .apart }
        guard links.contains(where: { $0.item.id == edge.item.id }) else { return .tooWeak }
        let without = links.filter { $0.item.id != edge.item.id }
        return reached(from: edge.left, without).contains(edge.right) ? .oneOfSeveral : .holdsAlone
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `groups and parts equal those of taking each link out and looking again`(
        _ seed: UInt64
    ) throws {
        var generator = SeededNumbers(seed)
        let edges = try Self.edges(using: &generator)
        let links = edges.filter { edge in
            edge.item.verdict == .same
                || edge.item.verdict != .different && edge.item.pair.weightBits > 3.2
        }

        let shape = ClusterShape(count: 8, edges, isWhole: true)

        let groups = Set((0..<8).map { Self.reached(from: $0, links).map { $0 + 1 }.sorted() })
        #expect(Set(shape.groups.map(\.members)) == groups && shape.groups.count == groups.count)
        for edge in edges {
            let tie = shape.ties.first { $0.id == edge.item.id }
            #expect(tie?.part == Self.part(edge, among: links))
            #expect(tie?.left == edge.left + 1 && tie?.right == edge.right + 1)
        }
        let alone = Set(shape.ties.filter { $0.part == .holdsAlone }.map(\.id))
        #expect(Set(shape.groups.flatMap(\.bridges).map(\.id)) == alone)
        for group in shape.groups {
            let weights = group.bridges.map {
                $0.item.verdict == .same ? .infinity : $0.item.pair.weightBits
            }
            #expect(weights == weights.sorted())
        }
        #expect(shape.groups.map(\.linkCount).reduce(0, +) == links.count)
    }

    /// Pairs between four records of the left, 0 to 3, and four of the right, 4 to 7.
    private static func edges(using generator: inout SeededNumbers) throws -> [Edge] {
        let verdicts: [Verdict?] = [nil, nil, nil, .same, .different, .notSure]
        return try (0..<16).filter { _ in generator.next(3) == 0 }.map { number in
            let id = try #require(MatchPair.ID("pair-\(number)"))
            let pair = MatchPair(
                id: id, weightBits: Double(generator.next(12)), question: nil, yearlyPence: 0)
            return Edge(
                item: QueueItem(pair: pair, verdict: verdicts[generator.next(6)]),
                left: number / 4, right: 4 + number % 4)
        }
    }

    @Test func `nothing is said of a picture that is not whole`() throws {
        var generator = SeededNumbers(3)
        let shape = ClusterShape(
            count: 8, try Self.edges(using: &generator), isWhole: false)

        #expect(shape.groups.allSatisfy { $0.bridges.isEmpty })
        #expect(!shape.ties.contains { [.holdsAlone, .oneOfSeveral].contains($0.part) })
    }

    @Test func `a picture of no pairs is records that stand alone`() {
        let shape = ClusterShape(count: 2, [], isWhole: true)

        #expect(shape.groups.map(\.members) == [[1], [2]] && shape.ties.isEmpty)
    }
}

/// Numbers from a seed.
///
/// Source: G Marsaglia, J Stat Softw 8:14 (2003), doi:10.18637/jss.v008.i14.
private struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % limit
    }
}
