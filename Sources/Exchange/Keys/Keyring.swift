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
        let file = Self.masterFile(in: folder)
        guard let bytes = try? Data(contentsOf: file), let key = MasterKey(bytes: bytes)
        else { throw Store.OpenFailure.noMasterKey(file.path(percentEncoded: false)) }
        master = key
        signer = try Self.signer(in: folder, origin: origin)
    }

    /// The key that signs the log; a check of the log needs no other.
    ///
    /// - Throws: `Store.OpenFailure.noLogKey`.
    static func signer(in folder: URL, origin: String) throws -> NoteSigner {
        let file = logFile(in: folder)
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let signer = try? NoteSigner(skey: text.trimmingCharacters(in: .newlines)),
            signer.key.name == origin
        else { throw Store.OpenFailure.noLogKey(file.path(percentEncoded: false)) }
        return signer
    }

    /// New keys in two files that only the owner may read.
    static func made(in folder: URL, origin: String) throws -> Keyring {
        let keys = Keyring(origin: origin)
        for (file, content) in [
            (masterFile(in: folder), keys.master.bytes),
            (logFile(in: folder), Data((keys.signer.skey + "\n").utf8)),
        ] {
            let made = FileManager.default.createFile(
                atPath: file.path(percentEncoded: false), contents: content,
                attributes: [.posixPermissions: 0o600])
            guard made else {
                throw Store.OpenFailure.notWritable(file.path(percentEncoded: false))
            }
        }
        return keys
    }

    /// Where the keys of a data folder lie.
    static func files(in folder: URL) -> [URL] { [masterFile(in: folder), logFile(in: folder)] }

    private static func masterFile(in folder: URL) -> URL { folder.appending(path: "master.key") }

    private static func logFile(in folder: URL) -> URL { folder.appending(path: "log.key") }
}
