extension Field {
    /// The levels of address, postcode and town together, from the closest on.
    ///
    /// What a household shares counts once (decision 14).
    var homeLevels: [FieldLevel] {
        guard columns.count >= 2 else { return [] }
        let (address, postcode) = (columns[0], columns[1])
        let town = columns.count == 3 ? columns[2] : nil
        let (whole, sector, district) = (
            same(postcode), same(postcode, .postcodeSector), same(postcode, .postcodeDistrict)
        )
        let alike = "\(same(address, .houseNumber)) AND \(near(address, 0.85))"
        let area = town.map { "(\(sector) OR \(same($0)))" } ?? sector
        var levels: [(label: String, sql: String)] = [
            ("Same address and postcode", "\(same(address)) AND \(whole)"),
            ("Address alike, same postcode", "\(alike) AND \(whole)"),
            ("Same address, same area", "\(same(address)) AND \(area)"),
            ("Same postcode", whole), ("Address alike, same area", "\(alike) AND \(area)"),
            ("Same postcode sector", sector), ("Same postcode district", district),
        ]
        if let town {
            levels += [("Same town", same(town)), ("Town spelt alike", near(town, 0.88))]
        }
        return levels.map { label, sql in
            var level = FieldLevel(.sql(sql))
            level.label = label
            return level
        }
    }

    private func same(_ column: String, _ derivation: Derivation = .whole) -> String {
        let (left, right) = column.sides
        let key = ColumnKey(column, derivation)
        guard let first = key.sql(left, dateFormat: dateFormat),
            let second = key.sql(right, dateFormat: dateFormat)
        else { return "FALSE" }
        return "\(first) = \(second)"
    }

    private func near(_ column: String, _ least: Double) -> String {
        let (left, right) = column.sides
        return "jaro_winkler_similarity(\(left), \(right)) >= \(least)"
    }
}
