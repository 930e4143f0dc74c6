import GRDB
public import Governance
public import Records

/// A notice of a review, with the agreement that it is about.
public struct GivenNotice: Codable, Hashable, Sendable {
    /// The agreement.
    public let agreement: SharingAgreement.ID
    /// Its version.
    public let version: Int
    /// Who has to act.
    public let lead: Partner.ID
    /// What there is to tell, and since when.
    public let notice: ReviewNotice
}

extension Store {
    /// Gives the notices of reviews that have fallen due by today, each once.
    ///
    /// A notice is an entry of the log that every party can read, beside the task on the lead's
    /// page of work, which is there without it. It may be run as often as wanted.
    /// - Returns: the notices that were given now.
    public func giveReviewNotices() async throws -> [GivenNotice] {
        let (moment, date) = (now, today)
        return try await transact { db in
            var given: [GivenNotice] = []
            for history in try AgreementHistory.fetchAll(db) {
                let agreement = history.current(on: date)
                for notice in agreement.notices(on: date)
                where try !Self.isGiven(notice, of: agreement, db) {
                    try Self.give(notice, of: agreement, at: moment, db)
                    given.append(
                        GivenNotice(
                            agreement: agreement.id, version: agreement.version,
                            lead: agreement.terms.lead, notice: notice))
                }
            }
            return given
        }
    }

    private static func isGiven(
        _ notice: ReviewNotice, of agreement: SharingAgreement, _ db: Database
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM reviewNotice
                WHERE agreement = ? AND version = ? AND kind = ? AND review = ?)
                """,
            arguments: [
                agreement.id.rawValue, agreement.version, notice.kind.rawValue,
                agreement.reviewDate.description,
            ]) ?? false
    }

    private static func give(
        _ notice: ReviewNotice, of agreement: SharingAgreement, at moment: Timestamp,
        _ db: Database
    ) throws {
        let entry = try Log.append(
            LogEntry(
                type: "agreement-review-noticed", parties: agreement.terms.parties,
                body: [
                    "agreement": .text(agreement.id.rawValue),
                    "version": .number(agreement.version),
                    "notice": .text(notice.kind.rawValue),
                    "review": .text(agreement.reviewDate.description),
                ]),
            by: nil, at: moment, to: db)
        try db.execute(
            sql: """
                INSERT INTO reviewNotice (agreement, version, kind, review, at, entry)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                agreement.id.rawValue, agreement.version, notice.kind.rawValue,
                agreement.reviewDate.description, moment.seconds, entry,
            ])
    }
}
