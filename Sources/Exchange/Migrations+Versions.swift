import GRDB
import Governance

extension Store {
    /// Every version of every agreement, so that nothing that was signed is overwritten, the
    /// notices of reviews that were given, and when agreements reached their stages.
    ///
    /// `agreement` stays as the root that loads, runs and parties refer to.
    static let versions = """
        CREATE TABLE agreementVersion (
            agreement TEXT NOT NULL REFERENCES agreement, version INTEGER NOT NULL,
            stage TEXT NOT NULL, start TEXT NOT NULL, lastDay TEXT NOT NULL,
            review TEXT NOT NULL, replacedFrom TEXT, title TEXT NOT NULL,
            category TEXT NOT NULL, summary TEXT NOT NULL, purpose TEXT NOT NULL,
            lead TEXT NOT NULL, parties TEXT NOT NULL, underReview INTEGER NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (agreement, version)) STRICT;
        CREATE INDEX agreementVersionByStage ON agreementVersion (stage, start);
        INSERT INTO agreementVersion
            SELECT id, version, stage, document ->> '$.terms.start', lastDay,
                document ->> '$.terms.review', NULL, title, category,
                document ->> '$.terms.summary', document ->> '$.terms.purpose',
                document ->> '$.terms.lead', document -> '$.terms.parties', 0, document
            FROM agreement;
        ALTER TABLE agreement DROP COLUMN version;
        ALTER TABLE agreement DROP COLUMN stage;
        ALTER TABLE agreement DROP COLUMN category;
        ALTER TABLE agreement DROP COLUMN lastDay;
        ALTER TABLE agreement DROP COLUMN document;
        CREATE TABLE reviewNotice (
            agreement TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL,
            review TEXT NOT NULL, at INTEGER NOT NULL,
            entry INTEGER NOT NULL REFERENCES logEntry,
            PRIMARY KEY (agreement, version, kind, review),
            FOREIGN KEY (agreement, version) REFERENCES agreementVersion) STRICT;
        CREATE TABLE stageChange (
            agreement TEXT NOT NULL REFERENCES agreement, version INTEGER NOT NULL,
            stage TEXT NOT NULL, party TEXT, at INTEGER NOT NULL) STRICT;
        CREATE INDEX stageChangeByAgreement ON stageChange (agreement, version, at);
        INSERT INTO stageChange
            SELECT entry ->> '$.agreement', entry ->> '$.version', entry ->> '$.stage',
                entry ->> '$.party', CAST(strftime('%s', entry ->> '$.at') AS INTEGER)
            FROM (SELECT number, CAST(body AS TEXT) AS entry FROM logBody)
            WHERE entry ->> '$.type' IN ('agreement-drafted', 'agreement-sent',
                'agreement-approved', 'agreement-refused', 'agreement-suspended',
                'agreement-resumed', 'agreement-retired')
            AND entry ->> '$.agreement' IN (SELECT id FROM agreement)
            ORDER BY number;
        """
}
