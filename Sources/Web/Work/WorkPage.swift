import Exchange
import Governance
import Records

/// What waits for the person who is signed in, by what the person's roles allow.
struct WorkPage {
    let visit: Visit
    let person: Practitioner
    let own: Partner
    let agreements: [SharingAgreement]
    let words: AgreementWords
    let today: CalendarDate
    let assessments: AssessmentWork
    let data: DataWork
    let oversight: Oversight
    let models: ModelWork
    let assurance: AssuranceWork

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        own = try await visit.store.partner(person.partner)
        agreements = try await visit.store.liveVersions(seenBy: person)
        words = try await AgreementWords(visit.store)
        today = visit.store.today
        assessments = try await AssessmentWork(visit.store, person)
        data = try await DataWork(visit.store, person)
        oversight = try await Oversight(visit.store, person)
        models = try await ModelWork(visit.store, person)
        assurance = try await AssuranceWork(visit.store, person)
    }

    var shell: PageShell {
        visit.page("My work", current: "/work") {
            h1("My work", caption: visit.session?.partnerName)
            waiting
            awaitedByOthers
            data
            oversight
            p { a("Your account", to: "/account") }
        }
    }

    @HTMLBuilder private var waiting: HTML {
        let tasks = tasks
        if tasks.isEmpty {
            EmptyState("Waiting for you", "Nothing waits for you. None of your tasks is due.")
        } else {
            h2("Waiting for you")
            TaskList { tasks }
        }
    }

    private var tasks: [TaskList.Item] {
        charter + approvals + drafts + reviews + assessments.tasks + models.tasks
            + assurance.tasks
    }

    private var charter: [TaskList.Item] {
        guard person.may(.signCharter), own.standing == .applied else { return [] }
        return [
            TaskList.Item(
                "Sign the charter", to: "/charter", .other(StatusTag("Waiting", .yellow)),
                hint: "\(own.name) may share once it is signed.")
        ]
    }

    private var approvals: [TaskList.Item] {
        guard person.may(.approveAgreement), own.standing == .active else { return [] }
        return agreements.filter {
            $0.stage == .awaitingApproval && $0.approvals[own.id] == nil
        }.map { agreement in
            let others = agreement.awaiting.count - 1
            return TaskList.Item(
                "Approve or refuse: \(agreement.terms.title)",
                to: "/agreements/\(agreement.id)/approval", .other(StatusTag("Waiting", .yellow)),
                hint: others == 0
                    ? "Every other party has approved." : "\(others) other parties are waited for.")
        }
    }

    private var drafts: [TaskList.Item] {
        guard person.may(.draftAgreement) else { return [] }
        return agreements.filter { $0.stage == .draft }.map { agreement in
            let refusers = words.list(Set(agreement.refusals.keys))
            let title = agreement.terms.title.isEmpty ? "\(agreement.id)" : agreement.terms.title
            return TaskList.Item(
                refusers.isEmpty ? "Finish the draft: \(title)" : "Answer the refusal: \(title)",
                to: agreement.home,
                refusers.isEmpty ? .inProgress : .other(StatusTag("Refused", .red)),
                hint: refusers.isEmpty ? nil : "\(refusers) refused it.")
        }
    }

    private var reviews: [TaskList.Item] {
        guard person.may(.draftAgreement) else { return [] }
        return agreements.filter {
            $0.terms.lead == own.id
                && [.inForce, .delisted].contains($0.standing(on: today))
        }.compactMap { agreement in
            ReviewState(agreement, on: today).tag.map { tag in
                TaskList.Item(
                    "Review: \(agreement.terms.title)",
                    to: "/agreements/\(agreement.id)/review", .other(tag),
                    hint: "Review by \(agreement.reviewDate.words).")
            }
        }
    }

    /// Agreements of the own body that others have to approve.
    @HTMLBuilder private var awaitedByOthers: HTML {
        let waiting = agreements.filter {
            $0.stage == .awaitingApproval
                && ($0.approvals[own.id] != nil || person.may(.draftAgreement))
        }
        if !waiting.isEmpty, person.may(.draftAgreement) || person.may(.approveAgreement) {
            Table(
                "Waiting for other bodies", columns: [.text("Agreement"), .text("Waiting for")]
            ) {
                for agreement in waiting {
                    Table.Row {
                        a(agreement.terms.title, to: "/agreements/\(agreement.id)")
                        words.list(Set(agreement.awaiting))
                    }
                }
            }
        }
        if person.may(.draftAgreement) {
            buttonGroup {
                LinkButton("Draft an agreement", to: "/agreements/new")
                LinkButton("Add a partner", to: "/partners/new", .secondary)
            }
        }
    }
}
