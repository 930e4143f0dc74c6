public import Casework
import Decisions
import GRDB
public import Governance
public import Records

extension Store {
    /// The records that belong together, seen from one pair; the reading is logged.
    ///
    /// What keeps a reader from the pair keeps the reader from all of it. Answers to pairs of which
    /// the reader is asked for a second one are left out, as if nobody had decided.
    /// - Throws: `Refusal` when the role, the body or the agreement does not allow it.
    /// - Complexity: O(pairs of the run), once for each step away from the pair.
    public func cluster(around id: MatchPair.ID, readBy person: Practitioner) async throws
        -> RecordCluster
    {
        try require(.reviewMatch, of: person)
        let (reference, date, moment, master) = (reference, today, now, keys.master)
        return try await transact { db in
            let (row, run) = try Self.ownPair(id, of: person, db)
            guard let item = QueueItem(row)?.withoutFirstAnswer,
                let left = try Receipt.fetch(run.left, db),
                let right = try Receipt.fetch(run.right, db)
            else { throw Refusal.notFound("pair") }
            let access = (
                left: try DataAccess(left, .view, by: person, on: date, reference, db),
                right: try DataAccess(right, .view, by: person, on: date, reference, db)
            )
            let picture = try ClusterPicture(
                around: row, of: run.id, for: person, limit: RecordCluster.limit, db)
            let members = try picture.places.enumerated().map { number, place in
                let source = place.isRight ? access.right : access.left
                return RecordCluster.Member(
                    id: number + 1, load: source.load,
                    record: try source.disclosed(
                        Receipt.record(place.row, of: source.load.id, under: master, db)))
            }
            let shape = ClusterShape(
                count: members.count, try picture.edges(db), isWhole: picture.isWhole)
            let cluster = RecordCluster(
                pair: item, run: run, members: members, groups: shape.groups, ties: shape.ties,
                isWhole: picture.isWhole)
            try Log.append(Self.entry(cluster, to: person), by: person, at: moment, to: db)
            return cluster
        }
    }

    /// Whether a pair's two records belong with others; no record is read, so nothing is logged.
    ///
    /// - Throws: `Refusal.notFound`, also for a pair of others.
    public func hasCluster(around id: MatchPair.ID, seenBy person: Practitioner) async throws
        -> Bool
    {
        try require(.reviewMatch, of: person)
        return try await read { db in
            let (row, run) = try Self.ownPair(id, of: person, db)
            let picture = try ClusterPicture(
                around: row, of: run.id, for: person, limit: 3, db)
            return picture.places.count > 2
        }
    }

    private static func ownPair(
        _ id: MatchPair.ID, of person: Practitioner, _ db: Database
    ) throws -> (row: Row, run: MatchRun) {
        guard let row = try pairRow(id, db, for: person),
            let runID = MatchRun.ID(row["run"] as String),
            let run = try MatchRun.fetch(runID, db), run.owner == person.partner
        else { throw Refusal.notFound("pair") }
        return (row, run)
    }

    /// The entry that the reading of a pair gets, with the number of records and the other pairs.
    private static func entry(_ cluster: RecordCluster, to person: Practitioner) -> LogEntry {
        let records = cluster.members.map(\.record)
        let clauses = Set(records.flatMap { $0.grants.values.map(\.clause) }).sorted()
        let items = Set(records.flatMap { $0.fields.map(\.item) }).sorted()
        let others = cluster.ties.map(\.id).filter { $0 != cluster.pair.id }.sorted()
        let parties = Set(cluster.members.map(\.load.partner)).union([person.partner])
        return LogEntry(
            type: "cluster-read", parties: parties,
            body: [
                "pair": .text(cluster.pair.id.rawValue),
                "run": .text(cluster.run.id.rawValue), "to": .text(person.partner.rawValue),
                "agreement": .text(cluster.run.agreement.rawValue),
                "version": .number(cluster.run.version), "rows": .number(records.count),
                "clauses": .list(clauses.map { .text($0) }),
                "items": .list(items.map { .text($0.rawValue) }),
                "others": .list(others.map { .text($0.rawValue) }),
            ])
    }
}

