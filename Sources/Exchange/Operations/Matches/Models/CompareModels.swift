public import Governance
public import Linkage
public import Records

/// How one level moved from one version to another.
public struct LevelChange: Hashable, Sendable {
    /// The name of the comparison.
    public let comparison: String
    /// The level in words.
    public let level: String
    /// Its weight in the earlier version in bits; nil where that has no such level.
    public let before: Double?
    /// Its weight in the later version in bits; nil where that has no such level.
    public let after: Double?

    /// How far it moved in bits; nil where one version lacks it.
    public var moved: Double? { before.flatMap { before in after.map { $0 - before } } }

    /// Every level of both models: those of the later one in its order, then those that are gone.
    public static func changes(from earlier: LinkageModel, to later: LinkageModel) -> [LevelChange]
    {
        let (old, new) = (earlier.levelParameters, later.levelParameters)
        func weight(_ level: LevelParameters, in others: [LevelParameters]) -> Double? {
            others.first { $0.comparison == level.comparison && $0.label == level.label }?
                .matchWeight
        }
        let kept = new.map {
            LevelChange(
                comparison: $0.comparison, level: $0.label, before: weight($0, in: old),
                after: $0.matchWeight)
        }
        let gone = old.filter { weight($0, in: new) == nil }.map {
            LevelChange(
                comparison: $0.comparison, level: $0.label, before: $0.matchWeight, after: nil)
        }
        return kept + gone
    }
}

/// What a later version would keep of two files, against an earlier one, each at its own cut-off.
public struct ModelChange: Hashable, Sendable {
    /// Pairs that both versions keep.
    public let kept: Int
    /// Pairs that only the later version keeps.
    public let gained: Int
    /// Pairs that only the earlier version keeps.
    public let lost: Int

    init(_ earlier: MatchModel, _ later: MatchModel, on tables: [RecordTable]) throws {
        let (before, after) = (
            try Self.pairs(earlier, tables), try Self.pairs(later, tables)
        )
        kept = before.intersection(after).count
        gained = after.count - kept
        lost = before.count - kept
    }

    private struct Rows: Hashable {
        let left: Int
        let right: Int
    }

    private static func pairs(_ version: MatchModel, _ tables: [RecordTable]) throws -> Set<Rows> {
        let records = EncodedRecords(tables, for: version.model)
        return Set(
            try PairWeights(version, records).pairs(from: version.thresholdBits)
                .map { Rows(left: $0.leftRow, right: $0.rightRow) })
    }
}

extension Store {
    /// Compares what two versions keep of two loads, as training would be allowed.
    ///
    /// - Throws: `Refusal` when the agreement does not allow it, a version is not trained, or the
    ///   versions are for different purposes.
    public func compareModels(
        _ earlier: MatchModel.ID, _ later: MatchModel.ID, on left: Load.ID, with right: Load.ID,
        by person: Practitioner
    ) async throws -> ModelChange {
        let before = try await model(earlier, seenBy: person)
        return try await examined(later, left, right, by: person) { after, tables in
            guard before.purpose == after.purpose else {
                throw Refusal(
                    .invalid, "other-purpose", "The two versions are for different purposes.",
                    fix: "Choose two versions for one purpose.")
            }
            guard before.training != nil, after.training != nil else { throw Self.notTrained }
            return try ModelChange(before, after, on: tables)
        }
    }
}
