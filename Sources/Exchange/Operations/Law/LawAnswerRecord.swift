public import Governance
public import Records

/// An answer of the law catalogue in words, for pages, scripts and the file of a decision.
public struct LawAnswerRecord: Encodable, Sendable {
    /// A gateway that is proposed.
    public struct Proposal: Encodable, Sendable {
        /// Its code.
        public let code: String
        /// The statute with its section.
        public let citation: String
        /// What it allows.
        public let meaning: String
        /// `power` or `duty`.
        public let effect: Gateway.Effect
        /// Whether it is there for when no special power is.
        public let isLastResort: Bool
        /// Whether somebody checked the entry against the statute.
        public let isVerified: Bool
        /// The items that it covers, in words; empty where none are listed or asked for.
        public let items: [String]
        /// The items asked for that it does not cover, in words.
        public let withheld: [String]
        /// What only a person can check.
        public let checks: [String]
        /// What must be on record.
        public let evidence: [String]
        /// What must be on record by a holder with the duty who does not share.
        public let refusing: String?
        /// The offence that wrongful sharing may be.
        public let offence: String?
    }

    /// A gateway that cannot be relied on.
    public struct Barred: Encodable, Sendable {
        /// Its code.
        public let code: String
        /// The statute with its section.
        public let citation: String
        /// Every reason.
        public let reasons: [Reason]
    }

    /// A reason or a warning.
    public struct Reason: Encodable, Sendable {
        /// A stable code.
        public let code: String
        /// What is wrong, or what to know.
        public let sentence: String
        /// What can be done, or empty.
        public let fix: String
    }

    /// A condition of data protection law to choose from.
    public struct Condition: Encodable, Sendable {
        /// Its code.
        public let code: String
        /// The article or paragraph.
        public let citation: String
        /// What it asks for.
        public let meaning: String
        /// Whether an appropriate policy document must exist.
        public let needsPolicyDocument: Bool
        /// Whether somebody checked the entry against the statute.
        public let isVerified: Bool
    }

    /// The day for which it was answered.
    public let date: CalendarDate
    /// The day on which the sources of the catalogue were last read.
    public let readOn: CalendarDate
    /// What is proposed; a person decides.
    public let candidates: [Proposal]
    /// What gives a task and no power to disclose.
    public let supporting: [Proposal]
    /// What cannot be relied on, and why.
    public let barred: [Barred]
    /// Conditions to choose from.
    public let conditions: [Condition]
    /// What to know before deciding.
    public let warnings: [Reason]

    /// An answer in the words of the reference data.
    public init(_ answer: LawAnswer, _ reference: ReferenceData) {
        let names = reference.lawNames
        date = answer.question.date
        readOn = reference.law.readOn
        candidates = answer.candidates.map { Proposal($0, names) }
        supporting = answer.supporting.map { Proposal($0, names) }
        barred = answer.barred.map { barred in
            Barred(
                code: barred.gateway.id.rawValue, citation: barred.gateway.citation,
                reasons: barred.reasons.map {
                    Reason(code: $0.code, sentence: $0.sentence(names), fix: $0.fix(names))
                })
        }
        conditions = answer.conditions.map {
            Condition(
                code: $0.id.rawValue, citation: $0.citation, meaning: $0.meaning,
                needsPolicyDocument: $0.needsPolicyDocument, isVerified: $0.isVerified)
        }
        warnings = answer.warnings.map {
            Reason(code: $0.rawValue, sentence: $0.sentence, fix: "")
        }
    }
}

extension LawAnswerRecord.Proposal {
    fileprivate init(_ candidate: LawAnswer.Candidate, _ names: LawNames) {
        let gateway = candidate.gateway
        code = gateway.id.rawValue
        citation = gateway.citation
        meaning = gateway.meaning
        effect = gateway.effect
        isLastResort = gateway.rules.isLastResort
        isVerified = gateway.isVerified
        items = candidate.items.map { names.name($0) }.sorted()
        withheld = candidate.withheld.map { names.name($0) }.sorted()
        checks = candidate.checks
        evidence = gateway.evidence
        refusing = gateway.refusing
        offence = gateway.offence
    }
}
