extension Store {
    /// Impact assessments: one row for each version, so that history is never overwritten.
    static let assessments = """
        CREATE TABLE assessment (
            id TEXT NOT NULL, version INTEGER NOT NULL, stage TEXT NOT NULL, title TEXT NOT NULL,
            lead TEXT NOT NULL REFERENCES partner, review TEXT, document TEXT NOT NULL,
            PRIMARY KEY (id, version)) STRICT;
        CREATE TABLE assessmentController (
            assessment TEXT NOT NULL, version INTEGER NOT NULL,
            partner TEXT NOT NULL REFERENCES partner,
            PRIMARY KEY (assessment, version, partner),
            FOREIGN KEY (assessment, version) REFERENCES assessment (id, version))
            STRICT, WITHOUT ROWID;
        CREATE INDEX assessmentByController ON assessmentController (partner);
        CREATE TABLE assessmentAgreement (
            assessment TEXT NOT NULL, version INTEGER NOT NULL,
            agreement TEXT NOT NULL REFERENCES agreement,
            PRIMARY KEY (assessment, version, agreement),
            FOREIGN KEY (assessment, version) REFERENCES assessment (id, version))
            STRICT, WITHOUT ROWID;
        CREATE INDEX assessmentByAgreement ON assessmentAgreement (agreement);
        """
}
