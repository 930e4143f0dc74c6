import Exchange
import Foundation
import Governance
import Records
import Testing

struct UploadRefusalTests {
    private static let workbook: [UInt8] =
        [0x50, 0x4b, 0x03, 0x04] + Array("....xl/workbook.xml....".utf8)

    private static let files: [(file: [UInt8], sentence: String)] = [
        ([], "The file is empty: choose the file that holds the data."),
        (Array(" \r\n\r\n".utf8), "The file is empty: choose the file that holds the data."),
        (
            Array("Acct Ref,Last Name\n".utf8),
            "The file has headings but no rows: choose the file with the data."
        ),
        (workbook, "This is an Excel workbook: open it in Excel and save the sheet"),
        (Array("%PDF-1.7".utf8), "This is a PDF document, not data"),
        ([97, 44, 98, 10, 0, 1, 2], "The file is not text (line 2)"),
        (
            Array("Ref,Surname,ref\n1,a,b\n".utf8), "Columns 1 and 3 are both headed “ref”"
        ),
        (
            Array("1 Tansy Row,CM13 0ZA\n".utf8),
            "Line 1 holds values where the headings should be"
        ),
    ]

    @Test(arguments: files)
    func `a file that cannot be read is refused with one sentence`(
        file: [UInt8], sentence: String
    ) async throws {
        try await LoadSite.run { site in
            let answer = try await site.send(file)
            #expect(answer.status == 422)
            #expect(answer.text.contains(sentence), "\(answer.text)")
            #expect(answer.text.contains("Error: Choose the file"))
            #expect(HTMLLint.problems(in: answer.text).isEmpty)
            #expect(answer.text.contains("value=\"\(site.agreement.id)\""))
        }
    }

    @Test func `a form without a file asks for one`() async throws {
        try await LoadSite.run { site in
            _ = try await site.browser.get(site.filePage)
            let answer = try await site.browser.post("/uploads/new", [:])
            #expect(answer.status == 422)
            #expect(try await site.loadCount() == 0)
        }
    }

    @Test func `nothing can be sent before an agreement is chosen`() async throws {
        try await LoadSite.run { site in
            let page = try await site.browser.get("/uploads/new?choose=1")
            #expect(page.status == 422)
            #expect(page.text.contains("Choose what you load, and under which agreement"))
            #expect(HTMLLint.problems(in: page.text).isEmpty)
            #expect(!page.text.contains("type=\"file\""))
            let sent = try await site.browser.upload("/uploads/new", [:], file: [97])
            #expect(sent.status == 404)
        }
    }

    @Test func `an agreement not in force is refused with its ground and its fix`() async throws {
        try await LoadSite.run { site in
            try await site.suspend()
            let choose = try await site.browser.get("/uploads/new")
            #expect(choose.text.contains("None of your agreements is in force today"))
            #expect(choose.text.contains("Not in force: suspended."))
            let page = try await site.browser.get(site.filePage)
            #expect(page.status == 403)
            #expect(page.text.contains("is suspended") && page.text.contains("Ask its lead why"))
            #expect(!page.text.contains("type=\"file\""))
            #expect(HTMLLint.problems(in: page.text).isEmpty)
            let json = try await site.browser.get(site.filePage, accept: "application/json")
            #expect(json.status == 403 && json.text.contains("\"not-in-force\""))
        }
    }

