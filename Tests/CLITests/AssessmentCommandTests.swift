import Foundation
import Testing

extension CommandTests {
    /// Impact assessments from the command line.
    struct AssessmentCommandTests {
        private static let parts = """
            {"title": "Discount review", "review": "2099-11-01",
             "screening": {"ticks": ["data-matching"], "note": "Lists are compared."},
             "measures": [{"id": "measure-1", "text": "Two people look.",
               "body": "saltmere-city-council", "owner": "Head of Revenues",
               "due": "2099-01-01"}],
             "risks": [{"id": "risk-1", "subject": "people", "text": "Two people are one.",
               "before": {"likelihood": 3, "severity": 3},
               "after": {"likelihood": 3, "severity": 2}, "measures": ["measure-1"],
               "owner": "Head of Revenues"}]}
            """

        @Test func `a draft is written from a file, checked, printed and read again`() throws {
            let folder = try Folder()
            try folder.makeData()
            let jo = ["--data", "data", "--as", "jo@example.org"]
            let made = try folder.weft.run(["dpia", "new", "--title", "Review"] + jo)
            #expect(made.code == 0 && made.output.contains("dpia-0001\tdraft\tReview"))

            try folder.write(Self.parts, to: "parts.json")
            let written = try folder.weft.run(["dpia", "write", "dpia-0001", "parts.json"] + jo)
            #expect(written.code == 0 && written.output.contains("nobody can sign: risk-1"))
            let checked = try folder.weft.run(["dpia", "check", "dpia-0001"] + jo)
            #expect(checked.code == 3 && checked.output.contains("Answer in step 1"))
            let shown = try folder.weft.run(["dpia", "show", "dpia-0001", "--json"] + jo)
            #expect(shown.output.contains("\"needsPriorConsultation\" : true"))

            try folder.write(shown.output, to: "shown.json")
            let again = try folder.weft.run(["dpia", "write", "dpia-0001", "shown.json"] + jo)
            #expect(again.code == 0)
            let risks = try folder.weft.run(["dpia", "risks"] + jo)
            #expect(risks.output.contains("dpia-0001\trisk-1\thigh"))
            #expect(try folder.weft.run(["dpia", "overrides", "--json"] + jo).code == 0)
        }

        @Test func `what is not open, not allowed or not there has its own exit code`() throws {
            let folder = try Folder()
            try folder.makeData()
            let jo = ["--data", "data", "--as", "jo@example.org"]
            _ = try folder.weft.run(["dpia", "new", "--title", "Review"] + jo)
            try folder.write("{\"titel\": \"Other\"}", to: "bad.json")

            #expect(try folder.weft.run(["dpia", "show", "dpia-0009"] + jo).code == 3)
            #expect(try folder.weft.run(["dpia", "write", "dpia-0001", "bad.json"] + jo).code == 3)
            #expect(try folder.weft.run(["dpia", "send", "dpia-0001"] + jo).code == 3)
            #expect(try folder.weft.run(["dpia", "amend", "dpia-0001"] + jo).code == 5)
            #expect(try folder.weft.run(["dpia", "sign", "dpia-0001"] + jo).code == 5)
            try folder.invite("analyst")
            let analyst = ["--data", "data", "--as", "analyst@example.org"]
            #expect(try folder.weft.run(["dpia", "sign", "dpia-0001"] + analyst).code == 4)
            #expect(
                try folder.weft.run(["dpia", "advise", "dpia-0001", "--text", "x"] + jo).code == 2)
        }
    }
}
