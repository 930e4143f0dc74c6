import Crypto
import Foundation

/// The key that wraps every content key; it lives in its own file, which backups leave out.
///
/// Without it, the database holds no personal content that anybody can read (architecture A3).
struct MasterKey: Sendable {
    private let key: SymmetricKey

    /// A new key from the system's random source.
    init() { key = SymmetricKey(size: .bits256) }

    /// The key with these 32 bytes, or nil.
    init?(bytes: Data) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The 32 bytes, to be written to the key file only.
    var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// A content key sealed under this key, bound to the name of what it protects.
    func wrapped(_ content: ContentKey, name: String) throws -> Data {
        try ContentKey(key).sealed(content.bytes, context: "content-key|\(name)")
    }

    /// The content key that was sealed for a name.
    ///
    /// - Throws: `CryptoKitError` when the key or the name is not the one it was sealed with.
    func unwrapped(_ sealed: Data, name: String) throws -> ContentKey {
        let bytes = try ContentKey(key).opened(sealed, context: "content-key|\(name)")
        return ContentKey(SymmetricKey(data: bytes))
    }
}

/// The key of one data set, upload or case; destroying it erases the content.
struct ContentKey: Sendable {
    private let key: SymmetricKey

    /// A new key from the system's random source.
    init() { key = SymmetricKey(size: .bits256) }

    init(_ key: SymmetricKey) { self.key = key }

    var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// The content encrypted with AES-GCM under a fresh nonce (NIST SP 800-38D).
    ///
    /// The context says where the content lies, so that two ciphertexts cannot be swapped.
    func sealed(_ content: Data, context: String) throws -> Data {
        let box = try AES.GCM.seal(content, using: key, authenticating: Data(context.utf8))
        return box.combined ?? Data()
    }

    /// The content of a ciphertext.
    ///
    /// - Throws: `CryptoKitError` when a bit was changed, or key or context are not the right ones.
    func opened(_ sealed: Data, context: String) throws -> Data {
        try AES.GCM.open(
            AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Data(context.utf8))
    }
}
