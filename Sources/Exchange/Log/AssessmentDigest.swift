import Foundation
public import Governance
public import Records

extension ImpactAssessment {
    /// SHA-256 of what a body signs, the shared text and its own part, as `sha256:` and base64.
    ///
    /// It is taken over canonical JSON (RFC 8785) in which every set is sorted. Advice, links and
    /// what is done about a measure are not part of the text.
    public func digest(for body: Partner.ID) -> String {
        var members = shared
        if let part = localParts[body] { members["localPart"] = .text(part) }
        let bytes = CanonicalJSON.object(members).bytes
        return "sha256:" + Secret.digest(Data(bytes)).base64EncodedString()
    }

    private var shared: [String: CanonicalJSON] {
        [
            "title": .text(title), "lead": .text(lead.rawValue), "version": .number(version),
            "controllers": .codes(controllers.map(\.rawValue)),
            "ticks": .codes(screening?.ticks.map(\.rawValue) ?? []),
            "note": .text(screening?.note ?? ""),
            "answers": .object(
                Dictionary(uniqueKeysWithValues: answers.map { ($0.rawValue, .text($1)) })),
            "risks": .list(risks.map(\.canonical)),
            "measures": .list(measures.map(\.canonical)),
            "review": .text(review?.description ?? ""),
        ]
    }
}

extension ImpactRisk {
    fileprivate var canonical: CanonicalJSON {
        .object([
            "id": .text(id.rawValue), "subject": .text(subject.rawValue), "text": .text(text),
            "before": before.canonical, "after": after?.canonical ?? .list([]),
            "measures": .codes(measures.map(\.rawValue)), "owner": .text(owner),
            "controller": .text(controller?.rawValue ?? ""),
        ])
    }
}

extension ImpactMeasure {
    fileprivate var canonical: CanonicalJSON {
        .object([
            "id": .text(id.rawValue), "text": .text(text), "body": .text(body.rawValue),
            "owner": .text(owner), "due": .text(due?.description ?? ""),
        ])
    }
}

extension RiskRating {
    fileprivate var canonical: CanonicalJSON {
        .list([.number(likelihood.rawValue), .number(severity.rawValue)])
    }
}

extension CanonicalJSON {
    fileprivate static func codes(_ codes: [String]) -> CanonicalJSON {
        .list(codes.sorted().map { .text($0) })
    }
}
