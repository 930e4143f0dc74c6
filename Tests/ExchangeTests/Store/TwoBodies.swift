import Foundation
import Governance
import Records

@testable import Exchange

/// A partnership of two councils that signed the charter, each with one person of every role.
///
/// The clock stands at noon of 22 November 2026; `store.at` moves it.
struct TwoBodies: Sendable {
    let store: Store
    let city: Practitioner
    let district: Practitioner

    static let moment = Timestamp(seconds: 20_779 * 86_400 + 43_200)

    static func later(_ seconds: Int) -> Timestamp {
        Timestamp(seconds: moment.seconds + seconds)
    }

    init(_ store: Store? = nil) async throws {
        self.store = try store ?? Store.inMemory(clock: { Self.moment })
        let everything = Set(Practitioner.Role.allCases)
        city = Self.account("city@example.org", everything, "saltmere")
        district = Self.account("district@example.org", everything, "tollesham")
        try await self.store.joinFirst(Self.body("saltmere", "Saltmere City Council"))
        _ = try await self.store.inviteFirst(city)
        try await self.store.join(
            Self.body("tollesham", "Tollesham District Council"), by: city)
        _ = try await self.store.invite(district, by: city)
        for person in [city, district] { try await self.store.signCharter(by: person) }
    }

    static func body(_ id: Partner.ID, _ name: String) -> Partner {
        Partner(
            id: id, name: name, kind: .districtCouncil, registration: "Z0000001",
            contact: "dpo@example.org")
    }

    /// An account that nobody has opened yet.
    static func account(
        _ email: String, _ roles: Set<Practitioner.Role>, _ partner: Partner.ID = "saltmere"
    ) -> Practitioner {
        Practitioner(
            id: Store.newAccountID(), partner: partner, name: "Test Person", email: email,
            post: "Test post", roles: roles)
    }

    /// An open account of the city with these roles.
    func person(_ roles: Set<Practitioner.Role>) async throws -> Practitioner {
        let account = Self.account("\(UUID())@example.org".lowercased(), roles)
        _ = try await store.invite(account, by: city)
        return account
    }

    /// Somebody of a third body that is in no agreement.
    func stranger() async throws -> Practitioner {
        try await store.join(Self.body("fire", "The Fire Service"), by: city)
        let account = Self.account(
            "stranger@example.org", Set(Practitioner.Role.allCases).subtracting([.operator]),
            "fire")
        _ = try await store.invite(account, by: city)
        try await store.signCharter(by: account)
        return account
    }

    /// The terms of a discount review between both councils.
    func terms(start: CalendarDate? = nil) throws -> SharingAgreement.Terms {
        guard
            let template = store.reference.templates.first(where: { $0.id == "council-tax-review" })
        else { throw Refusal.notFound("template") }
        return template.terms(
            lead: city.partner,
            parties: [city.partner: .cityCouncil, district.partner: .districtCouncil],
            start: start ?? store.today)
    }

    /// What an operation was refused with, or nil when it was done.
    static func refusal<Value>(_ operation: () async throws -> Value) async throws -> Refusal? {
        do {
            _ = try await operation()
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
    let url = FileManager.default.temporaryDirectory.appending(path: "weft test \(UUID())")

    var data: URL { url.appending(path: "data", directoryHint: .isDirectory) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A data folder with both councils in it.
    func bodies() async throws -> TwoBodies { try await TwoBodies(create()) }

    func create() throws -> Store {
        try Store.create(
            at: data,
            settings: Store.Settings(
                partnership: "North Shire", origin: "weft.test/log", isDemonstration: false),
            clock: { TwoBodies.moment })
    }
}
