import Casework
import Decisions
import Exchange
import Governance
import Records

/// The records that may be about one person, the links between them, and which is the weakest.
struct ClusterPage {
    let visit: Visit
    let cluster: RecordCluster
    let names: Names
    let saved: ReviewNotice?

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        cluster = try await visit.store.cluster(around: visit.code("id"), readBy: person)
        names = try await visit.store.names()
        saved = try await ReviewNotice.saved(visit)
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(ClusterJSON(self)) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page(
            "Records that may be about one person", current: "/matches",
            way: .back("/pairs/\(cluster.pair.id)"), notice: saved?.banner
        ) {
            h1("Records that may be about one person", caption: agreement)
            identity
            Inset(
                "A match is a question, never a verdict. Nothing changes for anybody on this page. "
                    + "To split a group, open a link and answer “Different people”.")
            if !cluster.isWhole {
                WarningText(
                    "These are the nearest \(RecordCluster.limit) records, and there are more. A "
                        + "group this large is seldom one person. Look at its weakest links first.")
            }
            ClusterLinks(page: self)
            for (number, group) in cluster.groups.enumerated() { section(group, number + 1) }
            source
        }
    }

    private var agreement: String {
        names.agreements[cluster.run.agreement] ?? cluster.run.agreement.rawValue
    }

    private var identity: IdentityBar {
        IdentityBar(cluster.isWhole ? Self.records(cluster.members.count) : "First \(shown)") {
            StatusTag(
                cluster.groups.count == 1 ? "1 group" : "\(cluster.groups.count) groups",
                cluster.groups.count == 1 ? .blue : .yellow)
            span(" \(sources.joined(separator: " · "))")
        }
    }

    private var shown: String { Self.records(cluster.members.count) }

    /// How many records come from each body, in the order of the records.
    private var sources: [String] {
        let loads = cluster.members.map(\.load)
        return loads.indices.filter { index in
            !loads[..<index].contains { $0.id == loads[index].id }
        }.map { index in
            let count = loads.count { $0.id == loads[index].id }
            return "\(count) from \(title(of: loads[index]))"
        }
    }

    @HTMLBuilder private func section(_ group: RecordCluster.Group, _ number: Int) -> HTML {
        h2(
            cluster.groups.count == 1
                ? "The records" : "Group \(number): \(Self.records(group.members.count))")
        if group.members.count == 1 {
            p("No link that counts holds this record to another in the picture.")
        }
        for id in group.members { ClusterCard(page: self, member: cluster.members[id - 1]) }
    }

    @HTMLBuilder private var source: HTML {
        h2("The agreement that allows it")
        p {
            a(agreement, to: "/agreements/\(cluster.run.agreement)")
            ", \(cluster.run.agreement), version \(cluster.run.version). "
            "The two files were compared on "
            cluster.run.startedAt.londonTime
            "."
        }
        p("That you read these records, and when, is in the log.", .class("govuk-hint"))
    }

    /// The data set and the body that a record comes from.
    func title(of load: Receipt) -> String {
        "\(names.name(load.dataset)), \(names.name(load.partner))"
    }

    /// "1 record", "3 records".
    static func records(_ count: Int) -> String {
        count == 1 ? "1 record" : "\(Numerals.grouped(count)) records"
    }
}

/// One record, with the same items as on the page of its pair.
struct ClusterCard: Part {
    let page: ClusterPage
    let member: RecordCluster.Member

    var html: HTML {
        let dictionary = page.visit.store.reference.dictionary
        let (values, withheld) = member.items(dictionary)
        return SummaryList(
            card: "Record \(member.id): \(page.title(of: member.load))", level: 3
        ) {
            for value in values {
                SummaryRow(
                    value.item.label, value.item.words(value.value), absent: PairRecords.notHeld)
            }
            if !withheld.isEmpty {
                SummaryRow("Not shared with your body under this agreement") {
                    withheld.map(\.label).joined(separator: ", ")
                }
            }
            SummaryRow("Shared under", shared)
        }.html
    }

    private var shared: String {
        let clauses = Set(member.record.grants.values.map(\.clause)).sorted()
        return clauses.isEmpty
            ? "Your own body’s data" : "Clause \(clauses.joined(separator: ", "))"
    }
}

extension RecordCluster.Member {
    /// The items that the reader may see, held or not, and those that are kept back.
    func items(_ dictionary: DataDictionary) -> (
        values: [(item: DataItem, value: String?)], withheld: [DataItem]
    ) {
        let held = record.fields.reduce(into: [DataItem.ID: String]()) { $0[$1.item] = $1.value }
        let items = Set(load.items).union(held.keys).subtracting(record.withheld)
        return (
            dictionary.items.filter { items.contains($0.id) }.map { ($0, held[$0.id]) },
            dictionary.items.filter { record.withheld.contains($0.id) }
        )
    }
}
