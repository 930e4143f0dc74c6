import Exchange
import Foundation
import FoundationNetworking
import Governance
import Logging
import Records
import Synchronization
import Web

/// A real server on a loopback port over a store in memory, and browsers that talk to it.
struct TestSite: Sendable {
    let store: Store
    let port: Int

    /// Runs `body` against a server; the store's clock stands still at noon on the day given.
    static func run(
        isDemonstration: Bool = true, today: CalendarDate = day("2026-11-22"),
        sampleFiles: [String: [UInt8]] = [:],
        _ body: @Sendable @escaping (TestSite) async throws -> Void
    ) async throws {
        await Sites.shared.enter()
        defer { Sites.shared.leave() }
        let moment = Timestamp(seconds: today.dayNumber * 86_400 + 12 * 3_600)
        let store = try Store.inMemory(
            settings: Store.Settings(
                partnership: "Ambermere", origin: "weft.test/log",
                isDemonstration: isDemonstration),
            clock: { moment })
        let server = Server(
            store: store, port: 0, hasSecureCookies: false,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            sampleFiles: sampleFiles)
        let (ports, started) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { started.yield($0) } }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            try await body(TestSite(store: store, port: port))
            group.cancelAll()
        }
    }

    /// A browser with its own cookies.
    func browser() -> TestBrowser { TestBrowser(port: port) }

    /// A body that has signed the charter and an account of it with these roles.
    func person(
        _ partner: Partner.ID, _ roles: Set<Practitioner.Role>, kind: Partner.Kind = .cityCouncil
    ) async throws -> Practitioner {
        let account = Practitioner(
            id: Store.newAccountID(), partner: partner, name: "Test Person",
            email: "\(UUID().uuidString.lowercased())@example.org", post: "Tester", roles: roles)
        let officer = Practitioner(
            id: Store.newAccountID(), partner: partner, name: "Test Officer",
            email: "\(UUID().uuidString.lowercased())@example.org", post: "Chief Executive",
            roles: [.governanceOfficer, .approver])
        if try await !store.partners().contains(where: { $0.id == partner }) {
            let body = Partner(
                id: partner, name: "The \(partner) body", kind: kind, registration: "Z0000001",
                contact: "mail@example.org")
            try await store.join(body, by: officer)
            _ = try await store.inviteFirst(officer)
            try await store.signCharter(by: officer)
        }
        _ = try await store.inviteFirst(account)
        return account
    }
}

/// A day of the calendar written in a test.
func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("`\(text)` is not a day.") }
    return date
}

/// Lets only so many sites run at once.
///
/// All tests begin together. With hundreds of servers on a small machine a request may wait longer
/// for its turn than a client waits for a connection, so the others wait before they begin.
private final class Sites: Sendable {
    static let shared = Sites(places: 12)

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(places: Int) { state = Mutex(State(free: places)) }

    func enter() async {
        await withCheckedContinuation { continuation in
            let mayEnter = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if mayEnter { continuation.resume() }
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
