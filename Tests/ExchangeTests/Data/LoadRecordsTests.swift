import Exchange
import Foundation
import Governance
import Records
import Testing

struct LoadRecordsTests {
    @Test func `only the agreed columns are stored`() async throws {
        let world = try await LoadWorld()
        let receipt = try await world.load()

        let stored = Set(receipt.items.map(\.rawValue))
        #expect(stored.isDisjoint(with: ["telephone", "email", "middle-names"]))
        #expect(stored.isSuperset(of: ["forename", "surname", "postcode"]))
        #expect(Set(receipt.dropped) == ["Telephone", "E-mail", "Middle Names"])
        #expect(receipt.rowCount == 2 && receipt.report.rejectedCount == 1)
    }

    @Test func `a receipt names the agreement, the clauses, the receivers and the day`()
        async throws
    {
        let world = try await LoadWorld()
        let receipt = try await world.load()

        #expect(receipt.agreement == world.agreement.id && receipt.version == 1)
        #expect(receipt.receivers == [LoadWorld.tollesham])
        #expect(receipt.clauses["surname"] == "4.1")
        #expect(receipt.deleteBy == world.store.today.adding(months: 12))
        #expect(receipt.loadedBy == world.analyst.id)
        #expect(
            receipt.digest
                == Data(Store.digest(of: Array(LoadWorld.accounts.utf8))).base64EncodedString())
        #expect(try await world.store.load(receipt.id, seenBy: world.analyst) == receipt)
    }

    @Test func `a receipt keeps no value of the file`() async throws {
        let world = try await LoadWorld()
        let document = try JSONEncoder().encode(try await world.load())
        let text = String(decoding: document, as: UTF8.self)

        for canary in ["Zephyrine", "Quillfeather", "07700", "canary", "31/02/1980"] {
            #expect(!text.contains(canary), "\(canary)")
        }
    }

    @Test func `a load is in the log without any value, for both bodies`() async throws {
        let world = try await LoadWorld()
        let receipt = try await world.load()

        let line = try #require(
            try await world.log(world.officer).first { $0.type == "data-loaded" })
        #expect(line.id == receipt.entry && line.by == world.analyst.id.rawValue)
        #expect(Set(line.parties) == ["saltmere-city-council", "tollesham-district-council"])
        let body = try #require(line.body)
        #expect(body.contains(receipt.id.rawValue) && !body.contains("telephone"))
        #expect(!body.contains("Zephyrine") && !body.contains("canary"))
        #expect(try await world.log(world.approver).contains { $0.id == receipt.entry })
    }

    @Test func `the receiver sees the receipt and an outsider sees nothing`() async throws {
        let world = try await LoadWorld()
        let receipt = try await world.load()

        #expect(try await world.store.loads(seenBy: world.receiver) == [receipt])
        #expect(try await world.store.loads(seenBy: world.outsider).isEmpty)
        let refused = try await refusal {
            try await world.store.load(receipt.id, seenBy: world.outsider)
        }
        #expect(refused?.kind == .notFound)
    }

    @Test func `a file without a good row is refused`() async throws {
        let world = try await LoadWorld()
        let batch = try world.batch(
            "Acct Ref,Surname,Address\n1,,2 Tansy Row\n", "council-tax")

        let refused = try await refusal {
            try await world.store.load(
                batch, digest: [], under: world.agreement.id, by: world.analyst)
        }
        #expect(refused?.reasons.map(\.code) == ["no-rows"])
        #expect(try await world.store.loads(seenBy: world.analyst).isEmpty)
    }

    @Test func `the mapping of a load is remembered for the next file`() async throws {
        let world = try await LoadWorld()
        _ = try await world.load()

        let remembered = try await world.store.rememberedMapping(
            of: LoadWorld.saltmere, dataset: "council-tax")
        #expect(remembered["D.O.B."] == "date-of-birth")
        let other = try await world.store.rememberedMapping(
            of: LoadWorld.tollesham, dataset: "council-tax")
        #expect(other.isEmpty)
    }
}
