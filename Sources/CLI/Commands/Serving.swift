import Foundation
import Logging
import Web

/// Running a server until it is asked to stop.
enum Serving {
    static func run(
        _ server: Server, port: Int, started: @escaping @Sendable (Int) -> Void
    ) async throws {
        do {
            try await server.run(started: started)
        } catch let error where "\(error)".contains("EADDRINUSE") || "\(error)".contains("in use") {
            throw Problem(
                "Port \(port) is taken; choose another one with --port, or 0 for any free one.",
                code: 6)
        } catch let error where "\(error)".contains("UnknownHost") {
            throw Problem(
                "There is no such address to listen on; "
                    + "give --host the IP address of this machine.",
                code: 6)
        } catch let error
            where "\(error)".contains("EADDRNOTAVAIL") || "\(error)".contains("EACCES")
        {
            throw Problem(
                "The server may not listen on port \(port) of this address; choose others with "
                    + "--host and --port.", code: 6)
        }
    }
}

/// The server's own log: JSON lines are for a later day; levels and codes only, never names.
enum Log {
    static let logger: Logger = {
        var logger = Logger(label: "weft", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        return logger
    }()
}
