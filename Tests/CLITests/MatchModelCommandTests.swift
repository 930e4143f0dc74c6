import Foundation
import Testing

extension CommandTests {
    /// Versions of match models from the first draft to the sign-off, by command.
    struct MatchModelCommandTests {
        /// Two councils under one agreement, with a load each.
        private struct World {
            let folder: Folder
            private(set) var left = ""
            private(set) var right = ""
            static let purpose = "council-tax-accuracy"

            init() throws {
                folder = try Folder()
                try folder.makeData()
                for role in ["analyst", "practitioner"] { try folder.invite(role) }
                let (jo, di) = ("jo@example.org", "di@example.org")
                try done(
                    jo, "partner", "join", "--name", "Tollesham District Council", "--kind",
                    "district-council")
                try done(
                    jo, "user", "invite", "--partner", "tollesham-district-council", "--name",
                    "Di Lowe", "--email", di, "--post", "Chief Executive", "--role", "approver",
                    "--role", "analyst")
                for person in [jo, di] { try done(person, "partner", "sign-charter") }
                try done(
                    jo, "agreement", "new", "--template", "council-tax-review", "--party",
                    "tollesham-district-council")
                try done(jo, "agreement", "send", "isp-0001")
                for person in [jo, di] { try done(person, "agreement", "approve", "isp-0001") }
                let made = try folder.weft(
                    "demo-data", "--people", "120", "--seed", "3", "--out", "files")
                try #require(made.code == 0, "\(made.messages)")
                left = try load("council-tax", "analyst@example.org")
                right = try load("electoral-register", di)
            }

            private func load(_ dataset: String, _ person: String) throws -> String {
                let lines = try done(
                    person, "data", "load", "files/\(dataset).csv", "--dataset", dataset,
                    "--agreement", "isp-0001", "--partly")
                return String(lines.prefix { $0 != "\n" && $0 != "\t" })
            }

            /// Runs a command as a person.
            func run(_ person: String, _ arguments: [String]) throws -> Weft.Ending {
                try folder.weft.run(arguments + ["--data", "data", "--as", person])
            }

            @discardableResult
            func done(_ person: String, _ arguments: String...) throws -> String {
                let ending = try run(person, arguments)
                try #require(ending.code == 0, "\(arguments): \(ending.messages)")
                return ending.output
            }

            /// What `weft match model` prints as JSON.
            func model(_ person: String = "analyst@example.org", _ arguments: String...) throws
                -> [String: any Sendable]
            {
                let ending = try run(person, ["match", "model"] + arguments + ["--json"])
                try #require(ending.code == 0, "\(arguments): \(ending.messages)")
                let value = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
                return try #require(value as? [String: any Sendable])
            }

            func drafted() throws -> String {
                try #require(
                    try model("analyst@example.org", "new", "--purpose", Self.purpose)["id"]
                        as? String)
            }
        }

        private static let world = Result { try World() }

        @Test func `a version goes from a draft to its use by commands`() throws {
            let world = try Self.world.get()
            let analyst = "analyst@example.org"
            let id = try world.drafted()
            let files = try world.model(analyst, "files", id)
            #expect((files["files"] as? [Any])?.count == 1)
            let blocks = try world.model(analyst, "count-pairs", id, world.left, world.right)
            #expect(blocks["possiblePairs"] as? Int ?? 0 > 10_000)
            let trained = try world.model(analyst, "train", id, world.left, world.right)
            let model = trained["model"] as? [String: any Sendable]
            #expect(model?["state"] as? String == "trained")
            #expect((trained["training"] as? [String: any Sendable])?["seed"] as? Int == 2_014)
            let examined = try world.model(analyst, "examine", id, world.left, world.right)
            #expect(examined["records"] as? Int == 240)
            let choices = try world.model(analyst, "cut-off", id)
            #expect((choices["choices"] as? [Any])?.count == 3)
            let set = try world.model(analyst, "cut-off", id, "--bits", "-1.5")
            #expect(set["cutOffBits"] as? Double == -1.5)
            let signed = try world.model(
                "jo@example.org", "sign-off", id, "--statement", "I looked at the weights.")
            #expect(signed["state"] as? String == "signed-off")
            let listed = try world.model(analyst, "list")["models"] as? [[String: any Sendable]]
            #expect(listed?.contains { $0["id"] as? String == id } == true)
            let closed = try world.run(analyst, ["match", "model", "cut-off", id, "--bits", "3"])
            #expect(closed.code == 5)
            #expect(closed.messages.contains("A version that was signed off does not change."))
        }

        @Test func `an export changes a version and starts another`() throws {
            let world = try Self.world.get()
            let (analyst, folder) = ("analyst@example.org", world.folder)
            let id = try world.drafted()
            _ = try world.model(analyst, "export", id, "--output", "export.json")
            let text = try folder.weft.text(folder.url.appending(path: "export.json"))
            #expect(text.contains("\"link_type\" : \"link_only\""))
            let changed = try world.model(
                analyst, "change", id, "--settings", "export.json", "--notes", "Read again.")
            #expect(changed["revision"] as? Int == 2)
            #expect(try world.model(analyst, "show", id)["notes"] as? String == "Read again.")
            let next = try world.model(
                analyst, "new", "--purpose", World.purpose, "--import", "export.json")
            #expect(next["state"] as? String == "draft")
            let compared = try world.run(
                analyst,
                ["match", "model", "compare", id, id, world.left, world.right])
            #expect(compared.code == 5)
            #expect(compared.messages.contains("not trained yet"))
        }

        @Test func `what is wrong is said in a sentence, with its exit code`() throws {
            let world = try Self.world.get()
            let folder = world.folder
            let analyst = "analyst@example.org"
            let id = try world.drafted()
            try folder.write("{\"link_type\": 3}", to: "bad.json")
            for (person, line, code, sentence) in [
                (analyst, "show none", 3, "no such match model"),
                (analyst, "new --purpose none", 3, "no such purpose"),
                (analyst, "new --purpose x --import bad.json", 3, "The settings"),
                (analyst, "new --purpose x --import no.json", 3, "There is no file `no.json`."),
                (analyst, "new --purpose x --import a --from b", 2, "not from both"),
                (analyst, "change \(id)", 2, "--settings FILE or --notes TEXT"),
                (analyst, "change \(id) --notes a --seen 9", 5, "Somebody changed this version"),
                (analyst, "train \(id) \(world.left) none", 3, "no such load"),
                (analyst, "train \(id) \(world.left) \(world.left)", 3, "Only two different files"),
                (analyst, "examine \(id) \(world.left) \(world.right)", 5, "not trained yet"),
                (analyst, "cut-off \(id) --bits 1", 5, "weft match model train"),
                (analyst, "cut-off \(id) --bits 1 --aim balance", 2, "not both"),
                (analyst, "cut-off \(id) --aim best", 2, "'best' is invalid"),
                (analyst, "sign-off \(id) --statement x", 4, "Your role does not let you"),
                ("jo@example.org", "sign-off \(id) --statement x", 5, "not trained yet"),
                ("practitioner@example.org", "list", 4, "Your role does not let you"),
                ("di@example.org", "show \(id)", 3, "no such match model"),
                (analyst, "export \(id) --output gone/x.json", 3, "there is no folder `gone`"),
            ] {
                let words = line.split(separator: " ").map(String.init)
                let ending = try world.run(person, ["match", "model"] + words)
                #expect(ending.code == code, "\(line): \(ending.messages)")
                #expect(ending.messages.contains(sentence), "\(line): \(ending.messages)")
                #expect(!forbidden.contains(where: ending.messages.contains))
            }
        }
    }
}
