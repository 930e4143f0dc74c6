import Foundation
import Testing

extension CommandTests {
    /// Data folders that are made, moved, broken and used twice at once.
    struct DataFolderTests {
        @Test func `a folder with blanks and accents in its path works`() throws {
            let folder = try Folder()
            let data = "my dätä 100%25"

            let made = try initialise(data, in: folder)

            #expect(made.code == 0, "\(made.messages)")
            let kept = try FileManager.default.contentsOfDirectory(
                atPath: folder.url.appending(path: data).path(percentEncoded: false))
            #expect(Set(kept).isSuperset(of: ["weft.sqlite", "master.key", "log.key"]))
            #expect(try folder.weft("partner", "list", "--data", data).code == 0)
            #expect(try folder.weft("log", "verify", data).code == 0)
            #expect(try folder.weft("log", "export", "--data", data, "--out", "a b").code == 0)
            #expect(try folder.weft("log", "verify", "a b").code == 0)
        }

        @Test(arguments: ["master.key", "log.key", "weft.sqlite"])
        func `init never touches a folder that holds keys or a database`(name: String) throws {
            let folder = try Folder()
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "data"), withIntermediateDirectories: false)
            try folder.write("the only copy", to: "data/\(name)")

            let ending = try initialise("data", in: folder)

            #expect(ending.code == 6)
            #expect(ending.messages.contains("already holds a Weft data folder or its keys"))
            let kept = try folder.weft.text(folder.url.appending(path: "data/\(name)"))
            #expect(kept == "the only copy")
        }

        @Test(arguments: [("!!", "a@example.org"), ("Saltmere", "nobody"), ("", "a@example.org")])
        func `an init that is refused leaves nothing behind`(body: String, email: String) throws {
            let folder = try Folder()

            let refused = try initialise("data", body: body, email: email, in: folder)

            #expect(refused.code == 3)
            let data = folder.url.appending(path: "data").path(percentEncoded: false)
            #expect(!FileManager.default.fileExists(atPath: data))
            #expect(try initialise("data", in: folder).code == 0)
        }

        @Test(arguments: [
            ("master.key", nil, "The key file"),
            ("master.key", "short", "The key file"),
            ("log.key", nil, "The log's key file"),
            ("log.key", "PRIVATE+KEY+nonsense", "The log's key file"),
            (
                "weft.sqlite", "this is no database, but long enough to be read as one",
                "cannot be read"
            ),
            ("weft.sqlite", "", "cannot be read"),
            ("weft.sqlite", nil, "holds no Weft data folder"),
            ("reference/law.json", "{", "The data file `law.json` cannot be used."),
        ])
        func `a broken folder is refused in one sentence that says what to do`(
            name: String, content: String?, sentence: String
        ) throws {
            let folder = try Folder()
            try folder.makeData()
            let data = folder.url.appending(path: "data")
            try FileManager.default.createDirectory(
                at: data.appending(path: "reference"), withIntermediateDirectories: false)
            let file = data.appending(path: name)
            try? FileManager.default.removeItem(at: file)
            if let content { try Data(content.utf8).write(to: file) }

            for command in ["partner list", "serve --port 0", "register"] {
                let words = command.split(separator: " ").map(String.init)
                let ending = try folder.weft.run(words + ["--data", "data"])

                #expect(ending.code == 6)
                #expect(ending.messages.contains(sentence), "\(ending.messages)")
                #expect(ending.messages.split(separator: "\n").count == 1, "\(ending.messages)")
                for text in forbidden {
                    #expect(!ending.messages.contains(text), "\(ending.messages)")
                }
            }
        }

        @Test func `a backup without the master key can still be checked`() throws {
            let folder = try Folder()
            try folder.makeData()
            try FileManager.default.removeItem(at: folder.url.appending(path: "data/master.key"))

            #expect(try folder.weft("log", "verify", "data").code == 0)
        }

        @Test func `a second server on the same port says so`() throws {
            let folder = try Folder()
            try folder.makeData()
            let (server, _, messages) = try folder.weft.started([
                "serve", "--data", "data", "--port", "0",
            ])
            defer { server.terminate() }
            var said = ""
            while server.isRunning, !said.contains("/\n") { said = try folder.weft.text(messages) }
            let port = try #require(said.split(separator: ":").last?.split(separator: "/").first)

            let second = try folder.weft("serve", "--data", "data", "--port", String(port))

            #expect(second.code == 6)
            #expect(
                second.messages.contains("Port \(port) is taken; choose another one with --port"))
        }

        private func initialise(
            _ data: String, body: String = "Saltmere City Council",
            email: String = "jo@example.org",
            in folder: Folder
        ) throws -> Weft.Ending {
            try folder.weft(
                "init", "--data", data, "--partnership", "North Shire", "--origin",
                "weft.example.org/log", "--body", body, "--kind", "city-council", "--name",
                "Jo Brown",
                "--email", email, "--post", "Chief Executive")
        }
    }
}
