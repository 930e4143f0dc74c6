extension Comparison {
    /// A given name, spelt alike or in the wrong column, rare names counting for more.
    static func forename(_ column: String, surname: String) -> Comparison {
        Comparison(
            column,
            [
                .null(column),
                ComparisonLevel(
                    .exact(column), label: "Same forename", tfAdjustmentColumn: column),
                ComparisonLevel(
                    .columnsSwapped(column, surname), label: "Forename and surname swapped"),
                ComparisonLevel(
                    .jaroWinkler(column: column, atLeast: 0.92), label: "Forename nearly the same"),
                ComparisonLevel(
                    .jaroWinkler(column: column, atLeast: 0.85), label: "Forename alike"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .prefix(length: 1))), label: "Same initial"),
                .otherwise,
            ])
    }

    /// Further given names; many records have only initials.
    static func middleNames(_ column: String) -> Comparison {
        Comparison(
            column,
            [
                .null(column),
                ComparisonLevel(.exact(column), label: "Same middle names"),
                ComparisonLevel(
                    .jaroWinkler(column: column, atLeast: 0.9), label: "Middle names alike"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .prefix(length: 1))), label: "Same middle initial"),
                .otherwise,
            ])
    }

    /// A family name, spelt alike or of like sound, rare names counting for more.
    static func surname(_ column: String) -> Comparison {
        Comparison(
            column,
            [
                .null(column),
                ComparisonLevel(.exact(column), label: "Same surname", tfAdjustmentColumn: column),
                ComparisonLevel(
                    .jaroWinkler(column: column, atLeast: 0.92), label: "Surname nearly the same"),
                ComparisonLevel(
                    .jaroWinkler(column: column, atLeast: 0.85), label: "Surname alike"),
                ComparisonLevel(.equal(ColumnKey(column, .soundex)), label: "Surname sounds alike"),
                .otherwise,
            ])
    }

    /// A date of birth and the usual slips of the pen.
    static func dateOfBirth(_ column: String) -> Comparison {
        Comparison(
            column,
            [
                .null(column),
                ComparisonLevel(.exact(column), label: "Same date of birth"),
                ComparisonLevel(
                    .datesTransposed(column: column), label: "Day and month of birth swapped"),
                ComparisonLevel(
                    .levenshtein(column: column, atMost: 1),
                    label: "Date of birth differs by one digit"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .yearAndMonth)), label: "Same month of birth"),
                ComparisonLevel(.equal(ColumnKey(column, .year)), label: "Same year of birth"),
                .otherwise,
            ])
    }
}

extension Comparison {
    private typealias Column = LinkageModel.PeopleColumn

    /// Where somebody lives, from the closest agreement to the loosest.
    static var location: Comparison {
        let sameNumber = Condition.equal(ColumnKey(Column.address, .houseNumber))
        let alike = Condition.all([
            sameNumber, .jaroWinkler(column: Column.address, atLeast: 0.88),
        ])
        let postcode = Condition.exact(Column.postcode)
        let near = Condition.any([
            .equal(ColumnKey(Column.postcode, .postcodeSector)), .exact(Column.town),
        ])
        return Comparison(
            "location",
            [
                ComparisonLevel(
                    .all([
                        .missing(column: Column.uprn), .missing(column: Column.postcode),
                        .missing(column: Column.address),
                    ]), label: "Missing on at least one side", isNullLevel: true),
                ComparisonLevel(.exact(Column.uprn), label: "Same property number"),
                ComparisonLevel(
                    .all([.exact(Column.address), postcode]), label: "Same address and postcode"),
                ComparisonLevel(
                    .all([alike, postcode]), label: "Address alike, same postcode"),
                ComparisonLevel(
                    .all([.exact(Column.address), near]), label: "Same address, same area"),
                ComparisonLevel(postcode, label: "Same postcode"),
                ComparisonLevel(.all([alike, near]), label: "Address alike, same area"),
                ComparisonLevel(
                    .equal(ColumnKey(Column.postcode, .postcodeSector)),
                    label: "Same postcode sector"),
                ComparisonLevel(
                    .equal(ColumnKey(Column.postcode, .postcodeDistrict)),
                    label: "Same postcode district"),
                ComparisonLevel(.exact(Column.town), label: "Same town"),
                ComparisonLevel(
                    .jaroWinkler(column: Column.town, atLeast: 0.88), label: "Town spelt alike"),
                .otherwise,
            ])
    }
}

extension [Comparison] {
    private typealias Column = LinkageModel.PeopleColumn

    /// Address, town, postcode and property number, each by itself.
    static var locations: [Comparison] {
        let (address, town, uprn) = (Column.address, Column.town, Column.uprn)
        return [
            Comparison(
                address,
                [
                    .null(address),
                    ComparisonLevel(.exact(address), label: "Same address"),
                    ComparisonLevel(
                        .all([
                            .equal(ColumnKey(address, .houseNumber)),
                            .jaroWinkler(column: address, atLeast: 0.88),
                        ]), label: "Address alike, same house number"),
                    ComparisonLevel(
                        .jaroWinkler(column: address, atLeast: 0.88), label: "Address alike"),
                    .otherwise,
                ]),
            Comparison(
                town,
                [
                    .null(town),
                    ComparisonLevel(.exact(town), label: "Same town", tfAdjustmentColumn: town),
                    ComparisonLevel(
                        .jaroWinkler(column: town, atLeast: 0.88), label: "Town spelt alike"),
                    .otherwise,
                ]),
            .postcode(Column.postcode),
            Comparison(
                uprn,
                [
                    .null(uprn), ComparisonLevel(.exact(uprn), label: "Same property number"),
                    .otherwise,
                ]),
        ]
    }
}

extension Comparison {
    /// A postcode, from the whole to its area.
    static func postcode(_ column: String) -> Comparison {
        Comparison(
            column,
            [
                .null(column),
                ComparisonLevel(.exact(column), label: "Same postcode"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .postcodeSector)), label: "Same postcode sector"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .postcodeDistrict)), label: "Same postcode district"),
                ComparisonLevel(
                    .equal(ColumnKey(column, .postcodeArea)), label: "Same postcode area"),
                .otherwise,
            ])
    }
}
