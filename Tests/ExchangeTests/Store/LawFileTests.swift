import Foundation
import Governance
import Records
import Testing

@testable import Exchange

/// The law catalogue that comes with the program, and faults in one that takes its place.
struct LawFileTests {
    private func ask(
        _ holder: Partner.Kind, _ receiver: Partner.Kind, for purpose: Purpose.ID,
        heldFor: HoldingPurpose = .other, edit: (inout LawQuestion) -> Void = { _ in }
    ) throws -> LawAnswer {
        var question = LawQuestion(
            holder: LegalBody(holder), receiver: LegalBody(receiver), isRequested: true,
            purpose: purpose, heldFor: heldFor, date: try #require(CalendarDate("2026-11-23")))
        edit(&question)
        return try ReferenceData().law.answer(to: question)
    }

    @Test func `T4: the shipped catalogue keeps section 45 to the board and offers section 42`()
        throws
    {
        let team = try ask(.police, .countyCouncil, for: "safeguarding-adults")
        #expect(team.codes(against: "ca14-45") == ["receiver"])
        #expect(team.supporting.map(\.gateway.id) == ["ca14-6-7", "ca14-42"])
        #expect(team.candidates.map(\.gateway.id) == ["police-common-law"])

        let board = try ask(.police, .safeguardingAdultsBoard, for: "safeguarding-adults")
        #expect(board.candidates.first?.gateway.id == "ca14-45")
        #expect(board.candidates.first?.checks.count == 4)
    }

    @Test func `T5: the shipped catalogue bars patients under the serious violence duty`() throws {
        let answer = try ask(.nhsTrust, .police, for: "serious-violence") {
            $0.classes = [.patient]
        }
        let codes = answer.codes(against: "pcsc-16")
        #expect(codes.contains("bar-patients") && codes.contains("bar-health-bodies"))
        #expect(answer.candidates.map(\.gateway.id) == ["cda-115"])
        #expect(answer.codes(against: "cda-17a") == ["bar-personal"])
    }

    @Test func `T6: the shipped catalogue asks a landlord whether it is a service provider`() throws
    {
        let answer = try ask(.cityCouncil, .housingAssociation, for: "debt-recovery")
        let barred = answer.barred.first { $0.gateway.id == "dea-48" }
        #expect(barred?.reasons.map(\.code) == ["receiver"])
        let fix = barred?.reasons.first?.fix(try ReferenceData().lawNames) ?? ""
        #expect(fix.contains("Is it a service provider under the Schedule"))

        let attested = try ask(.cityCouncil, .housingAssociation, for: "debt-recovery") {
            $0.receiver = LegalBody(.housingAssociation, attested: ["dea-schedule-7"])
        }
        #expect(attested.candidates.contains { $0.gateway.id == "dea-48" })
    }

    @Test func `T7: the shipped catalogue keeps council tax reduction data from parking`() throws {
        let answer = try ask(
            .cityCouncil, .cityCouncil, for: "parking-enforcement",
            heldFor: .stated("council-tax-reduction")
        ) { $0.isSameBody = true }
        #expect(answer.candidates.isEmpty && answer.supporting.isEmpty)
        #expect(
            answer.codes(against: "localism-1") == ["prohibition-held-for-reduction"])
    }

    @Test func `T8: the shipped catalogue offers names and contacts for empty homes, not income`()
        throws
    {
        let answer = try ask(.cityCouncil, .cityCouncil, for: "empty-homes") {
            $0.isSameBody = true
            $0.items = ["income", "surname", "telephone"]
        }
        let candidate = answer.candidates.first
        #expect(candidate?.gateway.id == "lgfa-18a")
        #expect(candidate?.items == ["surname", "telephone"])
        #expect(candidate?.withheld == ["income"])
    }

