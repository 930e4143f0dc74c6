import DemoData
import Records
import Testing

struct SituationTests {
    private let accountOf = Dictionary(
        uniqueKeysWithValues: demoPeople.accounts.map { ($0.reference, $0) })
    private let electorOf = Dictionary(
        uniqueKeysWithValues: demoPeople.electors.map { ($0.reference, $0) })

    @Test(arguments: Situation.allCases)
    func `every situation occurs`(situation: Situation) {
        #expect(demoPeople.situationCounts[situation, default: 0] >= 5)
    }

    @Test func `situations grow in proportion to the number of people`() {
        let small = DemoPeople(people: 1000, seed: 4, today: demoDay).situationCounts
        let large = DemoPeople(people: 3000, seed: 4, today: demoDay).situationCounts

        for situation in [
            Situation.spdTwoElectors, .spdRising18, .disregardedStudent, .disregardedCarer,
            .movedOutElector, .elsewhere, .annexe, .twins, .sameName, .flat,
        ] {
            let perThousand = Double(large[situation, default: 0]) / 3
            let expected = Double(small[situation, default: 0])
            #expect(abs(perThousand - expected) <= expected * 0.35 + 2, "\(situation)")
        }
    }

    @Test func `true pairs are in both files, each person once`() {
        let pairs = demoPeople.pairs

        #expect(pairs.allSatisfy { accountOf[$0.accountReference] != nil })
        #expect(pairs.allSatisfy { electorOf[$0.electorReference] != nil })
        #expect(Set(pairs.map(\.accountReference)).count == pairs.count)
        #expect(Set(pairs.map(\.electorReference)).count == pairs.count)
        #expect((1200...1400).contains(pairs.count))
        #expect((20...120).contains(pairs.count { !$0.isSameAddress }))
    }

    @Test func `between 15 and 20 matched people of a hundred differ in the register`() {
        let paired = Set(demoPeople.pairs.map(\.accountReference))
        let differences: Set<Situation> = [
            .nameChange, .transposedDate, .missingField, .nickname, .typingError, .swappedNames,
            .addressForm,
        ]

        let differing = demoPeople.truths.filter { !differences.isDisjoint(with: $0.situations) }

        #expect(differing.allSatisfy { paired.contains($0.accountReference) })
        let share = Double(differing.count) / Double(paired.count)
        #expect((0.15...0.20).contains(share))
    }

    @Test func `pairs without a difference have the same names and dates`() throws {
        let truthOf = Dictionary(
            uniqueKeysWithValues: demoPeople.truths.map { ($0.accountReference, $0) })
        let differing: Set<Situation> = [
            .nameChange, .transposedDate, .missingField, .nickname, .typingError, .swappedNames,
        ]
        for pair in demoPeople.pairs {
            let truth = try #require(truthOf[pair.accountReference])
            guard differing.isDisjoint(with: truth.situations) else { continue }
            let account = try #require(accountOf[pair.accountReference])
            let elector = try #require(electorOf[pair.electorReference])

            #expect(account.forename.count == elector.forename.count)
            #expect(account.surname.count == elector.surname.count)
            if let inAccount = account.dateOfBirth, let inRegister = elector.dateOfBirth {
                #expect(inAccount == inRegister)
            }
        }
    }

    @Test func `counts of electors agree with the register where it has property references`() {
        var electorsAt: [String: Int] = [:]
        for elector in demoPeople.electors where !elector.uprn.isEmpty {
            electorsAt[elector.uprn, default: 0] += 1
        }
        for (account, truth) in zip(demoPeople.accounts, demoPeople.truths) {
            #expect(truth.electorsResident <= truth.electorsRegistered)
            guard !account.uprn.isEmpty else { continue }
            #expect(electorsAt[account.uprn, default: 0] <= truth.electorsRegistered)
        }
    }

    @Test func `a discount for one with two electors is coded, and only that`() {
        for (account, truth) in zip(demoPeople.accounts, demoPeople.truths) {
            let isCoded = truth.situations.contains(.spdTwoElectors)
            if isCoded {
                #expect(account.discount == .singlePerson && truth.electorsRegistered >= 2)
            } else if account.discount == .singlePerson, truth.electorsRegistered >= 2 {
                #expect(truth.situations.contains(.spdRising18))
            }
        }
    }

    @Test func `disregards, annexes and flats show in the accounts`() {
        for (account, truth) in zip(demoPeople.accounts, demoPeople.truths) {
            for situation in truth.situations {
                switch situation {
                case .disregardedStudent: #expect(account.disregard == .student)
                case .disregardedCarer: #expect(account.disregard == .carer)
                case .annexe: #expect(account.address.hasPrefix("Annexe at "))
                case .flat: #expect(!account.address.hasPrefix("Annexe"))
                case .elsewhere, .spdRising18, .movedOutElector:
                    #expect(account.discount == .singlePerson)
                default: continue
                }
            }
        }
    }

    @Test func `those registered elsewhere are in the other council's area`() throws {
        let elsewhere = Set(
            demoPeople.truths.filter { $0.situations.contains(.elsewhere) }
                .map(\.accountReference))
        let halfOf = Dictionary(
            uniqueKeysWithValues: Town.all.flatMap { town in
                ([town.name] + town.otherSpellings).map { ($0, town.half) }
            })
        var checked = 0
        for pair in demoPeople.pairs where elsewhere.contains(pair.accountReference) {
            let account = try #require(accountOf[pair.accountReference])
            let elector = try #require(electorOf[pair.electorReference])

            #expect(!pair.isSameAddress)
            #expect(halfOf[account.town] != halfOf[elector.town])
            checked += 1
        }
        #expect(checked == elsewhere.count)
    }

    @Test func `twins share all but the forename`() {
        let twins = demoPeople.truths.filter { $0.situations.contains(.twins) }
        let births = Dictionary(grouping: demoPeople.electors) {
            "\($0.address)|\($0.postcode.lowercased().filter { $0 != " " })|\($0.surname)|"
                + "\($0.dateOfBirth?.description ?? "")"
        }
        let shared = births.values.filter { $0.count == 2 && $0[0].dateOfBirth != nil }

        #expect(shared.count >= twins.count * 7 / 10)
        #expect(shared.allSatisfy { $0[0].forename != $0[1].forename })
    }
}
