import Foundation
import GRDB
public import Governance
public import Records

extension Store {
    /// Records that a body is something in law that its kind does not say, and where that stands.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or nobody can be asked about it.
    @discardableResult
    public func record(
        _ capacity: Capacity.ID, of partner: Partner.ID, source: String, by person: Practitioner
    ) async throws -> Partner {
        try require(.recordCapacity, of: person)
        let source = source.trimmingCharacters(in: .whitespacesAndNewlines)
        guard reference.law.capacity(capacity)?.isAttested == true else {
            throw Refusal(
                .invalid, "capacity-unknown", "No body can be recorded as this.",
                fix: "Choose one from the list.")
        }
        guard !source.isEmpty, source.count <= 300 else {
            throw Refusal(
                .invalid, "source-missing",
                "Say in 300 characters or fewer where it is written, such as the paragraph of the "
                    + "Schedule and the day on which you read it.")
        }
        let attestation = CapacityAttestation(capacity: capacity, source: source, date: today)
        return try await change(
            partner, type: "capacity-recorded", capacity, by: person
        ) { $0.attesting(attestation) }
    }

    /// Takes back what was recorded about a body.
    ///
    /// - Throws: `Refusal` when the role does not allow it or nothing is recorded.
    @discardableResult
    public func withdraw(
        _ capacity: Capacity.ID, of partner: Partner.ID, by person: Practitioner
    ) async throws -> Partner {
        try require(.recordCapacity, of: person)
        return try await change(
            partner, type: "capacity-withdrawn", capacity, by: person
        ) { found in
            guard found.attestations.contains(where: { $0.capacity == capacity }) else {
                throw Refusal(
                    .conflict, "capacity-not-recorded", "Nothing is recorded about this any more.",
                    fix: "Look at the list again.")
            }
            return found.withdrawing(capacity)
        }
    }

    private func change(
        _ id: Partner.ID, type: String, _ capacity: Capacity.ID, by person: Practitioner,
        _ change: @Sendable @escaping (Partner) throws -> Partner
    ) async throws -> Partner {
        let moment = now
        return try await transact { db in
            guard let partner = try Partner.fetch(id, db) else { throw Refusal.notFound("partner") }
            let changed = try change(partner)
            try changed.save(db)
            try Log.append(
                LogEntry(
                    type: type, parties: [id],
                    body: [
                        "partner": .text(id.rawValue), "capacity": .text(capacity.rawValue),
                    ]),
                by: person, at: moment, to: db)
            return changed
        }
    }
}
