public import Records

/// A person who works for a partner and signs in.
public struct Practitioner: Codable, Hashable, Sendable, Identifiable {
    /// Names a practitioner; made at random, so that it says nothing about the person.
    public typealias ID = Identifier<Practitioner>

    /// What somebody is there to do (mission, "Who uses it").
    public enum Role: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
        /// Drafts agreements and keeps partners' details.
        case governanceOfficer = "governance-officer"
        /// Signs the charter and agreements for the body: SIRO, Caldicott Guardian, DPO.
        case approver
        /// Reviews matches and works cases.
        case practitioner
        /// Loads data and runs matches.
        case analyst
        /// Sees figures and the journey.
        case leader
        /// Asks who saw what and why.
        case auditor
        /// Runs the server and its accounts.
        case `operator`

        /// In the order in which they are listed above.
        public static func < (left: Role, right: Role) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Names the practitioner.
    public let id: ID
    /// The body that the person works for.
    public let partner: Partner.ID
    /// The person's name.
    public let name: String
    /// The address to sign in with, in lower case.
    public let email: String
    /// The post that the person holds, such as "Revenues officer".
    public let post: String
    /// What the person may do.
    public let roles: Set<Role>
    /// Whether the account is open.
    public let isActive: Bool

    /// An account of a person who works for a partner.
    public init(
        id: ID, partner: Partner.ID, name: String, email: String, post: String,
        roles: Set<Role>, isActive: Bool = true
    ) {
        self.id = id
        self.partner = partner
        self.name = name
        self.email = email
        self.post = post
        self.roles = roles
        self.isActive = isActive
    }

    /// Whether one of the person's roles allows an action.
    public func may(_ action: Action) -> Bool {
        isActive && !roles.isDisjoint(with: action.roles)
    }
}

extension Practitioner.Role {
    /// As people say it.
    public var label: String {
        switch self {
        case .governanceOfficer: "Information governance officer"
        case .approver: "Approver"
        case .practitioner: "Practitioner"
        case .analyst: "Data analyst"
        case .leader: "Leader"
        case .auditor: "Auditor"
        case .operator: "Operator"
        }
    }
}
