public import Records

/// What a sharing means for people and bodies, and what is done about it (UK GDPR Article 35).
///
/// It is screened, written in seven steps, advised on by a data protection officer and signed by
/// every controller. A signed version never changes; its successor starts as a draft.
public struct ImpactAssessment: Codable, Hashable, Sendable, Identifiable {
    /// Names an assessment in addresses and log entries, such as `dpia-0003`.
    public typealias ID = Identifier<ImpactAssessment>

    /// Where it is on its way.
    public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
        /// Being written.
        case draft
        /// With the data protection officer; the text is fixed.
        case withAdviser = "with-adviser"
        /// Advised on; the lead answers the advice.
        case advised
        /// With the controllers' approvers.
        case awaitingSignatures = "awaiting-signatures"
        /// Every controller has signed.
        case signed
        /// Screened, and no assessment is needed.
        case screenedOut = "screened-out"
        /// The processing is not going to happen.
        case stopped
        /// A later version is signed.
        case replaced

        /// Whether it is still on its way to the signatures.
        public var isOpen: Bool {
            switch self {
            case .draft, .withAdviser, .advised, .awaitingSignatures: true
            case .signed, .screenedOut, .stopped, .replaced: false
            }
        }
    }

    /// Names the assessment.
    public let id: ID
    /// 1 for the first text; each amendment adds 1.
    public internal(set) var version: Int
    /// How often it was changed; a form sends it back, so that nobody writes over a colleague.
    public internal(set) var revision: Int
    /// The name, such as "Council tax discount review".
    public internal(set) var title: String
    /// The body that writes the shared text.
    public let lead: Partner.ID
    /// Every body that answers for the processing, the lead among them.
    public internal(set) var controllers: Set<Partner.ID>
    /// The agreements that it covers.
    public internal(set) var agreements: Set<SharingAgreement.ID>
    /// Whether it is needed; nil until somebody has answered.
    public internal(set) var screening: Screening?
    /// The answers of the steps, in words.
    public internal(set) var answers: [StepQuestion.ID: String]
    /// What may go wrong.
    public internal(set) var risks: [ImpactRisk]
    /// What is done about it.
    public internal(set) var measures: [ImpactMeasure]
    /// What is different at each controller, in words.
    public internal(set) var localParts: [Partner.ID: String]
    /// What was advised on this version, in order; the last stands.
    public internal(set) var advice: [ImpactAdvice]
    /// What the Commissioner was asked.
    public internal(set) var consultations: [PriorConsultation]
    /// The day by which the controllers look at it again.
    public internal(set) var review: CalendarDate?
    /// Where it is on its way.
    public internal(set) var stage: Stage
    /// Each controller's signature, as far as given.
    public internal(set) var signatures: [Partner.ID: SharingAgreement.Approval]
    /// Everybody who wrote in it; none of them may advise on it.
    public internal(set) var authors: Set<Practitioner.ID>
    /// Why it went back to a draft or was stopped, when it was.
    public internal(set) var reason: String?

    /// A draft without answers.
    public init(
        id: ID, title: String, lead: Partner.ID, controllers: Set<Partner.ID>,
        agreements: Set<SharingAgreement.ID> = []
    ) {
        self.id = id
        version = 1
        revision = 1
        self.title = title
        self.lead = lead
        self.controllers = controllers
        self.agreements = agreements
        screening = nil
        answers = [:]
        risks = []
        measures = []
        localParts = [:]
        advice = []
        consultations = []
        review = nil
        stage = .draft
        signatures = [:]
        authors = []
        reason = nil
    }

    /// The controllers that have not signed, in order of their codes.
    public var awaiting: [Partner.ID] { controllers.filter { signatures[$0] == nil }.sorted() }

    /// The risks that stop it: high after the measures.
    public var stoppingRisks: [ImpactRisk] { risks.filter(\.isStopping) }

    /// Whether the Commissioner must be consulted first, since a high risk to people is left.
    public var needsPriorConsultation: Bool {
        stage.isOpen && stoppingRisks.contains { $0.subject == .people }
    }

    /// The same with the next revision, as it is stored after a change.
    public var nextRevision: ImpactAssessment {
        var changed = self
        changed.revision += 1
        return changed
    }

    /// Whether it is signed and its day of review has passed.
    public func isReviewOverdue(on date: CalendarDate) -> Bool {
        stage == .signed && review.map { $0 < date } == true
    }

    /// Whether somebody may advise on it as data protection officer.
    ///
    /// An approver of a controller who wrote nothing in it: an adviser does not judge the own
    /// text (Article 38(6)). When bodies keep a register of posts, this is the place to ask it.
    public func mayBeAdvised(by person: Practitioner) -> Bool {
        person.may(.adviseOnImpact) && controllers.contains(person.partner)
            && !authors.contains(person.id)
    }
}
