import Casework
import DemoData
import Records
import Testing

/// Homes as the council tax review reads them, against what is true of the invented people.
struct HomeTruthTests {
    private let accountOf = Dictionary(
        uniqueKeysWithValues: demoPeople.accounts.map { ($0.reference, $0) })
    private let electorOf = Dictionary(
        uniqueKeysWithValues: demoPeople.electors.map { ($0.reference, $0) })

    private func home(_ account: CouncilTaxAccount, hasUPRN: Bool = true) -> Home {
        Home(
            uprn: hasUPRN ? account.uprn : nil, address: account.address,
            postcode: account.postcode)
    }

    private func home(_ elector: Elector) -> Home {
        Home(uprn: elector.uprn, address: elector.address, postcode: elector.postcode)
    }

    @Test func `nobody at one address looks as if registered elsewhere`() throws {
        var (same, unclear, elsewhere, found) = (0, 0, 0, 0)
        for pair in demoPeople.pairs {
            let account = try #require(accountOf[pair.accountReference])
            let elector = try #require(electorOf[pair.electorReference])
            // Without the UPRN the written address has to do.
            let answer = home(account, hasUPRN: false).compared(to: home(elector))
            if pair.isSameAddress {
                same += 1
                unclear += answer == .unclear ? 1 : 0
                #expect(
                    answer != .different,
                    "\(account.address), \(account.postcode): \(elector.address)"
                )
            } else {
                elsewhere += 1
                found += answer == .different ? 1 : 0
            }
        }
        #expect(same > 1_000 && unclear * 20 < same, "\(unclear) of \(same) are unclear")
        #expect(elsewhere > 20 && found * 10 > elsewhere * 9, "\(found) of \(elsewhere) are found")
    }

    @Test func `the register is counted right at nearly every account`() throws {
        var builder = RecordTable.Builder(
            columns: ["uprn", "address", "postcode", "date-of-birth"])
        for elector in demoPeople.electors {
            builder.append([
                elector.uprn, elector.address, elector.postcode,
                elector.dateOfBirth.map { "\($0)" },
            ])
        }
        let counts = RegisterCounts(register: builder.table(), on: demoDay)
        var wrong = 0
        for truth in demoPeople.truths {
            let people = counts.people(at: home(try #require(accountOf[truth.accountReference])))
            if people.adults + people.rising != truth.electorsRegistered { wrong += 1 }
        }
        #expect(wrong * 50 < demoPeople.truths.count, "\(wrong) of \(demoPeople.truths.count)")
    }
}
