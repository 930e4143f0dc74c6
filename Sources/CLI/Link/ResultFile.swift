import Foundation

/// A file on its way out: it is written beside its place and moved there once it is whole.
///
/// So a run that is cut off leaves the file of before, or none. Devices are written directly.
final class ResultFile {
    private let handle: FileHandle
    private let place: URL
    /// Where it is written until it is whole; nil for a device.
    private var draft: URL?

    /// Starts a file; whoever writes it calls `close` at the end.
    init(_ path: String) throws {
        place = Self.place(of: path)
        guard !Self.isDevice(path) else {
            handle = try FileHandle(forWritingTo: URL(filePath: path))
            return
        }
        let draft = Self.draft(beside: place)
        self.draft = draft
        try Data().write(to: draft, options: .withoutOverwriting)
        handle = try FileHandle(forWritingTo: draft)
        // Who may read the file of before may read the new one, and nobody else.
        var old = stat()
        if stat(place.path, &old) == 0 { fchmod(handle.fileDescriptor, old.st_mode & 0o777) }
    }

    deinit {
        if let draft { unlink(draft.path) }
    }

    /// Adds bytes to the end.
    func write(_ bytes: some DataProtocol) throws { try handle.write(contentsOf: bytes) }

    /// Moves the whole file to its place.
    func close() throws {
        try handle.close()
        guard let draft else { return }
        guard rename(draft.path, place.path) == 0 else {
            let reason = String(cString: strerror(errno)).lowercased()
            throw Problem("The file `\(place.path)` cannot be written: \(reason).", code: 6)
        }
        self.draft = nil
    }

    /// Writes a file in one go.
    static func write(_ bytes: some DataProtocol, to path: String) throws {
        let file = try ResultFile(path)
        try file.write(bytes)
        try file.close()
    }

    /// Whether bytes go to a device or a pipe, which no file can take the place of.
    static func isDevice(_ path: String) -> Bool {
        if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
        var kind = stat()
        return stat(path, &kind) == 0 && kind.st_mode & S_IFMT != S_IFREG
    }

    /// The file itself, where a path is a link to it; it need not be there yet.
    static func place(of path: String) -> URL {
        var place = URL(filePath: path)
        for _ in 0..<40 {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path)
            guard let target else { break }
            place =
                URL(filePath: target, relativeTo: place.deletingLastPathComponent())
                .absoluteURL
        }
        return place
    }

    /// A name in the same folder, so that the move is one step; hidden, and no result's own.
    static func draft(beside place: URL) -> URL {
        place.deletingLastPathComponent()
            .appending(path: ".weft-\(UUID().uuidString.lowercased()).part")
    }
}
