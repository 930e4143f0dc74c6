import Foundation
import GRDB
import Governance
import Records

extension MatchModel {
    /// The SHA-256 of the model, the same that a run with it logs.
    private var digest: String {
        get throws {
            "sha256:"
                + Secret.digest(Data(try Document.text(model).utf8)).base64EncodedString()
        }
    }

    /// Logs what was done to a version: codes and numbers, no notes and no statement.
    func log(
        _ type: String, by person: Practitioner, with others: Set<Partner.ID> = [],
        _ more: [String: CanonicalJSON] = [:], at moment: Timestamp, _ db: Database
    ) throws {
        let body: [String: CanonicalJSON] = [
            "matchModel": .text(id.rawValue), "purpose": .text(purpose.rawValue),
            "modelNumber": .number(number), "model": .text(try digest),
            "thresholdMillibits": .number(Int((thresholdBits * 1_000).rounded())),
        ]
        try Log.append(
            LogEntry(
                type: type, parties: others.union([owner]),
                body: body.merging(more) { first, _ in first }),
            by: person, at: moment, to: db)
    }
}
