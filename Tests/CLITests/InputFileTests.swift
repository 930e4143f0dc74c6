import Foundation
import Testing

extension CommandTests {
    /// Files that people give by mistake.
    struct InputFileTests {
        private static let headings =
            "Elector Number,Surname,Forename,Address,Postcode,Date Added\n"
        private static let row = "AA1,Reed,Sam,1 Tansy Row,CM17 2ZA,2020-01-31\n"

        @Test(arguments: [
            ("empty.csv", [], "The file is empty"),
            ("blank.csv", Array("\n\n , ,\n".utf8), "empty"),
            ("headings.csv", Array(headings.utf8), "no row"),
            (
                "picture.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d],
                "not"
            ),
            ("sheet.xlsx", Array("PK\u{3}\u{4}".utf8), "CSV"),
            ("page.html", Array("<!DOCTYPE html><html></html>".utf8), "web page"),
        ])
        func `a file that is no table is refused in one sentence`(
            name: String, bytes: [UInt8], sentence: String
        ) throws {
            let folder = try Folder()
            try folder.write(bytes, to: name)

            let ending = try folder.weft("data", "check", name, "--dataset", "electoral-register")

            #expect(ending.code == 3)
            #expect(ending.messages.contains(sentence), "\(ending.messages)")
            #expect(ending.messages.split(separator: "\n").count == 1, "\(ending.messages)")
            for text in forbidden { #expect(!ending.messages.contains(text), "\(ending.messages)") }
        }

        @Test(arguments: [
            ("nothing.csv", "There is no file `nothing.csv`."),
            (".", "`.` is not a file but a folder or a device; choose a CSV file."),
            ("/dev/zero", "`/dev/zero` is not a file but a folder or a device; choose a CSV file."),
        ])
        func `what is no file is refused`(path: String, sentence: String) throws {
            let folder = try Folder()
            let ending = try folder.weft("data", "check", path, "--dataset", "electoral-register")

            #expect(ending.code == 3)
            #expect(ending.messages == sentence + "\n")
        }

        @Test(arguments: ["large.csv", "link.csv"])
        func `two gigabytes are refused without being read`(name: String) throws {
            let folder = try Folder()
            let file = folder.url.appending(path: "large.csv")
            try folder.write("", to: "large.csv")
            try FileHandle(forWritingTo: file).truncate(atOffset: 2_000_000_000)
            try FileManager.default.createSymbolicLink(
                at: folder.url.appending(path: "link.csv"), withDestinationURL: file)

            let ending = try folder.weft("data", "check", name, "--dataset", "electoral-register")

            #expect(ending.code == 3)
            #expect(ending.messages.contains("is 2000 MB; a file may have up to 100 MB."))
        }

        @Test func `ragged rows and wrong dates are named with their lines`() throws {
            let folder = try Folder()
            try folder.write(
                Self.headings + Self.row + "AA2,Reed\n"
                    + "AA3,Moss,Di,2 Tansy Row,CM17 2ZA,31/02/20\n",
                to: "my register é.csv")

            let ending = try folder.weft(
                "data", "check", "my register é.csv", "--dataset", "electoral-register",
                "--rejected", "to mend.csv")

            #expect(ending.code == 3)
            #expect(ending.output.contains("3 rows: 1 passed, 2 failed."))
            #expect(
                ending.output.contains("line 3: This row has 2 values where there are 6 headings"))
            #expect(ending.output.contains("line 4: “Date Added” is not a date"))
            let rejected = try folder.weft.text(folder.url.appending(path: "to mend.csv"))
            #expect(rejected.split(whereSeparator: \.isNewline).count == 3)
        }

        @Test func `a code that is not in the list is named`() throws {
            let folder = try Folder()
            try folder.write(
                "Account Reference,Surname,Forename,Address,Postcode,Discount Code,Band,"
                    + "Full Charge\n"
                    + "60000001,Reed,Sam,1 Tansy Row,CM17 2ZA,XYZ,D,2160.00\n", to: "accounts.csv")

            let ending = try folder.weft(
                "data", "check", "accounts.csv", "--dataset", "council-tax")

            #expect(ending.code == 3)
            #expect(ending.output.contains("line 2: “Discount Code”"), "\(ending.output)")
        }

        @Test func `a missing column is named`() throws {
            let folder = try Folder()
            try folder.write("Elector Number,Forename\nAA1,Sam\n", to: "short.csv")

            let ending = try folder.weft(
                "data", "check", "short.csv", "--dataset", "electoral-register")

            #expect(ending.code == 3)
            #expect(ending.messages.contains("“Surname”"))
        }

        @Test func `an unknown data set is answered with the known ones`() throws {
            let folder = try Folder()
            try folder.write(Self.headings + Self.row, to: "register.csv")

            let ending = try folder.weft("data", "check", "register.csv", "--dataset", "register")

            #expect(ending.code == 3)
            #expect(ending.messages.contains("electoral-register"))
        }

        @Test func `a place that cannot be written to is named`() throws {
            let folder = try Folder()
            try folder.write(Self.headings + Self.row + "AA2,Reed\n", to: "register.csv")
            for arguments in [
                [
                    "data", "check", "register.csv", "--dataset", "electoral-register",
                    "--rejected",
                    "none/bad.csv",
                ],
                ["demo-data", "--people", "10", "--out", "register.csv"],
                ["demo-data", "--people", "10", "--out", "/proc/none"],
            ] {
                let ending = try folder.weft.run(arguments)

                #expect(ending.code == 6)
                #expect(ending.messages.split(separator: "\n").count == 1, "\(ending.messages)")
                for text in forbidden {
                    #expect(!ending.messages.contains(text), "\(ending.messages)")
                }
            }
        }
    }
}
