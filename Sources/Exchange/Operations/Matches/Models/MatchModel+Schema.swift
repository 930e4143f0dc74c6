extension Store {
    /// Match models; the database itself keeps a signed-off version from changing.
    static let matchModels = """
        CREATE TABLE matchModel (
            id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES partner, purpose TEXT NOT NULL,
            number INTEGER NOT NULL, revision INTEGER NOT NULL, document TEXT NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('draft', 'trained', 'signed-off', 'superseded')),
            UNIQUE (owner, purpose, number)) STRICT;
        CREATE UNIQUE INDEX matchModelInUse ON matchModel (owner, purpose)
            WHERE state = 'signed-off';
        CREATE TRIGGER matchModelStands BEFORE UPDATE ON matchModel
            WHEN OLD.state IN ('signed-off', 'superseded')
            AND (NEW.state <> 'superseded' OR NEW.id <> OLD.id OR NEW.owner <> OLD.owner
                OR NEW.purpose <> OLD.purpose OR NEW.number <> OLD.number
                OR NEW.revision <> OLD.revision OR NEW.document <> OLD.document)
            BEGIN SELECT RAISE(ABORT, 'a signed-off match model does not change'); END;
        CREATE TRIGGER matchModelStays BEFORE DELETE ON matchModel
            WHEN OLD.state IN ('signed-off', 'superseded')
            BEGIN SELECT RAISE(ABORT, 'a signed-off match model is kept'); END;
        """
}
