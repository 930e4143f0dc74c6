import Exchange
import Foundation
import Governance
import Records
import Testing

@testable import Web

struct DocumentTests {
    @Test func `the text is read, printed and taken away by the parties, in force or not`()
        async throws
    {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let path = "/agreements/\(try await site.sent(by: councils))/document"
            let browser = site.browser()
            #expect(try await browser.get("\(path).docx").text.contains("Sign in"))
            _ = try await browser.signIn(as: councils.officer)
            let page = try await browser.page(path)
            #expect(page.text.contains("Not approved yet."))
            #expect(page.text.contains("\(path).docx") && page.text.contains("\(path).odt"))
            let word = try await browser.get("\(path).docx")
            #expect(word.headers["content-type"] == WrittenDocument.wordType)
            #expect(
                word.headers["content-disposition"]
                    == "attachment; filename=\"isp-0001-version-1.docx\"")
            #expect(word.bytes.starts(with: Data("PK".utf8)))
            let open = try await browser.get("\(path).odt")
            #expect(open.headers["content-type"] == WrittenDocument.openDocumentType)
            let json = try await browser.get("\(path).json")
            #expect(json.text.contains("\"textDigest\" : \"sha256:"))
            #expect(json.text.contains("\"label\" : \"Lead organisation\""))
        }
    }

    @Test func `the page shows every line of the document`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.inForce(by: councils)
            let agreement = try await site.store.agreement(id, seenBy: councils.officer)
            let files = try await AgreementFiles(agreement, site.store)
            let page = try await site.browser().page("/register/\(id)/document").text

            #expect(files.document.lines.count > 40)
            for line in files.document.lines {
                #expect(page.contains(HTML(line).markup), "\(line)")
            }
        }
    }

    @Test func `outsiders read only what is in force`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.sent(by: councils)
            let browser = site.browser()
            for ending in ["", ".docx", ".odt", ".json"] {
                #expect(try await browser.get("/register/\(id)/document\(ending)").status == 404)
            }
            #expect(try await browser.get("/register/\(id)/days.ics").status == 404)
            _ = try await site.store.approve(id, by: councils.approver)
            _ = try await site.store.approve(id, by: councils.otherApprover)
            #expect(try await browser.get("/register/\(id)/document.docx").status == 200)
            let days = try await browser.get("/register/\(id)/days.ics")
            #expect(days.headers["content-type"] == CalendarFile.type)
            #expect(days.text.contains("UID:isp-0001-1-review@"))
            let stranger = try await site.person("harbour-school", [.governanceOfficer])
            _ = try await browser.signIn(as: stranger)
            #expect(try await browser.get("/agreements/\(id)/document").status == 404)
            #expect(try await browser.get("/agreements/\(id)/instruction.docx").status == 404)
        }
    }

    @Test func `the instruction fits one page and says what its readers send`() async throws {
        try await TestSite.run { site in
            let councils = try await Councils(site)
            let id = try await site.sent(by: councils)
            let browser = site.browser()
            _ = try await browser.signIn(as: councils.otherApprover)
            let waiting = try await browser.page("/agreements/\(id)/instruction").text
            #expect(waiting.contains("share nothing under it now"))
            _ = try await site.store.approve(id, by: councils.approver)
            let agreement = try await site.store.approve(id, by: councils.otherApprover)
            let files = try await AgreementFiles(agreement, site.store)
            for party in [Councils.own, Councils.other] {
                let body = try await site.store.partner(party)
                let lines = files.instruction(for: body).lines
                let words = lines.joined(separator: " ").split(separator: " ").count
                #expect(words < 350, "\(words) words for \(party)")
                #expect(lines.contains { $0.contains("It is in force until") })
                #expect(lines[0].contains(body.name))
            }
            let page = try await browser.page("/agreements/\(id)/instruction").text
            #expect(page.contains("Electoral register to The saltmere-city-council body"))
        }
    }
}
