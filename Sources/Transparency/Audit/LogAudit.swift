/// The verification of a whole log: whether it is exactly what was signed, and what is not.
///
/// Reads 256 entries at a time and keeps a few hashes for each 256, so a log of a million entries
/// needs about a megabyte.
public struct LogAudit: Sendable {
    /// The name that the log must have.
    public let origin: String

    /// The keys of which one must have signed the checkpoint.
    public let keys: [NoteKey]

    /// Checkpoints of the same log that were kept and verified before; the log must extend each.
    public let earlier: [Checkpoint]

    /// The most findings that a report lists.
    public let findingLimit: Int

    /// An audit of a log with this name against these keys and checkpoints.
    public init(
        origin: String, keys: [NoteKey], earlier: [Checkpoint] = [], findingLimit: Int = 1000
    ) {
        self.origin = origin
        self.keys = keys
        self.earlier = earlier
        self.findingLimit = findingLimit
    }

    /// Verifies a log in the form of tlog-tiles.
    ///
    /// - Parameter read: gives the bytes at a path such as `checkpoint`, `tile/0/000.p/17` or
    ///   `tile/entries/000.p/17`, or nil if there are none.
    /// - Returns: what was checked and everything that is wrong.
    /// - Throws: only what `read` throws; whatever is wrong with the log is in the report.
    public func report(
        onFiles read: @escaping (_ path: String) throws -> [UInt8]?
    ) throws -> AuditReport {
        try report(on: .files(read))
    }

    /// Verifies a log in a database.
    ///
    /// - Parameters:
    ///   - checkpoint: the newest signed checkpoint.
    ///   - entries: gives the entries in a range, nil for each that is missing.
    ///   - hashes: gives the stored hashes of a tile level in a range of positions, nil for each
    ///     that is missing, or nil for all if that level is not kept.
    /// - Returns: what was checked and everything that is wrong.
    /// - Throws: only what the closures throw; whatever is wrong with the log is in the report.
    public func report(
        onRowsSignedBy checkpoint: [UInt8],
        entries: @escaping (Range<Int>) throws -> [[UInt8]?],
        hashes: @escaping (_ level: Int, _ range: Range<Int>) throws -> [TreeHash?]?
    ) throws -> AuditReport {
        try report(on: .rows(checkpoint: checkpoint, entries: entries, hashes: hashes))
    }

    private func report(on contents: LogContents) throws -> AuditReport {
        var findings = FindingList(limit: findingLimit)
        guard let checkpoint = try checkpoint(in: contents, &findings) else {
            return AuditReport(checkpoint: nil, findings: findings, ran: [.checkpoint])
        }
        if !checkpoint.origin.utf8.elementsEqual(origin.utf8) {
            findings.add(.originDiffers(expected: origin, found: checkpoint.origin))
        }
        var run = AuditRun(contents: contents, checkpoint: checkpoint, findings: findings)
        try run.survey()
        run.resolve()
        try run.explainBlocks()
        try run.checkUpperTiles()
        for checkpoint in earlier {
            try run.compare(with: checkpoint)
        }
        let always: Set<AuditReport.Check> = [.checkpoint, .root, .entries, .hashes]
        return AuditReport(
            checkpoint: checkpoint, findings: run.findings,
            ran: earlier.isEmpty ? always : always.union([.history]))
    }

    private func checkpoint(
        in contents: LogContents, _ findings: inout FindingList
    ) throws -> Checkpoint? {
        guard let bytes = try contents.checkpoint() else {
            findings.add(.checkpointMissing)
            return nil
        }
        do throws(SignedNote.ParseFailure) {
            let note = try SignedNote(parsing: bytes)
            return trusted(note, &findings)
        } catch {
            findings.add(.checkpointUnreadable(error.description))
            return nil
        }
    }

    private func trusted(_ note: SignedNote, _ findings: inout FindingList) -> Checkpoint? {
        do throws(SignedNote.VerificationFailure) {
            let verified = try note.verified(by: keys)
            return parsed(verified.text, &findings)
        } catch {
            findings.add(.checkpointNotTrusted(error.description))
            return nil
        }
    }

    private func parsed(_ text: String, _ findings: inout FindingList) -> Checkpoint? {
        do throws(Checkpoint.ParseFailure) {
            return try Checkpoint(text: text)
        } catch {
            findings.add(.checkpointUnreadable(error.description))
            return nil
        }
    }
}
