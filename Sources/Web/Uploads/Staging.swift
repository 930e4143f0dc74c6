import Exchange
import Governance
import Records

/// Files that people have sent and not yet accepted: in memory only, for an hour.
///
/// A file may hold columns that the agreement does not allow, so it is never written to disk
/// before it has been cut down. A restart loses it, and the person chooses the file again.
actor Staging {
    /// A file on its way.
    struct Upload: Sendable, Identifiable {
        typealias ID = Identifier<Upload>

        let id: ID
        let owner: Practitioner.ID
        let agreement: SharingAgreement.ID
        let dataset: DatasetSpecification.ID
        /// Nil once the rows that passed have been loaded.
        var staged: StagedFile?
        /// The receipt, once there is one.
        var loaded: Load.ID?
        var since: Timestamp
    }

    /// The most bytes that all files together may take; each takes up to four times its size.
    static let limitBytes = 200_000_000
    /// How long a file is kept after it was last looked at, in seconds.
    static let seconds = 3_600

    private var uploads: [Upload.ID: Upload] = [:]
    /// The files that are being loaded now, with everybody who waits for the same receipt.
    private var loading: [Upload.ID: [CheckedContinuation<Load.ID, any Error>]] = [:]

    /// Keeps a file.
    ///
    /// - Throws: `Refusal` when too many files are waiting.
    func keep(_ upload: Upload, now: Timestamp) throws {
        drop(before: now)
        let waiting = uploads.values.compactMap(\.staged?.bytes.count)
        guard waiting.reduce(upload.staged?.bytes.count ?? 0, +) <= Self.limitBytes else {
            throw Refusal(
                .unavailable, "busy", "Too many files are being loaded at the moment.",
                fix: "Try again in a few minutes. Discard files that you no longer need.")
        }
        uploads[upload.id] = upload
    }

    /// The file that a person sent.
    ///
    /// - Throws: `Refusal` when it is gone or somebody else's.
    func upload(_ id: Upload.ID, of person: Practitioner, now: Timestamp) throws -> Upload {
        drop(before: now)
        guard var upload = uploads[id], upload.owner == person.id else { throw Self.gone }
        upload.since = now
        uploads[id] = upload
        return upload
    }

    /// The files of a person that wait to be accepted, the newest last.
    func waiting(of person: Practitioner, now: Timestamp) -> [Upload] {
        drop(before: now)
        return uploads.values.filter { $0.owner == person.id && $0.staged != nil }
            .sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    /// Replaces how a file is understood, unless another window did so since `revision`.
    func replace(_ id: Upload.ID, with staged: StagedFile, since revision: Int) throws {
        guard let now = uploads[id]?.staged else { throw Self.gone }
        guard now.revision == revision, staged.revision == revision + 1 else {
            throw Self.changedMeanwhile
        }
        uploads[id]?.staged = staged
    }

    /// Keeps what the checks found, as long as the file is still understood in the same way.
    func keep(_ checks: StagedFile.Checks, for id: Upload.ID, of revision: Int) {
        guard uploads[id]?.staged?.revision == revision else { return }
        uploads[id]?.staged?.checks = checks
    }

    /// Loads a file once, however often it is accepted: everybody gets the same receipt.
    func load(_ id: Upload.ID, _ load: @Sendable () async throws -> Load.ID) async throws -> Load.ID
    {
        guard let upload = uploads[id] else { throw Self.gone }
        if let loaded = upload.loaded { return loaded }
        if loading[id] != nil {
            return try await withCheckedThrowingContinuation { loading[id]?.append($0) }
        }
        loading[id] = []
        let result: Result<Load.ID, any Error>
        do {
            result = .success(try await load())
        } catch {
            result = .failure(error)
        }
        if case .success(let loaded) = result {
            uploads[id]?.loaded = loaded
            uploads[id]?.staged = nil
        }
        for waiting in loading.removeValue(forKey: id) ?? [] { waiting.resume(with: result) }
        return try result.get()
    }

    /// Forgets a file of a person, unless it is loaded or being loaded.
    func forget(_ id: Upload.ID, of person: Practitioner) {
        guard uploads[id]?.owner == person.id, uploads[id]?.staged != nil, loading[id] == nil
        else { return }
        uploads[id] = nil
    }

    private func drop(before now: Timestamp) {
        uploads = uploads.filter {
            loading[$0.key] != nil || $0.value.since.seconds + Self.seconds > now.seconds
        }
    }

    private static let gone = Refusal(
        .notFound, "upload-gone",
        "This file is no longer waiting: it was kept for an hour, or the server restarted.",
        fix: "Choose the file again. Nothing that you loaded before is lost.")

    static let changedMeanwhile = Refusal(
        .conflict, "changed-meanwhile",
        "The columns or the encoding of this file were changed in another window.",
        fix: "Go back, load the page again and look at it once more before you go on.")
}
