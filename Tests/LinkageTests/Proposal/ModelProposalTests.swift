import Records
import Testing

@testable import Linkage

struct ModelProposalTests {
    private static let columns = [
        "unique_id", "first_name", "surname", "dob", "postcode", "address", "town", "email",
        "nhs", "cluster", "empty", "same", "copy", "registered",
    ]

    /// People, of whom every third stands there twice, with a slip or a value missing.
    private static func rows(_ count: Int, seed: UInt64) -> [[String?]] {
        var random = SplitMix64(seed: seed)
        let forenames = ["William", "Bill", "Ann", "Elizabeth", "Liz", "Robert", "Sarah", "Tom"]
        let surnames = ["Cole", "Harding", "Ashdown", "Brightwell", "Fenner", "Quayle", "Rudd"]
        return (0..<count).map { number in
            let person = number % 3 == 2 ? number - 1 : number
            func pick(_ values: [String], _ salt: UInt64) -> String {
                values[Int(SplitMix64.mixed(UInt64(person) &* 31 &+ salt) % UInt64(values.count))]
            }
            let day = Int(SplitMix64.mixed(UInt64(person)) % 20_000)
            let surname = pick(surnames, 2)
            let isLacking = Int.random(in: 0..<10, using: &random) == 0
            return [
                "R\(number)", pick(forenames, 1), surname,
                isLacking ? nil : CalendarDate(dayNumber: day).description,
                "CM\(person % 9 + 1) \(person % 7)AB", "\(person % 50 + 1) High Road",
                ["Harwich", "Clacton"][person % 2],
                Int.random(in: 0..<3, using: &random) == 0 ? nil : "p\(person)@example.org", nil,
                "\(person)", nil, "yes", surname,
                CalendarDate(dayNumber: 20_000 + number % 300).description,
            ]
        }
    }

    private static func table(_ rows: [[String?]]) -> RecordTable {
        InventedPeople.table(rows, columns: columns)
    }

    @Test func `columns are known by heading and by content, and useless ones are left out`()
        throws
    {
        let proposal = try ModelProposal.proposed(for: [Self.table(Self.rows(300, seed: 1))])
        let uses = Dictionary(
            uniqueKeysWithValues: proposal.columns.map { ($0.name, $0.use) })

        #expect(uses["unique_id"] == .id && proposal.outline.uniqueID == "unique_id")
        #expect(uses["first_name"] == .compared(.forename))
        #expect(uses["surname"] == .compared(.surname))
        #expect(uses["dob"] == .compared(.dateOfBirth))
        #expect(uses["postcode"] == .compared(.postcode))
        #expect(uses["address"] == .compared(.addressLine))
        #expect(uses["email"] == .compared(.email))
        for name in ["cluster", "empty", "nhs", "same", "copy", "registered"] {
            #expect(uses[name] == .leftOut, "\(name)")
        }
        #expect(proposal.outline.fields.map(\.kind).contains(.home))
        #expect(proposal.outline.linkType == .dedupeOnly)
        #expect(proposal.outline.model.problems.isEmpty)
    }

    @Test func `who shares an address is told apart, and λ is left to training`() throws {
        let rows = Self.rows(300, seed: 1)
        let proposal = try ModelProposal.proposed(for: [Self.table(rows)])

        #expect(
            proposal.outline.households
                == HouseholdOutline(homes: [["address", "postcode"]], lifelong: ["dob"]))
        #expect(proposal.outline.model.training.prior == .expectationMaximisation)

