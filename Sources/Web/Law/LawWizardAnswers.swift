import Exchange
import Governance
import Records

/// What somebody answered in the law wizard; the answers stand in the address.
struct LawWizardAnswers {
    let query: FormFields
    let reference: ReferenceData
    let today: CalendarDate

    var isAsked: Bool { query.has("purpose") }

    var errors: FormErrors {
        var errors = FormErrors()
        guard isAsked else { return errors }
        for name in ["holder", "receiver"] where Partner.Kind(rawValue: query[name]) == nil {
            errors.add(name, "Choose what sort of body it is.")
        }
        if !reference.purposes.contains(where: { $0.id.rawValue == query["purpose"] }) {
            errors.add("purpose", "Choose what it would be used for.")
        }
        if heldFor == nil { errors.add("held-for", "Choose what it is held for.") }
        if classes.isEmpty { errors.add("class", "Choose what sort of information it is.") }
        if !query["date"].isEmpty && CalendarDate(written: query["date"]) == nil {
            errors.add("date", "Write a real date, such as 27 March 2027.")
        }
        return errors
    }

    /// The question, once nothing is wrong with the answers.
    var question: LawQuestion? {
        guard isAsked, errors.isEmpty, let holder = body("holder"),
            let receiver = body("receiver"), let purpose = Purpose.ID(query["purpose"]),
            let heldFor
        else { return nil }
        return LawQuestion(
            holder: holder, receiver: receiver, isSameBody: query["same"] == "yes",
            isRequested: query["asked"] == "yes", hasAgreement: query["agreed"] == "yes",
            purpose: purpose, heldFor: heldFor, classes: classes, items: items,
            basis: SharingAgreement.LawfulBasis(rawValue: query["basis"]),
            date: CalendarDate(written: query["date"]) ?? today)
    }

    /// Inside one body, the holder is the receiver, whatever else was chosen.
    private func body(_ name: String) -> LegalBody? {
        let name = query["same"] == "yes" ? "holder" : name
        guard let kind = Partner.Kind(rawValue: query[name]) else { return nil }
        return LegalBody(
            kind, attested: Set(query.all("\(name)-is").compactMap { Capacity.ID($0) }))
    }

    private var heldFor: HoldingPurpose? {
        switch query["held-for"] {
        case "", "unknown": .notStated
        case "other": .other
        case let code:
            reference.purposes.first { $0.id.rawValue == code }.map { .stated($0.id) }
        }
    }

    private var classes: Set<InformationClass> {
        Set(query.all("class").compactMap { InformationClass(rawValue: $0) })
    }

    private var items: Set<DataItem.ID> {
        let named = query.all("item").compactMap { DataItem.ID($0) }
        let dataset = reference.dictionary.datasets.first { $0.id.rawValue == query["data-set"] }
        return Set(named + (dataset?.items.map(\.id) ?? []))
    }
}
