import Linkage
import Testing

struct ClusterRegisterTests {
    private let id: (Int) -> String = { "r\($0)" }

    @Test func `clusters grown in parts are those of all links at once`() {
        var random = SplitMix64(seed: 61)
        for _ in 0..<60 {
            let start = mergedGroups(10, randomLinks(6, among: 10, using: &random))
            let first = ClusterHistory(from: [], to: start, firstID: id).clusters
            var register = ClusterRegister(recordCount: 10, first, firstID: id)
            var links = start.flatMap { group in group.map { Link(group[0], $0, weight: 9) } }
            var named = first
            for count in [12, 15, 16] {
                register.grow(to: count)
                let new = randomLinks(5, among: count, using: &random)
                let events = register.join(new, threshold: 1, firstID: id)
                links += new.filter { $0.weight >= 1 }

                let groups = mergedGroups(count, links)
                let all = ClusterHistory(from: named, to: groups, firstID: id)
                #expect(register.clusters(firstID: id).map(\.members) == groups)
                #expect(events.map(\.kind) == all.events.map(\.kind))
                #expect(events.map(\.flows) == all.events.map(\.flows))
                named = register.clusters(firstID: id)
                #expect(Set(named.map(\.id)).count == named.count)
            }
        }
    }

    @Test func `the larger cluster keeps its id, however it was called`() {
        let old = [
            NamedCluster(id: "x", members: [2, 3, 4]), NamedCluster(id: "r0", members: [0, 1]),
        ]
        var register = ClusterRegister(recordCount: 5, old, firstID: id)
        register.grow(to: 6)
        let links = [Link(5, 0, weight: 3), Link(5, 4, weight: 4)]
        let events = register.join(links, threshold: 2, firstID: id)

        #expect(events.map(\.kind) == [.merged])
        #expect(events.first?.id == "x")
        #expect(register.cluster(of: 0, firstID: id).id == "x")
        #expect(register.members(ofClusterOf: 5) == [0, 1, 2, 3, 4, 5])
    }
}
