import Exchange
import Governance
import Records
import Testing

@testable import Web

struct StagingTests {
    private static let person = Practitioner(
        id: "a1", partner: "saltmere-city-council", name: "Test Person", email: "a@example.org",
        post: "Tester", roles: [.analyst])
    private static let other = Practitioner(
        id: "b2", partner: "saltmere-city-council", name: "Test Person", email: "b@example.org",
        post: "Tester", roles: [.analyst])

    private static func moment(_ seconds: Int) -> Timestamp {
        Timestamp(seconds: 1_800_000_000 + seconds)
    }

    private static func upload(_ id: Staging.Upload.ID, at seconds: Int = 0, filler: Int = 0)
        throws -> Staging.Upload
    {
        let dataset = try #require(try ReferenceData().dictionary.dataset("council-tax"))
        let text = "Acct Ref,Last Name,Prop Addr\n1,Marsh,2 Tansy Row\n"
        let file = try StagedFile(
            Array(text.utf8) + [UInt8](repeating: 10, count: filler), dataset: dataset,
            remembered: [:])
        return Staging.Upload(
            id: id, owner: person.id, agreement: "isp-0012", dataset: "council-tax", staged: file,
            since: moment(seconds))
    }

    @Test func `a file is gone an hour after it was last looked at`() async throws {
        let staging = Staging()
        try await staging.keep(Self.upload("one"), now: Self.moment(0))
        _ = try await staging.upload("one", of: Self.person, now: Self.moment(3_599))
        _ = try await staging.upload("one", of: Self.person, now: Self.moment(7_198))

        await #expect(throws: Refusal.self) {
            try await staging.upload("one", of: Self.person, now: Self.moment(10_798))
        }
    }

    @Test func `only its owner sees a file`() async throws {
        let staging = Staging()
        try await staging.keep(Self.upload("one"), now: Self.moment(0))

        await #expect(throws: Refusal.self) {
            try await staging.upload("one", of: Self.other, now: Self.moment(1))
        }
        #expect(await staging.waiting(of: Self.other, now: Self.moment(1)).isEmpty)
        await staging.forget("one", of: Self.other)
        #expect(await staging.waiting(of: Self.person, now: Self.moment(1)).map(\.id) == ["one"])
    }

    @Test func `many accept at once and one load is made`() async throws {
        let staging = Staging()
        try await staging.keep(Self.upload("one"), now: Self.moment(0))
        let (starts, started) = AsyncStream<Int>.makeStream()

        let loads = try await withThrowingTaskGroup(of: Load.ID.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await staging.load("one") {
                        started.yield(number)
                        await Task.yield()
                        return Load.ID(stringLiteral: "load-\(number)")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        started.finish()
        #expect(loads.count == 20 && Set(loads).count == 1)
        #expect(await starts.reduce(0) { count, _ in count + 1 } == 1)
        let later = try await staging.upload("one", of: Self.person, now: Self.moment(9))
        #expect(later.loaded == loads.first && later.staged == nil)
    }

    @Test func `a load that was refused can be tried again`() async throws {
        let staging = Staging()
        try await staging.keep(Self.upload("one"), now: Self.moment(0))
        await #expect(throws: Refusal.self) {
            try await staging.load("one") { throw Refusal(.notPermitted, "role", "No.") }
        }
        #expect(try await staging.load("one") { "done" } == "done")
    }

    @Test func `all files together have a limit, and a loaded one takes no room`() async throws {
        let staging = Staging(limitBytes: 3_500)
        for id: Staging.Upload.ID in ["one", "two", "three"] {
            try await staging.keep(Self.upload(id, filler: 1_000), now: Self.moment(0))
        }
        await #expect(throws: Refusal.self) {
            try await staging.keep(Self.upload("four", filler: 1_000), now: Self.moment(0))
        }
        _ = try await staging.load("one") { "done" }
        try await staging.keep(Self.upload("four", filler: 1_000), now: Self.moment(0))
    }

    @Test func `of two changes made to one reading the second is refused`() async throws {
        let staging = Staging()
        let upload = try Self.upload("one")
        try await staging.keep(upload, now: Self.moment(0))
        let staged = try #require(upload.staged)
        let changed = staged.choosing([nil, nil, nil], allowed: ["surname"])
        try await staging.replace("one", with: changed, since: 0)

        await #expect(throws: Refusal.self) {
            try await staging.replace("one", with: changed, since: 0)
        }
    }
}
