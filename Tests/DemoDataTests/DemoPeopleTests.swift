import DemoData
import Records
import Testing

/// 22 November 2026, the day of the demonstration.
let demoDay = CalendarDate(dayNumber: 20_779)

/// Two thousand people, made once for all tests.
let demoPeople = DemoPeople(people: 2000, seed: 2026, today: demoDay)

struct DemoPeopleTests {
    @Test func `the same seed gives the same bytes`() {
        let first = DemoPeople(people: 150, seed: 9, today: demoDay)
        let second = DemoPeople(people: 150, seed: 9, today: demoDay)

        #expect(first.councilTaxCSV() == second.councilTaxCSV())
        #expect(first.electoralRegisterCSV() == second.electoralRegisterCSV())
        #expect(first.truthCSV() == second.truthCSV())
        #expect(first.situationsCSV() == second.situationsCSV())
    }

    @Test func `another seed gives other bytes`() {
        let first = DemoPeople(people: 150, seed: 9, today: demoDay)
        let second = DemoPeople(people: 150, seed: 10, today: demoDay)

        #expect(first.councilTaxCSV() != second.councilTaxCSV())
        #expect(first.electoralRegisterCSV() != second.electoralRegisterCSV())
    }

    @Test(arguments: [0, 1, 2, 3, 13, 400])
    func `any size has as many accounts as electors`(people: Int) {
        for seed in 0..<UInt64(people < 20 ? 60 : 2) {
            let made = DemoPeople(people: people, seed: seed, today: demoDay)

            #expect(made.accounts.count == people)
            #expect(made.electors.count == people)
            #expect(made.truths.map(\.accountReference) == made.accounts.map(\.reference))
            #expect(made.pairs.count <= people)
        }
    }

    @Test func `any day will do, leap days too`() throws {
        for day in ["1950-01-01", "2024-02-29", "2027-03-01", "2100-12-31"] {
            let today = try #require(CalendarDate(day))

            let made = DemoPeople(people: 60, seed: 1, today: today)

            let births = made.accounts.compactMap(\.dateOfBirth)
            #expect(births.allSatisfy { $0.wholeYears(to: today) >= 18 })
        }
    }

    @Test func `references are unique`() {
        #expect(Set(demoPeople.accounts.map(\.reference)).count == 2000)
        #expect(Set(demoPeople.electors.map(\.reference)).count == 2000)
        let uprns = demoPeople.accounts.map(\.uprn).filter { !$0.isEmpty }
        #expect(Set(uprns).count == uprns.count)
        #expect(Set(demoPeople.accounts.map { $0.address + $0.postcode }).count == 2000)
    }

    @Test func `people are of a plausible age`() {
        for account in demoPeople.accounts {
            guard let age = account.dateOfBirth?.wholeYears(to: demoDay) else { continue }
            #expect((18...105).contains(age))
        }
        for elector in demoPeople.electors {
            guard let age = elector.dateOfBirth?.wholeYears(to: demoDay) else { continue }
            #expect((16...105).contains(age))
            #expect((elector.franchise == .attainer) == (age < 18))
            #expect(elector.dateAdded <= demoDay)
        }
    }

    @Test func `every elector under 18 has a date of birth, and seven in ten of all`() {
        let electors = demoPeople.electors
        let attainers = electors.filter { $0.franchise == .attainer }

        #expect(!attainers.isEmpty)
        #expect(attainers.allSatisfy { $0.dateOfBirth != nil })
        #expect((1300...1520).contains(electors.count { $0.dateOfBirth != nil }))
    }

    @Test func `charges follow the ninths and discounts the percentages`() {
        let charges = CouncilTaxAccount.Band.allCases.map(\.fullCharge)
        #expect(
            charges == [
                144_000, 168_000, 192_000, 216_000, 264_000, 312_000, 360_000, 432_000,
            ])
        for account in demoPeople.accounts {
            #expect(account.fullCharge == account.band.fullCharge)
            #expect(
                account.discountAmount * 100 == account.fullCharge * account.discount.percent)
            #expect((account.discountStart == nil) == (account.discount == .none))
        }
    }

    @Test func `telephones, e-mail addresses, postcodes and property references are invented`() {
        for account in demoPeople.accounts {
            let telephone = account.telephone
            #expect(
                telephone.isEmpty
                    || telephone.count == 12
                        && (telephone.hasPrefix("01632 960") || telephone.hasPrefix("07700 900"))
            )
            #expect(account.email.isEmpty || account.email.hasSuffix("@example.org"))
            #expect(isInventedPostcode(account.postcode))
            #expect(isInventedUPRN(account.uprn))
        }
        for elector in demoPeople.electors {
            #expect(elector.postcode.isEmpty || isInventedPostcode(elector.postcode))
            #expect(isInventedUPRN(elector.uprn))
        }
    }

    @Test func `both files hold many spellings of Southend-on-Sea`() {
        let known = Set([Town.southend.name] + Town.southend.otherSpellings)

        let inAccounts = Set(demoPeople.accounts.map(\.town)).intersection(known)
        let inRegister = Set(demoPeople.electors.map(\.town)).intersection(known)

        #expect(inAccounts.count >= 16)
        #expect(inRegister.count >= 16)
        #expect(inAccounts.isSuperset(of: ["Southend-on-Sea", "Southend", "Saffend", "Sarfend"]))
    }

    private func isInventedUPRN(_ uprn: String) -> Bool {
        uprn.isEmpty || uprn.count == 12 && uprn.hasPrefix("999") && Int(uprn) != nil
    }

    /// A district of one of the towns, then a digit, Z and a letter that such units may hold.
    private func isInventedPostcode(_ written: String) -> Bool {
        let postcode = written.uppercased().filter { $0 != " " }
        let unit = Array(postcode.suffix(3))
        let districts = Town.all.flatMap(\.districts)
        return districts.contains(String(postcode.dropLast(3))) && unit.count == 3
            && ("0"..."9").contains(unit[0]) && unit[1] == "Z"
            && "ABDEFGHJLNPQRSTUWXYZ".contains(unit[2])
    }
}
