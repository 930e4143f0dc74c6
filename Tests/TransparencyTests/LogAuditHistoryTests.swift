import Testing
import Transparency

struct LogAuditHistoryTests {
    @Test func `a log cut off at its end is smaller than what was signed`() throws {
        let log = try TestLog(size: 300)
        let before = try TestLog(size: 301).checkpoint
        let report = try log.report(earlier: [before])
        #expect(report.findings == [.smallerThanEarlier(size: 300, earlierSize: 301)])
        #expect(
            report.findings.first?.description
                == "The log has 300 entries, but an earlier checkpoint signs 301: entries have "
                + "been removed from its end.")
        #expect(report.outcome(of: .history) == .failed)
        #expect(report.outcome(of: .entries) == .passed)
    }

    @Test func `history that was written anew and signed again is found`() throws {
        let log = try TestLog(size: 600)
        var entries = log.entries
        entries[300] = Array("forged".utf8)
        let forged = try TestLog(entries)
        let sizes = [100, 256, 300, 301, 512, 600]
        let report = try forged.report(earlier: sizes.map(log.checkpoint(size:)))
        #expect(
            report.findings == [301, 512, 600].map { .earlierRootDiffers(earlierSize: $0) })
        #expect(report.outcome(of: .root) == .passed)
    }

    @Test func `a changed entry does not make history look changed`() throws {
        var log = try TestLog(size: 600)
        log.files["tile/entries/001"]?[8] ^= 1
        let report = try log.report(earlier: [257, 300, 600].map(log.checkpoint(size:)))
        #expect(report.findings == [.entryChanged(index: 256, hashesIn: "tile/0/001")])
        #expect(report.outcome(of: .history) == .passed)
    }

    @Test func `an earlier checkpoint of another log is not compared`() throws {
        let log = try TestLog(size: 5)
        let other = Checkpoint(origin: "elsewhere.example/log", size: 3, root: .empty)
        #expect(
            try log.report(earlier: [other]).findings
                == [.earlierOriginDiffers(earlierSize: 3, found: "elsewhere.example/log")])
    }

    @Test func `an earlier empty log must have the empty root`() throws {
        let log = try TestLog(size: 5)
        let wrong = Checkpoint(origin: TestLog.origin, size: 0, root: log.checkpoint.root)
        #expect(
            try log.report(earlier: [wrong]).findings == [.earlierRootDiffers(earlierSize: 0)])
        var empty = try TestLog(size: 0)
        try empty.sign(wrong)
        #expect(
            try empty.report().findings
                == [.rootDiffers(size: 0, computed: .empty, signed: log.checkpoint.root)])
    }

    @Test func `a checkpoint that is missing, unreadable or signed by others ends the audit`()
        throws
    {
        var log = try TestLog(size: 5)
        log.files["checkpoint"] = nil
        #expect(try log.report().findings == [.checkpointMissing])

        log.files["checkpoint"] = Array("nonsense".utf8)
        #expect(
            try log.report().findings
                == [.checkpointUnreadable("The note does not end with a new line.")])

        let stranger = try TestLog.signer(named: TestLog.origin, seed: 2)
        log.files["checkpoint"] = try log.checkpoint.signed(by: [stranger]).bytes
        let report = try log.report()
        #expect(
            report.findings.map(\.description) == [
                "The checkpoint cannot be trusted, so nothing in this log can be checked. It is "
                    + "not signed with a key we know (`ambermere.example/log`), but by "
                    + "`ambermere.example/log`."
            ])
        #expect(report.outcome(of: .checkpoint) == .failed)
        #expect(report.outcome(of: .entries) == .notRun)
        #expect(report.size == nil)

        log.files["checkpoint"] = try SignedNote("one\ntwo\n", signedBy: [log.signer]).bytes
        #expect(
            try log.report().findings == [
                .checkpointUnreadable(
                    "The checkpoint has 2 lines but needs three: origin, size and root.")
            ])
    }

    @Test func `a checkpoint of another log by the same key is named`() throws {
        var log = try TestLog(size: 5)
        let root = log.checkpoint.root
        try log.sign(Checkpoint(origin: "elsewhere.example/log", size: 5, root: root))
        #expect(
            try log.report().findings
                == [.originDiffers(expected: TestLog.origin, found: "elsewhere.example/log")])
    }
}
