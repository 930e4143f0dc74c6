/// What a council may ask about a discount, from counted facts alone.
///
/// It says what the records show and what may explain it. It never says that anybody did wrong:
/// the council assumed the discount, and only a named person decides (services.md §1.4).
public enum DiscountQuestion: Hashable, Sendable {
    /// The account has a single person discount and more than one person is registered there.
    case othersRegistered(count: Int)
    /// The account has a single person discount and another person there is about to be 18.
    case risingEighteen
    /// The account has a single person discount and the person is registered at another address.
    case registeredElsewhere

    /// The facts that the question is counted from.
    public struct Facts: Hashable, Sendable {
        /// The discount code of the account: `SPD`, `DIS`, `EXM` or `NON`.
        public let discountCode: String?
        /// The disregard code of the account, if somebody there is disregarded.
        public let disregardCode: String?
        /// Whether the account and the elector are at one address.
        public let addresses: AddressComparison
        /// Adults on the register at the account's address.
        public let adultsRegistered: Int
        /// People on the register at the account's address who turn 18 within a year.
        public let risingEighteen: Int

        /// Counted facts about one account and one elector.
        public init(
            discountCode: String?, disregardCode: String?, addresses: AddressComparison,
            adultsRegistered: Int, risingEighteen: Int
        ) {
            self.discountCode = discountCode
            self.disregardCode = disregardCode
            self.addresses = addresses
            self.adultsRegistered = adultsRegistered
            self.risingEighteen = risingEighteen
        }
    }

    /// The question that the facts raise, if any; an account with a disregard raises none.
    ///
    /// Addresses that do not say enough never make anybody look registered elsewhere.
    public init?(_ facts: Facts) {
        guard facts.discountCode == "SPD", facts.disregardCode == nil else { return nil }
        if facts.addresses == .different {
            self = .registeredElsewhere
        } else if facts.adultsRegistered > 1 {
            self = .othersRegistered(count: facts.adultsRegistered)
        } else if facts.risingEighteen > 0 {
            self = .risingEighteen
        } else {
            return nil
        }
    }

    /// A stable code for storage: `others-registered:2`, `rising-eighteen`, `registered-elsewhere`.
    public var code: String {
        switch self {
        case .othersRegistered(let count): "others-registered:\(count)"
        case .risingEighteen: "rising-eighteen"
        case .registeredElsewhere: "registered-elsewhere"
        }
    }

    /// The question with a stored code, or nil.
    public init?(code: String) {
        switch code {
        case "rising-eighteen": self = .risingEighteen
        case "registered-elsewhere": self = .registeredElsewhere
        default:
            let count = code.split(separator: ":").last.flatMap { Int($0) } ?? 0
            self = .othersRegistered(count: count)
            // Only what `code` writes is read: no other spelling of the number, no single adult.
            guard count > 1, self.code == code else { return nil }
        }
    }

    /// What the records show, in one sentence.
    public var sentence: String {
        switch self {
        case .othersRegistered(let count):
            "The account has a single person discount. "
                + "The register lists \(count) adults at the address."
        case .risingEighteen:
            "The account has a single person discount. "
                + "Somebody at the address turns 18 within a year."
        case .registeredElsewhere:
            "The account has a single person discount. "
                + "The person is registered to vote at another address."
        }
    }

    /// What often explains it, to be checked before anybody is asked.
    public var explanations: [String] {
        switch self {
        case .othersRegistered:
            [
                "The other adult is disregarded: a student, a carer or somebody else on the list.",
                "The other person has moved out and is still on the register.",
                "The other person lives in an annexe or a flat with its own account.",
            ]
        case .risingEighteen:
            [
                "The young person stays at school or college and is disregarded.",
                "The young person moves out before turning 18.",
            ]
        case .registeredElsewhere:
            [
                "The person moved and one of the two records is old.",
                "The person may lawfully be on two registers, such as a student.",
                "The records are about two people with the same name.",
            ]
        }
    }
}
