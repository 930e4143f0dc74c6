public import Casework
public import Decisions
import Linkage

/// The records that belong together by the pairs of one run, as far as the reader may see them.
///
/// A pair counts when its match is strong and nobody decided that its records are about different
/// people, or when somebody decided that they are about the same person.
public struct RecordCluster: Sendable {
    /// The most records that one picture shows.
    public static let limit = 50

    /// One record of the picture.
    public struct Member: Sendable, Identifiable {
        /// Its number in the picture, from 1, the same from whichever pair one comes.
        public let id: Int
        /// Where it comes from.
        public let load: Receipt
        /// The record, trimmed to what the reader may see.
        public let record: DisclosedRecord
    }

    /// What a pair does for the picture.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// Without it the records fall into two groups.
        case holdsAlone = "holds-alone"
        /// The records stay together without it.
        case oneOfSeveral = "one-of-several"
        /// It counts; more cannot be said, since the picture is not whole.
        case counts
        /// Somebody decided that its records are about different people.
        case apart
        /// Somebody decided so, and yet other links hold its records in one group.
        case contradicted
        /// Its match is only fair, and nobody decided that the records are about one person.
        case tooWeak = "too-weak"

        /// Whether the pair holds records together.
        public var isLink: Bool { [.holdsAlone, .oneOfSeveral, .counts].contains(self) }
    }

    /// A pair of the run between two records of the picture.
    public struct Tie: Hashable, Sendable, Identifiable {
        /// The pair and what was decided last.
        public let item: QueueItem
        /// The number of its record on the left.
        public let left: Int
        /// The number of its record on the right.
        public let right: Int
        /// What it does.
        public let part: Part

        /// Names the pair.
        public var id: MatchPair.ID { item.id }
    }

    /// Records that the pairs that count hold together; one alone is a group too.
    public struct Group: Hashable, Sendable {
        /// The numbers of its records, in order.
        public let members: [Int]
        /// How many links hold it together.
        public let linkCount: Int
        /// The links that hold it together alone, from the weakest up, confirmed ones last.
        public let bridges: [Tie]
    }

    /// The pair that it was looked at from.
    public let pair: QueueItem
    /// The run.
    public let run: MatchRun
    /// The records, by number.
    public let members: [Member]
    /// The groups, by their first record.
    public let groups: [Group]
    /// Every pair of the run between these records, the weakest first.
    public let ties: [Tie]
    /// Whether these are all; false when there are more than the most that is shown.
    public let isWhole: Bool

    /// The pairs that hold records together: the weakest first, confirmed ones last.
    public var links: [Tie] {
        let links = ties.filter(\.part.isLink)
        return links.filter { $0.item.verdict != .same } + links.filter { $0.item.verdict == .same }
    }

    /// The pairs that hold nothing together.
    public var others: [Tie] { ties.filter { !$0.part.isLink } }
}

extension QueueItem {
    /// Whether the pair brings its records into one picture, also when it was decided since.
    var joins: Bool {
        verdict == .same || pair.strength == .strong || pair.strength == .veryStrong
    }

    /// Whether the pair holds its records together.
    var counts: Bool { verdict != .different && joins }
}

/// Which records of a picture belong together, by their places in it.
struct ClusterShape {
    /// A pair between two places.
    struct Edge {
        let item: QueueItem
        let left: Int
        let right: Int
    }

    let groups: [RecordCluster.Group]
    let ties: [RecordCluster.Tie]

    /// The shape of so many records with these pairs; what holds what is said of whole ones only.
    init(count: Int, _ edges: [Edge], isWhole: Bool) {
        let links = edges.filter(\.item.counts).map { edge in
            // What a person confirmed is not the weakest, however weak the evidence is.
            Link(
                edge.left, edge.right,
                weight: edge.item.verdict == .same ? .infinity : edge.item.pair.weightBits)
        }
        let clusters = MergeTree(recordCount: count, links).clusters(at: 0)
        let anatomies = ClusterAnatomy.anatomies(of: clusters, recordCount: count, links)
        let bridges = isWhole ? anatomies.map(\.bridges) : []
        let alone = Set(bridges.joined().map { [$0.left, $0.right] })
        var groupOf = [Int](repeating: 0, count: count)
        for (number, cluster) in clusters.enumerated() {
            for member in cluster { groupOf[member] = number }
        }
        let ties = edges.map { edge in
            RecordCluster.Tie(
                item: edge.item, left: edge.left + 1, right: edge.right + 1,
                part: Self.part(
                    edge, isWhole: isWhole, isAlone: alone.contains([edge.left, edge.right]),
                    isWithin: groupOf[edge.left] == groupOf[edge.right]))
        }.sorted { ($0.item.pair.weightBits, $0.id) < ($1.item.pair.weightBits, $1.id) }
        let byEnds = Dictionary(ties.map { ([$0.left - 1, $0.right - 1], $0) }) { one, _ in one }
        self.ties = ties
        groups = anatomies.enumerated().map { number, anatomy in
            RecordCluster.Group(
                members: anatomy.members.map { $0 + 1 }, linkCount: anatomy.linkCount,
                bridges: isWhole
                    ? bridges[number].compactMap { byEnds[[$0.left, $0.right]] } : [])
        }
    }

    private static func part(
        _ edge: Edge, isWhole: Bool, isAlone: Bool, isWithin: Bool
    ) -> RecordCluster.Part {
        if edge.item.verdict == .different { return isWithin ? .contradicted : .apart }
        guard edge.item.counts else { return .tooWeak }
        return isWhole ? (isAlone ? .holdsAlone : .oneOfSeveral) : .counts
    }
}
