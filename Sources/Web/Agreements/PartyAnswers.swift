import Exchange
import Governance
import Records

/// Checkboxes of bodies under one question, a group for each sort of body.
struct BodyChoices: Part {
    let partners: [Partner]
    let chosen: Set<Partner.ID>
    let error: String?

    /// The identifier of the first checkbox, to which an error leads.
    var firstField: String { groups.first.map { Self.field($0.kind) } ?? "party" }

    static func chosen(in form: FormFields) -> Set<Partner.ID> {
        Set(Partner.Kind.allCases.flatMap { form.all(field($0)) }.compactMap { Partner.ID($0) })
    }

    private static func field(_ kind: Partner.Kind) -> String { "party-\(kind.rawValue)" }

    private var groups: [(kind: Partner.Kind, partners: [Partner])] {
        Partner.Kind.allCases.compactMap { kind in
            let group = partners.filter { $0.kind == kind }
            return group.isEmpty ? nil : (kind, group)
        }
    }

    var html: HTML {
        HTML {
            for (index, group) in groups.enumerated() {
                Checkboxes(
                    Self.field(group.kind), group.kind.label,
                    group.partners.map { Choice($0.id.rawValue, $0.name, hint: Self.hint($0)) },
                    selected: Set(chosen.map(\.rawValue)), error: index == 0 ? error : nil,
                    size: .small)
            }
        }
    }

    private static func hint(_ partner: Partner) -> String? {
        switch partner.standing {
        case .active: nil
        case .applied: "Has not signed the charter yet, and cannot approve before it has."
        case .suspended: "Suspended, so that nothing moves to it or from it."
        case .withdrawn: "Has left the partnership."
        }
    }
}

/// Who is bound, and who looks after the agreement.
struct PartiesAnswers: DraftAnswers {
    let lead: String
    let chosen: Set<Partner.ID>
    let others: [Partner]
    let own: Partner?
    let candidates: [Partner]

    init(_ draft: Draft, _ form: FormFields?) {
        let ownID = draft.person.partner
        lead = form?["lead"] ?? draft.terms.lead.rawValue
        candidates = draft.candidates
        own = candidates.first { $0.id == ownID }
        others = candidates.filter { $0.id != ownID }
        let typed = form.map(BodyChoices.chosen(in:)) ?? draft.terms.parties
        chosen = typed.intersection(candidates.map(\.id)).union([ownID])
    }

    private var choices: BodyChoices {
        BodyChoices(partners: others, chosen: chosen, error: nil)
    }

    var problems: FormErrors {
        var errors = FormErrors()
        if !candidates.contains(where: { $0.id.rawValue == lead }) {
            errors.add("lead", "Choose the lead.")
        }
        return errors
    }

    /// A body that is no party any more leaves the data flows too.
    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        var changed = terms
        changed.lead = Partner.ID(lead) ?? terms.lead
        changed.parties = chosen
        for index in changed.flows.indices {
            changed.flows[index].from.formIntersection(chosen)
            changed.flows[index].to.formIntersection(chosen)
        }
        return changed
    }

    func field(of fault: TermsFault) -> String {
        fault == .leadNotAParty ? "lead" : choices.firstField
    }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        p("Your own body, \(own?.name ?? ""), is always a party.")
        p(
            "A new party neither sends nor receives anything until you say so in the data flows. "
                + "A body that you take out leaves the data flows too.")
        BodyChoices(partners: others, chosen: chosen, error: errors[choices.firstField])
        Select(
            "lead", "Lead", candidates.map { Choice($0.id.rawValue, $0.name) }, selected: lead,
            hint: "The body that looks after the agreement. It must be one of the parties.",
            error: errors["lead"], size: .medium)
    }
}