    @Test func `T9: the shipped catalogue tells a council public task and a charity to be asked`()
        throws
    {
        let council = try ask(.cityCouncil, .police, for: "community-safety") {
            $0.basis = .recognisedLegitimateInterest
        }
        let charity = try ask(.charity, .police, for: "community-safety") {
            $0.basis = .recognisedLegitimateInterest
        }
        #expect(council.warnings.contains(.publicTaskInstead))
        #expect(charity.warnings.contains(.requesterMustState))
        #expect(charity.conditions.contains { $0.id == "annex1-request" })
    }

    @Test(arguments: ["2026-04-29", "2026-11-23", "2099-12-31"])
    func `T10: the shipped catalogue has no first day for section 16LA`(date: String) throws {
        let date = try #require(CalendarDate(date))
        let answer = try ask(.police, .countyCouncil, for: "safeguarding-children") {
            $0.date = date
        }
        #expect(answer.codes(against: "ca04-16la") == ["not-in-force"])
        let entry = try ReferenceData().law.gateway("ca04-16la", on: date)
        #expect(entry?.from == .notCommenced && entry?.refusing != nil)
    }

    @Test func `every duty that may be declined, offence and check is written out`() throws {
        let law = try ReferenceData().law
        #expect(law.faults(purposes: [], items: []).contains { $0.path.last == "purposes" })
        for gateway in law.gateways where gateway.rules.isLastResort {
            #expect(!gateway.checks.isEmpty, "\(gateway.id)")
        }
        #expect(law.capacities.allSatisfy { $0.source.contains(" 2026") })
        #expect(law.conditions.allSatisfy { $0.source.contains(" 2026") })
    }

    @Test(arguments: [
        (
            "law.json", #""from": "2023-01-31","#, "", "`from` is missing at gateways",
            #""pcsc-16""#, -1
        ),
        (
            "law.json", #""from": "2023-01-31""#, #""from": "soon""#, "`soon` is no commencement",
            #""from": "soon""#, 0
        ),
        (
            "law.json", #""holders": ["hmrc"]"#, #""holders": ["hmcr"]"#,
            "The capacity `hmcr` is not defined.", #"["hmcr"]"#, 0
        ),
        (
            "law.json", #""id": "lgfa-11""#, #""id": "ctae-4""#,
            "`ctae-4` is there twice for one period", #""from": "long-standing""#, 0
        ),
        (
            "law.json", #""purposes": ["empty-homes"]"#, #""purposes": ["full-homes"]"#,
            "The purpose `full-homes` is not defined.", "full-homes", 0
        ),
        ("law.json", #""code": "patients""#, #""code": """#, "`code` is empty", #""code": """#, 0),
        (
            "law-capacities.json", #""id": "dwp""#, #""id": "hmrc""#, "`hmrc` is there twice",
            "HM Revenue and Customs\",", -1
        ),
        ("law-conditions.json", #""article-10""#, #""article-11""#, "article-11", "article-11", 0),
        (
            "law.json", "  \"gateways\": [", "  \"gateways\" [", "not valid JSON", "\"gateways\" [",
            0
        ),
        (
            "templates.json", #"["cda-115"]"#, #"["cda-15"]"#, "names an unknown gateway", "cda-15",
            0
        ),
    ])
    func `a fault stops the start with the file and the line`(
        file: String, text: String, change: String, sentence: String, mark: String, offset: Int
    ) throws {
        let original = try #require(Embedded.files[file])
        let changed = original.replacing(text, with: change, maxReplacements: 1)
        try #require(changed != original)
        let fault = #expect(throws: ReferenceData.Fault.self) {
            try ReferenceData(replacing: [file: changed])
        }

        #expect(fault?.file == file)
        #expect(fault?.sentence.contains(sentence) == true, "\(fault?.sentence ?? "")")
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.indices.filter { lines[$0].contains(mark) }.map { $0 + 1 + offset }
        let line = try #require(fault?.line)
        #expect(marked.contains { abs($0 - line) <= 2 }, "line \(line), not \(marked)")
    }
}

extension LawAnswer {
    fileprivate func codes(against id: Gateway.ID) -> [String] {
        barred.first { $0.gateway.id == id }?.reasons.map(\.code) ?? []
    }
}
