import Exchange
import Governance
import HTTPTypes
import Records

/// The first page of drafting: which template.
struct TemplatePage {
    let visit: Visit
    let isMissing: Bool

    var reply: Reply {
        var errors = FormErrors()
        if isMissing { errors.add("template", "Choose a template.") }
        let choices = visit.store.reference.templates.map {
            Choice($0.id.rawValue, $0.title, hint: $0.use)
        }
        let shell = visit.page(
            "Draft an agreement", current: "/agreements", way: .back("/agreements"),
            hasErrors: isMissing
        ) {
            ErrorSummary(errors)
            GetForm("/agreements/new/parties") {
                Radios(
                    "template", "What is the agreement about?", choices,
                    hint: "A template fills in the whole text. You can change every part of it.",
                    error: errors["template"], size: .large, isHeading: true)
                Button("Continue")
            }
        }
        return .page(shell, status: isMissing ? .unprocessableContent : .ok)
    }
}

/// The second page of drafting: who with, and from when.
struct NewPartiesPage {
    let visit: Visit
    let person: Practitioner
    let template: AgreementTemplate
    let own: Partner
    let others: [Partner]
    let chosen: Set<Partner.ID>
    let start: TypedDate

    /// The page for the template that the query or the form names; nil when it names none.
    init?(_ visit: Visit, typed form: FormFields?) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.draftAgreement, of: person)
        let id = form?["template"] ?? visit.query["template"]
        let templates = visit.store.reference.templates
        guard let template = templates.first(where: { $0.id.rawValue == id }) else { return nil }
        self.template = template
        own = try await visit.store.partner(person.partner)
        let ownID = own.id
        others = try await visit.store.partners().filter {
            $0.id != ownID && ($0.standing == .active || $0.standing == .applied)
        }
        chosen = (form.map(BodyChoices.chosen(in:)) ?? []).intersection(others.map(\.id))
        start = form.map { TypedDate("start", $0) } ?? TypedDate("start", visit.store.today)
    }

    private var choices: BodyChoices {
        BodyChoices(partners: others, chosen: chosen, error: nil)
    }

    var errors: FormErrors {
        var errors = FormErrors()
        if chosen.isEmpty {
            errors.add(choices.firstField, "Choose at least one body to share with.")
        }
        start.check("first day", &errors)
        return errors
    }

    /// The terms that the template makes of the answers; nil while the answers are not complete.
    var terms: SharingAgreement.Terms? {
        guard errors.isEmpty, let first = start.date else { return nil }
        let kinds = ([own] + others.filter { chosen.contains($0.id) }).map { ($0.id, $0.kind) }
        return template.terms(
            lead: own.id, parties: Dictionary(uniqueKeysWithValues: kinds), start: first)
    }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            "Who will share?", current: "/agreements", way: .back("/agreements/new"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Who will share?", caption: template.title)
            p("Your own body, \(own.name), is a party and looks after the agreement.")
            Inset("In this template \(Self.joined(holders)) send data. Every party receives it.")
            PostForm("/agreements", csrf: visit.csrf, warnsUnsaved: true) {
                hiddenInput("template", template.id.rawValue)
                BodyChoices(
                    partners: others, chosen: chosen, error: errors[choices.firstField])
                DateInput(
                    "start", "When may it start?", answer: start.answer,
                    hint: "It starts on this day, or on the day of the last approval if that is "
                        + "later.", error: errors["start"])
                Button("Make the draft")
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var holders: [String] {
        let kinds = template.flows.reduce(into: Set<Partner.Kind>()) { $0.formUnion($1.holders) }
        return Partner.Kind.allCases.filter(kinds.contains).map(\.plural)
    }

    private static func joined(_ words: [String]) -> String { AgreementWords.joined(words) }
}

extension Partner.Kind {
    /// Several of the sort, within a sentence.
    fileprivate var plural: String {
        switch self {
        case .countyCouncil: "county councils"
        case .cityCouncil: "city councils"
        case .districtCouncil: "district councils"
        case .police: "police forces"
        case .fire: "fire and rescue services"
        case .nhsTrust: "NHS trusts"
        case .integratedCareBoard: "integrated care boards"
        case .probation: "probation services"
        case .school: "schools"
        case .housingAssociation: "housing associations"
        case .charity: "charities"
        case .unitaryCouncil: "unitary councils"
        case .policingBody: "police and crime commissioners"
        case .safeguardingAdultsBoard: "Safeguarding Adults Boards"
        case .ambulance: "ambulance services"
        case .youthJustice: "youth justice services"
        case .prison: "prisons"
        case .college: "colleges"
        case .gpPractice: "GP practices"
        case .governmentDepartment: "government departments"
        case .antiFraudOrganisation: "anti-fraud organisations"
        case .other: "other bodies"
        }
    }
}
