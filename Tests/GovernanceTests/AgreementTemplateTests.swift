import Foundation
import Governance
import Records
import Testing

struct AgreementTemplateTests {
    /// A template as a data file holds it.
    static func template(reviewMonths: Int = 12) throws -> AgreementTemplate {
        let text = """
            {"id": "discounts", "title": "Discount review", "use": "To compare records.",
             "category": "Fairness", "summary": "Councils compare records.",
             "necessity": "Bills are wrong without it.", "purpose": "council-tax-accuracy",
             "gateways": ["lgfa-11"], "lawfulBasis": "6-1-e", "retentionMonths": 6,
             "termMonths": 24, "reviewMonths": \(reviewMonths),
             "flows": [
               {"dataset": "council-tax", "items": ["surname"], "kinds": ["match", "view"],
                "holders": ["district-council", "city-council"]},
               {"dataset": "incidents", "items": ["uprn"], "kinds": ["match"],
                "holders": ["fire"]}]}
            """
        return try JSONDecoder().decode(AgreementTemplate.self, from: Data(text.utf8))
    }

    static let parties: [Partner.ID: Partner.Kind] = [
        "ambermere": .cityCouncil, "northwold": .districtCouncil, "brigade": .fire,
        "shire": .countyCouncil,
    ]

    @Test func `every holder sends and every party receives`() throws {
        let terms = try Self.template().terms(
            lead: "ambermere", parties: Self.parties, start: day("2027-01-31"))

        #expect(terms.parties == ["ambermere", "northwold", "brigade", "shire"])
        #expect(terms.flows.map(\.clause) == ["4.1", "4.2"])
        #expect(terms.flows.map(\.from) == [["ambermere", "northwold"], ["brigade"]])
        #expect(terms.flows.allSatisfy { $0.to == terms.parties })
        #expect(terms.flows[0].items == ["surname"])
        #expect(terms.flows[0].kinds == [.match, .view])
        #expect(terms.faults.isEmpty)
    }

    @Test func `the last day closes the term and the review lies inside it`() throws {
        let terms = try Self.template().terms(
            lead: "ambermere", parties: Self.parties, start: day("2026-08-31"))
        let late = try Self.template(reviewMonths: 36).terms(
            lead: "ambermere", parties: Self.parties, start: day("2026-08-31"))

        #expect(terms.lastDay == day("2028-08-30"))
        #expect(terms.review == day("2027-08-31"))
        #expect(late.review == late.lastDay)
    }

    @Test func `a lead that is missing from the list is a party all the same`() throws {
        let terms = try Self.template().terms(
            lead: "shire", parties: ["ambermere": .cityCouncil], start: day("2027-01-01"))

        #expect(terms.lead == "shire")
        #expect(terms.parties == ["ambermere", "shire"])
        #expect(terms.flows[0].from == ["ambermere"])
    }

    @Test func `without a holder the form asks for a sender`() throws {
        let terms = try Self.template().terms(
            lead: "ambermere", parties: ["ambermere": .cityCouncil, "shire": .countyCouncil],
            start: day("2027-01-01"))

        #expect(terms.flows[1].from.isEmpty)
        #expect(terms.faults == [.emptyFlow])
    }

    @Test func `a start at the end of the calendar gives terms to mend, not a crash`() throws {
        let terms = try Self.template().terms(
            lead: "ambermere", parties: Self.parties, start: day("9999-06-01"))

        #expect(terms.lastDay == day("9999-12-30"))
        #expect(terms.review == day("9999-12-30"))
    }
}
