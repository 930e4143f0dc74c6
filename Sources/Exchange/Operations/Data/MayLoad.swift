public import Decisions
import GRDB
public import Governance
public import Records

/// What an agreement lets a body load: one permit for each body that may receive something.
public struct LoadPermission: Sendable {
    /// The agreement.
    public let agreement: SharingAgreement
    /// The data set.
    public let dataset: DatasetSpecification
    /// A permit for each receiver.
    public let permits: [Permit]

    /// The items that at least one receiver may have.
    public var items: Set<DataItem.ID> { permits.reduce(into: []) { $0.formUnion($1.items) } }

    /// The data set with only the items that may be stored, for templates and for the checks.
    ///
    /// A row is never refused for a value that would not be stored.
    public var specification: DatasetSpecification {
        DatasetSpecification(
            id: dataset.id, title: dataset.title, description: dataset.description,
            fields: dataset.fields.filter { items.contains($0.item.id) })
    }

    /// The items of the data set that nobody may receive, in order.
    public var withheld: [DataItem] { dataset.items.filter { !items.contains($0.id) } }
}

extension Store {
    /// Decides whether the person's body may load this data set under this agreement.
    ///
    /// - Throws: `Refusal` with every ground, in plain English; the refusal is logged.
    public func mayLoad(
        _ dataset: DatasetSpecification.ID, under agreement: SharingAgreement.ID,
        by person: Practitioner
    ) async throws -> LoadPermission {
        try require(.loadData, of: person)
        let (reference, date, moment) = (reference, today, now)
        let answer = try await read { db in
            try Self.loadPermission(
                dataset, under: agreement, by: person, on: date, reference, db)
        }
        switch answer {
        case .success(let permission): return permission
        case .failure(let refusal):
            try await transact { db in
                try Self.logRefusal(
                    refusal, of: dataset, under: agreement, by: person, at: moment, db)
            }
            throw refusal
        }
    }

    static func logRefusal(
        _ refusal: Refusal, of dataset: DatasetSpecification.ID,
        under agreement: SharingAgreement.ID, by person: Practitioner, at moment: Timestamp,
        _ db: Database
    ) throws {
        // A code that nothing has may be any word that somebody typed: it stays out of the log.
        let isKnown = refusal.kind == .notPermitted
        try Log.append(
            LogEntry(
                type: "load-refused", parties: [person.partner],
                body: [
                    "agreement": .text(isKnown ? agreement.rawValue : "unknown"),
                    "dataset": .text(isKnown ? dataset.rawValue : "unknown"),
                    "grounds": .list(refusal.reasons.map { .text($0.code) }),
                ]),
            by: person, at: moment, to: db)
    }

    static func loadPermission(
        _ datasetID: DatasetSpecification.ID, under id: SharingAgreement.ID,
        by person: Practitioner, on date: CalendarDate, _ reference: ReferenceData, _ db: Database
    ) throws -> Result<LoadPermission, Refusal> {
        guard let dataset = reference.dictionary.dataset(datasetID) else {
            return .failure(
                Refusal(
                    .invalid, "unknown-dataset", "There is no data set “\(datasetID)”.",
                    fix: "Choose a data set from the list."))
        }
        guard let agreement = try SharingAgreement.fetch(id, on: date, db),
            agreement.terms.parties.contains(person.partner)
        else { return .failure(.notFound("agreement")) }
        let framework = try Framework.fetch(reference, on: date, of: id, db)
        let decisions = agreement.parties.filter { $0 != person.partner }.map { receiver in
            SharingRequest(
                kind: .upload, from: person.partner, to: receiver,
                purpose: agreement.terms.purpose, dataset: datasetID,
                items: Set(dataset.items.map(\.id)), agreement: id
            ).decision(under: framework, on: date)
        }
        let permits = decisions.compactMap(\.permit)
        guard permits.isEmpty else {
            return .success(
                LoadPermission(agreement: agreement, dataset: dataset, permits: permits))
        }
        let names = try Self.names(reference, db)
        return .failure(Refusal(grounds: decisions.flatMap(\.grounds), names: names))
    }
}

extension Refusal {
    /// Every ground once, in words.
    init(grounds: [Ground], names: Names) {
        var seen: Set<Ground> = []
        let reasons = grounds.filter { seen.insert($0).inserted }.map {
            Reason(code: $0.code, sentence: $0.sentence(names), fix: $0.fix(names))
        }
        self.init(
            .notPermitted,
            reasons: reasons.isEmpty
                ? [Reason(code: "no-party", sentence: "The agreement names no other body.")]
                : reasons)
    }
}
