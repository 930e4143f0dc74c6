import Records

/// The rules that may be chosen for a proposed model, with exact counts of their pairs.
struct RuleSearch {
    private let outline: ModelOutline
    private let encoded: EncodedRecords
    private let formats: [String: String]
    private let keys: [KeyReliability]
    private let worlds: Worlds
    private let limit: Int
    private var pairCounts: [[ColumnKey]: Int] = [:]
    private let candidates: [[KeyReliability]]

    init(_ columns: ColumnChoice, _ tables: [RecordTable], limit: Int, seed: UInt64) {
        outline = columns.outline
        self.limit = limit
        formats = Dictionary(
            outline.fields.map { ($0.column, $0.dateFormat) },
            uniquingKeysWith: { first, _ in first })
        let keys = columns.findings.flatMap { finding -> [KeyReliability] in
            guard case .compared(let kind) = finding.use else { return [] }
            return KeyReliability.keys(of: Field(kind, [finding.name]), finding.counts)
        }
        self.keys = keys
        let total = tables.reduce(0) { $0 + $1.rowCount }
        candidates = Self.candidates(keys, hasMany: total > 300_000)
        let rules = candidates.map { [formats] parts in
            BlockingRule.agreeing(on: parts.map(\.key), dateFormats: formats)
        }
        let model = LinkageModel(
            linkType: outline.linkType, comparisons: [],
            blockingRulesToGeneratePredictions: rules, columnForms: outline.columnForms)
        let encoded = EncodedRecords(tables, for: model)
        self.encoded = encoded
        let order = Self.order(encoded)
        let positions = Dictionary(
            uniqueKeysWithValues: keys.map { [formats] key in
                let rule = BlockingRule.agreeing(on: [key.key], dateFormats: formats)
                return (key.key, rule.keySlots.map { encoded.layout.position(of: $0.left) })
            })
        worlds = Worlds(keys, records: encoded.count, seed: seed) { place, key in
            (positions[key] ?? []).allSatisfy {
                encoded.cells[order[place] * encoded.width + $0] != 0
            }
        }
    }

    /// The records in an order that does not depend on that of the rows.
    private static func order(_ encoded: EncodedRecords) -> [Int] {
        let masks = (0..<encoded.count).map { record in
            (0..<encoded.width).reduce(into: UInt64(0)) { mask, position in
                let isFilled = encoded.cells[record * encoded.width + position] != 0
                mask = SplitMix64.mixed(mask &* 2 &+ (isFilled ? 1 : 0))
            }
        }
        // Only which values are missing matters, so records alike in that may change places.
        return masks.indices.sorted { (masks[$0], $0) < (masks[$1], $1) }
    }

    /// Single keys, pairs of keys of two columns, and triples of the finer ones.
    private static func candidates(
        _ keys: [KeyReliability], hasMany: Bool
    ) -> [[KeyReliability]] {
        var found = keys.map { [$0] }
        for (place, first) in keys.enumerated() {
            for (next, second) in keys.enumerated().dropFirst(place + 1)
            where first.key.column != second.key.column {
                found.append([first, second])
                guard !hasMany, keys.count <= 24 else { continue }
                for third in keys[(next + 1)...]
                where third.key.column != first.key.column
                    && third.key.column != second.key.column
                {
                    found.append([first, second, third])
                }
            }
        }
        // Parts of a rule are counted before the rule.
        return (1...3).flatMap { size in found.filter { $0.count == size } }
    }

    /// The pairs that a rule makes, counted from how many records share its keys.
    private mutating func pairs(_ keys: [ColumnKey]) -> Int {
        if let known = pairCounts[keys] { return known }
        let rule = BlockingRule.agreeing(on: keys, dateFormats: formats)
        let count = Blocks(rule, encoded).pairCount(outline.linkType, encoded).pairs
        pairCounts[keys] = count
        return count
    }

    /// The rules that serve best.
    mutating func chosen() -> [ChosenRule] {
        let found = Dictionary(uniqueKeysWithValues: keys.map { ($0.key, worlds.agreeing(on: $0)) })
        let smallEnough = max(encoded.count, limit / 50)
        var rules: [RuleCandidate] = []
        for parts in candidates {
            let keys = parts.map(\.key)
            // A rule that is small without a key gains nothing by it.
            if parts.count > 1,
                keys.indices.contains(where: { isSmall(keys, without: $0, smallEnough) })
            {
                continue
            }
            var both = found[keys[0]] ?? WorldSet()
            for key in keys.dropFirst() { both.formIntersection(found[key] ?? WorldSet()) }
            rules.append(RuleCandidate(keys: keys, found: both, pairs: pairs(keys)))
        }
        return RuleChoice(limit: limit, fixedCost: max(100, encoded.count / 5)).chosen(from: rules)
    }

    private func isSmall(_ keys: [ColumnKey], without place: Int, _ limit: Int) -> Bool {
        var fewer = keys
        fewer.remove(at: place)
        // Every part of a triple was looked at before it, if it was not small itself.
        return (pairCounts[fewer] ?? 0) <= limit
    }

    /// Two or three rules for EM that share no column, of the most telling kinds.
    mutating func trainingRules() -> [RuleOutline] {
        func column(_ kinds: FieldKind...) -> String? {
            outline.fields.first { kinds.contains($0.kind) }?.column
        }
        var choices: [[String]] = []
        if let forename = column(.forename), let surname = column(.surname) {
            choices.append([forename, surname])
        } else if let name = column(.name, .surname) {
            choices.append([name])
        }
        choices += [column(.dateOfBirth), column(.nhsNumber, .nationalInsuranceNumber, .email)]
            .compactMap { $0.map { [$0] } }
        var rules = choices.map { $0.map { ColumnKey($0) } }.filter {
            let count = pairs($0)
            return count > 0 && count <= max(limit, 20_000_000)
        }
        // Without names and dates: the smallest single columns serve.
        if rules.count < 2 {
            let singles = keys.filter { $0.key.derivation == .whole }.map { [$0.key] }
                .filter { !rules.contains($0) }
            let counted = singles.map { (pairs: pairs($0), keys: $0) }.filter { $0.pairs > 0 }
                .sorted { ($0.pairs, $0.keys[0].label) < ($1.pairs, $1.keys[0].label) }
            rules += counted.prefix(2 - rules.count).map(\.keys)
        }
        return rules.map { .keys($0) }
    }

    /// How many records lack a value for every rule.
    func recordsWithout(_ rules: [ChosenRule]) -> Int {
        let slots = rules.compactMap { rule -> [Int]? in
            guard case .keys(let keys) = rule.rule else { return nil }
            return BlockingRule.agreeing(on: keys, dateFormats: formats).keySlots
                .map { encoded.layout.position(of: $0.left) }
        }
        return (0..<encoded.count).count { record in
            !slots.contains { positions in
                positions.allSatisfy { encoded.cells[record * encoded.width + $0] != 0 }
            }
        }
    }
}
