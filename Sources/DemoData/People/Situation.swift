/// What is true about an account and the electors who belong to it.
public enum Situation: String, Sendable, Hashable, CaseIterable {
    /// Single person discount, and two or more adult electors registered at the address.
    ///
    /// `moved-out-elector` or a disregard in the same row gives an innocent reason.
    case spdTwoElectors = "spd-two-electors"
    /// Single person discount, and an elector aged 17 at the address.
    case spdRising18 = "spd-rising-18"
    /// The second adult is a student and properly disregarded.
    case disregardedStudent = "disregarded-student"
    /// The second adult is a carer and properly disregarded.
    case disregardedCarer = "disregarded-carer"
    /// Somebody is still registered at the address and lives elsewhere.
    case movedOutElector = "moved-out-elector"
    /// The liable person has the discount here and is registered in the other council's area.
    case elsewhere
    /// The account is for an annexe in the grounds of another dwelling.
    case annexe
    /// The account is for a flat.
    case flat
    /// Two people with one surname, date of birth and address.
    case twins
    /// A father and son with the same forename, surname and address.
    case sameName = "same-name"
    /// The register has another surname of the liable person.
    case nameChange = "name-change"
    /// The register has the date of birth with two parts or digits the wrong way round.
    case transposedDate = "transposed-date"
    /// The register lacks a field that would have helped.
    case missingField = "missing-field"
    /// The register has an everyday short form of the forename.
    case nickname
    /// The register has a slip of the keyboard in a name.
    case typingError = "typing-error"
    /// The register has forename and surname the wrong way round.
    case swappedNames = "swapped-names"
    /// The register has the address in another form.
    case addressForm = "address-form"
    /// The town has other than its usual spelling, in the account or the liable person's entry.
    case townSpelling = "town-spelling"
}

/// An account holder and an elector who are truly the same person.
public struct TruePair: Sendable, Hashable {
    /// The account.
    public let accountReference: String
    /// The elector.
    public let electorReference: String
    /// Whether the person is registered at the account's address.
    public let isSameAddress: Bool
}

/// What is true about one account.
public struct AccountTruth: Sendable, Hashable {
    /// The account.
    public let accountReference: String
    /// Everything that is special about it, in the order of `Situation.allCases`.
    public let situations: [Situation]
    /// The electors whom the register shows at the address, however it is written.
    public let electorsRegistered: Int
    /// Those of them who truly live there.
    public let electorsResident: Int
}
