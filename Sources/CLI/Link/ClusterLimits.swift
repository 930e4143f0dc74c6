public import ArgumentParser
import Foundation
public import Linkage
import Records

/// What may not be in one cluster.
struct ClusterLimits: ParsableArguments {
    @Flag(help: "Let a cluster hold at most one record of each source.")
    var oneToOne = false

    @Option(
        help: "With --one-to-one: a source without duplicates; without it, all sources are.")
    var source: [String] = []

    @Option(help: "With --one-to-one: what counts of equal links to two records of a source.")
    var ties = TiesMethod.lowestID

    @Flag(help: "With --one-to-one: take links from the strongest down, not by rounds as Splink.")
    var greedy = false

    @Option(
        help: """
            A CSV file with pairs of records that are known to be different, their columns called \
            as in the file of pairs.
            """)
    var cannotLink: String?

    @Option(help: "A CSV file to write the links to that were left out, with the reason.")
    var leftOut: String?

    func validate() throws {
        guard oneToOne || source.isEmpty && !greedy && ties == .lowestID else {
            throw ValidationError("--source, --ties and --greedy go with --one-to-one.")
        }
        guard !(greedy && ties == .drop) else {
            throw ValidationError("--ties drop does not go with --greedy.")
        }
        guard !oneToOne || greedy || cannotLink == nil else {
            throw ValidationError("With --one-to-one, --cannot-link needs --greedy.")
        }
        guard leftOut == nil || cannotLink != nil || greedy else {
            throw ValidationError("--left-out goes with --cannot-link or --greedy.")
        }
    }

    /// Whether anything limits clusters.
    var areSet: Bool { oneToOne || cannotLink != nil }

    /// The clusters of pairs of at least a weight, and how many links were left out.
    func clusters(
        _ file: PairFile, _ threshold: Double
    ) throws -> (clusters: [[Int]], leftOut: Int?) {
        let (sources, free) = try duplicateFree(file)
        if oneToOne, !greedy {
            let clusters = Clustering.singleBestLinks(
                recordCount: file.records.count, file.pairs, threshold: threshold,
                sources: sources, duplicateFree: free, ties: ties)
            return (clusters, nil)
        }
        guard areSet else { return (file.clusters(threshold: threshold), nil) }
        let constraints = ClusterConstraints(
            different: try different(file), sources: sources, duplicateFree: free)
        let found = ConstrainedClusters(
            recordCount: file.records.count, file.pairs, threshold: threshold, constraints)
        if let leftOut { try write(found.leftOut, file, to: leftOut) }
        return (found.clusters, found.leftOut.count)
    }

    /// The number of each record's source, and those without duplicates.
    private func duplicateFree(_ file: PairFile) throws -> ([Int], Set<Int>) {
        guard oneToOne else { return ([], []) }
        guard file.hasSources else {
            throw Problem(
                "The pairs do not say of which source a record is, so --one-to-one cannot tell; "
                    + "link files with a model of type link_only or link_and_dedupe.")
        }
        let names = Set(file.records.map(\.source)).sorted()
        for name in source where !names.contains(name) {
            throw Problem(
                "No pair is of the source `\(name)`; there are "
                    + names.map { "`\($0)`" }.joined(separator: ", ") + ".")
        }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let free = source.isEmpty ? names : source
        return (
            file.records.map { numbers[$0.source] ?? 0 }, Set(free.compactMap { numbers[$0] })
        )
    }

    private func different(_ file: PairFile) throws -> [ClusterConstraints.Different] {
        guard let cannotLink else { return [] }
        let known = try PairFile(cannotLink, hasWeights: false)
        guard known.recordHeadings == file.recordHeadings else {
            throw Problem(
                "The file `\(cannotLink)` names records by "
                    + known.recordHeadings.map { "`\($0)`" }.joined(separator: " and ")
                    + ", the pairs by "
                    + file.recordHeadings.map { "`\($0)`" }.joined(separator: " and ")
                    + "; give it the columns of the pairs.")
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: file.records.enumerated().map { ($0.element, $0.offset) })
        return try known.pairs.compactMap { pair in
            let (left, right) = (known.records[pair.left], known.records[pair.right])
            guard left != right else {
                throw Problem(
                    "The file `\(cannotLink)` says that `\(left.compound)` is different from "
                        + "itself; remove that line.")
            }
            // A record that is in no pair is in no cluster with another anyway.
            guard let one = numbers[left], let other = numbers[right] else { return nil }
            return ClusterConstraints.Different(one, other)
        }
    }

    private func write(_ links: [LeftOutLink], _ file: PairFile, to path: String) throws {
        let headings = ["_l", "_r"].flatMap { side in file.recordHeadings.map { $0 + side } }
        var csv = CSVWriter(
            headings: headings + ["match_weight", "reason", "because_l", "because_r"],
            for: .programs)
        for left in links {
            let (reason, one, other) =
                switch left.reason {
                case .different(let one, let other): ("known to be different", one, other)
                case .sameSource(let one, let other): ("two records of one source", one, other)
                }
            csv.append(
                file.fields(of: left.link.left) + file.fields(of: left.link.right) + [
                    "\(left.link.weight)", reason, file.records[one].compound,
                    file.records[other].compound,
                ])
        }
        try ResultFile.write(csv.bytes, to: path)
    }
}

/// Ways with ties, by their names.
extension TiesMethod: ExpressibleByArgument {}
