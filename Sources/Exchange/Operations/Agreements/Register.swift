import Foundation
import GRDB
public import Governance
public import Records

/// An agreement in force as the register lists it; read from columns, so that a list is quick.
public struct RegisterEntry: Hashable, Sendable, Identifiable {
    /// Names the agreement.
    public let id: SharingAgreement.ID
    /// The version in force.
    public let version: Int
    /// The name.
    public let title: String
    /// What the register files it under.
    public let category: String
    /// What is shared and why, for the public.
    public let summary: String
    /// Why the parties share.
    public let purpose: Purpose.ID
    /// The body that looks after it.
    public let lead: Partner.ID
    /// Every party, the lead among them, in order of their codes.
    public let parties: [Partner.ID]
    /// The first day.
    public let start: CalendarDate
    /// The last day.
    public let lastDay: CalendarDate
    /// The review date that counts.
    public let review: CalendarDate
    /// Whether the lead has taken its review up.
    public let isUnderReview: Bool

    /// The parties but the lead.
    public var others: [Partner.ID] { parties.filter { $0 != lead } }

    /// How its review date lies to a day.
    public func reviewStanding(on date: CalendarDate) -> SharingAgreement.ReviewStanding {
        SharingAgreement.ReviewStanding(review: review, on: date)
    }
}

extension Store {
    /// The agreements in force today, for everybody to read, in order of their codes.
    ///
    /// - Complexity: O(agreements in force); no document is decoded.
    public func register() async throws -> [RegisterEntry] {
        let date = today
        return try await read { db in try RegisterEntry.inForce(on: date, db) }
    }

    /// An agreement, when it is in force today; for everybody to read.
    public func registered(_ id: SharingAgreement.ID) async throws -> SharingAgreement? {
        let date = today
        let found = try await read { db in try SharingAgreement.fetch(id, on: date, db) }
        return found.flatMap { $0.standing(on: date) == .inForce ? $0 : nil }
    }
}

extension RegisterEntry {
    /// The same answer as `SharingAgreement.standing(on:)`, from columns (a test compares them).
    static func inForce(on date: CalendarDate, _ db: Database) throws -> [RegisterEntry] {
        let day = date.description
        return try Row.fetchAll(
            db,
            sql: """
                SELECT agreement, version, title, category, summary, purpose, lead, parties,
                    start, lastDay, review, underReview
                FROM agreementVersion
                WHERE stage = 'approved' AND start <= ? AND lastDay >= ?
                AND (replacedFrom IS NULL OR replacedFrom > ?)
                ORDER BY agreement, version
                """,
            arguments: [day, day, day]
        ).compactMap { try RegisterEntry($0) }
            .filter { SharingAgreement.lastListedDay(review: $0.review) >= date }
    }

    private init?(_ row: Row) throws {
        guard let id = SharingAgreement.ID(row["agreement"] as String),
            let purpose = Purpose.ID(row["purpose"] as String),
            let lead = Partner.ID(row["lead"] as String),
            let start = CalendarDate(row["start"] as String),
            let lastDay = CalendarDate(row["lastDay"] as String),
            let review = CalendarDate(row["review"] as String)
        else { return nil }
        self.id = id
        version = row["version"]
        title = row["title"]
        category = row["category"]
        summary = row["summary"]
        self.purpose = purpose
        self.lead = lead
        parties = try Document.value(row["parties"], as: [Partner.ID].self).sorted()
        self.start = start
        self.lastDay = lastDay
        self.review = review
        isUnderReview = row["underReview"]
    }
}
