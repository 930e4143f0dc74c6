import Exchange
import Foundation
import FoundationNetworking
import Governance
import Logging
import Records
import Web

/// Measures the public register and the pages of an officer with 2,000 agreements of 500 bodies,
/// as a browser sees them.
struct RegisterBench {
    private static let bodies = 500
    private static let agreements = 2_000
    private static let rounds = 60
    private static let towns = [
        "Amber", "Salt", "Tolle", "Heron", "Marsh", "Wendle", "North", "Tide",
    ]

    private let store: Store

    init(at folder: URL) throws {
        store = try Store.create(
            at: folder,
            settings: Store.Settings(
                partnership: "Bench", origin: "weft.bench.example/register",
                isDemonstration: true))
    }

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let officer = try await fill()
        BenchCommand.print(
            "\(Self.agreements) agreements of \(Self.bodies) bodies drafted, signed and logged",
            "\(clock.now - start)", "-")
        let server = Server(
            store: store, port: 0, hasSecureCookies: false,
            logger: Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() }))
        let (ports, started) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { started.yield($0) } }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            try await measure(port, officer)
            group.cancelAll()
        }
        try store.close()
    }

    private func measure(_ port: Int, _ officer: Practitioner) async throws {
        let pages = [
            ("register, first page", "/register"), ("register, page 30", "/register?page=30"),
            ("register, search", "/register?q=heron"),
            ("register, category", "/register?category=Fairness%203"),
            ("register, one agreement", "/register/isp-1000"), ("home page", "/"),
            ("register as CSV", "/register.csv"), ("register as JSON", "/register.json"),
        ]
        for (name, path) in pages { try await measure(name, path, port) }
    }

    private func measure(_ name: String, _ path: String, _ port: Int) async throws {
        guard let address = URL(string: "http://127.0.0.1:\(port)\(path)") else { return }
        let clock = ContinuousClock()
        var times: [Duration] = []
        for round in 0..<Self.rounds + 5 {
            let start = clock.now
            let (_, response) = try await URLSession.shared.data(from: address)
            guard (response as? HTTPURLResponse)?.statusCode == 200 else {
                throw Problem("The page `\(path)` did not come.")
            }
            if round >= 5 { times.append(clock.now - start) }
        }
        times.sort()
        func milliseconds(_ share: Double) -> String {
            let time = times[min(times.count - 1, Int(Double(times.count) * share))]
            return String(format: "%.1f ms", time / .milliseconds(1))
        }
        BenchCommand.print(
            "\(name): half within, 95 of 100 within",
            "\(milliseconds(0.5)), \(milliseconds(0.95))", "100 ms")
    }

    /// Bodies that signed the charter, and agreements of two to four of them, all in force.
    private func fill() async throws -> Practitioner {
        var people: [Practitioner] = []
        for number in 0..<Self.bodies {
            let id = Partner.ID(stringLiteral: "body-\(number)")
            let town = Self.towns[number % Self.towns.count]
            let body = Partner(
                id: id, name: "\(town) body \(number)", kind: .districtCouncil,
                registration: "", contact: "mail@example.org")
            let person = Practitioner(
                id: Store.newAccountID(), partner: id, name: "Bench Person",
                email: "bench-\(number)@example.org", post: "Head",
                roles: [.governanceOfficer, .approver, .operator])
            if let first = people.first {
                try await store.join(body, by: first)
            } else {
                try await store.joinFirst(body)
            }
            _ = try await store.inviteFirst(person)
            try await store.signCharter(by: person)
            people.append(person)
        }
        for number in 0..<Self.agreements { try await agree(number, people) }
        return people[0]
    }

    private func agree(_ number: Int, _ people: [Practitioner]) async throws {
        let found = store.reference.templates.first { $0.id == "council-tax-review" }
        guard let template = found else { return }
        let count = 2 + number % 3
        let parties = (0..<count).map { people[(number * 7 + $0 * 61) % people.count] }
        var kinds: [Partner.ID: Partner.Kind] = [:]
        for person in parties { kinds[person.partner] = .districtCouncil }
        var terms = template.terms(lead: parties[0].partner, parties: kinds, start: store.today)
        terms.title = "\(Self.towns[number % Self.towns.count]) agreement \(number)"
        terms.category = "Fairness \(number % 12)"
        let id = try await store.draft(terms, by: parties[0]).id
        _ = try await store.send(id, by: parties[0])
        for person in parties { _ = try await store.approve(id, by: person) }
    }
}
