import Exchange
import Governance
import HTTPTypes
import Hummingbird

/// One request, as handlers need it: who asks, where, and what the form said.
struct Visit: Sendable {
    let desk: Desk
    let path: String
    let parameters: [String: String]
    let query: FormFields
    let form: FormFields
    let headers: HTTPFields
    /// The host and port that the browser asked for, as it wrote them.
    let authority: String?
    let session: Session?
    /// Why there is no session although the browser sent one's code.
    let ended: SessionEnd?
    let csrf: CSRFToken

    var store: Store { desk.store }

    /// The person who is signed in.
    ///
    /// - Throws: `Refusal` that leads to the sign-in page.
    func person() throws -> Practitioner {
        guard let session else {
            let end = ended ?? .unknown
            throw Refusal(.notSignedIn, "signed-out-\(end.rawValue)", end.sentence)
        }
        return session.person
    }

    /// A part of the path as a code.
    ///
    /// - Throws: `Refusal` that reads as if the thing did not exist.
    func code<Code: RawRepresentable>(_ name: String, as: Code.Type = Code.self) throws -> Code
    where Code.RawValue == String {
        guard let text = parameters[name], let code = Code(rawValue: text) else {
            throw Refusal(
                .notFound, "not-found", "There is no such page.",
                fix: "Check the address, or start from the home page.")
        }
        return code
    }

    /// Whether the asker wants JSON: the path ends in `.json` or `Accept` prefers it.
    var wantsJSON: Bool {
        path.hasSuffix(".json") || preferred(["text/html", "application/json"]) == 1
    }

    /// Whether the asker wants CSV: the path ends in `.csv` or `Accept` prefers it.
    var wantsCSV: Bool {
        path.hasSuffix(".csv") || preferred(["text/html", "application/json", "text/csv"]) == 2
    }

    /// The index of the type that `Accept` prefers; 0 when it does not care (RFC 9110 §12.5.1).
    private func preferred(_ types: [String]) -> Int {
        guard let accept = headers[.accept] else { return 0 }
        var best = (index: 0, quality: -1.0)
        for (index, type) in types.enumerated() {
            let quality = Self.quality(of: type, in: accept)
            if quality > best.quality { best = (index, quality) }
        }
        return best.quality > 0 ? best.index : 0
    }

    private static func quality(of type: String, in accept: String) -> Double {
        var found = (precision: -1, quality: 0.0)
        for range in accept.split(separator: ",") {
            let parts = range.split(separator: ";").map {
                $0.filter { !$0.isWhitespace }.lowercased()
            }
            guard let name = parts.first else { continue }
            let precision: Int
            if name == type {
                precision = 2
            } else if name == type.prefix(while: { $0 != "/" }) + "/*" {
                precision = 1
            } else if name == "*/*" {
                precision = 0
            } else {
                continue
            }
            guard precision > found.precision else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            found = (precision, weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
        }
        return found.quality
    }
}
