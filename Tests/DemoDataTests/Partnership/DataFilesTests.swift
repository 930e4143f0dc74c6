import Governance
import Records
import Testing

struct DataFilesTests {
    let files: DataFiles

    init() throws { files = try DataFiles() }

    @Test func `every code is defined once`() {
        #expect(Set(files.purposes.map(\.id)).count == files.purposes.count)
        #expect(Set(files.templates.map(\.id)).count == files.templates.count)
        #expect(Set(files.glossary.map { $0.term.lowercased() }).count == files.glossary.count)
        #expect(
            Set(files.charter.principles.map(\.heading)).count == files.charter.principles.count)
    }

    @Test func `every gateway says what it means, its limits and where it was read`() {
        for gateway in files.law.gateways {
            #expect(!gateway.meaning.isEmpty && !gateway.limits.isEmpty)
            #expect(gateway.source.contains(" 2026"), "\(gateway.id)")
            #expect(!gateway.source.contains("governance.md"), "\(gateway.id)")
        }
    }

    @Test func `no template rests on a duty whose commencement is not confirmed`() {
        let duty = files.law.gateways.filter { $0.id == "ca04-16la" }
        #expect(duty.map(\.from) == [.notCommenced])
        #expect(duty.allSatisfy { !$0.isInForce(on: CalendarDate(dayNumber: 2_932_896)) })
        #expect(files.templates.allSatisfy { !$0.gateways.contains("ca04-16la") })
    }

    @Test func `templates name purposes, gateways, data sets and items that exist`() {
        let gateways = Set(files.law.gateways.map(\.id))
        let purposes = Set(files.purposes.map(\.id))
        for template in files.templates {
            #expect(purposes.contains(template.purpose))
            #expect(!template.gateways.isEmpty && gateways.isSuperset(of: template.gateways))
            for flow in template.flows {
                let dataset = files.dictionary.dataset(flow.dataset)
                let known = Set(dataset?.items.map(\.id) ?? [])
                let required = Set(dataset?.requiredItems.map(\.id) ?? [])
                #expect(flow.items.isSubset(of: known), "\(template.id)")
                #expect(flow.items.isSuperset(of: required), "\(template.id)")
            }
        }
    }

    @Test func `the council tax template leaves out what the review does not need`() throws {
        let template = try #require(files.templates.first { $0.id == "council-tax-review" })
        let shared = template.flows.reduce(into: Set<DataItem.ID>()) { $0.formUnion($1.items) }

        #expect(shared.isDisjoint(with: ["telephone", "email", "bank-account-ending", "title"]))
        #expect(shared.isSuperset(of: ["surname", "address", "date-of-birth", "discount-code"]))
    }

    @Test func `terms drafted from each template are complete`() throws {
        let start = try #require(CalendarDate(year: 2026, month: 11, day: 22))
        let parties: [Partner.ID: Partner.Kind] = [
            "a-county": .countyCouncil, "a-city": .cityCouncil, "a-district": .districtCouncil,
        ]
        for template in files.templates {
            let terms = template.terms(lead: "a-county", parties: parties, start: start)
            #expect(terms.faults.isEmpty, "\(template.id): \(terms.faults)")
        }
    }

    @Test func `the charter has eight to ten principles`() {
        #expect((8...10).contains(files.charter.principles.count))
        #expect(files.charter.version == "2026-1" && !files.charter.title.isEmpty)
    }

    @Test func `the glossary gives each agency's meaning once, and the contested words have one`() {
        for entry in files.glossary {
            #expect(!entry.meaning.isEmpty && entry.agencies.allSatisfy { !$0.meaning.isEmpty })
            #expect(Set(entry.agencies.map(\.kind)).count == entry.agencies.count, "\(entry.term)")
        }
        let contested = Set(files.glossary.filter { !$0.agencies.isEmpty }.map(\.term))
        #expect(
            contested.isSuperset(of: [
                "Disclosure", "NFA", "Consent", "Referral", "Concern", "Alert", "Incident",
                "Case closed", "Risk: high", "Urgent", "Vulnerable", "Victim", "Service user",
                "Assessment", "Intelligence", "Household", "Address", "CP", "DA", "PIN", "SPOC",
                "Threshold",
            ]))
    }
}
