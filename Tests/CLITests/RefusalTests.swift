import Foundation
import Testing

extension CommandTests {
    /// What the command says and how it ends when something is wrong.
    struct RefusalTests {
        /// A command line, how it ends and what it says.
        struct Line: CustomTestStringConvertible, Sendable {
            let arguments: String
            let code: Int32
            let sentence: String
            var testDescription: String { "weft \(arguments)" }
        }

        private static let folder = Result { () throws -> Folder in
            let folder = try Folder()
            try folder.makeData()
            for role in ["analyst", "practitioner"] { try folder.invite(role) }
            return folder
        }

        @Test(arguments: [
            Line(arguments: "nonsense", code: 2, sentence: "nonsense"),
            Line(arguments: "data check", code: 2, sentence: "Missing expected argument '<file>'"),
            Line(arguments: "data check a.csv", code: 2, sentence: "--dataset"),
            Line(arguments: "data check a.csv --dataset Ω", code: 2, sentence: "'Ω' is invalid"),
            Line(arguments: "agreement list --data data", code: 2, sentence: "--as"),
            Line(arguments: "match review a maybe --as a", code: 2, sentence: "'maybe' is invalid"),
            Line(arguments: "demo --people 3", code: 2, sentence: "--people must be between"),
            Line(arguments: "demo --port 70000", code: 2, sentence: "--port must be between"),
            Line(arguments: "serve --port 70000", code: 2, sentence: "--port must be between"),
            Line(
                arguments: "serve --host nowhere.invalid --data data", code: 6, sentence: "--host"),
            Line(arguments: "agreement show ISP_1 --as a", code: 2, sentence: "'ISP_1' is invalid"),
            Line(
                arguments: "agreement export isp-1 --as a --format pdf --output a.pdf", code: 2,
                sentence: "'pdf' is invalid"),
            Line(
                arguments: "agreement export isp-1 --as a --format ics --instruction --output a",
                code: 2, sentence: "An instruction is docx or odt"),
            Line(
                arguments: "partner list --data none", code: 6,
                sentence: "holds no Weft data folder"),
            Line(arguments: "serve --data none", code: 6, sentence: "holds no Weft data folder"),
            Line(arguments: "log verify none", code: 3, sentence: "There is no folder `none`."),
            Line(arguments: "log verify .", code: 3, sentence: "no readable file `vkey`"),
            Line(arguments: "log verify data --vkey x", code: 3, sentence: "is not a verifier key"),
            Line(arguments: "log export --data data --out data", code: 5, sentence: "is not empty"),
            Line(arguments: "demo --data data", code: 5, sentence: "holds real data"),
            Line(
                arguments: "agreement list --data data --as no@example.org", code: 4,
                sentence: "There is no open account “no@example.org”"),
        ])
        func `a wrong command line ends with a clear message`(_ line: Line) throws {
            try check(line, in: Self.folder.get())
        }

        @Test(arguments: [
            Line(arguments: "agreement show isp-9999", code: 3, sentence: "no such agreement"),
            Line(
                arguments: "agreement export isp-9999 --format odt --output a.odt", code: 3,
                sentence: "no such agreement"),
            Line(arguments: "agreement send isp-9999", code: 3, sentence: "no such agreement"),
            Line(arguments: "agreement approve isp-9999", code: 3, sentence: "no such agreement"),
            Line(
                arguments: "agreement new --template none --party saltmere-city-council", code: 3,
                sentence: "There is no template `none`; choose one of"),
            Line(
                arguments: "agreement new --template council-tax-review --party none", code: 3,
                sentence: "no such partner"),
            Line(
                arguments: "data load a.csv --dataset council-tax --agreement isp-0001", code: 4,
                sentence: "Your role does not let you load data."),
            Line(arguments: "match run a b", code: 4, sentence: "Your role does not let you"),
            Line(arguments: "match review a same", code: 4, sentence: "Your role does not let you"),
            Line(arguments: "case list", code: 4, sentence: "Your role does not let you"),
        ])
        func `an officer reads what is unknown and what the role does not allow`(
            _ line: Line
        ) throws {
            try check(line, as: "jo@example.org", in: Self.folder.get())
        }

        @Test(arguments: [
            Line(arguments: "match run none other", code: 3, sentence: "no such load"),
            Line(arguments: "agreement send isp-0001", code: 4, sentence: "Your role does not let"),
            Line(arguments: "partner sign-charter", code: 4, sentence: "Your role does not let"),
            Line(
                arguments: "data load none.csv --dataset council-tax --agreement isp-9999", code: 3,
                sentence: "no such agreement"),
            Line(
                arguments: "user invite --partner saltmere-city-council --name A "
                    + "--email a@example.org --post B --role analyst", code: 4,
                sentence: "Your role does not let you manage accounts."),
        ])
        func `an analyst reads what is unknown and what the role does not allow`(
            _ line: Line
        ) throws {
            try check(line, as: "analyst@example.org", in: Self.folder.get())
        }

        @Test(arguments: [
            Line(arguments: "match show none", code: 3, sentence: "no such pair"),
            Line(arguments: "match undo none", code: 3, sentence: "no such pair"),
            Line(arguments: "match queue none", code: 3, sentence: "no such match run"),
            Line(arguments: "match take none", code: 3, sentence: "no such match run"),
            Line(arguments: "match give-back none", code: 3, sentence: "no such match run"),
            Line(arguments: "match second none same", code: 3, sentence: "no such pair"),
            Line(arguments: "match review none same --reason fraud", code: 2, sentence: "reason"),
            Line(arguments: "case show none", code: 3, sentence: "no such case"),
            Line(arguments: "case step none check", code: 3, sentence: "no such case"),
            Line(
                arguments: "case step none decide --outcome no-change --billed much", code: 3,
                sentence: "“much” is not an amount"),
        ])
        func `a practitioner reads what is unknown`(_ line: Line) throws {
            try check(line, as: "practitioner@example.org", in: Self.folder.get())
        }

        @Test func `help and version end well`() throws {
            let folder = try Folder()
            let weft = folder.weft
            #expect(try weft("--help").code == 0)
            #expect(try weft("data", "load", "--help").output.contains("--agreement"))
            #expect(try weft("--version").output == "0.1.0\n")
        }

        private func check(_ line: Line, as email: String? = nil, in folder: Folder) throws {
            let actor = email.map { ["--data", "data", "--as", $0] } ?? []
            let words = line.arguments.split(separator: " ").map(String.init)

            let ending = try folder.weft.run(words + actor)

            #expect(ending.code == line.code)
            #expect(ending.messages.contains(line.sentence), "\(ending.messages)")
            #expect(ending.output.isEmpty)
            for text in forbidden { #expect(!ending.messages.contains(text), "\(ending.messages)") }
        }
    }
}
