import Exchange
import Foundation
import Records
import Testing

struct OversizeTests {
    @Test func `a request that says it has 2 GB is refused before it is sent`() async throws {
        try await TestSite.run { site in
            let head = """
                POST /uploads/new HTTP/1.1\r
                Host: 127.0.0.1\r
                Accept: text/html\r
                Content-Type: multipart/form-data; boundary=limit\r
                Content-Length: 2147483648\r
                \r

                """
            let answer = try RawConnection(port: site.port).answer(to: Array(head.utf8))
            #expect(answer.hasPrefix("HTTP/1.1 413"))
            #expect(answer.contains("The selected file must be smaller than 100 MB."))
        }
    }

    @Test func `a file of one byte too many is refused by its form`() async throws {
        try await LoadSite.run { site in
            let file = [UInt8](
                repeating: UInt8(ascii: "a"), count: TableFile.Limits.standard.bytes + 1)
            let answer = try await site.send(file)
            #expect(answer.status == 413)
            #expect(answer.text.contains("The file is larger than 100 MB"))
        }
    }
}

/// A connection on which a test writes bytes of its own and reads the first answer.
private struct RawConnection {
    private let handle: FileHandle

    init(port: Int) throws {
        #if canImport(Glibc)
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        handle = FileHandle(fileDescriptor: socket, closeOnDealloc: true)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw URLError(.cannotConnectToHost) }
    }

    func answer(to bytes: [UInt8]) throws -> String {
        try handle.write(contentsOf: Data(bytes))
        var answer = Data()
        while !answer.contains("</html>") {
            // Gives what has come so far; nothing means that the other side is done.
            let more = handle.availableData
            if more.isEmpty { break }
            answer += more
        }
        return String(decoding: answer, as: UTF8.self)
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
