import GRDB
import Governance
import Records

extension ImpactAssessment {
    /// Every version of the assessments of which a body is a controller, in order.
    static func fetchAll(of partner: Partner.ID, _ db: Database) throws -> [ImpactAssessment] {
        try String.fetchAll(
            db,
            sql: """
                SELECT document FROM assessment
                JOIN assessmentController ON assessmentController.assessment = assessment.id
                AND assessmentController.version = assessment.version
                WHERE assessmentController.partner = ? ORDER BY assessment.id, assessment.version
                """,
            arguments: [partner.rawValue]
        ).map { try Document.value($0) }
    }

    /// Every version of one assessment, in order.
    static func fetchVersions(_ id: ID, _ db: Database) throws -> [ImpactAssessment] {
        try String.fetchAll(
            db, sql: "SELECT document FROM assessment WHERE id = ? ORDER BY version",
            arguments: [id.rawValue]
        ).map { try Document.value($0) }
    }

    /// Every version that covers an agreement, in order.
    static func fetchAll(covering agreement: SharingAgreement.ID, _ db: Database) throws
        -> [ImpactAssessment]
    {
        try String.fetchAll(
            db,
            sql: """
                SELECT document FROM assessment
                JOIN assessmentAgreement ON assessmentAgreement.assessment = assessment.id
                AND assessmentAgreement.version = assessment.version
                WHERE assessmentAgreement.agreement = ? ORDER BY assessment.id, assessment.version
                """,
            arguments: [agreement.rawValue]
        ).map { try Document.value($0) }
    }

    func save(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO assessment (id, version, stage, title, lead, review, document)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id, version) DO UPDATE SET stage = excluded.stage,
                title = excluded.title, review = excluded.review, document = excluded.document
                """,
            arguments: [
                id.rawValue, version, stage.rawValue, title, lead.rawValue, review?.description,
                Document.text(self),
            ])
        for table in ["assessmentController", "assessmentAgreement"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE assessment = ? AND version = ?",
                arguments: [id.rawValue, version])
        }
        for partner in controllers.sorted() {
            try db.execute(
                sql: """
                    INSERT INTO assessmentController (assessment, version, partner)
                    VALUES (?, ?, ?)
                    """,
                arguments: [id.rawValue, version, partner.rawValue])
        }
        for agreement in agreements.sorted() {
            try db.execute(
                sql: """
                    INSERT INTO assessmentAgreement (assessment, version, agreement)
                    VALUES (?, ?, ?)
                    """,
                arguments: [id.rawValue, version, agreement.rawValue])
        }
    }
}
