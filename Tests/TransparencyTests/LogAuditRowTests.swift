import Testing
import Transparency

/// Audits of a log that lies in a database, as entries and hashes by number.
struct LogAuditRowTests {
    /// What a database would hold.
    private struct Rows {
        var entries: [[UInt8]?]
        var hashes: [[TreeHash?]]

        init(_ log: TestLog) {
            entries = log.entries
            var range = CompactRange()
            var levels: [[TreeHash?]] = [[], [], []]
            for leaf in log.leaves {
                for row in range.append(leaf) { levels[row.level].append(row.hash) }
            }
            hashes = levels
        }
    }

    private let log: TestLog
    private var rows: Rows

    init() throws {
        log = try TestLog(size: 600)
        rows = Rows(log)
    }

    @Test func `rows that were not touched are sound`() throws {
        #expect(try report().isSound)
    }

    @Test mutating func `changed and missing rows are named`() throws {
        rows.entries[17] = Array("forged".utf8)
        rows.entries[18] = nil
        rows.hashes[0][300] = .empty
        rows.hashes[0][301] = nil
        rows.hashes[1][1] = .empty
        #expect(
            try report().findings.map(\.description) == [
                "Entry 17 does not match its hash in the stored hashes of level 0: "
                    + "the entry has been changed.",
                "Entry 18 is missing from the stored entries.",
                "The hash of entry 300 in the stored hashes of level 0 is wrong: "
                    + "the entry itself leads to the signed root.",
                "The hash of entry 301 is missing from the stored hashes of level 0.",
                "The hash over entries 256 to 511 in the stored hashes of level 1 is wrong.",
            ])
    }

    @Test mutating func `an entry missing with its hash is named twice`() throws {
        rows.entries[17] = nil
        rows.hashes[0][17] = nil
        #expect(
            try report().findings == [
                .entryMissing(index: 17, from: "the stored entries"),
                .leafHashMissing(index: 17, from: "the stored hashes of level 0"),
            ])
    }

    @Test mutating func `rows cut off at the end are named`() throws {
        rows.entries.removeLast(2)
        rows.hashes[0].removeLast(1)
        let findings = try report().findings
        #expect(
            findings == [
                .rootNotComputed,
                .entryMissing(index: 598, from: "the stored entries"),
                .entryMissing(index: 599, from: "the stored entries"),
                .leafHashMissing(index: 599, from: "the stored hashes of level 0"),
            ])
    }

    @Test func `levels above the leaves need not be kept`() throws {
        let kept = rows
        let report = try LogAudit(origin: TestLog.origin, keys: [log.signer.key]).report(
            onRowsSignedBy: #require(log.files["checkpoint"]),
            entries: { Array(kept.entries[$0]) },
            hashes: { $0 == 0 ? Array(kept.hashes[0][$1]) : nil })
        #expect(report.isSound)
    }

    private func report() throws -> AuditReport {
        let rows = rows
        return try LogAudit(origin: TestLog.origin, keys: [log.signer.key]).report(
            onRowsSignedBy: log.files["checkpoint"] ?? [],
            entries: { Array(rows.entries[$0.clamped(to: rows.entries.indices)]) },
            hashes: { level, range in
                Array(rows.hashes[level][range.clamped(to: rows.hashes[level].indices)])
            })
    }
}
