import GRDB
public import Governance
import Records

extension Store {
    /// Refuses the terms of a draft that rest on a gateway which none of the parties can use.
    static func checkLaw(
        of id: SharingAgreement.ID, _ reference: ReferenceData, _ db: Database
    ) throws {
        guard let agreement = try AgreementHistory.fetch(id, db)?.working,
            agreement.stage == .draft,
            agreement.terms.faults.isEmpty
        else { return }
        let reasons = reference.lawFaults(in: agreement.terms, of: try Partner.fetchAll(db))
        guard reasons.isEmpty else { throw Refusal(.invalid, reasons: reasons) }
    }
}

extension ReferenceData {
    /// What the catalogue, the purposes and the items are called in sentences about law.
    public var lawNames: LawNames {
        LawNames(law, purposes: purposes, items: dictionary.items)
    }

    /// The gateways of terms that none of the parties can rely on, as reasons of a refusal.
    public func lawFaults(
        in terms: SharingAgreement.Terms, of partners: [Partner]
    ) -> [Refusal.Reason] {
        let names = lawNames
        return law.faults(in: terms, of: Self.bodies(partners)).map { fault in
            let why = fault.reasons.map { $0.sentence(names) }.joined(separator: " ")
            let fixes = fault.reasons.map { $0.fix(names) }.filter { !$0.isEmpty }
            return Refusal.Reason(
                code: "barred-gateway",
                sentence: "\(fault.gateway.citation) cannot be used. \(why)",
                fix: (["Take it out."] + fixes).joined(separator: " "))
        }
    }

    /// The directions of terms for which no chosen gateway lets the sender disclose.
    public func missingPowers(
        in terms: SharingAgreement.Terms, of partners: [Partner]
    ) -> [MissingPower] {
        law.missingPowers(in: terms, of: Self.bodies(partners))
    }

    private static func bodies(_ partners: [Partner]) -> [Partner.ID: LegalBody] {
        Dictionary(
            partners.map { ($0.id, $0.legalBody) }, uniquingKeysWith: { first, _ in first })
    }
}
