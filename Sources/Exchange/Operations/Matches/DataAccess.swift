import Decisions
import GRDB
import Governance
import Records

/// What a body may see of a load: everything when it is its own, else what a permit grants.
///
/// There is no other way to records than through this value (mission: one decision point).
struct DataAccess {
    let load: Receipt
    let reader: Partner.ID
    /// Nil for the body's own data.
    let permit: Permit?

    /// Asks the decision point, unless the body reads its own data.
    ///
    /// - Throws: `Refusal` with every ground.
    init(
        _ load: Receipt, _ kind: SharingKind, by person: Practitioner, on date: CalendarDate,
        _ reference: ReferenceData, _ db: Database
    ) throws {
        self.load = load
        reader = person.partner
        guard load.partner != person.partner else {
            permit = nil
            return
        }
        guard let agreement = try SharingAgreement.fetch(load.agreement, on: date, db) else {
            throw Refusal.notFound("agreement")
        }
        let request = SharingRequest(
            kind: kind, from: load.partner, to: person.partner,
            purpose: agreement.terms.purpose, dataset: load.dataset, items: Set(load.items),
            agreement: load.agreement)
        let framework = try Framework.fetch(reference, on: date, of: load.agreement, db)
        switch request.decision(under: framework, on: date) {
        case .permit(let permit): self.permit = permit
        case .deny(let grounds):
            throw Refusal(grounds: grounds, names: try Store.names(reference, db))
        }
    }

    /// The records cut down to what may be used.
    func visible(in table: RecordTable) -> RecordTable {
        permit.map { table.minimised(under: [$0]).table } ?? table
    }

    /// One record cut down to what may be read.
    func disclosed(_ record: [DataItem.ID: String]) throws -> DisclosedRecord {
        if let permit { return permit.disclosing(record) }
        guard let own = DisclosedRecord.own(record, of: load.partner, readBy: reader) else {
            throw Refusal.notFound("record")
        }
        return own
    }
}