    @Test func `an expired agreement is refused`() async throws {
        try await LoadSite.run { site in
            let end = site.agreement.terms.lastDay.adding(days: 1)
            let later = site.store.at(Timestamp(seconds: end.dayNumber * 86_400 + 43_200))
            await #expect(throws: Refusal.self) {
                try await later.mayLoad(
                    "council-tax", under: site.agreement.id, by: site.analyst)
            }
        }
    }

    @Test func `somebody without the role, or of another body, cannot get in`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let paths = ["/uploads/new", site.filePage, columns.path, columns.path + "/report"]
            let officer = site.site.browser()
            _ = try await officer.signIn(as: site.officer)
            for path in paths { #expect(try await officer.get(path).status == 403, "\(path)") }

            let other = site.site.browser()
            _ = try await other.signIn(
                as: site.site.person("ambermere-fire", [.analyst], kind: .fire))
            let statuses = [200, 404, 404, 404]
            for (path, status) in zip(paths, statuses) {
                #expect(try await other.get(path).status == status, "\(path)")
            }
            let stranger = site.site.browser()
            for path in paths + ["/uploads", "/matches", "/matches/new"] {
                #expect(try await stranger.get(path).path == "/sign-in", "\(path)")
            }
        }
    }

    @Test func `a colleague cannot open a file that waits for somebody else`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let colleague = site.site.browser()
            _ = try await colleague.signIn(
                as: site.site.person("saltmere-city-council", [.analyst]))
            #expect(try await colleague.get(columns.path).status == 404)
            #expect(try await colleague.get(columns.path + "/rejected.csv").status == 404)
            _ = try await colleague.get("/uploads")
            _ = try await colleague.post(columns.path + "/discard", [:])
            #expect(try await site.browser.get(columns.path).status == 200)
        }
    }

    @Test func `another body cannot open a receipt and its list is empty`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let report = try await site.browser.post(columns.path, UploadJourneyTests.mapping)
            let receipt = try await site.browser.post(
                report.path, ["revision": "1", "partly": "yes"])
            let other = site.site.browser()
            _ = try await other.signIn(
                as: site.site.person("ambermere-fire", [.analyst], kind: .fire))

            #expect(try await other.get(receipt.path).status == 404)
            #expect(try await other.get("/uploads").text.contains("None recorded."))
            let mine = try await site.browser.get("/uploads.json")
            #expect(mine.text.contains("\"rows\" : 2") && mine.text.contains("\"rejected\" : 2"))
            let json = try await site.browser.get(receipt.path, accept: "application/json")
            #expect(json.text.contains("\"clause\" : \"4.1\""))
        }
    }

    @Test func `a wrong encoding is refused and the file stays as it was read`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            #expect(columns.text.contains("read as UTF-8") && columns.text.contains("Zoë"))
            let wrong = try await site.browser.post(
                columns.path + "/reading",
                ["encoding": "utf-16le", "delimiter": "comma", "revision": "0"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("The file makes no table when it is read in this way."))
            #expect(HTMLLint.problems(in: wrong.text).isEmpty)
            let other = try await site.browser.post(
                columns.path + "/reading",
                ["encoding": "windows-1252", "delimiter": "comma", "revision": "0"])
            #expect(other.status == 200 && other.text.contains("ZoÃ«"))
            let back = try await site.browser.post(
                columns.path + "/reading",
                ["encoding": "utf-8", "delimiter": "comma", "revision": "1"])
            #expect(back.text.contains("Zoë") && !back.text.contains("ZoÃ«"))
        }
    }

    @Test func `the template has only the allowed headings`() async throws {
        try await LoadSite.run { site in
            let query = "agreement=\(site.agreement.id)&dataset=council-tax"
            let file = try await site.browser.get("/uploads/new/template.csv?\(query)")
            #expect(file.status == 200 && file.text.contains("Surname"))
            #expect(!file.text.contains("Telephone") && !file.text.contains("E-mail"))
            try await site.suspend()
            let refused = try await site.browser.get("/uploads/new/template.csv?\(query)")
            #expect(refused.status == 403)
        }
    }

    @Test func `sample files are offered in a demonstration only`() async throws {
        for isDemonstration in [true, false] {
            try await TestSite.run(
                isDemonstration: isDemonstration, sampleFiles: ["council-tax.csv": [97]]
            ) { site in
                let answer = try await site.browser().get("/demo/files/council-tax.csv")
                #expect(answer.status == (isDemonstration ? 200 : 404))
                let none = try await site.browser().get("/demo/files/other.csv")
                #expect(none.status == 404)
            }
        }
    }
}
