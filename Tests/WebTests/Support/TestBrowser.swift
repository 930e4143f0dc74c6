import Foundation
import FoundationNetworking
import Governance
import Records

/// A browser without JavaScript: cookies, redirects and forms over real HTTP on loopback.
actor TestBrowser {
    /// An answer.
    struct Answer: Sendable {
        let status: Int
        let path: String
        let headers: [String: String]
        let bytes: Data

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let port: Int
    private let session: URLSession
    private(set) var page = ""

    init(port: Int) {
        self.port = port
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieAcceptPolicy = .always
        session = URLSession(configuration: configuration)
    }

    /// Signs in by the demonstration's one click.
    func signIn(as person: Practitioner) async throws -> Answer {
        _ = try await get("/sign-in")
        return try await post("/demo/sign-in", ["person": person.id.rawValue])
    }

    func get(_ path: String, accept: String = "text/html") async throws -> Answer {
        var request = try request(path)
        request.setValue(accept, forHTTPHeaderField: "Accept")
        return try await send(request)
    }

    /// Sends a form, with the code of the page that was read last.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
        try await post(path, fields: fields.map { ($0.key, $0.value) })
    }

    /// Sends a form whose fields are only known when it runs.
    func post(_ path: String, fields: [(key: String, value: String)]) async throws -> Answer {
        var request = try request(path)
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        var body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
        body.append("csrf=\(Self.encoded(csrf))")
        request.httpBody = Data(body.joined(separator: "&").utf8)
        return try await send(request)
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, _ fields: KeyValuePairs<String, String>, file: [UInt8],
        name: String = "file"
    ) async throws -> Answer {
        var request = try request(path)
        request.httpMethod = "POST"
        let boundary = "boundary-\(UUID().uuidString)"
        request.setValue(
            "multipart/form-data; boundary=\(boundary)", forHTTPHeaderField: "Content-Type")
        var body = Data()
        for (key, value) in fields.map({ ($0.key, $0.value) }) + [("csrf", csrf)] {
            body += Data("--\(boundary)\r\n".utf8)
            body += Data("Content-Disposition: form-data; name=\"\(key)\"\r\n\r\n".utf8)
            body += Data("\(value)\r\n".utf8)
        }
        body += Data("--\(boundary)\r\n".utf8)
        let disposition = "form-data; name=\"\(name)\"; filename=\"records.csv\""
        body += Data("Content-Disposition: \(disposition)\r\n".utf8)
        body += Data("Content-Type: text/csv\r\n\r\n".utf8)
        body += Data(file)
        body += Data("\r\n--\(boundary)--\r\n".utf8)
        request.httpBody = body
        return try await send(request)
    }

    /// The code that the forms of the last page carry.
    var csrf: String {
        guard let start = page.range(of: "name=\"csrf\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    private func request(_ path: String) throws -> URLRequest {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else {
            throw URLError(.badURL)
        }
        // Beside other work a reply may take minutes; one that never comes still ends the test.
        return URLRequest(url: url, timeoutInterval: 600)
    }

    private func send(_ request: URLRequest) async throws -> Answer {
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let headers = http.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        let answer = Answer(
            status: http.statusCode, path: http.url?.path ?? "",
            headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }), bytes: data)
        if headers.contains(where: { $0.0 == "content-type" && $0.1.hasPrefix("text/html") }) {
            page = answer.text
        }
        return answer
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
