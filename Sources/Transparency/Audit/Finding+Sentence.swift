extension Finding: CustomStringConvertible {
    /// What is wrong and where, in plain English.
    public var description: String {
        switch check {
        case .checkpoint, .root: logSentence
        case .entries: entrySentence
        case .hashes: hashSentence
        case .history: historySentence
        }
    }

    private var logSentence: String {
        switch self {
        case .checkpointMissing:
            "There is no checkpoint, so nothing in this log can be checked."
        case .checkpointUnreadable(let reason):
            "The checkpoint cannot be read, so nothing in this log can be checked. \(reason)"
        case .checkpointNotTrusted(let reason):
            "The checkpoint cannot be trusted, so nothing in this log can be checked. \(reason)"
        case .originDiffers(let expected, let found):
            "The checkpoint is of the log `\(found)`, not of `\(expected)`."
        case .rootDiffers(let size, let computed, let signed):
            "The \(size) entries give the root \(computed), but the checkpoint signs \(signed)."
        case .entriesNotSigned(let range):
            "\(Self.words(range)) do not lead to the signed root: at least one of them has been "
                + "changed, together with its hash."
        default:
            "The root cannot be computed, because entries and their hashes are missing."
        }
    }

    private var entrySentence: String {
        switch self {
        case .entryChanged(let index, let path):
            "Entry \(index) does not match its hash in \(path): the entry has been changed."
        case .entryMissing(let index, let path):
            "Entry \(index) is missing from \(path)."
        case .entriesMissing(let path, let range):
            "\(path) is missing, so \(Self.words(range).lowercased()) cannot be checked."
        case .entriesUnreadable(let path, let range):
            "\(path) cannot be read from entry \(range.lowerBound) on, so "
                + "\(Self.words(range).lowercased()) cannot be checked."
        case .trailingBytes(let path, let count):
            "\(path) has \(count) bytes too many after its last entry."
        case .entryOrHashChanged(let index, let path):
            "Entry \(index) does not match its hash in \(path): one of them has been changed, "
                + "and neither leads to the signed root."
        default: ""
        }
    }

    private var hashSentence: String {
        switch self {
        case .leafHashWrong(let index, let path):
            "The hash of entry \(index) in \(path) is wrong: the entry itself leads to the "
                + "signed root."
        case .leafHashMissing(let index, let path):
            "The hash of entry \(index) is missing from \(path)."
        case .tileHashWrong(let path, let range):
            "The hash over \(Self.words(range).lowercased()) in \(path) is wrong."
        case .tileMissing(let path):
            "\(path) is missing."
        case .tileWrongLength(let path, let found, let expected):
            "\(path) has \(found) bytes but should have \(expected)."
        default: ""
        }
    }

    private var historySentence: String {
        switch self {
        case .smallerThanEarlier(let size, let earlierSize):
            "The log has \(size) entries, but an earlier checkpoint signs \(earlierSize): entries "
                + "have been removed from its end."
        case .earlierRootDiffers(let size):
            "The first \(size) entries no longer give the root that was signed when the log "
                + "had \(size) entries: history has been changed."
        case .earlierNotCompared(let size):
            "The earlier checkpoint over \(size) entries cannot be compared, because entries "
                + "and their hashes are missing."
        case .earlierOriginDiffers(let size, let found):
            "The earlier checkpoint over \(size) entries is of another log, `\(found)`."
        default: ""
        }
    }

    private static func words(_ range: Range<Int>) -> String {
        range.count == 1
            ? "Entry \(range.lowerBound)" : "Entries \(range.lowerBound) to \(range.upperBound - 1)"
    }
}
