import Exchange
import Foundation
import Governance
import Records
import Testing

struct UploadJourneyTests {
    /// What the mapping form holds for the standard file, as proposed.
    static let mapping: KeyValuePairs<String, String> = [
        "column-1": "account-reference", "column-2": "forename", "column-3": "surname",
        "column-4": "date-of-birth", "column-5": "address", "column-6": "postcode",
        "column-7": "discount-code", "column-8": "", "column-9": "", "revision": "0",
        "go": "check",
    ]

    private func expectSound(_ answer: TestBrowser.Answer, _ status: Int = 200) {
        #expect(answer.status == status, "\(answer.path)")
        #expect(HTMLLint.problems(in: answer.text).isEmpty, "\(answer.path)")
    }

    @Test func `a file is loaded in three pages and gets a receipt`() async throws {
        try await LoadSite.run { site in
            let browser = site.browser
            expectSound(try await browser.get("/uploads"))
            let choose = try await browser.get("/uploads/new")
            expectSound(choose)
            #expect(choose.text.contains("In force until"))
            let file = try await browser.get(
                "/uploads/new?choose=1&load=\(site.agreement.id)/council-tax")
            expectSound(file)
            #expect(file.text.contains("What is never stored"))

            let columns = try await browser.upload(
                "/uploads/new", site.fields, file: Array(LoadSite.accounts.utf8))
            expectSound(columns)
            #expect(columns.path.hasPrefix("/uploads/staged/"))
            #expect(columns.text.contains("Not allowed by this agreement: dropped before storage."))
            #expect(columns.text.contains("Quillfeather"))
            let report = try await browser.post(columns.path, Self.mapping)
            expectSound(report)
            #expect(report.path.hasSuffix("/report") && report.text.contains("Load 2 rows"))

            let refused = try await browser.post(report.path, ["revision": "1"])
            expectSound(refused, 422)
            #expect(refused.text.contains("Error: Report on the file"))
            #expect(try await site.loadCount() == 0)
            let receipt = try await browser.post(
                report.path, ["revision": "1", "partly": "yes"])
            expectSound(receipt)
            #expect(receipt.text.contains("2 rows loaded"))
            #expect(receipt.text.contains("Clause 4.1") && receipt.text.contains("Telephone"))
            #expect(!receipt.text.contains("Quillfeather") && !receipt.text.contains("07700"))
            #expect(try await site.loadCount() == 1)
        }
    }

    @Test func `accepting again, or in a second tab, leads to the same receipt`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let report = try await site.browser.post(columns.path, Self.mapping)
            async let first = site.browser.post(report.path, ["revision": "1", "partly": "yes"])
            async let second = site.browser.post(report.path, ["revision": "1", "partly": "yes"])
            let paths = try await [first.path, second.path]
            let third = try await site.browser.post(
                report.path, ["revision": "1", "partly": "yes"])

            #expect(Set(paths + [third.path]).count == 1)
            #expect(try await site.browser.get(columns.path).path == third.path)
            #expect(try await site.browser.get(report.path).path == third.path)
            #expect(try await site.loadCount() == 1)
        }
    }

    @Test func `the report says what is wrong row by row, and shows no dropped value`()
        async throws
    {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let report = try await site.browser.post(columns.path, Self.mapping)

            #expect(report.text.contains("“Disc Code” is not a known code"))
            #expect(report.text.contains("This row has 10 values where there are 9 headings"))
            #expect(report.text.contains("Favourite Colour"))
            #expect(!report.text.contains("07700"))
            #expect(report.text.contains("dates written the standard way".prefixCapital))
            let file = try await site.browser.get(columns.path + "/rejected.csv")
            #expect(file.headers["content-disposition"]?.contains("attachment") == true)
            #expect(file.text.contains("What to fix") && file.text.contains("HALF"))
            #expect(!file.text.contains("60000001"))
        }
    }

    @Test func `a change in another tab is not overwritten and an old report is not accepted`()
        async throws
    {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let report = try await site.browser.post(columns.path, Self.mapping)
            let stale = try await site.browser.post(columns.path, Self.mapping)
            expectSound(stale, 409)
            _ = try await site.browser.post(
                columns.path + "/reading",
                ["encoding": "windows-1252", "delimiter": "comma", "revision": "1"])
            let old = try await site.browser.post(report.path, ["revision": "1", "partly": "yes"])
            expectSound(old, 409)
            #expect(try await site.loadCount() == 0)
        }
    }

    @Test func `an agreement suspended after the report stops the load`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let report = try await site.browser.post(columns.path, Self.mapping)
            try await site.suspend()

            let refused = try await site.browser.post(
                report.path, ["revision": "1", "partly": "yes"])
            expectSound(refused, 403)
            #expect(refused.text.contains("is suspended"))
            #expect(refused.text.contains("Ask its lead why it is suspended"))
            #expect(try await site.loadCount() == 0)
        }
    }

    @Test func `a mapping without a needed item is refused with what was chosen kept`()
        async throws
    {
        try await LoadSite.run { site in
            let columns = try await site.send()
            let refused = try await site.browser.post(
                columns.path,
                [
                    "column-1": "account-reference", "column-2": "surname",
                    "column-3": "surname", "column-5": "", "revision": "0", "go": "check",
                ])
            expectSound(refused, 422)
            #expect(refused.text.contains("are all mapped to “Surname”: choose one."))
            #expect(refused.text.contains("No column is mapped to “Address”"))
            let again = try await site.browser.get(columns.path)
            #expect(LoadSite.revision(of: again) == "1")
            #expect(again.text.contains("Chosen by hand."))
            let report = try await site.browser.get(columns.path + "/report")
            #expect(report.path == columns.path)
        }
    }

    @Test func `a file can be discarded`() async throws {
        try await LoadSite.run { site in
            let columns = try await site.send()
            #expect(try await site.browser.get("/uploads").text.contains("Files that wait for you"))
            let list = try await site.browser.post(columns.path + "/discard", [:])
            expectSound(list)
            #expect(list.text.contains("The file was discarded. Nothing was stored."))
            let gone = try await site.browser.get(columns.path)
            expectSound(gone, 404)
            #expect(gone.text.contains("This file is no longer waiting"))
        }
    }

    @Test func `the very same file is noticed`() async throws {
        try await LoadSite.run { site in
            for isSecond in [false, true] {
                let columns = try await site.send()
                let report = try await site.browser.post(columns.path, Self.mapping)
                #expect(report.text.contains("The very same file was loaded") == isSecond)
                _ = try await site.browser.post(report.path, ["revision": "1", "partly": "yes"])
            }
        }
    }
}

extension String {
    fileprivate var prefixCapital: String { prefix(1).uppercased() + dropFirst() }
}
