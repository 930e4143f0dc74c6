import Records

/// What a column was taken for, and why.
public struct ColumnFinding: Hashable, Sendable {
    /// What a column is good for in a model.
    public enum Use: Hashable, Sendable {
        /// It tells records apart.
        case id
        /// It is compared.
        case compared(FieldKind)
        /// It is left out.
        case leftOut
    }

    /// How the values are spread.
    public let counts: ColumnCounts
    /// What the column is good for.
    public internal(set) var use: Use
    /// Why, as one sentence.
    public internal(set) var reason: String

    /// The name of the column.
    public var name: String { counts.name }
}

extension ColumnFinding {
    /// What a column holds, by its heading and its values.
    init(_ counts: ColumnCounts) {
        let heading = counts.name.lowercased().filter { $0.isLetter || $0.isNumber }
        if let reason = Self.uselessness(counts, heading) {
            self.init(counts: counts, use: .leftOut, reason: reason)
            return
        }
        for (kind, words, share) in Self.byContent(counts)
        where share >= (kind == .forename ? 0.33 : 0.8) {
            self.init(
                counts: counts, use: .compared(kind),
                reason: "\(Int((share * 100).rounded())) of 100 values are \(words).")
            return
        }
        if let kind = Self.byHeading(heading, counts) {
            self.init(
                counts: counts, use: .compared(kind),
                reason: "The heading says that it is: \(kind.rawValue).")
            return
        }
        let isLong = counts.common.prefix(200).contains { $0.value.utf8.count > 30 }
        self.init(
            counts: counts, use: .compared(isLong ? .freeText : .exact),
            reason: "Nothing is known of it, so its values are compared as they are.")
    }

    private static func uselessness(_ counts: ColumnCounts, _ heading: String) -> String? {
        if counts.filled == 0 { return "It is empty." }
        if counts.filledShare < 0.02 { return "Fewer than 2 of 100 records have a value." }
        if counts.distinct == 1 { return "All records have the same value." }
        if labelHeadings.contains(heading) {
            return "By its heading it says who is who, which is what linkage is to find out."
        }
        return nil
    }

    private static let labelHeadings: Set<String> = [
        "cluster", "clusterid", "person", "personid", "household", "householdid", "label",
        "truth", "match", "matchid", "entity", "entityid", "group", "groupid",
    ]

    /// Kinds whose values look like nothing else, with the share of the values that do.
    private static func byContent(
        _ counts: ColumnCounts
    ) -> [(kind: FieldKind, words: String, share: Double)] {
        [
            (.email, "e-mail addresses", counts.share { $0.contains("@") && $0.contains(".") }),
            (.postcode, "postcodes", counts.share { Postcode(utf8: $0.utf8) != nil }),
            (
                .nhsNumber, "NHS numbers with the right check digit",
                counts.share { NHSNumber(utf8: $0.utf8) != nil }
            ),
            (
                .nationalInsuranceNumber, "National Insurance numbers",
                counts.share { NationalInsuranceNumber(utf8: $0.utf8) != nil }
            ),
            (.dateOfBirth, "days from 1880 on", counts.distinct > 100 ? counts.share(isDay) : 0),
            (.telephone, "telephone numbers", counts.share(isTelephone)),
            (.sex, "codes for sex or gender", counts.distinct <= 8 ? counts.share(isSex) : 0),
            (
                .forename, "forenames with known short forms, or such forms",
                // Many names have no short form, so that a third is already telling.
                counts.share(isForename)
            ),
        ]
    }

    private static func isDay(_ text: String) -> Bool {
        guard let year = CalendarDate(written: text)?.parts.year else { return false }
        return (1880...2100).contains(year)
    }

    private static func isTelephone(_ text: String) -> Bool {
        let digits = text.filter(\.isNumber)
        return (10...13).contains(digits.count) && (text.hasPrefix("0") || text.hasPrefix("+"))
            && text.allSatisfy { $0.isNumber || " +()-".contains($0) }
    }

    private static func isSex(_ text: String) -> Bool {
        ["m", "f", "male", "female", "u", "x", "unknown", "other", "non-binary"].contains(
            text.lowercased())
    }

    private static func isForename(_ text: String) -> Bool {
        let name = text.lowercased()
        return ShortForms.namesByShortForm[name] != nil || longNames.contains(name)
    }

    private static let longNames = Set(ShortForms.byName.map(\.name))

    private static func byHeading(_ heading: String, _ counts: ColumnCounts) -> FieldKind? {
        let known = headings.first { entry in entry.headings.contains { heading.hasSuffix($0) } }
        switch known?.kind {
        // A postcode by its heading, but of no form used in the United Kingdom.
        case .postcode: return .exact
        case .dateOfBirth where counts.share(isDay) < 0.5: return .exact
        case let kind: return kind
        }
    }

    /// Endings of headings, the more telling first.
    private static let headings: [(kind: FieldKind, headings: [String])] = [
        (.dateOfBirth, ["dateofbirth", "birthdate", "dob", "born"]),
        (.nhsNumber, ["nhsnumber", "nhsno"]),
        (.nationalInsuranceNumber, ["nationalinsurancenumber", "nino", "nationalinsurance"]),
        (.uprn, ["uprn"]), (.postcode, ["postcode", "postalcode", "zip", "zipcode"]),
        (.email, ["email", "emailaddress", "mail"]),
        (.telephone, ["telephone", "phone", "mobile", "tel", "phonenumber", "telephonenumber"]),
        (.surname, ["surname", "lastname", "familyname"]),
        (.forename, ["forename", "firstname", "givenname", "christianname"]),
        (.sex, ["sex", "gender"]),
        (.addressLine, ["address", "addressline", "address1", "addressline1", "street"]),
        (.place, ["town", "city", "suburb", "village", "locality", "county", "district", "place"]),
        (.name, ["fullname", "name"]),
    ]
}
