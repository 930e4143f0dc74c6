public import Casework
import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Takes a step of a case: its event is stored encrypted, its outcome goes to the log as codes.
    ///
    /// - Throws: `Refusal` when the step is not open, lacks something, or the case changed.
    @discardableResult
    public func advance(_ id: Case.ID, _ command: Case.Command, by person: Practitioner)
        async throws -> Case
    {
        try require(.workCase, of: person)
        let (moment, master) = (now, keys.master)
        return try await transact { db in
            let file = try Self.fetchCase(id, of: person.partner, master, db).file
            let event = try Self.event(of: file, command, by: person, at: moment)
            let content = try ContentKey.fetch(for: "case|\(id)", under: master, db).sealed(
                Data(try Document.text(event).utf8), context: "case|\(id)|\(event.number)")
            try db.execute(
                sql: "INSERT INTO caseEvent (caseFile, number, content) VALUES (?, ?, ?)",
                arguments: [id.rawValue, event.number, content])
            try db.execute(
                sql: "UPDATE caseFile SET stage = ? WHERE id = ?",
                arguments: [event.stage.rawValue, id.rawValue])
            try Self.log(event, of: id, by: person, db)
            return Case(
                id: id, reference: file.reference, owner: file.owner, question: file.question,
                events: file.events + [event])
        }
    }

    private static func event(
        of file: Case, _ command: Case.Command, by person: Practitioner, at moment: Timestamp
    ) throws -> CaseEvent {
        do {
            return try file.apply(command, in: .councilTax, by: person.id, at: moment)
        } catch {
            let isConflict: Bool =
                switch error {
                case .notOpen, .changedMeanwhile: true
                default: false
                }
            throw Refusal(isConflict ? .conflict : .invalid, "case-step", error.sentence)
        }
    }

    private static func log(
        _ event: CaseEvent, of id: Case.ID, by person: Practitioner, _ db: Database
    ) throws {
        var body: [String: CanonicalJSON] = [
            "case": .text(id.rawValue), "step": .text(event.step),
            "stage": .text(event.stage.rawValue),
        ]
        if let outcome = event.outcome {
            body["outcome"] = .text(outcome.kind.rawValue)
            body["billedPence"] = .number(outcome.billedPence)
        }
        try Log.append(
            LogEntry(type: "case-step", parties: [person.partner], body: body),
            by: person, at: event.at, to: db)
    }
}
