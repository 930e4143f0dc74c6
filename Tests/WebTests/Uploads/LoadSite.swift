import Exchange
import Foundation
import Governance
import Records

/// A site on which two councils have an agreement in force, and browsers of their people.
struct LoadSite {
    let site: TestSite
    /// Loads and runs matches for Saltmere; signed in.
    let browser: TestBrowser
    let analyst: Practitioner
    /// Drafts, approves and stops agreements for Saltmere.
    let officer: Practitioner
    let agreement: SharingAgreement

    var store: Store { site.store }

    /// The form that goes with a file of council tax accounts.
    var fields: KeyValuePairs<String, String> {
        ["agreement": agreement.id.rawValue, "dataset": "council-tax"]
    }

    /// Where the page is on which the file is chosen.
    var filePage: String { "/uploads/new?agreement=\(agreement.id)&dataset=council-tax" }

    init(_ site: TestSite) async throws {
        self.site = site
        let saltmere: Partner.ID = "saltmere-city-council"
        let tollesham: Partner.ID = "tollesham-district-council"
        officer = try await site.person(saltmere, [.governanceOfficer, .approver, .auditor])
        let other = try await site.person(tollesham, [.approver], kind: .districtCouncil)
        analyst = try await site.person(saltmere, [.analyst])
        guard
            let template = site.store.reference.templates.first(where: {
                $0.id == "council-tax-review"
            })
        else { throw CocoaError(.fileNoSuchFile) }
        let terms = template.terms(
            lead: saltmere, parties: [saltmere: .cityCouncil, tollesham: .districtCouncil],
            start: site.store.today)
        let draft = try await site.store.draft(terms, by: officer)
        _ = try await site.store.send(draft.id, by: officer)
        _ = try await site.store.approve(draft.id, by: officer)
        agreement = try await site.store.approve(draft.id, by: other)
        browser = site.browser()
        _ = try await browser.signIn(as: analyst)
    }

    /// Runs a test on such a site.
    static func run(_ body: @Sendable @escaping (LoadSite) async throws -> Void) async throws {
        try await TestSite.run { site in try await body(LoadSite(site)) }
    }

    /// Sends a file of accounts and gives the page that follows.
    func send(_ file: String = Self.accounts) async throws -> TestBrowser.Answer {
        try await send(Array(file.utf8))
    }

    func send(_ file: [UInt8]) async throws -> TestBrowser.Answer {
        _ = try await browser.get(filePage)
        return try await browser.upload("/uploads/new", fields, file: file)
    }

    /// Stops the agreement for now.
    func suspend() async throws {
        _ = try await store.stop(
            agreement.id, as: .suspended, because: "A letter came.", by: officer)
    }

    /// How many loads there are.
    func loadCount() async throws -> Int { try await store.loads(seenBy: analyst).count }

    /// How many times a waiting file was changed, as its page says.
    static func revision(of page: TestBrowser.Answer) -> String {
        page.text.components(separatedBy: "name=\"revision\" value=\"").dropFirst().first?
            .components(separatedBy: "\"").first ?? ""
    }

    /// Two good rows, an unknown code, a row with a value too many, and two surplus columns.
    static let accounts = """
        Acct Ref,First Name,Last Name,D.O.B.,Prop Addr,P/Code,Disc Code,Telephone,Favourite Colour
        60000001,Zoë,Quillfeather,31/03/1980,2 Tansy Row,CM13 0ZA,SPD,07700 900123,blue
        60000002,Barnaby,Thistledown,,4 Tansy Row,CM13 0ZA,NON,07700 900456,
        60000003,Odette,Marsh,12/11/1966,6 Tansy Row,CM13 0ZA,HALF,07700 900789,
        60000004,Jude,Ambrose,22/01/1985,8, Tansy Row,CM13 0ZA,NON,07700 900321,red

        """
}
