/// One thing that is wrong with a log.
public enum Finding: Hashable, Sendable {
    /// There is no checkpoint.
    case checkpointMissing
    /// The checkpoint is not a signed note or not a checkpoint, for this reason.
    case checkpointUnreadable(String)
    /// The checkpoint is not signed by a key we know, for this reason.
    case checkpointNotTrusted(String)
    /// The checkpoint is of another log.
    case originDiffers(expected: String, found: String)

    /// All entries together give another root than the signed one.
    case rootDiffers(size: Int, computed: TreeHash, signed: TreeHash)
    /// Too much is missing to compute the root.
    case rootNotComputed

    /// The entry was changed: its stored hash still leads to the signed root.
    case entryChanged(index: Int, hashesIn: String)
    /// The row of an entry is missing.
    case entryMissing(index: Int, from: String)
    /// The file of these entries is missing.
    case entriesMissing(path: String, entries: Range<Int>)
    /// The file of entries cannot be divided into entries from the first of these on.
    case entriesUnreadable(path: String, entries: Range<Int>)
    /// A file of entries has more bytes than it should.
    case trailingBytes(path: String, count: Int)
    /// An entry and its hash disagree, and neither can be shown to be the signed one.
    case entryOrHashChanged(index: Int, hashesIn: String)
    /// These entries, or one of them and its hash alike, do not lead to the signed root.
    case entriesNotSigned(Range<Int>)

    /// The hash of an entry was changed: the entry itself leads to the signed root.
    case leafHashWrong(index: Int, path: String)
    /// The row of a hash is missing.
    case leafHashMissing(index: Int, from: String)
    /// A hash above the leaves is not that of the entries below it.
    case tileHashWrong(path: String, entries: Range<Int>)
    /// A tile is missing.
    case tileMissing(path: String)
    /// A tile has more or fewer bytes than it should.
    case tileWrongLength(path: String, found: Int, expected: Int)

    /// The log holds fewer entries than an earlier checkpoint says.
    case smallerThanEarlier(size: Int, earlierSize: Int)
    /// The entries that an earlier checkpoint covers no longer give its root.
    case earlierRootDiffers(earlierSize: Int)
    /// An earlier checkpoint could not be compared, because entries and hashes are missing.
    case earlierNotCompared(earlierSize: Int)
    /// The earlier checkpoint is of another log.
    case earlierOriginDiffers(earlierSize: Int, found: String)
}

extension Finding {
    /// The part of the audit that this finding makes fail.
    public var check: AuditReport.Check {
        switch self {
        case .checkpointMissing, .checkpointUnreadable, .checkpointNotTrusted, .originDiffers:
            .checkpoint
        case .rootDiffers, .rootNotComputed, .entriesNotSigned: .root
        case .entryChanged, .entryMissing, .entriesMissing, .entriesUnreadable, .trailingBytes,
            .entryOrHashChanged:
            .entries
        case .leafHashWrong, .leafHashMissing, .tileHashWrong, .tileMissing, .tileWrongLength:
            .hashes
        case .smallerThanEarlier, .earlierRootDiffers, .earlierNotCompared,
            .earlierOriginDiffers:
            .history
        }
    }

    /// The file or table that is wrong, or that shows the entry to be wrong, if there is one.
    public var path: String? {
        switch self {
        case .checkpointMissing, .checkpointUnreadable, .checkpointNotTrusted, .originDiffers:
            "checkpoint"
        case .entryChanged(_, let path), .entryMissing(_, let path),
            .entriesMissing(let path, _), .entriesUnreadable(let path, _),
            .trailingBytes(let path, _), .entryOrHashChanged(_, let path),
            .leafHashWrong(_, let path), .leafHashMissing(_, let path),
            .tileHashWrong(let path, _), .tileMissing(let path),
            .tileWrongLength(let path, _, _):
            path
        default: nil
        }
    }

    /// The entries that this finding is about, if it is about some and not about the whole log.
    public var entries: Range<Int>? {
        switch self {
        case .entryChanged(let index, _), .entryMissing(let index, _),
            .entryOrHashChanged(let index, _), .leafHashWrong(let index, _),
            .leafHashMissing(let index, _):
            index..<(index + 1)
        case .entriesMissing(_, let range), .entriesUnreadable(_, let range),
            .entriesNotSigned(let range), .tileHashWrong(_, let range):
            range
        default: nil
        }
    }
}
