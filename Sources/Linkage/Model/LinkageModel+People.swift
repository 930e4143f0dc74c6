/// How a model of people weighs where they live.
public enum LocationEvidence: String, Hashable, Sendable, Codable, CaseIterable {
    /// One comparison of property number, address, postcode and town together.
    ///
    /// What hangs together counts once, so that a household does not pass for one person.
    case combined
    /// A comparison for each of them, as if they were independent.
    case separate
}

extension LinkageModel {
    /// The columns that the model of people reads.
    public enum PeopleColumn {
        /// Given name.
        public static let forename = "forename"
        /// Further given names.
        public static let middleNames = "middle-names"
        /// Family name.
        public static let surname = "surname"
        /// Date of birth.
        public static let dateOfBirth = "date-of-birth"
        /// House and street.
        public static let address = "address"
        /// Town.
        public static let town = "town"
        /// Postcode.
        public static let postcode = "postcode"
        /// Unique Property Reference Number.
        public static let uprn = "uprn"
    }

    /// A model of people in the records of councils and other public bodies.
    ///
    /// Train it before use. Columns that a table lacks count as missing.
    public static func people(
        _ linkType: LinkType, location: LocationEvidence = .combined
    ) -> LinkageModel {
        typealias Column = PeopleColumn
        return LinkageModel(
            linkType: linkType,
            comparisons: [
                .forename(Column.forename, surname: Column.surname),
                .middleNames(Column.middleNames), .surname(Column.surname),
                .dateOfBirth(Column.dateOfBirth),
            ] + (location == .combined ? [.location] : .locations),
            blockingRulesToGeneratePredictions: peopleRules,
            columnForms: [
                Column.forename: .text, Column.middleNames: .text, Column.surname: .text,
                Column.dateOfBirth: .date, Column.address: .address, Column.town: .text,
                Column.postcode: .postcode, Column.uprn: .identifier,
            ],
            training: TrainingPlan(
                // Separate comparisons overstate households, and EM would overstate λ with them.
                prior: location == .combined
                    ? .expectationMaximisation
                    : .deterministic(rules: peopleDeterministicRules, recall: 0.7),
                emRules: [
                    BlockingRule(ColumnKey(Column.forename), ColumnKey(Column.surname)),
                    BlockingRule(ColumnKey(Column.dateOfBirth)),
                ]))
    }

    private static var peopleRules: [BlockingRule] {
        typealias Column = PeopleColumn
        let (forename, surname) = (ColumnKey(Column.forename), ColumnKey(Column.surname))
        let birth = ColumnKey(Column.dateOfBirth)
        let initial = ColumnKey(Column.forename, .prefix(length: 1))
        let sound = ColumnKey(Column.surname, .soundex)
        return [
            BlockingRule(surname, birth),
            BlockingRule(forename, birth),
            BlockingRule(birth, ColumnKey(Column.postcode, .postcodeDistrict)),
            BlockingRule(birth, sound),
            BlockingRule(ColumnKey(Column.uprn), initial),
            BlockingRule(ColumnKey(Column.address), ColumnKey(Column.postcode), initial),
            BlockingRule(ColumnKey(Column.postcode), forename),
            BlockingRule(sound, ColumnKey(Column.postcode, .postcodeSector), initial),
            BlockingRule(forename, surname, ColumnKey(Column.town)),
            BlockingRule(forename, surname, ColumnKey(Column.dateOfBirth, .year)),
        ]
    }

    private static var peopleDeterministicRules: [BlockingRule] {
        typealias Column = PeopleColumn
        let (forename, surname) = (ColumnKey(Column.forename), ColumnKey(Column.surname))
        let birth = ColumnKey(Column.dateOfBirth)
        return [
            BlockingRule(forename, surname, birth),
            BlockingRule(forename, surname, ColumnKey(Column.postcode)),
            BlockingRule(forename, birth, ColumnKey(Column.postcode)),
        ]
    }
}
