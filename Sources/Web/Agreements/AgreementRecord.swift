import Decisions
import Exchange
import Governance
import Records

/// An agreement as JSON: the same words as on its page, with the codes beside them.
struct AgreementRecord: Encodable {
    struct Body: Encodable {
        let code: String
        let name: String
    }

    struct Approval: Encodable {
        let party: Body
        let post: String
        let date: String
    }

    struct Item: Encodable {
        let code: String
        let label: String
        let sensitivity: String
    }

    struct Flow: Encodable {
        let clause: String
        let dataset: String
        let from: [Body]
        let to: [Body]
        let items: [Item]
        let uses: [String]
    }

    struct Law: Encodable {
        let code: String
        let citation: String
        let meaning: String
        let effect: String
        let limits: String
        let isVerified: Bool
    }

    let reference: String
    let version: Int
    let standing: String
    let title: String
    let category: String
    let summary: String
    let purpose: String
    let necessity: String
    let lead: Body
    let parties: [Body]
    let approvals: [Approval]
    let awaiting: [Body]
    let dataFlows: [Flow]
    let lawfulBasis: String
    let law: [Law]
    let start: String
    let lastDay: String
    let reviewDate: String
    let reviewStatus: String
    let isUnderReview: Bool
    let replacedFrom: String?
    let retentionMonths: Int
    let textDigest: String
    let contact: String?

    /// `contact`: where people write to about it.
    init(
        _ agreement: SharingAgreement, _ words: AgreementWords, on today: CalendarDate,
        contact: String? = nil
    ) {
        let terms = agreement.terms
        func body(_ id: Partner.ID) -> Body { Body(code: id.rawValue, name: words.names.name(id)) }
        reference = agreement.id.rawValue
        version = agreement.version
        standing = agreement.standing(on: today).rawValue
        title = terms.title
        category = terms.category
        summary = terms.summary
        purpose = words.names.name(terms.purpose)
        necessity = terms.necessity
        lead = body(terms.lead)
        parties = agreement.parties.map(body)
        approvals = agreement.approvals.sorted { $0.key < $1.key }.map {
            Approval(party: body($0.key), post: $0.value.post, date: $0.value.date.description)
        }
        awaiting = agreement.stage == .awaitingApproval ? agreement.awaiting.map(body) : []
        dataFlows = terms.flows.map { Self.flow($0, words) }
        lawfulBasis = terms.lawfulBasis.label
        law = words.gateways(terms.gateways).map(Self.law)
        start = terms.start.description
        lastDay = terms.lastDay.description
        reviewDate = agreement.reviewDate.description
        isUnderReview = agreement.openReview != nil
        replacedFrom = agreement.replacedFrom?.description
        reviewStatus = agreement.reviewStanding(on: today).rawValue
        retentionMonths = terms.retentionMonths
        textDigest = terms.digest
        self.contact = contact
    }

    private static func flow(_ flow: DataFlow, _ words: AgreementWords) -> Flow {
        func bodies(_ ids: Set<Partner.ID>) -> [Body] {
            ids.sorted().map { Body(code: $0.rawValue, name: words.names.name($0)) }
        }
        return Flow(
            clause: flow.clause, dataset: words.names.name(flow.dataset), from: bodies(flow.from),
            to: bodies(flow.to),
            items: words.items(of: flow).map {
                Item(code: $0.id.rawValue, label: $0.label, sensitivity: $0.sensitivity.rawValue)
            }, uses: flow.kinds.map(\.rawValue).sorted())
    }

    private static func law(_ gateway: Gateway) -> Law {
        Law(
            code: gateway.id.rawValue, citation: gateway.citation, meaning: gateway.meaning,
            effect: gateway.effect.rawValue, limits: gateway.limits,
            isVerified: gateway.isVerified)
    }
}
