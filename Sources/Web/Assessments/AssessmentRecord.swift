import Exchange
import Governance
import Records

/// An assessment as JSON: what its page shows, in codes; no account of a person.
struct AssessmentRecord: Encodable {
    private struct Rating: Encodable {
        let likelihood: Int
        let severity: Int
        let level: String

        init(_ rating: RiskRating) {
            likelihood = rating.likelihood.rawValue
            severity = rating.severity.rawValue
            level = rating.level.label.lowercased()
        }
    }

    private struct Risk: Encodable {
        let id: String
        let subject: String
        let text: String
        let before: Rating
        let after: Rating?
        let measures: [String]
        let owner: String
        let controller: String?

        init(_ risk: ImpactRisk) {
            id = risk.id.rawValue
            subject = risk.subject.rawValue
            text = risk.text
            before = Rating(risk.before)
            after = risk.after.map { Rating($0) }
            measures = risk.measures.map(\.rawValue).sorted()
            owner = risk.owner
            controller = risk.controller?.rawValue
        }
    }

    private struct Advice: Encodable {
        let partner: Partner.ID
        let post: String
        let date: CalendarDate
        let verdict: ImpactAdvice.Verdict
        let text: String
        let answer: ImpactAdvice.Answer?
    }

    private struct Missing: Encodable {
        let code: String
        let sentence: String
    }

    private let code: String
    private let version: Int
    private let title: String
    private let stage: String
    private let lead: String
    private let controllers: [String]
    private let agreements: [String]
    private let screening: Screening?
    private let screeningResult: String?
    private let answers: [String: String]
    private let risks: [Risk]
    private let measures: [ImpactMeasure]
    private let localParts: [String: String]
    private let advice: [Advice]
    private let consultations: [PriorConsultation]
    private let needsPriorConsultation: Bool
    private let signatures: [String: SharingAgreement.Approval]
    private let awaiting: [String]
    private let review: CalendarDate?
    private let reason: String?
    private let missing: [Missing]

    init(_ one: ImpactAssessment, guide: AssessmentGuide) {
        func texts<Code, Value>(_ values: [Identifier<Code>: Value]) -> [String: Value] {
            Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) })
        }
        code = one.id.rawValue
        version = one.version
        title = one.title
        stage = one.stage.rawValue
        lead = one.lead.rawValue
        controllers = one.controllers.map(\.rawValue).sorted()
        agreements = one.agreements.map(\.rawValue).sorted()
        screening = one.screening
        screeningResult = one.screening.map { $0.result(guide.criteria).words(guide.criteria) }
        answers = texts(one.answers)
        risks = one.risks.map { Risk($0) }
        measures = one.measures
        localParts = texts(one.localParts)
        advice = one.advice.map {
            Advice(
                partner: $0.partner, post: $0.post, date: $0.date, verdict: $0.verdict,
                text: $0.text, answer: $0.answer)
        }
        consultations = one.consultations
        needsPriorConsultation = one.needsPriorConsultation
        signatures = texts(one.signatures)
        awaiting = one.awaiting.map(\.rawValue)
        review = one.review
        reason = one.reason
        missing = one.faults(guide).map { Missing(code: $0.code, sentence: $0.sentence) }
    }
}
