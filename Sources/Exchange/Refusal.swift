/// Why an operation changed nothing, in words for the person who asked.
public struct Refusal: Error, Hashable, Sendable {
    /// What sort of refusal it is; decides the HTTP status and the exit code.
    public enum Kind: String, Hashable, Sendable {
        /// Nobody is signed in.
        case notSignedIn
        /// The person or the body may not do this.
        case notPermitted
        /// There is no such thing, or the asker may not know of it.
        case notFound
        /// Somebody else changed it meanwhile, or the step is not open now.
        case conflict
        /// Something in the input is wrong.
        case invalid
        /// The input is larger than allowed.
        case tooLarge
        /// The server cannot do it now.
        case unavailable
    }

    /// One reason, with what to do about it.
    public struct Reason: Hashable, Sendable {
        /// A stable code, for scripts.
        public let code: String
        /// What is wrong, in one plain sentence.
        public let sentence: String
        /// What to do, in one plain sentence, or empty.
        public let fix: String

        /// A reason from its parts.
        public init(code: String, sentence: String, fix: String = "") {
            self.code = code
            self.sentence = sentence
            self.fix = fix
        }
    }

    /// What sort of refusal it is.
    public let kind: Kind
    /// Every reason; never empty.
    public let reasons: [Reason]

    /// A refusal for one reason.
    public init(_ kind: Kind, _ code: String, _ sentence: String, fix: String = "") {
        self.kind = kind
        reasons = [Reason(code: code, sentence: sentence, fix: fix)]
    }

    /// A refusal for several reasons.
    ///
    /// - Precondition: there is at least one.
    public init(_ kind: Kind, reasons: [Reason]) {
        precondition(!reasons.isEmpty, "A refusal has a reason.")
        self.kind = kind
        self.reasons = reasons
    }

    /// All sentences, one after the other.
    public var sentence: String { reasons.map(\.sentence).joined(separator: " ") }

    /// The same words for what is not there and what may not be known (SH-4).
    public static func notFound(_ what: String) -> Refusal {
        Refusal(
            .notFound, "not-found", "There is no such \(what), or you may not see it.",
            fix: "Go back to the list and choose one from there.")
    }
}
