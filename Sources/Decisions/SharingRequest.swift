public import Governance
public import Records

/// A question to the decision point: whether these items may go from one body to another.
///
/// The request states what the purpose needs, not what a file happens to hold.
public struct SharingRequest: Hashable, Sendable {
    /// What the receiver would do.
    public let kind: SharingKind
    /// The body that holds the data.
    public let from: Partner.ID
    /// The body that would receive it.
    public let to: Partner.ID
    /// Why.
    public let purpose: Purpose.ID
    /// The data set.
    public let dataset: DatasetSpecification.ID
    /// The items asked for.
    public let items: Set<DataItem.ID>
    /// The agreement that the asker relies on; nil looks at all.
    public let agreement: SharingAgreement.ID?

    /// A question from its parts.
    public init(
        kind: SharingKind, from: Partner.ID, to: Partner.ID, purpose: Purpose.ID,
        dataset: DatasetSpecification.ID, items: Set<DataItem.ID>,
        agreement: SharingAgreement.ID? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.purpose = purpose
        self.dataset = dataset
        self.items = items
        self.agreement = agreement
    }
}

/// Everything that a decision is made from: the partners, their agreements and the law.
public struct Framework: Sendable {
    /// Where each partner stands.
    public let partners: [Partner.ID: Partner.Standing]
    /// The agreements, in order of their codes and versions.
    public let agreements: [SharingAgreement]
    /// The gateways of the law catalogue by their codes, each with all its versions.
    public let gateways: [Gateway.ID: [Gateway]]

    /// A framework; the order of the agreements and of the gateways given does not matter.
    public init(
        partners: [Partner.ID: Partner.Standing], agreements: [SharingAgreement],
        gateways: some Sequence<Gateway>
    ) {
        self.partners = partners
        self.agreements = agreements.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
        self.gateways = Dictionary(grouping: gateways, by: \.id)
    }
}
