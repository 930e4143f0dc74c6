public import Records

/// What information is held for, as far as somebody said.
public enum HoldingPurpose: Hashable, Sendable {
    /// Nobody said.
    case notStated
    /// For none of the purposes on the list.
    case other
    /// For this purpose.
    case stated(Purpose.ID)
}

/// A question to the law catalogue: who holds what, who asks for it, and why.
public struct LawQuestion: Hashable, Sendable {
    /// The body that holds the information.
    public var holder: LegalBody
    /// The body that would receive it.
    public var receiver: LegalBody
    /// Whether holder and receiver are one body, which would use again what it holds.
    public var isSameBody: Bool
    /// Whether the receiver has asked for it.
    public var isRequested: Bool
    /// Whether the person concerned agrees.
    public var hasAgreement: Bool
    /// What it would be used for.
    public var purpose: Purpose.ID
    /// What it is held for.
    public var heldFor: HoldingPurpose
    /// What sort of information it is.
    public var classes: Set<InformationClass>
    /// The items asked for; empty where nobody said yet.
    public var items: Set<DataItem.ID>
    /// The holder's basis under Article 6, as somebody has it in mind; nil where nobody said.
    public var basis: SharingAgreement.LawfulBasis?
    /// The day of sharing.
    public var date: CalendarDate

    /// A question from its parts.
    public init(
        holder: LegalBody, receiver: LegalBody, isSameBody: Bool = false,
        isRequested: Bool = false, hasAgreement: Bool = false, purpose: Purpose.ID,
        heldFor: HoldingPurpose = .notStated, classes: Set<InformationClass> = [.personal],
        items: Set<DataItem.ID> = [], basis: SharingAgreement.LawfulBasis? = nil,
        date: CalendarDate
    ) {
        self.holder = holder
        self.receiver = receiver
        self.isSameBody = isSameBody
        self.isRequested = isRequested
        self.hasAgreement = hasAgreement
        self.purpose = purpose
        self.heldFor = heldFor
        self.classes = classes
        self.items = items
        self.basis = basis
        self.date = date
    }
}
