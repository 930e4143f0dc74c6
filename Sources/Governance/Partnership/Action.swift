/// Something that a signed-in person can do and that not everybody may.
public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Enters a body that asks to join.
    case addPartner
    /// Signs the charter for the own body.
    case signCharter
    /// Suspends a partner or takes it back.
    case changeStanding
    /// Keeps the assurances of the own body.
    case keepAssurance
    /// Records what a body is in law beyond its kind.
    case recordCapacity
    /// Drafts an agreement and sends it for approval.
    case draftAgreement
    /// Approves an agreement, or refuses it, for the own body.
    case approveAgreement
    /// Writes an impact assessment, or the own body's part of one.
    case assessImpact
    /// Advises on an impact assessment as data protection officer.
    case adviseOnImpact
    /// Answers the advice on an impact assessment and signs it for the own body.
    case signAssessment
    /// Suspends an agreement in force or ends it.
    case stopAgreement
    /// Loads a file for the own body.
    case loadData
    /// Compares two loaded data sets.
    case runMatch
    /// Drafts, imports and trains a match model for the own body.
    case buildMatchModel
    /// Signs off a match model that somebody else built.
    case signMatchModel
    /// Decides whether a pair of records is about the same person.
    case reviewMatch
    /// Reads and works cases.
    case workCase
    /// Reads the bodies of log entries that name the own body.
    case readLog
    /// Opens and closes accounts of the own body.
    case manageAccounts

    /// The roles that allow it.
    public var roles: Set<Practitioner.Role> {
        switch self {
        case .addPartner, .keepAssurance, .recordCapacity: [.governanceOfficer]
        case .draftAgreement, .stopAgreement, .assessImpact: [.governanceOfficer]
        case .adviseOnImpact, .signAssessment: [.approver]
        case .signCharter, .approveAgreement, .signMatchModel: [.approver]
        case .changeStanding: [.operator]
        case .loadData, .runMatch, .buildMatchModel: [.analyst]
        case .reviewMatch, .workCase: [.practitioner]
        case .readLog: [.auditor, .governanceOfficer, .approver, .operator]
        case .manageAccounts: [.operator, .governanceOfficer]
        }
    }

    /// What the person wanted to do, after "You may not …".
    public var words: String {
        switch self {
        case .addPartner: "add a partner"
        case .signCharter: "sign the charter"
        case .changeStanding: "suspend a partner or take it back"
        case .keepAssurance: "keep the assurances of your body"
        case .recordCapacity: "record what a body is in law"
        case .draftAgreement: "draft agreements"
        case .approveAgreement: "approve agreements"
        case .assessImpact: "write impact assessments"
        case .adviseOnImpact: "advise on impact assessments"
        case .signAssessment: "sign impact assessments"
        case .stopAgreement: "suspend or end agreements"
        case .loadData: "load data"
        case .runMatch: "run a match"
        case .buildMatchModel: "build match models"
        case .signMatchModel: "sign off match models"
        case .reviewMatch: "review matches"
        case .workCase: "work on cases"
        case .readLog: "read log entries"
        case .manageAccounts: "manage accounts"
        }
    }
}
