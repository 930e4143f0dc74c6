/// What the columns of a file of pairs are: two records, and perhaps a weight.
struct PairHeadings {
    /// How many columns there are.
    let count: Int
    /// How many columns name one record: its id, or its source and its id.
    let half: Int
    /// The place of the weight; nil where pairs have none.
    let weight: Int?
    /// What the ids are called, without a side.
    let id: String
    /// What the names of tables are called, where there are several.
    let source: String?

    /// Refuses a file that does not begin with the names of two records.
    ///
    /// `hasWeights`: whether the next column must be `match_weight`.
    init(_ names: [String], of path: String, hasWeights: Bool) throws {
        weight = names.firstIndex(of: "match_weight")
        let place = weight ?? (names.count >= 4 ? 4 : 2)
        guard weight != nil || !hasWeights, place == 2 || place == 4, names.count >= place,
            names[..<place].allSatisfy({ $0.hasSuffix("_l") || $0.hasSuffix("_r") })
        else {
            throw Problem(
                "The file `\(path)` does not hold pairs: its columns are not the names of two "
                    + "records" + (hasWeights ? " and then `match_weight`." : "."))
        }
        count = names.count
        half = place / 2
        id = String(names[half - 1].dropLast(2))
        source = half == 2 ? String(names[0].dropLast(2)) : nil
    }
}
