import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a handler answers.
struct Reply: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: [UInt8]

    /// A page.
    static func page(_ shell: PageShell, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: shell.html.bytes)
    }

    /// A JSON object; dates and codes as they encode themselves.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Reply(
            status: status, headers: [.contentType: type],
            body: Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
    }

    /// A file to keep; the name says what it is and never whom it is about.
    static func download(_ bytes: [UInt8], name: String, type: String) -> Reply {
        var headers: HTTPFields = [.contentType: type]
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Reply(status: .ok, headers: headers, body: bytes)
    }

    /// Bytes of a type.
    static func bytes(_ bytes: [UInt8], type: String) -> Reply {
        Reply(status: .ok, headers: [.contentType: type], body: bytes)
    }

    /// To another page of this server, by GET.
    static func seeOther(_ path: String) -> Reply {
        Reply(status: .seeOther, headers: [.location: path], body: [])
    }

    var response: Response {
        Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
