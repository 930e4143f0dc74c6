import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Changes the text of an assessment.
    ///
    /// `seen`: the revision that the person had before them; an old one is refused. It is not
    /// asked for the local part, which nobody but the own body writes.
    /// - Throws: `Refusal` when the body, the stage or a text does not allow the change.
    public func edit(
        _ id: ImpactAssessment.ID, _ edit: ImpactAssessment.Edit, seen: Int? = nil,
        by person: Practitioner
    ) async throws -> ImpactAssessment {
        try await self.edit(id, [edit], seen: seen, by: person)
    }

    /// Takes several changes of the text at once, all or none.
    ///
    /// - Throws: `Refusal` when the body, the stage or a text does not allow one of them.
    public func edit(
        _ id: ImpactAssessment.ID, _ edits: [ImpactAssessment.Edit], seen: Int? = nil,
        by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        let guide = reference.assessmentGuide
        for edit in edits {
            try Self.requireFit(edit.texts)
            try edit.requireKnown(guide)
        }
        let parts = Set(edits.map(\.code)).sorted()
        let more: [String: CanonicalJSON] = ["parts": .list(parts.map { .text($0) })]
        return try await step(id, type: "assessment-changed", more: more, by: person) { one in
            let isOwnPart = parts == ["local-part"]
            guard isOwnPart || seen ?? one.revision == one.revision else {
                throw ImpactAssessment.stale
            }
            return try edits.reduce(one) { try $0.edited($1, by: person) }
        }
    }

    /// Says which agreements an assessment covers.
    ///
    /// - Throws: `Refusal` when the lead is no party to one of them.
    public func link(
        _ id: ImpactAssessment.ID, to agreements: Set<SharingAgreement.ID>,
        by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        return try await step(id, type: "assessment-linked", by: person) { one in
            try one.linked(to: agreements, by: person)
        }
    }

    /// Records that a measure was done today, in the signed version and in the open one.
    ///
    /// - Throws: `Refusal` when it is done already or another body's.
    public func complete(
        _ measure: ImpactMeasure.ID, of id: ImpactAssessment.ID, by person: Practitioner
    ) async throws -> ImpactAssessment {
        try require(.assessImpact, of: person)
        let (date, moment) = (today, now)
        return try await transact { db in
            let latest = try ImpactAssessment.latest(id, seenBy: person, db)
            var done: [ImpactAssessment] = []
            do {
                for one in try ImpactAssessment.fetchVersions(id, db)
                where one.isStanding(of: latest) && one.hasOpen(measure) {
                    done.append(try one.completed(measure, on: date, by: person).nextRevision)
                }
                guard let last = done.last else {
                    // Nothing is open, so the latest version says why.
                    return try latest.completed(measure, on: date, by: person)
                }
                for one in done { try one.save(db) }
                try last.log(
                    type: "measure-completed", by: person, at: moment, db,
                    more: ["measure": .text(measure.rawValue)])
                return last
            } catch let refusal as ImpactAssessment.Refusal {
                throw Refusal(refusal)
            }
        }
    }
}

extension ImpactAssessment {
    /// Whether measures of this version are to be done: it is signed, or open and the latest.
    fileprivate func isStanding(of latest: ImpactAssessment) -> Bool {
        stage == .signed || (stage.isOpen && version == latest.version)
    }

    fileprivate func hasOpen(_ id: ImpactMeasure.ID) -> Bool {
        measures.contains { $0.id == id && $0.done == nil }
    }

    static let stale = Exchange.Refusal(
        .conflict, "changed-meanwhile",
        "Somebody else changed this assessment since you opened it, so nothing was done.",
        fix: "Look at it again and make your change there.")
}

extension ImpactAssessment.Edit {
    /// Names what was changed, for the log.
    var code: String {
        switch self {
        case .title: "title"
        case .controllers: "controllers"
        case .screening: "screening"
        case .answers: "answers"
        case .risk, .removeRisk: "risk"
        case .measure, .removeMeasure: "measure"
        case .localPart: "local-part"
        case .review: "review"
        }
    }

    /// Every text that somebody wrote.
    var texts: [String] {
        switch self {
        case .title(let text), .localPart(let text): [text]
        case .screening(let screening): [screening.note]
        case .answers(let answers): Array(answers.values)
        case .risk(let risk): [risk.text, risk.owner]
        case .measure(let measure): [measure.text, measure.owner]
        case .controllers, .removeRisk, .removeMeasure, .review: []
        }
    }

    /// Refuses ticks and answers that the guide does not know.
    func requireKnown(_ guide: AssessmentGuide) throws {
        let isKnown =
            switch self {
            case .screening(let screening):
                screening.ticks.isSubset(of: guide.criteria.map(\.id))
            case .answers(let answers):
                Set(answers.keys).isSubset(of: guide.questions.map(\.id))
            default: true
            }
        guard isKnown else { throw Refusal.notFound("question") }
    }
}
