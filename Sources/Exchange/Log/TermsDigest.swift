import Foundation
public import Governance
import Records

extension SharingAgreement.Terms {
    /// SHA-256 of the text, written `sha256:` and base64; the same words have the same digest.
    ///
    /// It is taken over canonical JSON (RFC 8785) in which every set is sorted.
    public var digest: String {
        "sha256:" + Secret.digest(Data(canonical.bytes)).base64EncodedString()
    }

    private var canonical: CanonicalJSON {
        .object([
            "title": .text(title), "category": .text(category), "summary": .text(summary),
            "purpose": .text(purpose.rawValue), "necessity": .text(necessity),
            "lead": .text(lead.rawValue), "parties": .sorted(parties),
            "flows": .list(flows.map(\.canonical)),
            "gateways": .list(gateways.map { .text($0.rawValue) }),
            "lawfulBasis": .text(lawfulBasis.rawValue), "start": .text(start.description),
            "lastDay": .text(lastDay.description), "review": .text(review.description),
            "retentionMonths": .number(retentionMonths),
        ])
    }
}

extension DataFlow {
    fileprivate var canonical: CanonicalJSON {
        .object([
            "clause": .text(clause), "from": .sorted(from), "to": .sorted(to),
            "dataset": .text(dataset.rawValue), "items": .sorted(items), "kinds": .sorted(kinds),
        ])
    }
}

extension CanonicalJSON {
    fileprivate static func sorted<Code: RawRepresentable>(_ codes: Set<Code>) -> CanonicalJSON
    where Code.RawValue == String {
        .list(codes.map(\.rawValue).sorted().map { .text($0) })
    }
}