/// Which records of a run belong in one picture, before any of them is read.
struct ClusterPicture {
    /// A record by its load and its row.
    struct Place: Hashable, Comparable {
        let isRight: Bool
        let row: Int

        static func < (one: Place, other: Place) -> Bool {
            one.isRight == other.isRight ? one.row < other.row : other.isRight
        }
    }

    private struct Step {
        let item: QueueItem
        let left: Place
        let right: Place

        init?(_ row: Row) {
            guard let item = QueueItem(row) else { return nil }
            self.item = item.withoutFirstAnswer
            left = Place(isRight: false, row: row["leftRow"])
            right = Place(isRight: true, row: row["rightRow"])
        }
    }

    /// The records, those of the left load first, by row.
    let places: [Place]
    /// Whether these are all.
    let isWhole: Bool
    private let run: MatchRun.ID
    private let reader: Practitioner.ID

    /// Follows strong and confirmed pairs outward from one, step by step, the strongest first.
    init(
        around row: Row, of run: MatchRun.ID, for person: Practitioner, limit: Int, _ db: Database
    ) throws {
        guard let start = Step(row) else { throw Refusal.notFound("pair") }
        self.run = run
        reader = person.id
        var found: Set = [start.left, start.right]
        var frontier = found
        var isWhole = true
        while !frontier.isEmpty, isWhole {
            let steps = try Self.steps(from: frontier, of: run, for: reader, db).filter(
                \.item.joins
            )
            .sorted {
                ($1.item.pair.weightBits, $0.item.id) < ($0.item.pair.weightBits, $1.item.id)
            }
            frontier = []
            for place in steps.flatMap({ [$0.left, $0.right] }) where !found.contains(place) {
                guard found.count < limit else {
                    isWhole = false
                    break
                }
                found.insert(place)
                frontier.insert(place)
            }
        }
        places = found.sorted()
        self.isWhole = isWhole
    }

    /// Every pair of the run between two of the records.
    func edges(_ db: Database) throws -> [ClusterShape.Edge] {
        let numbers = Dictionary(
            uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
        let lefts = places.filter { !$0.isRight }
        return try Self.steps(from: Set(lefts), of: run, for: reader, db).compactMap { step in
            guard let left = numbers[step.left], let right = numbers[step.right] else { return nil }
            return ClusterShape.Edge(item: step.item, left: left, right: right)
        }
    }

    private static func steps(
        from places: Set<Place>, of run: MatchRun.ID, for reader: Practitioner.ID, _ db: Database
    ) throws -> [Step] {
        try [(false, fromLeft), (true, fromRight)].flatMap { isRight, sql in
            let rows = places.filter { $0.isRight == isRight }.map(\.row)
            guard !rows.isEmpty else { return [Step]() }
            return try Row.fetchAll(
                db, sql: sql,
                arguments: [
                    "run": run.rawValue, "rows": Document.text(rows), "reader": reader.rawValue,
                ]
            ).compactMap(Step.init)
        }
    }

    private static let columns = """
        SELECT pair.id, pair.leftRow, pair.rightRow, pair.weightBits, pair.question,
        pair.yearlyPence, pair.verdict, \(QueueFilter.awaitsSecond) AS awaitsSecond FROM
        """

    static let fromLeft = """
        \(columns) pair WHERE run = :run AND leftRow IN (SELECT value FROM json_each(:rows))
        """

    /// The rows of the right are looked for in the index alone, not in the table.
    static let fromRight = """
        \(columns) pair AS found CROSS JOIN pair ON pair.run = found.run
        AND pair.leftRow = found.leftRow AND pair.rightRow = found.rightRow
        WHERE found.run = :run AND found.rightRow IN (SELECT value FROM json_each(:rows))
        """
}
