import Casework
import Decisions
import Exchange
import Records

/// The records that belong together for other programs: what the page shows, by its codes.
struct ClusterJSON: Encodable {
    struct Item: Encodable {
        let item: String
        let value: String?
    }

    struct Record: Encodable {
        let number: Int
        let dataset: String
        let partner: String
        let clauses: [String]
        let items: [Item]
        let withheld: [String]
    }

    struct Group: Encodable {
        let records: [Int]
        let links: Int
        let needed: [String]
        let sentence: String?
    }

    struct Tie: Encodable {
        let pair: String
        let left: Int
        let right: Int
        let strength: String
        let weightBits: Double
        let decision: String?
        let part: String
    }

    let pair: String
    let run: String
    let agreement: String
    let version: Int
    let isWhole: Bool
    let records: [Record]
    let groups: [Group]
    let links: [Tie]
    let others: [Tie]

    init(_ page: ClusterPage) {
        let cluster = page.cluster
        pair = cluster.pair.id.rawValue
        run = cluster.run.id.rawValue
        agreement = cluster.run.agreement.rawValue
        version = cluster.run.version
        isWhole = cluster.isWhole
        let dictionary = page.visit.store.reference.dictionary
        records = cluster.members.map { Record($0, dictionary) }
        groups = cluster.groups.map { group in
            Group(
                records: group.members, links: group.linkCount,
                needed: group.bridges.map(\.id.rawValue),
                sentence: group.members.count > 1
                    ? ClusterWords.sentence(group, of: cluster) : nil)
        }
        links = cluster.links.map(Tie.init)
        others = cluster.others.map(Tie.init)
    }
}

extension ClusterJSON.Record {
    fileprivate init(_ member: RecordCluster.Member, _ dictionary: DataDictionary) {
        let (values, withheld) = member.items(dictionary)
        number = member.id
        dataset = member.load.dataset.rawValue
        partner = member.load.partner.rawValue
        clauses = Set(member.record.grants.values.map(\.clause)).sorted()
        items = values.map { ClusterJSON.Item(item: $0.item.id.rawValue, value: $0.value) }
        self.withheld = withheld.map(\.id.rawValue).sorted()
    }
}

extension ClusterJSON.Tie {
    fileprivate init(_ tie: RecordCluster.Tie) {
        pair = tie.id.rawValue
        left = tie.left
        right = tie.right
        strength = tie.item.pair.strength.rawValue
        weightBits = tie.item.pair.weightBits
        decision = tie.item.verdict?.rawValue
        part = tie.part.rawValue
    }
}
