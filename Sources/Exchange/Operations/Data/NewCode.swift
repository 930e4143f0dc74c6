public import Records

extension Store {
    /// A random code of 128 bits for something that is kept outside the database.
    public static func newCode<Subject>(of subject: Subject.Type) -> Identifier<Subject> {
        Secret.code(of: subject)
    }
}
