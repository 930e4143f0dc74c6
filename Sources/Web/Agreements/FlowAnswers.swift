import Decisions
import Exchange
import Governance
import Records

/// One data flow: who sends, who receives, which items, and what may be done with them.
struct FlowAnswers: DraftAnswers {
    let index: Int
    let dataset: DatasetSpecification?
    let parties: [(id: Partner.ID, name: String)]
    let from: Set<String>
    let to: Set<String>
    let items: Set<String>
    let kinds: Set<String>

    init(_ draft: Draft, number: Int, _ form: FormFields?) {
        index = number - 1
        let flow = draft.terms.flows[index]
        dataset = draft.words.reference.dictionary.dataset(flow.dataset)
        parties = draft.agreement.parties.map { ($0, draft.words.names.name($0)) }
            .sorted { $0.name < $1.name }
        guard let form else {
            from = Set(flow.from.map(\.rawValue))
            to = Set(flow.to.map(\.rawValue))
            items = Set(flow.items.map(\.rawValue))
            kinds = Set(flow.kinds.map(\.rawValue))
            return
        }
        from = Set(form.all("from"))
        to = Set(form.all("to"))
        items = Set(DataItem.Sensitivity.allCases.flatMap { form.all(Self.field($0)) })
        kinds = Set(form.all("kinds"))
    }

    private static func field(_ sensitivity: DataItem.Sensitivity) -> String {
        "items-\(sensitivity.rawValue)"
    }

    private var groups: [(sensitivity: DataItem.Sensitivity, items: [DataItem])] {
        DataItem.Sensitivity.allCases.compactMap { sensitivity in
            let group = (dataset?.items ?? []).filter { $0.sensitivity == sensitivity }
            return group.isEmpty ? nil : (sensitivity, group)
        }
    }

    private var firstItems: String { groups.first.map { Self.field($0.sensitivity) } ?? "from" }

    var problems: FormErrors {
        var errors = FormErrors()
        if from.isEmpty { errors.add("from", "Choose who sends.") }
        if to.isEmpty { errors.add("to", "Choose who receives.") }
        if items.isEmpty { errors.add(firstItems, "Choose at least one item.") }
        if kinds.isEmpty { errors.add("kinds", "Choose what receivers may do.") }
        return errors
    }

    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        var changed = terms
        changed.flows[index].from = Set(parties.map(\.id).filter { from.contains($0.rawValue) })
        changed.flows[index].to = Set(parties.map(\.id).filter { to.contains($0.rawValue) })
        changed.flows[index].items = Set(
            (dataset?.items ?? []).map(\.id).filter { items.contains($0.rawValue) })
        changed.flows[index].kinds = Set(kinds.compactMap { SharingKind(rawValue: $0) })
        return changed
    }

    func field(of fault: TermsFault) -> String {
        fault == .emptyFlow ? problems.problems.first?.field ?? "from" : "to"
    }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        if let dataset {
            hiddenInput("dataset", dataset.id.rawValue)
            p("\(dataset.title): \(dataset.description)")
        }
        Checkboxes("from", "Who sends?", bodies, selected: from, error: errors["from"])
        Checkboxes("to", "Who receives?", bodies, selected: to, error: errors["to"])
        h2("Which items?")
        p("Choose the fewest that will do. Everything else is dropped before it is stored.")
        for group in groups {
            Checkboxes(
                Self.field(group.sensitivity), Self.legend(group.sensitivity),
                group.items.map { Choice($0.id.rawValue, $0.label, hint: Self.hint($0)) },
                selected: items,
                error: Self.field(group.sensitivity) == firstItems ? errors[firstItems] : nil,
                size: .small)
        }
        Checkboxes(
            "kinds", "What may be done with them?",
            SharingKind.allCases.map { Choice($0.rawValue, "They may be \($0.label)") },
            selected: kinds, error: errors["kinds"])
    }

    private var bodies: [Choice] { parties.map { Choice($0.id.rawValue, $0.name) } }

    private static func hint(_ item: DataItem) -> String? {
        item.description.isEmpty ? nil : item.description
    }

    private static func legend(_ sensitivity: DataItem.Sensitivity) -> String {
        switch sensitivity {
        case .ordinary: "Ordinary items"
        case .identifier: "Identifiers: each picks out one person or place"
        case .financial: "About money"
        case .child: "About children"
        case .specialCategory: "Special category data: the law asks for a further condition"
        case .criminal: "Criminal offence data: the law asks for a further condition"
        }
    }
}
