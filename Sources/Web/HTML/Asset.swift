/// A file that pages link to, embedded in the product.
///
/// Its path carries a hash of its content, so that it may be cached for ever.
struct Asset: Sendable {
    let name: String
    let path: String
    let contentType: String
    let bytes: [UInt8]

    static let styleSheet = Asset("weft.css", "text/css; charset=utf-8")
    static let script = Asset("weft.js", "text/javascript; charset=utf-8")
    static let icon = Asset("weft.svg", "image/svg+xml")

    /// Everything that the routes serve.
    static let all = [styleSheet, script, icon]

    /// How long a browser may keep an asset.
    static let cacheControl = "public, max-age=31536000, immutable"

    /// The policy that every page is written for.
    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    private init(_ name: String, _ contentType: String) {
        guard let text = Embedded.files[name] else {
            preconditionFailure("the asset `\(name)` was not embedded in this build")
        }
        self.name = name
        self.contentType = contentType
        bytes = Array(text.utf8)
        path = "/assets/\(Self.hash(of: bytes))/\(name)"
    }

    static func at(path: String) -> Asset? {
        all.first { $0.path == path }
    }

    /// FNV-1a, 64 bits, in hexadecimal; a name for the content, not a proof of it.
    ///
    /// Source: the FNV hash, draft-eastlake-fnv.
    static func hash(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
