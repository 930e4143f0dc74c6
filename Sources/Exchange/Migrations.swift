import GRDB
import Governance

extension Store {
    /// The schema, as numbered steps that are only ever added to.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-journey") { db in
            try db.execute(sql: people)
            try db.execute(sql: data)
            try db.execute(sql: work)
            try db.execute(sql: log)
        }
        migrator.registerMigration("0002-match-models") { db in
            try db.execute(sql: matchModels)
        }
        migrator.registerMigration("0003-review") { db in
            try db.execute(sql: review)
            try markSample(of: nil, db)
        }
        migrator.registerMigration("0004-assurance") { db in
            try db.execute(sql: Assurance.schema)
        }
        migrator.registerMigration("0005-assessments") { db in
            try db.execute(sql: assessments)
        }
        migrator.registerMigration("0006-versions") { db in
            try db.execute(sql: versions)
        }
        migrator.registerMigration("0007-succession") { db in
            try db.execute(
                sql: """
                    CREATE TABLE succession (
                        id TEXT PRIMARY KEY, stage TEXT NOT NULL, vesting TEXT NOT NULL,
                        document TEXT NOT NULL) STRICT;
                    """)
        }
        return migrator
    }

    private static let people = """
        CREATE TABLE setting (
            id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL) STRICT;
        CREATE TABLE partner (
            id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            standing TEXT NOT NULL, document TEXT NOT NULL) STRICT;
        CREATE TABLE practitioner (
            id TEXT PRIMARY KEY, partner TEXT NOT NULL REFERENCES partner,
            email TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
            salt BLOB, hash BLOB, failures INTEGER NOT NULL DEFAULT 0,
            lockedUntil INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX practitionerByPartner ON practitioner (partner);
        CREATE TABLE invitation (
            digest BLOB PRIMARY KEY, practitioner TEXT NOT NULL REFERENCES practitioner,
            expires INTEGER NOT NULL) STRICT;
        CREATE TABLE session (
            digest BLOB PRIMARY KEY, practitioner TEXT NOT NULL REFERENCES practitioner,
            csrf TEXT NOT NULL, startedAt INTEGER NOT NULL, seenAt INTEGER NOT NULL,
            ended TEXT) STRICT;
        CREATE INDEX sessionByPractitioner ON session (practitioner);
        CREATE TABLE agreement (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, stage TEXT NOT NULL,
            title TEXT NOT NULL, category TEXT NOT NULL, lastDay TEXT NOT NULL,
            document TEXT NOT NULL) STRICT;
        CREATE TABLE party (
            agreement TEXT NOT NULL REFERENCES agreement, partner TEXT NOT NULL REFERENCES partner,
            PRIMARY KEY (agreement, partner)) STRICT, WITHOUT ROWID;
        CREATE INDEX partyByPartner ON party (partner);
        """

    private static let data = """
        CREATE TABLE contentKey (
            id TEXT PRIMARY KEY, wrapped BLOB, destroyedAt INTEGER,
            CHECK ((wrapped IS NULL) <> (destroyedAt IS NULL))) STRICT;
        CREATE TABLE rememberedMapping (
            partner TEXT NOT NULL REFERENCES partner, dataset TEXT NOT NULL,
            document TEXT NOT NULL, PRIMARY KEY (partner, dataset)) STRICT;
        CREATE TABLE load (
            id TEXT PRIMARY KEY, partner TEXT NOT NULL REFERENCES partner,
            agreement TEXT NOT NULL REFERENCES agreement, version INTEGER NOT NULL,
            dataset TEXT NOT NULL, rowCount INTEGER NOT NULL, rejectedCount INTEGER NOT NULL,
            receipt TEXT NOT NULL, deleteBy TEXT NOT NULL, loadedAt INTEGER NOT NULL,
            loadedBy TEXT NOT NULL REFERENCES practitioner, digest BLOB NOT NULL,
            entry INTEGER NOT NULL REFERENCES logEntry) STRICT;
        CREATE INDEX loadByPartner ON load (partner, loadedAt);
        CREATE INDEX loadByAgreement ON load (agreement, dataset, loadedAt);
        CREATE TABLE recordChunk (
            load TEXT NOT NULL REFERENCES load ON DELETE CASCADE, number INTEGER NOT NULL,
            content BLOB NOT NULL, PRIMARY KEY (load, number)) STRICT;
        """

    private static let work = """
        CREATE TABLE matchRun (
            id TEXT PRIMARY KEY, agreement TEXT NOT NULL REFERENCES agreement,
            version INTEGER NOT NULL, lefts TEXT NOT NULL REFERENCES load,
            rights TEXT NOT NULL REFERENCES load, owner TEXT NOT NULL REFERENCES partner,
            report TEXT NOT NULL, model TEXT NOT NULL, pairCount INTEGER NOT NULL,
            startedAt INTEGER NOT NULL, startedBy TEXT NOT NULL REFERENCES practitioner,
            entry INTEGER NOT NULL REFERENCES logEntry) STRICT;
        CREATE INDEX matchRunByAgreement ON matchRun (agreement, startedAt);
        CREATE TABLE pair (
            id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES matchRun ON DELETE CASCADE,
            leftRow INTEGER NOT NULL, rightRow INTEGER NOT NULL, evidence TEXT NOT NULL,
            weightBits REAL NOT NULL,
            question TEXT, yearlyPence INTEGER NOT NULL, expectedPence REAL NOT NULL,
            verdict TEXT, verdictBy TEXT REFERENCES practitioner, verdictCount INTEGER NOT NULL
            DEFAULT 0, UNIQUE (run, leftRow, rightRow)) STRICT;
        CREATE INDEX pairInQueue ON pair (run, verdict, expectedPence DESC, weightBits DESC, id);
        CREATE TABLE verdict (
            pair TEXT NOT NULL REFERENCES pair ON DELETE CASCADE, number INTEGER NOT NULL,
            verdict TEXT, reviewer TEXT NOT NULL REFERENCES practitioner, at INTEGER NOT NULL,
            PRIMARY KEY (pair, number)) STRICT;
        CREATE TABLE caseFile (
            id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL REFERENCES partner, pair TEXT NOT NULL UNIQUE REFERENCES pair,
            question TEXT, stage TEXT NOT NULL, openedAt INTEGER NOT NULL,
            openedBy TEXT NOT NULL REFERENCES practitioner) STRICT;
        CREATE INDEX caseFileByOwner ON caseFile (owner, stage, openedAt);
        CREATE TABLE caseEvent (
            caseFile TEXT NOT NULL REFERENCES caseFile ON DELETE CASCADE,
            number INTEGER NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (caseFile, number)) STRICT;
        """

    private static let log = """
        CREATE TABLE logEntry (
            number INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
        CREATE TABLE logHash (
            level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL
            CHECK (length(hash) = 32), PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE logBody (
            number INTEGER PRIMARY KEY REFERENCES logEntry, salt BLOB NOT NULL,
            body BLOB NOT NULL) STRICT;
        CREATE TABLE logParty (
            partner TEXT NOT NULL, number INTEGER NOT NULL REFERENCES logEntry,
            PRIMARY KEY (partner, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
            size INTEGER PRIMARY KEY, note TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE TABLE logEdge (
            id INTEGER PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL,
            hashes BLOB NOT NULL) STRICT;
        """
}
