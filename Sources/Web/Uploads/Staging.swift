import Exchange
import Governance
import Records

/// Files that people have sent and not yet accepted: in memory only, for an hour.
///
/// A file may hold columns that the agreement does not allow, so it is never written to disk
/// before it has been cut down. A restart loses it, and the person chooses the file again.
actor Staging {
    /// A file on its way.
    struct Upload: Sendable {
        let id: Identifier<Upload>
        let owner: Practitioner.ID
        let agreement: SharingAgreement.ID
        let dataset: DatasetSpecification.ID
        let bytes: [UInt8]
        let digest: [UInt8]
        var encoding: TextEncoding?
        var delimiter: Delimiter?
        var mapping: [String: DataItem.ID]
        /// The receipt, once the rows that passed have been loaded.
        var loaded: Load.ID?
        var since: Timestamp
    }

    /// The most bytes that all files together may take.
    static let limitBytes = 400_000_000
    /// How long a file is kept after it was last looked at, in seconds.
    static let seconds = 3_600

    private var uploads: [Identifier<Upload>: Upload] = [:]

    /// Keeps a file.
    ///
    /// - Throws: `Refusal` when too many files are waiting.
    func keep(_ upload: Upload, now: Timestamp) throws {
        drop(before: now)
        let total = uploads.values.reduce(upload.bytes.count) { $0 + $1.bytes.count }
        guard total <= Self.limitBytes else {
            throw Refusal(
                .unavailable, "busy", "Too many files are being loaded at the moment.",
                fix: "Try again in a few minutes.")
        }
        uploads[upload.id] = upload
    }

    /// The file that a person sent.
    ///
    /// - Throws: `Refusal` when it is gone or somebody else's.
    func upload(_ id: Identifier<Upload>, of person: Practitioner, now: Timestamp) throws -> Upload {
        drop(before: now)
        guard var upload = uploads[id], upload.owner == person.id else {
            throw Refusal(
                .notFound, "upload-gone",
                "This file is no longer waiting: it was kept for an hour, or the server restarted.",
                fix: "Choose the file again. Nothing that you loaded before is lost.")
        }
        upload.since = now
        uploads[id] = upload
        return upload
    }

    /// Forgets a file.
    func forget(_ id: Identifier<Upload>) { uploads[id] = nil }

    private func drop(before now: Timestamp) {
        uploads = uploads.filter { $0.value.since.seconds + Self.seconds > now.seconds }
    }
}
