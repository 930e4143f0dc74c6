public import Casework
import GRDB
public import Governance
public import Records

/// Where a case stands; it holds nothing that anybody wrote in it.
public struct CaseStanding: Hashable, Sendable, Identifiable {
    /// The line of the list of cases.
    public let summary: CaseSummary
    /// The pair that opened it.
    public let pair: MatchPair.ID
    /// Who opened it.
    public let openedBy: Practitioner.ID
    /// How many events it has.
    public let eventCount: Int

    /// Names the case.
    public var id: Case.ID { summary.id }
}

extension Store {
    /// Where a case of the person's body stands; nothing is decrypted, so nothing is logged.
    ///
    /// - Throws: `Refusal.notFound`, also for a case of others.
    public func standing(of id: Case.ID, seenBy person: Practitioner) async throws -> CaseStanding {
        try require(.workCase, of: person)
        return try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT caseFile.id, reference, caseFile.question, stage, openedAt, yearlyPence,
                    caseFile.pair, openedBy,
                    (SELECT COUNT(*) FROM caseEvent WHERE caseFile = caseFile.id) AS eventCount
                    FROM caseFile JOIN pair ON pair.id = caseFile.pair
                    WHERE caseFile.id = ? AND owner = ?
                    """,
                arguments: [id.rawValue, person.partner.rawValue])
            guard let row, let summary = CaseSummary(row),
                let pair = MatchPair.ID(row["pair"] as String),
                let openedBy = Practitioner.ID(row["openedBy"] as String)
            else { throw Refusal.notFound("case") }
            return CaseStanding(
                summary: summary, pair: pair, openedBy: openedBy, eventCount: row["eventCount"])
        }
    }
}
