import Casework
import Exchange
import Records

/// What holds the records together: in a sentence for each group, and link by link.
struct ClusterLinks: Part {
    let page: ClusterPage

    private var cluster: RecordCluster { page.cluster }

    var html: HTML {
        HTML {
            h2("What holds them together")
            if cluster.members.count == 2, cluster.others.isEmpty {
                p("No other record of this match belongs with these two.")
            }
            for (number, group) in cluster.groups.enumerated() where group.members.count > 1 {
                p {
                    if cluster.groups.count > 1 { strong("Group \(number + 1). ") }
                    ClusterWords.sentence(group, of: cluster)
                }
            }
            for tie in cluster.ties where tie.part == .contradicted {
                WarningText(
                    "Somebody decided that records \(tie.left) and \(tie.right) are about "
                        + "different people, yet other links hold them in one group. "
                        + "At least one of those links is wrong.")
            }
            table(
                "Links that hold records together, the weakest first", cluster.links,
                empty: "No link holds any of these records together.")
            if !cluster.others.isEmpty {
                table("Pairs that hold nothing together", cluster.others, empty: "")
            }
        }
    }

    private func table(_ caption: String, _ ties: [RecordCluster.Tie], empty: String) -> Table {
        Table(
            caption,
            columns: [
                .text("Between"), .text("Strength"), .text("Decision"), .text("What it does"),
                .text("Review"),
            ], empty: empty
        ) {
            for tie in ties {
                Table.Row {
                    ClusterWords.ends(tie)
                    tie.item.pair.strength.tag
                    decision(tie)
                    tie.part.words
                    a(
                        "Review this link",
                        hidden: "between \(ClusterWords.ends(tie).lowercased())",
                        to: "/pairs/\(tie.id)?from=together")
                }
            }
        }
    }

    @HTMLBuilder private func decision(_ tie: RecordCluster.Tie) -> HTML {
        if let verdict = tie.item.verdict {
            verdict.tag
        } else {
            tie.item.awaitsSecond ? "Your second answer is wanted" : "Not decided"
        }
    }
}

/// The picture in words.
enum ClusterWords {
    static func ends(_ tie: RecordCluster.Tie) -> String {
        "records \(tie.left) and \(tie.right)".capitalisedFirst
    }

    /// What a group hangs on, and what follows if that is wrong.
    static func sentence(_ group: RecordCluster.Group, of cluster: RecordCluster) -> String {
        guard cluster.isWhole else {
            return "More records belong to this group than are shown, so Weft does not say which "
                + "link holds it together alone."
        }
        guard let weakest = group.bridges.first else {
            return "No single link holds these \(count(group)) together: if any one is wrong, "
                + "the others still hold."
        }
        let between = "between records \(weakest.left) and \(weakest.right)"
        let strength = weakest.item.pair.strength.label.lowercased()
        let links = "\(group.bridges.count) links, each needed"
        let records = "These \(count(group)) hold together by"
        switch (group.bridges.count, weakest.item.verdict) {
        case (1, .same): return "\(records) one link, \(between). Somebody confirmed it."
        case (_, .same): return "\(records) \(links). Somebody confirmed every one."
        case (1, _):
            return "\(records) one link, \(between) (\(strength)). "
                + "If it is wrong, they are two people."
        default:
            return "\(records) \(links). The weakest that nobody has confirmed is \(between) "
                + "(\(strength)). If it is wrong, they are two people."
        }
    }

    private static func count(_ group: RecordCluster.Group) -> String {
        ClusterPage.records(group.members.count)
    }
}

extension RecordCluster.Part {
    /// What a pair does for the picture, in a few words.
    var words: String {
        switch self {
        case .holdsAlone: "Needed to hold them together"
        case .oneOfSeveral: "One of several"
        case .counts: "Holds them together"
        case .apart: "Keeps two groups apart"
        case .contradicted: "Other links contradict it"
        case .tooWeak: "Too weak to count, unless somebody confirms it"
        }
    }
}
