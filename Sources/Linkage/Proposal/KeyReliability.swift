/// How often a key agrees in two records of one person who have it, as a rule of thumb.
///
/// Figures of experience with lists of public bodies, not fitted to any data set. They only rank
/// rules; no probability of a model comes from them.
struct KeyReliability: Hashable, Sendable {
    let key: ColumnKey
    /// From 0 to 1; a coarser key of the same column has a larger number.
    let agreement: Double
    /// Whether the column changes when somebody moves.
    let isHome: Bool

    /// The keys of a field that may serve a rule.
    static func keys(of field: Field, _ counts: ColumnCounts?) -> [KeyReliability] {
        let table: [(Derivation, Double)] =
            switch field.kind {
            case .forename, .forenameAndSurname:
                [(.whole, 0.80), (.prefix(length: 3), 0.86), (.prefix(length: 1), 0.93)]
            case .surname, .name:
                [(.whole, 0.84), (.prefix(length: 4), 0.89), (.prefix(length: 1), 0.95)]
            case .dateOfBirth: [(.whole, 0.88), (.yearAndMonth, 0.92), (.year, 0.95)]
            case .postcode:
                [(.whole, 0.90), (.postcodeSector, 0.93), (.postcodeDistrict, 0.96)]
            case .addressLine: [(.whole, 0.70), (.houseNumber, 0.90)]
            case .place: [(.whole, 0.88)]
            case .email: [(.whole, 0.65)]
            case .telephone: [(.whole, 0.65)]
            case .nhsNumber: [(.whole, 0.93)]
            case .nationalInsuranceNumber: [(.whole, 0.90)]
            case .uprn: [(.whole, 0.92)]
            case .exact: [(.whole, 0.85)]
            case .sex, .freeText, .home: []
            }
        return table.map {
            KeyReliability(
                key: ColumnKey(field.column, $0.0), agreement: $0.1, isHome: field.kind.isHome)
        }
    }
}

extension FieldKind {
    /// Whether a column of the kind changes when somebody moves.
    var isHome: Bool {
        switch self {
        case .postcode, .addressLine, .place, .uprn, .home: true
        default: false
        }
    }
}
