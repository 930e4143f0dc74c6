import Decisions
import Exchange
import Governance
import Records

/// The choice of two loads to compare, and what will happen then.
struct NewRunPage {
    let visit: Visit
    let lefts: [Receipt]
    let rights: [Receipt]
    /// Loads that could be compared if their agreement were in force.
    let stopped: [Receipt]
    let names: Names
    private var errors = FormErrors()

    /// The data sets that are compared: accounts on the left, the register on the right.
    static let leftDataset: DatasetSpecification.ID = "council-tax"
    static let rightDataset: DatasetSpecification.ID = "electoral-register"

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.matcher()
        let today = visit.store.today
        let inForce = Set(
            try await visit.store.agreements(seenBy: person)
                .filter { $0.standing(on: today) == .inForce }.map(\.id))
        let loads = try await visit.store.loads(seenBy: person).filter {
            [Self.leftDataset, Self.rightDataset].contains($0.dataset)
        }
        let usable = loads.filter { inForce.contains($0.agreement) }
        lefts = usable.filter { $0.dataset == Self.leftDataset }
        rights = usable.filter { $0.dataset == Self.rightDataset }
        stopped = loads.filter { !inForce.contains($0.agreement) }
        names = try await visit.store.names()
        if isSent { check() }
    }

    /// Whether a form was sent, and not only its page asked for.
    private var isSent: Bool { visit.form.has(CSRFToken.field) }

    /// The two loads of the form, when both are on offer.
    var chosen: (left: Load.ID, right: Load.ID)? {
        guard let left = lefts.first(where: { $0.id.rawValue == visit.form["left"] }),
            let right = rights.first(where: { $0.id.rawValue == visit.form["right"] })
        else { return nil }
        return (left.id, right.id)
    }

    /// Shows what the comparison itself refused.
    mutating func refused(_ refusal: Refusal) {
        for reason in refusal.reasons { errors.add("right", "\(reason.sentence) \(reason.fix)") }
    }

    private mutating func check() {
        if !lefts.contains(where: { $0.id.rawValue == visit.form["left"] }) {
            errors.add("left", "Choose a load of council tax accounts from the list")
        }
        if !rights.contains(where: { $0.id.rawValue == visit.form["right"] }) {
            errors.add("right", "Choose a load of the electoral register from the list")
        }
    }

    var shell: PageShell {
        visit.page(
            "Compare two loads", current: "/matches", way: .back("/matches"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Compare two loads")
            if lefts.isEmpty || rights.isEmpty { nothing } else { form }
            if !stopped.isEmpty {
                p(
                    "\(stopped.count) older \(stopped.count == 1 ? "load" : "loads") cannot be "
                        + "compared now, because the agreement is not in force.")
            }
        }
    }

    @HTMLBuilder private var nothing: HTML {
        EmptyState(
            "Loads that can be compared",
            "There must be a load of council tax accounts and one of the electoral register, "
                + "both under one agreement that is in force.")
        p { a("Load a file", to: "/uploads/new") }
    }

    @HTMLBuilder private var form: HTML {
        PostForm("/matches/new", csrf: visit.csrf) {
            Radios(
                "left", "Council tax accounts", lefts.map(choice),
                selected: selected("left", pair?.left), error: errors["left"])
            Radios(
                "right", "Electoral register", rights.map(choice),
                selected: selected("right", pair?.right), error: errors["right"])
            h2("What will happen")
            numbered {
                "The agreement is asked again whether the two may be compared."
                "Records that share a name, a date of birth or an address are put side by side. "
                    + "Names may be spelled in different ways."
                "A model learns from the two files how much each likeness is worth. "
                    + "No decision about anybody is made by it. If a match model is signed off "
                    + "for the purpose of the agreement, that model is used instead."
                "Pairs that are likely enough to be about one person are kept. The match chooses "
                    + "how likely, so that wrong and missed pairs balance, or the signed-off "
                    + "model says it. Those that raise a question about a discount go to a "
                    + "reviewer."
                "The comparison is written to the log. It takes a few seconds for 20,000 records."
            }
            Button("Compare")
        }
    }

    private func selected(_ field: String, _ proposed: Load.ID?) -> String? {
        isSent ? visit.form[field] : proposed?.rawValue
    }

    /// The newest two loads under one agreement.
    private var pair: (left: Load.ID, right: Load.ID)? {
        for left in lefts {
            if let right = rights.first(where: { $0.agreement == left.agreement }) {
                return (left.id, right.id)
            }
        }
        return nil
    }

    private func choice(_ load: Receipt) -> Choice {
        Choice(
            load.id.rawValue,
            "\(names.name(load.partner)), \(ReportPage.rows(load.rowCount)), loaded "
                + load.loadedAt.londonWords,
            hint: "Under \(names.name(load.agreement)).")
    }
}
