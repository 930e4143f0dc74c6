public import Governance
public import Records

/// One reason why something may not be shared.
///
/// Each case has a plain sentence and the smallest lawful fix; the compiler refuses a case that
/// lacks one (`Ground+Sentence.swift`).
public enum Ground: Hashable, Sendable {
    /// The sender is the receiver.
    case sameBody(Partner.ID)
    /// Nothing was asked for.
    case nothingAsked
    /// The body is not in the partnership.
    case unknownPartner(Partner.ID)
    /// The body may not share for now, or not yet.
    case partnerNotActive(Partner.ID, Partner.Standing)
    /// No agreement names both bodies.
    case noAgreement(from: Partner.ID, to: Partner.ID)
    /// There is no agreement with this code.
    case unknownAgreement(SharingAgreement.ID)
    /// The agreement is not in force on the day.
    case notInForce(SharingAgreement.ID, SharingAgreement.Standing)
    /// The body has not signed the agreement because it is no party.
    case notAParty(SharingAgreement.ID, Partner.ID)
    /// The agreement is for another purpose.
    case otherPurpose(SharingAgreement.ID, Purpose.ID)
    /// No gateway of the agreement is in force on the day.
    case noGatewayInForce(SharingAgreement.ID)
    /// No clause sends this data set from the one body to the other.
    case noFlow(
        SharingAgreement.ID, from: Partner.ID, to: Partner.ID, dataset: DatasetSpecification.ID)
    /// The clauses that send the data set do not allow this use of it.
    case otherUse(SharingAgreement.ID, SharingKind)
    /// The clauses that apply list none of the items.
    case itemsNotListed(SharingAgreement.ID, Set<DataItem.ID>)

    /// A stable code for the log and the API.
    public var code: String {
        switch self {
        case .sameBody: "same-body"
        case .nothingAsked: "nothing-asked"
        case .unknownPartner: "unknown-partner"
        case .partnerNotActive: "partner-not-active"
        case .noAgreement: "no-agreement"
        case .unknownAgreement: "unknown-agreement"
        case .notInForce: "not-in-force"
        case .notAParty: "not-a-party"
        case .otherPurpose: "other-purpose"
        case .noGatewayInForce: "no-gateway-in-force"
        case .noFlow: "no-flow"
        case .otherUse: "other-use"
        case .itemsNotListed: "items-not-listed"
        }
    }
}
