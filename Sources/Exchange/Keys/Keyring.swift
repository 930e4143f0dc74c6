import Crypto
import Foundation
import Transparency

/// The keys of a data folder: the master key for content and the key that signs the log.
struct Keyring: Sendable {
    let master: MasterKey
    let signer: NoteSigner

    /// Fresh keys that are written nowhere, for stores in memory.
    init(origin: String) {
        master = MasterKey()
        do {
            signer = try NoteSigner(name: origin, privateKey: Curve25519.Signing.PrivateKey())
        } catch {
            preconditionFailure("The origin `\(origin)` cannot name a key: \(error)")
        }
    }

    /// The keys in a data folder.
    ///
    /// - Throws: `Store.OpenFailure` that names the file which is missing or damaged.
    init(in folder: URL, origin: String) throws {
        let (masterFile, logFile) = Self.files(in: folder)
        guard let bytes = try? Data(contentsOf: masterFile), let key = MasterKey(bytes: bytes)
        else { throw Store.OpenFailure.noMasterKey(masterFile.path()) }
        master = key
        guard let text = try? String(contentsOf: logFile, encoding: .utf8),
            let signer = try? NoteSigner(skey: text.trimmingCharacters(in: .newlines)),
            signer.key.name == origin
        else { throw Store.OpenFailure.noLogKey(logFile.path()) }
        self.signer = signer
    }

    /// New keys in two files that only the owner may read.
    static func made(in folder: URL, origin: String) throws -> Keyring {
        let keys = Keyring(origin: origin)
        let (masterFile, logFile) = files(in: folder)
        for (file, content) in [
            (masterFile, keys.master.bytes), (logFile, Data((keys.signer.skey + "\n").utf8)),
        ] {
            let made = FileManager.default.createFile(
                atPath: file.path(), contents: content,
                attributes: [.posixPermissions: 0o600])
            guard made else { throw CocoaError(.fileWriteUnknown) }
        }
        return keys
    }

    private static func files(in folder: URL) -> (master: URL, log: URL) {
        (folder.appending(path: "master.key"), folder.appending(path: "log.key"))
    }
}
