import Crypto
import CryptoExtras
import Foundation
import Records

/// Random codes and password hashes.
enum Secret {
    /// A random code of a letter and 26 letters and digits, 130 bits and more.
    static func code<Subject>(of: Subject.Type = Subject.self) -> Identifier<Subject> {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        let bytes = (0..<26).map { _ in alphabet[Int.random(in: 0..<32)] }
        let text = "r" + String(decoding: bytes, as: UTF8.self)
        guard let code = Identifier<Subject>(text) else {
            preconditionFailure("The alphabet holds only letters and digits.")
        }
        return code
    }

    /// Random bytes from the system.
    static func bytes(_ count: Int) -> Data {
        Data((0..<count).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// SHA-256, for tokens that are random already.
    static func digest(_ bytes: some DataProtocol) -> Data { Data(SHA256.hash(data: bytes)) }

    /// The scrypt hash of a password: N = 2^15, r = 8, p = 1, 32 bytes (RFC 7914).
    ///
    /// About 0.1 s and 32 MB on one core.
    static func passwordHash(_ password: String, salt: Data) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: salt,
            outputByteCount: 32, rounds: 1 << 15, blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Data($0) }
    }

    /// Whether two digests are equal, in time that does not depend on where they differ.
    static func isEqual(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
