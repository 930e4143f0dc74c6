import ArgumentParser
import Foundation
import Transparency

/// Checks an exported log; it uses `Transparency` alone, so that nobody has to trust the rest.
struct VerifyExport {
    let folder: URL
    /// The key that the checker trusts, or nil to take the one that lies beside the files.
    let vkey: String?

    /// What was found, and whether the key came with the files.
    func report() throws -> (report: AuditReport, isKeyFromFolder: Bool) {
        let key = try NoteKey(typed: try vkey ?? text("vkey"))
        let report = try LogAudit(origin: key.name, keys: [key]).report { path in
            try? Array(Data(contentsOf: folder.appending(path: path)))
        }
        return (report, vkey == nil)
    }

    private func text(_ name: String) throws -> String {
        guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        else {
            throw Problem(
                "`\(folder.path(percentEncoded: false))` has no readable file `\(name)`; "
                    + "give the key with --vkey."
            )
        }
        return text
    }
}

extension NoteKey {
    /// A verifier key that a person gave.
    ///
    /// - Throws: `Problem` that says how a key is written.
    init(typed text: String) throws {
        do {
            try self.init(vkey: text.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            throw Problem("The key is not a verifier key: \(error)")
        }
    }
}
