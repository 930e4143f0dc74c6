import Records

/// Which columns a proposed model uses, and how.
struct ColumnChoice {
    private(set) var findings: [ColumnFinding]
    private(set) var readings: [String] = []
    private(set) var outline: ModelOutline
    private let tableCount: Int

    init(_ tables: [RecordTable], ignoring ignored: Set<String>) {
        tableCount = tables.count
        outline = ModelOutline(
            linkType: tables.count > 1 ? .linkOnly : .dedupeOnly, fields: [], blockingRules: [])
        let names = (tables.first?.columns.map(\.name) ?? []).filter { name in
            tables.allSatisfy { $0.column(name) != nil }
        }
        findings = names.map { ColumnFinding(ColumnCounts($0, tables)) }
        for place in findings.indices where ignored.contains(findings[place].name) {
            findings[place].leaveOut("It was to be ignored.")
        }
        leaveOutCopies(tables)
    }

    /// A column that says the same as another in every record counts once.
    private mutating func leaveOutCopies(_ tables: [RecordTable]) {
        for place in findings.indices {
            guard case .compared = findings[place].use,
                let other = findings[..<place].first(where: { other in
                    guard case .compared = other.use else { return false }
                    return other.counts.distinct == findings[place].counts.distinct
                        && tables.allSatisfy { $0.same(other.name, findings[place].name) }
                })
            else { continue }
            findings[place].leaveOut("It has the same values as `\(other.name)`.")
        }
    }

    /// Takes a column that tells records apart, by its heading or by its values.
    mutating func chooseID() throws(ProposalFailure) {
        let names = findings.map(\.name)
        let unique = findings.indices.filter {
            findings[$0].counts.isUniqueInEachFile
                && findings[$0].counts.filled == findings[$0].counts.records
        }
        let place =
            unique.first { names[$0].lowercased() == "unique_id" }
            ?? unique.first { names[$0].lowercased().hasSuffix("id") } ?? unique.first
        guard let place else { throw .noID(columns: names) }
        findings[place].use = .id
        findings[place].reason = "It has a value of its own in every record."
        outline.uniqueID = names[place]
        for other in unique where other != place && !isShared(findings[other]) {
            findings[other].leaveOut("No two records have the same value.")
        }
        chooseFields()
        guard !outline.fields.isEmpty else { throw .nothingToCompare(columns: names) }
    }

    /// Whether a column that is unique in each file has values that several files have.
    private func isShared(_ finding: ColumnFinding) -> Bool {
        guard case .compared(let kind) = finding.use else { return false }
        return finding.counts.distinct < finding.counts.filled
            || [.email, .nhsNumber, .nationalInsuranceNumber].contains(kind)
    }

    private mutating func chooseFields() {
        keepOneDate()
        let home = homeColumns
        for finding in findings {
            guard case .compared(let kind) = finding.use else { continue }
            chooseForm(finding, kind)
            if home.contains(finding.name) {
                if finding.name == home.first { outline.fields.append(Field(.home, home)) }
                continue
            }
            outline.fields.append(field(finding, kind))
        }
        chooseHouseholds(home)
    }

    /// Whoever has one address is not one person; two comparisons must be left to tell people.
    private mutating func chooseHouseholds(_ home: [String]) {
        let properties = outline.fields.filter { $0.kind == .uprn }.map(\.column)
        let shared = properties.count + (home.isEmpty ? 0 : 1)
        guard shared > 0, outline.fields.count >= shared + 2 else { return }
        outline.households = HouseholdOutline(
            homes: (home.isEmpty ? [] : [Array(home.prefix(2))]) + properties.map { [$0] },
            lifelong: outline.fields.filter { $0.kind == .dateOfBirth }.map(\.column))
    }

    /// Of several days, that of birth is compared; others change from file to file.
    private mutating func keepOneDate() {
        let days = findings.indices.filter { findings[$0].use == .compared(.dateOfBirth) }
        let birth =
            days.first { findings[$0].name.lowercased().contains("birth") }
            ?? days.first { findings[$0].name.lowercased().contains("dob") } ?? days.first
        for place in days where place != birth {
            findings[place].leaveOut("It is a day, but not that of birth.")
        }
    }

    /// The columns that say together where somebody lives; none without address and postcode.
    private var homeColumns: [String] {
        func first(_ kind: FieldKind) -> String? {
            findings.first { $0.use == .compared(kind) }?.name
        }
        guard let address = first(.addressLine), let postcode = first(.postcode) else { return [] }
        return [address, postcode] + (first(.place).map { [$0] } ?? [])
    }

    private func field(_ finding: ColumnFinding, _ kind: FieldKind) -> Field {
        let surname = findings.first { $0.use == .compared(.surname) }?.name
        if kind == .forename, let surname { return .forename(finding.name, surname: surname) }
        var field = Field(kind, [finding.name])
        switch kind {
        case .dateOfBirth where outline.columnForms[finding.name] == nil:
            field.dateFormat = Self.format(of: finding.counts) ?? field.dateFormat
        case .email where findings.contains { $0.use == .compared(.forename) }:
            // Addresses are made of names: alike ones would count the name twice.
            field.levels = [FieldLevel(.same), FieldLevel(.sameUserName)]
        case .exact:
            field.usesTermFrequencies = true
            let isLong = finding.counts.share { $0.utf8.count >= 4 } > 0.9
            // Long codes with many values are mistyped; short ones are other codes.
            if isLong, finding.counts.distinct > 100 {
                field.levels = [.same, .damerauLevenshtein(1), .damerauLevenshtein(2)].map {
                    FieldLevel($0)
                }
            }
        default: break
        }
        return field
    }

    /// How all days are written, if they are written in one of the usual ways.
    private static func format(of counts: ColumnCounts) -> String? {
        let forms: [(format: String, shape: String)] = [
            ("%Y-%m-%d", "0000-00-00"), ("%Y%m%d", "00000000"), ("%d/%m/%Y", "00/00/0000"),
        ]
        return forms.first { form in
            counts.share { String($0.map { $0.isNumber ? "0" : $0 }) == form.shape } >= 0.995
        }?.format
    }

    /// Reads a column in another form where its values are written in several ways.
    private mutating func chooseForm(_ finding: ColumnFinding, _ kind: FieldKind) {
        let counts = finding.counts
        let form: ColumnForm?
        switch kind {
        case .dateOfBirth: form = Self.format(of: counts) == nil ? .date : nil
        case .postcode:
            form = counts.share { $0 == Postcode(utf8: $0.utf8)?.text } < 0.98 ? .postcode : nil
        case .name, .forename, .surname, .place, .addressLine:
            let tidy = Set(counts.common.map { $0.value.lowercased() })
            let isMixed = Double(tidy.count) < 0.99 * Double(counts.common.count)
            form = !isMixed ? nil : kind == .addressLine ? .address : .text
        default: form = nil
        }
        guard let form else { return }
        outline.columnForms[finding.name] = form
        readings.append(
            "`\(finding.name)` is written in several ways, so it is read as: \(form.rawValue). "
                + "Splink cannot do that; clean the column if the model is to go there.")
    }
}

extension ColumnFinding {
    fileprivate mutating func leaveOut(_ reason: String) {
        use = .leftOut
        self.reason = reason
    }
}

extension RecordTable {
    /// Whether two columns have the same value in every record.
    fileprivate func same(_ first: String, _ second: String) -> Bool {
        guard let one = column(first), let other = column(second) else { return false }
        return (0..<rowCount).allSatisfy { row in
            one.values.bytes(of: one.codes[row]).elementsEqual(
                other.values.bytes(of: other.codes[row]))
        }
    }
}
