import Exchange
import Foundation
import Governance
import Records
import Testing

@testable import Web

struct LogPagesTests {
    @Test func `anybody sees the checkpoint, the key and how to check them`() async throws {
        try await TestSite.run { site in
            _ = try await TestMatch(site)
            let browser = site.browser()

            let page = try await browser.get("/log")
            let json = try await browser.get("/log", accept: "application/json")

            #expect(page.status == 200 && HTMLLint.problems(in: page.text).isEmpty)
            #expect(page.text.contains("weft log verify log-files"))
            #expect(
                page.text.contains(site.store.vkey.replacingOccurrences(of: "'", with: "&#39;")))
            #expect(!page.text.contains("A file was loaded") && !json.text.contains("\"entries\""))
            for path in ["/log/checkpoint", "/log/vkey"] {
                #expect(page.link(path) == path)
            }
        }
    }

    @Test func `the files are the log's own, and only what never changes is kept`() async throws {
        try await TestSite.run { site in
            _ = try await TestMatch(site)
            let browser = site.browser()
            let tile = try #require(try await browser.get("/log").link("/log/tile/0/"))

            for name in ["checkpoint", "vkey"] {
                let file = try await browser.get("/log/\(name)")
                #expect(try await site.store.logFile(name) == Array(file.bytes))
                #expect(file.headers["cache-control"] == "no-store")
                #expect(file.headers["content-type"]?.hasPrefix("text/plain") == true)
            }
            let file = try await browser.get(tile)
            #expect(file.status == 200 && file.bytes.count % 32 == 0)
            #expect(file.headers["cache-control"]?.contains("immutable") == true)
            #expect(file.headers["content-type"] == "application/octet-stream")
            let bundle = try await browser.get(
                tile.replacingOccurrences(of: "/tile/0/", with: "/tile/entries/"))
            #expect(bundle.status == 200 && bundle.text.contains("\"t\":\"match-run\""))
            for path in ["/log/tile/0/999", "/log/tile/entries/x", "/log/tile/9/000", "/log/tile"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 404 || answer.path == "/sign-in", "\(path)")
                #expect(answer.headers["cache-control"] == "no-store", "\(path)")
            }
        }
    }

    @Test func `an auditor reads the entries of the own body, in words and with proof`()
        async throws
    {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            let browser = site.browser()
            _ = try await browser.signIn(as: match.auditor)

            let list = try await browser.get("/log")
            #expect(HTMLLint.problems(in: list.text).isEmpty)
            #expect(list.text.contains("Two files were compared"))
            let entry = try await browser.get("/log/\(match.run.entry)")
            #expect(entry.status == 200 && HTMLLint.problems(in: entry.text).isEmpty)
            #expect(entry.text.contains("The tollesham-council body"))
            #expect(entry.text.contains("Hash of the leaf"))
            let json = try await browser.get("/log/\(match.run.entry)", accept: "application/json")
            #expect(json.text.contains("\"inclusionProof\""))
            #expect(try await browser.get("/log/999999").status == 404)
            #expect(try await browser.get("/log/none").status == 404)
        }
    }

    @Test func `the list has pages and nobody else reads an entry`() async throws {
        try await TestSite.run { site in
            let match = try await TestMatch(site)
            for _ in 0..<60 {
                _ = try await site.store.signInToDemonstration(as: match.auditor.id)
            }
            let auditor = site.browser()
            _ = try await auditor.signIn(as: match.auditor)
            let second = try await auditor.get("/log?page=2")
            #expect(second.title.contains("page 2 of") && second.text.contains("An agreement"))

            let stranger = site.browser()
            _ = try await stranger.signIn(as: match.stranger)
            #expect(try await stranger.get("/log/\(match.run.entry)").status == 403)
            #expect(try await stranger.get("/log").text.contains("Your role does not."))
            #expect(try await site.browser().get("/log/1").path == "/sign-in")
            let other = site.browser()
            _ = try await other.signIn(as: try await site.person("third-body", [.auditor]))
            #expect(try await other.get("/log/\(match.run.entry)").status == 404)
        }
    }

    @Test func `each type of entry that the operations write has words, and no other`() throws {
        let written = try Self.types(in: Self.operations())

        #expect(written == Set(LogWords.types.keys))
    }

    @Test func `each member of the body of an entry has a name`() throws {
        let members = try Self.members(in: Self.operations())

        #expect(members.subtracting(LogWords.members.keys).isEmpty)
    }

    /// The code of all operations, in one text.
    private static func operations() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Exchange/Operations")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        // The digest of terms is made from JSON of the same form, which is no entry.
        let swift = files.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("TermsDigest.swift") }
        #expect(swift.count > 20)
        return try swift.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined(separator: "\n")
    }

    /// Literals that stand as a type of entry: after `type:`, and steps of agreements and models.
    private static func types(in code: String) throws -> Set<String> {
        var found: Set<String> = []
        for match in code.matches(of: /type: ([^\n]*)/) {
            for literal in match.output.1.matches(of: /"([a-z]+(?:-[a-z]+)+)"/) {
                found.insert(String(literal.output.1))
            }
        }
        for literal in code.matches(of: /"(agreement-(?:[a-z-]+ed|sent))"/) {
            found.insert(String(literal.output.1))
        }
        for literal in code.matches(of: /"(match-model-[a-z-]+)"/) {
            found.insert(String(literal.output.1))
        }
        #expect(code.contains("\"agreement-\\(stage.rawValue)\""))
        return found.union(["agreement-suspended", "agreement-retired"])
    }

    private static func members(in code: String) throws -> Set<String> {
        let pattern = /"([A-Za-z]+)": \.(?:text|number|truth|list)\(/
        let indexed = /body\["([A-Za-z]+)"\] =/
        return Set(code.matches(of: pattern).map { String($0.output.1) })
            .union(code.matches(of: indexed).map { String($0.output.1) })
    }
}
