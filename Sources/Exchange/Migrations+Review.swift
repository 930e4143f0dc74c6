import GRDB
import Governance
import Records

extension Store {
    /// Reasons, who took a pair on, and the second answers of a sample.
    static let review = """
        ALTER TABLE verdict ADD COLUMN reason TEXT;
        ALTER TABLE pair ADD COLUMN reason TEXT;
        ALTER TABLE pair ADD COLUMN assignee TEXT REFERENCES practitioner;
        ALTER TABLE pair ADD COLUMN isSampled INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE secondVerdict (
            pair TEXT NOT NULL REFERENCES pair ON DELETE CASCADE, number INTEGER NOT NULL,
            verdict TEXT NOT NULL, reason TEXT,
            reviewer TEXT NOT NULL REFERENCES practitioner, at INTEGER NOT NULL,
            PRIMARY KEY (pair, number)) STRICT;
        """

    /// Marks every tenth question of a run, from the fifth on, in the order of its queue.
    ///
    /// `run`: nil for all runs.
    static func markSample(of run: MatchRun.ID?, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE pair SET isSampled = 1 WHERE id IN (
                    SELECT id FROM (
                        SELECT id, ROW_NUMBER() OVER (
                            PARTITION BY run ORDER BY expectedPence DESC, weightBits DESC, id
                        ) AS place FROM pair
                        WHERE question IS NOT NULL AND (:run IS NULL OR run = :run))
                    WHERE place % 10 = 5)
                """,
            arguments: ["run": run?.rawValue])
    }
}
