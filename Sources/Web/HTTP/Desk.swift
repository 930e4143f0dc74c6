import Exchange

/// What every handler works with: the store and how this server was started.
struct Desk: Sendable {
    let store: Store
    let staging: Staging
    /// Whether cookies demand an encrypted connection; false only on a loopback address.
    let hasSecureCookies: Bool
    /// Files by name that a demonstration offers to try loading with.
    let sampleFiles: [String: [UInt8]]

    var isDemonstration: Bool { store.settings.isDemonstration }

    /// The name of the session's cookie; the prefix binds it to this host (RFC 6265bis §4.1.3.2).
    var sessionCookie: String { hasSecureCookies ? "__Host-weft" : "weft" }

    /// The name of the cookie that protects forms of people who are not signed in.
    var formCookie: String { hasSecureCookies ? "__Host-weft-form" : "weft-form" }
}
