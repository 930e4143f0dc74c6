import Testing
import Transparency

struct LogAuditTests {
    @Test(arguments: [0, 1, 2, 255, 256, 257, 511, 512, 600])
    func `a log that was not touched is sound`(size: Int) throws {
        let log = try TestLog(size: size)
        let earlier = [0, 1, 200, 256, 300, 512, size].filter { $0 <= size }
        let report = try log.report(earlier: earlier.map(log.checkpoint(size:)))

        #expect(report.isSound)
        #expect(report.findings.isEmpty)
        #expect(report.size == size)
        #expect(report.root == log.checkpoint.root)
        #expect(report.origin == TestLog.origin)
        #expect(AuditReport.Check.allCases.allSatisfy { report.outcome(of: $0) == .passed })
    }

    @Test func `a changed entry and a changed hash are told apart`() throws {
        let log = try TestLog(size: 279)
        var entry = log
        entry.files["tile/entries/001.p/23"]?[8] ^= 1
        var hash = log
        hash.files["tile/0/001.p/23"]?[0] ^= 1

        #expect(
            try entry.report().findings.map(\.description) == [
                "Entry 256 does not match its hash in tile/0/001.p/23: "
                    + "the entry has been changed."
            ])
        #expect(
            try hash.report().findings.map(\.description) == [
                "The hash of entry 256 in tile/0/001.p/23 is wrong: "
                    + "the entry itself leads to the signed root."
            ])
        let report = try entry.report()
        #expect(report.outcome(of: .entries) == .failed)
        #expect(report.outcome(of: .hashes) == .passed)
        #expect(report.outcome(of: .history) == .notRun)
    }

    @Test func `changed entries and hashes in the same log are each told apart`() throws {
        var log = try TestLog(size: 600)
        log.files["tile/entries/000"]?[8] ^= 1
        log.files["tile/0/000"]?[20 * 32] ^= 1
        log.files["tile/entries/001"]?[8] ^= 1
        log.files["tile/0/002.p/88"]?[3 * 32] ^= 1
        #expect(
            try log.report().findings == [
                .entryChanged(index: 0, hashesIn: "tile/0/000"),
                .leafHashWrong(index: 20, path: "tile/0/000"),
                .entryChanged(index: 256, hashesIn: "tile/0/001"),
                .leafHashWrong(index: 515, path: "tile/0/002.p/88"),
            ])
    }

    @Test func `an entry changed together with its hash is narrowed down to its block`() throws {
        var log = try TestLog(size: 600)
        let forged = Array("{\"entry\":YYY}".utf8)
        log.files["tile/entries/001"]?.replaceSubrange(2..<15, with: forged)
        log.files["tile/0/001"]?.replaceSubrange(0..<32, with: TreeHash.leaf(forged).bytes)
        let report = try log.report()
        #expect(report.findings == [.entriesNotSigned(256..<512)])
        #expect(
            report.findings.first?.description
                == "Entries 256 to 511 do not lead to the signed root: at least one of them has "
                + "been changed, together with its hash.")
    }

    @Test func `a log made anew without the key does not give the signed root`() throws {
        let log = try TestLog(size: 600)
        var entries = log.entries
        entries[17] = Array("forged".utf8)
        var forged = try TestLog(entries)
        forged.files["checkpoint"] = log.files["checkpoint"]
        let report = try forged.report()
        #expect(
            report.findings == [
                .rootDiffers(
                    size: 600, computed: forged.checkpoint.root, signed: log.checkpoint.root)
            ])
        #expect(report.outcome(of: .root) == .failed)
        #expect(report.outcome(of: .entries) == .notRun)
    }

    @Test func `an entry and a hash that both lead nowhere are not decided`() throws {
        var log = try TestLog(size: 600)
        log.files["tile/entries/000"]?[8] ^= 1
        try log.sign(Checkpoint(origin: TestLog.origin, size: 600, root: .empty))
        let findings = try log.report().findings
        #expect(findings.contains(.entryOrHashChanged(index: 0, hashesIn: "tile/0/000")))
        #expect(
            findings.contains { finding in
                if case .rootDiffers = finding { true } else { false }
            })
    }

    @Test func `missing files are named, and the rest is still checked`() throws {
        var log = try TestLog(size: 600)
        log.files["tile/entries/000"] = nil
        log.files["tile/0/001"] = nil
        log.files["tile/entries/002.p/88"]?[8] ^= 1
        #expect(
            try log.report().findings == [
                .entriesMissing(path: "tile/entries/000", entries: 0..<256),
                .tileMissing(path: "tile/0/001"),
                .entryChanged(index: 512, hashesIn: "tile/0/002.p/88"),
            ])
        log.files["tile/0/000"] = nil
        log.files["tile/1/000.p/2"] = nil
        let report = try log.report(earlier: [log.checkpoint(size: 512)])
        #expect(report.findings.contains(.rootNotComputed))
        #expect(report.findings.contains(.tileMissing(path: "tile/1/000.p/2")))
        #expect(report.findings.contains(.earlierNotCompared(earlierSize: 512)))
        #expect(report.findings.map(\.description).contains("tile/1/000.p/2 is missing."))
    }

    @Test func `files that are cut short or too long are named`() throws {
        var log = try TestLog(size: 600)
        log.files["tile/entries/000"]?.removeLast()
        log.files["tile/entries/001"]?.append(0)
        log.files["tile/0/001"]?.append(0)
        log.files["tile/0/002.p/88"]?.removeLast(33)
        log.files["tile/1/000.p/2"]?.removeLast()
        let findings = try log.report().findings
        #expect(
            findings == [
                .entriesUnreadable(path: "tile/entries/000", entries: 255..<256),
                .trailingBytes(path: "tile/entries/001", count: 1),
                .tileWrongLength(path: "tile/0/001", found: 8193, expected: 8192),
                .tileWrongLength(path: "tile/0/002.p/88", found: 2783, expected: 2816),
                .tileWrongLength(path: "tile/1/000.p/2", found: 63, expected: 64),
            ])
        #expect(
            findings.first?.description
                == "tile/entries/000 cannot be read from entry 255 on, so entry 255 cannot be "
                + "checked.")
    }

    @Test func `a full tile and bundle may stand for the partial ones`() throws {
        let small = try TestLog(size: 300)
        var log = try TestLog(size: 600)
        log.files["checkpoint"] = small.files["checkpoint"]
        log.files["tile/1/000.p/1"] = small.files["tile/1/000.p/1"]
        #expect(try log.report().isSound)
        log.files["tile/entries/001"]?[8] ^= 1
        #expect(
            try log.report().findings == [.entryChanged(index: 256, hashesIn: "tile/0/001")])
    }

    @Test func `tiles two levels above the leaves are compared`() throws {
        var log = try TestLog((0..<65_800).map { [UInt8($0 & 255), UInt8($0 >> 8 & 255)] })
        #expect(try log.report().isSound)
        log.files["tile/1/000"]?[32 * 7] ^= 1
        log.files["tile/2/000.p/1"]?[3] ^= 1
        #expect(
            try log.report().findings == [
                .tileHashWrong(path: "tile/1/000", entries: 1792..<2048),
                .tileHashWrong(path: "tile/2/000.p/1", entries: 0..<65_536),
            ])
    }

    @Test func `a checkpoint over entries that are not there does not keep the audit busy`() throws
    {
        var log = try TestLog(size: 600)
        try log.sign(
            Checkpoint(origin: TestLog.origin, size: Tile.treeSizeLimit - 1, root: .empty))
        let report = try log.report(findingLimit: 20)
        #expect(report.findings.count == 20)
        #expect(!report.isComplete)
        #expect(report.outcome(of: .root) == .failed)
        #expect(report.outcome(of: .hashes) != .passed)
    }

    @Test func `what the reader throws is thrown on`() throws {
        struct DiskFailure: Error {}
        let audit = LogAudit(origin: TestLog.origin, keys: [])
        #expect(throws: DiskFailure.self) { try audit.report { _ in throw DiskFailure() } }
    }
}
