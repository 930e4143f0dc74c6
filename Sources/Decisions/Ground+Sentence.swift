public import Governance
public import Records

/// What codes are called, so that a ground can be said in words.
public struct Names: Sendable {
    /// Names of bodies.
    public let partners: [Partner.ID: String]
    /// Titles of agreements.
    public let agreements: [SharingAgreement.ID: String]
    /// Labels of purposes.
    public let purposes: [Purpose.ID: String]
    /// Titles of data sets.
    public let datasets: [DatasetSpecification.ID: String]
    /// Labels of data items.
    public let items: [DataItem.ID: String]

    /// Names from their parts; what is missing is called by its code.
    public init(
        partners: [Partner.ID: String], agreements: [SharingAgreement.ID: String],
        purposes: [Purpose.ID: String], datasets: [DatasetSpecification.ID: String],
        items: [DataItem.ID: String]
    ) {
        self.partners = partners
        self.agreements = agreements
        self.purposes = purposes
        self.datasets = datasets
        self.items = items
    }

    /// The name of a body.
    public func name(_ id: Partner.ID) -> String { partners[id] ?? id.rawValue }
    /// The title of an agreement.
    public func name(_ id: SharingAgreement.ID) -> String {
        agreements[id].map { "“\($0)” (\(id))" } ?? id.rawValue
    }
    /// The label of a purpose.
    public func name(_ id: Purpose.ID) -> String { purposes[id] ?? id.rawValue }
    /// The title of a data set.
    public func name(_ id: DatasetSpecification.ID) -> String { datasets[id] ?? id.rawValue }
    /// The label of a data item.
    public func name(_ id: DataItem.ID) -> String { items[id] ?? id.rawValue }
}

extension Ground {
    /// What is wrong, in one plain sentence.
    public func sentence(_ names: Names) -> String {
        switch self {
        case .sameBody(let body):
            "\(names.name(body)) already holds this, so there is nothing to share."
        case .nothingAsked:
            "No data items were asked for."
        case .unknownPartner(let body):
            "\(names.name(body)) is not in this partnership."
        case .partnerNotActive(let body, let standing):
            "\(names.name(body)) \(Self.words(standing))."
        case .noAgreement(let from, let to):
            "No agreement names both \(names.name(from)) and \(names.name(to))."
        case .unknownAgreement(let id):
            "There is no agreement \(id)."
        case .notInForce(let id, let standing):
            "The agreement \(names.name(id)) \(Self.words(standing))."
        case .notAParty(let id, let body):
            "\(names.name(body)) is not a party to the agreement \(names.name(id))."
        case .otherPurpose(let id, let purpose):
            "The agreement \(names.name(id)) is not for “\(names.name(purpose))”."
        case .noGatewayInForce(let id):
            "No law that the agreement \(names.name(id)) relies on is in force on that day."
        case .noFlow(let id, let from, let to, let dataset):
            "The agreement \(names.name(id)) has no clause that sends "
                + "“\(names.name(dataset))” from \(names.name(from)) to \(names.name(to))."
        case .otherUse(let id, let kind):
            "The agreement \(names.name(id)) does not say that this data may be \(kind.label)."
        case .itemsNotListed(let id, let items):
            "The agreement \(names.name(id)) does not list "
                + items.sorted().map(names.name).joined(separator: ", ") + "."
        }
    }

    /// The smallest change that would make it lawful, in one plain sentence.
    public func fix(_ names: Names) -> String {
        switch self {
        case .sameBody: "Choose another body to share with."
        case .nothingAsked: "Choose the data items that you need."
        case .unknownPartner(let body):
            "Ask an information governance officer to add \(names.name(body)) as a partner."
        case .partnerNotActive(let body, .applied):
            "Ask the approver of \(names.name(body)) to sign the charter."
        case .partnerNotActive(let body, .withdrawn):
            "Ask an information governance officer whether \(names.name(body)) can join again."
        case .partnerNotActive(let body, _):
            "Ask the operator whether \(names.name(body)) can be taken back."
        case .noAgreement:
            "Ask an information governance officer to draft an agreement between them."
        case .unknownAgreement: "Choose an agreement from the list."
        case .notInForce(_, let standing): Self.fix(standing)
        case .notAParty(_, let body):
            "Ask the lead to amend the agreement so that \(names.name(body)) is a party."
        case .otherPurpose: "Use an agreement that was made for this purpose."
        case .noGatewayInForce:
            "Ask the lead to amend the agreement so that it names a law in force."
        case .noFlow, .otherUse: "Ask the lead to amend the data flows; every party then signs."
        case .itemsNotListed:
            "Leave these items out, or ask the lead to add them; every party then signs."
        }
    }

    private static func words(_ standing: Partner.Standing) -> String {
        switch standing {
        case .applied: "has not signed the charter yet"
        case .active: "is active"
        case .suspended: "is suspended from the partnership"
        case .withdrawn: "has left the partnership"
        }
    }

    private static func words(_ standing: SharingAgreement.Standing) -> String {
        switch standing {
        case .draft: "is still a draft"
        case .awaitingApproval: "has not been approved by every party yet"
        case .notStarted: "has not started yet"
        case .inForce: "is in force"
        case .suspended: "is suspended"
        case .expired: "has expired"
        case .delisted: "is more than three months past its review date"
        case .retired: "has ended"
        case .replaced: "has been replaced by a later version"
        }
    }

    private static func fix(_ standing: SharingAgreement.Standing) -> String {
        switch standing {
        case .draft: "Ask its lead to finish the draft and send it for approval."
        case .awaitingApproval: "Ask the parties that have not approved it yet to do so."
        case .notStarted: "Wait until its first day."
        case .inForce: "Nothing needs to change."
        case .suspended: "Ask its lead why it is suspended and when it resumes."
        case .expired, .retired: "Ask its lead to draft a new agreement for the parties to sign."
        case .delisted: "Ask its lead to review it."
        case .replaced: "Use the later version."
        }
    }
}