        let without = try ModelProposal.proposed(
            for: [Self.table(rows)], ignoring: ["address"])
        #expect(without.outline.households == nil)
    }

    @Test func `pairs are counted as they are made, and stay within the limit`() throws {
        let rows = Self.rows(240, seed: 2)
        for limit in [nil, 3_000, 400] {
            let tables = [Self.table(rows)]
            let proposal = try ModelProposal.proposed(for: tables, pairsLimit: limit)
            let model = proposal.outline.model
            let counts = model.blockingCounts(in: EncodedRecords(tables, for: model))

            #expect(counts.map(\.pairs) == proposal.rules.map(\.pairs))
            #expect(proposal.pairs <= proposal.pairsLimit && !proposal.rules.isEmpty)
            #expect(proposal.rules.allSatisfy { $0.gain <= $0.alone && $0.alone <= 1 })
        }
    }

    @Test func `the order of rows changes nothing`() throws {
        let rows = Self.rows(200, seed: 3)
        let first = try ModelProposal.proposed(for: [Self.table(rows)])
        let second = try ModelProposal.proposed(for: [Self.table(rows.reversed())])

        #expect(first.outline == second.outline && first.rules == second.rules)
    }

    @Test func `two files are linked by the columns that both have`() throws {
        let rows = Self.rows(200, seed: 4)
        var other = RecordTable.Builder(columns: ["unique_id", "surname", "dob", "first_name"])
        for row in rows { other.append([row[0], row[2], row[3], row[1]]) }
        let proposal = try ModelProposal.proposed(for: [Self.table(rows), other.table()])

        #expect(proposal.outline.linkType == .linkOnly)
        #expect(
            Set(proposal.columns.map(\.name)) == ["unique_id", "surname", "dob", "first_name"])
    }

    @Test func `a proposed model finds who is double`() throws {
        let rows = Self.rows(300, seed: 5)
        let proposal = try ModelProposal.proposed(for: [Self.table(rows)])
        let records = EncodedRecords([Self.table(rows)], for: proposal.outline.model)
        let model = try proposal.outline.model.trained(on: records, seed: 1).model
        let pairs = try model.weights(for: records).predictions(threshold: 0)
        let right = pairs.filter { pair in
            let (one, other) = (records.record(at: pair.left), records.record(at: pair.right))
            return rows[one][9] == rows[other][9]
        }

        #expect(right.count == 100 && Double(right.count) > 0.9 * Double(pairs.count))
    }

    @Test func `mixed forms are read in one form, and that is said`() throws {
        var rows = Self.rows(200, seed: 6)
        for place in rows.indices where place % 2 == 0 {
            rows[place][2] = rows[place][2]?.uppercased()
            rows[place][4] = rows[place][4]?.lowercased()
        }
        let proposal = try ModelProposal.proposed(for: [Self.table(rows)])

        #expect(proposal.outline.columnForms["surname"] == .text)
        #expect(proposal.outline.columnForms["postcode"] == .postcode)
        #expect(proposal.readings.count == 2)
    }

    @Test func `what cannot be proposed for is refused with the reason`() {
        let rows = Self.rows(20, seed: 7)
        #expect(throws: ProposalFailure.tooFewRecords) {
            try ModelProposal.proposed(for: [Self.table([])])
        }
        #expect(throws: ProposalFailure.noRule(limit: 0)) {
            try ModelProposal.proposed(for: [Self.table(rows)], pairsLimit: 0)
        }
        let doubled = Self.table(rows + rows)
        let noID = #expect(throws: ProposalFailure.self) {
            try ModelProposal.proposed(for: [doubled])
        }
        #expect(noID.map { "\($0)".contains("`surname`") } == true)
        let ids = InventedPeople.table([["1"], ["2"]], columns: ["id"])
        #expect(throws: ProposalFailure.nothingToCompare(columns: ["id"])) {
            try ModelProposal.proposed(for: [ids])
        }
    }

    @Test func `no rule is chosen whose pairs another makes`() throws {
        let proposal = try ModelProposal.proposed(for: [Self.table(Self.rows(300, seed: 9))])
        let rules = proposal.rules.compactMap { chosen -> [ColumnKey]? in
            guard case .keys(let keys) = chosen.rule else { return nil }
            return keys
        }
        for (place, rule) in rules.enumerated() {
            for (other, wider) in rules.enumerated() where other != place {
                let isContained = wider.allSatisfy { coarse in
                    rule.contains {
                        $0.column == coarse.column && $0.derivation.refines(coarse.derivation)
                    }
                }
                #expect(!isContained, "\(rule.map(\.label)) in \(wider.map(\.label))")
            }
        }
    }

    @Test func `rules are chosen for what they add, as a slow twin finds`() {
        var random = SplitMix64(seed: 8)
        for _ in 0..<20 {
            let candidates = (0..<12).map { number in
                var found = WorldSet()
                for world in 0..<Worlds.count where Int.random(in: 0..<4, using: &random) == 0 {
                    found.insert(world)
                }
                return RuleCandidate(
                    keys: [ColumnKey("c\(number)")], found: found,
                    pairs: Int.random(in: 1...5_000, using: &random))
            }
            let choice = RuleChoice(limit: 12_000, fixedCost: 100)
            let chosen = choice.chosen(from: candidates)

            #expect(choice.chosen(from: candidates.reversed()) == chosen)
            #expect(Set(chosen.map(\.rule)).count == chosen.count && chosen.count > 2)
            #expect(chosen.reduce(0) { $0 + $1.pairs } <= 12_000)
            var covered: Set<Int> = []
            for rule in chosen {
                guard case .keys(let keys) = rule.rule,
                    let candidate = candidates.first(where: { $0.keys == keys })
                else { continue }
                let worlds = (0..<Worlds.count).filter { world in
                    var one = WorldSet()
                    one.insert(world)
                    return one.count(without: candidate.found) == 0
                }
                let new = worlds.filter { !covered.contains($0) }.count
                #expect(rule.gain == Double(new) / Double(Worlds.count))
                #expect(rule.alone == Double(worlds.count) / Double(Worlds.count))
                covered.formUnion(worlds)
            }
        }
    }
}
