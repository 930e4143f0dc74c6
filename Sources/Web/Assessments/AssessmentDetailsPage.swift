import Exchange
import Governance
import HTTPTypes
import Records

/// Title, controllers and agreements of a new assessment.
struct NewAssessmentPage {
    let visit: Visit
    let person: Practitioner
    let others: [Partner]
    let agreements: [SharingAgreement]
    let title: String
    let bodies: Set<Partner.ID>
    let linked: Set<SharingAgreement.ID>

    init(_ visit: Visit, typed form: FormFields?) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.assessImpact, of: person)
        let own = person.partner
        others = try await visit.store.partners().filter {
            $0.id != own && $0.standing != .withdrawn
        }
        agreements = try await visit.store.agreements(seenBy: person)
        let asked = visit.query["agreement"]
        let start = agreements.first { $0.id.rawValue == asked }
        title = form?["title"] ?? start?.terms.title ?? ""
        bodies = form.map(BodyChoices.chosen(in:)) ?? start?.terms.parties ?? []
        linked = Set(
            (form?.all("agreements") ?? [asked]).compactMap { SharingAgreement.ID($0) })
    }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            "Start an assessment", current: "/agreements", way: .back("/assessments"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Start an impact assessment")
            PostForm("/assessments", csrf: visit.csrf, warnsUnsaved: true) {
                TextInput(
                    "title", "Title", value: title, hint: "What is shared. Name no person.",
                    error: errors["title"], size: .medium)
                h2("Which other bodies answer for it?")
                p("Your own body leads. Every controller adds its own part and signs.")
                BodyChoices(partners: others, chosen: bodies, error: nil)
                AgreementChoices(agreements: agreements, chosen: linked)
                Button("Start")
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func draft(_ visit: Visit) async throws -> Reply {
        let page = try await NewAssessmentPage(visit, typed: visit.form)
        var errors = FormErrors()
        AssessmentDetailsPage.check(page.title, &errors)
        guard errors.isEmpty else { return page.reply(errors) }
        let one = try await visit.store.draftAssessment(
            page.title, controllers: page.bodies.intersection(page.others.map(\.id)),
            agreements: page.linked.intersection(page.agreements.map(\.id)), by: page.person)
        return .seeOther("/assessments/\(one.id)?done=started")
    }
}

/// Checkboxes of the own body's agreements.
struct AgreementChoices: Part {
    let agreements: [SharingAgreement]
    let chosen: Set<SharingAgreement.ID>

    var html: HTML {
        HTML {
            if agreements.isEmpty {
                EmptyState("Agreements", "Your body has no agreements yet.")
            } else {
                Checkboxes(
                    "agreements", "Which agreements does it cover?",
                    agreements.map {
                        Choice($0.id.rawValue, "\($0.terms.title) (\($0.id))")
                    }, selected: Set(chosen.map(\.rawValue)),
                    hint: "You can add them later, also when it is signed.")
            }
        }
    }
}

/// Title, controllers and day of review of a draft.
struct AssessmentDetailsPage {
    let context: AssessmentVisit
    let others: [Partner]
    let title: String
    let bodies: Set<Partner.ID>
    let review: TypedDate

    init(_ visit: Visit, typed form: FormFields?) async throws {
        let context = try await AssessmentVisit(visit)
        try context.require(context.mayWrite, .assessImpact)
        self.context = context
        let lead = context.assessment.lead
        others = try await visit.store.partners().filter {
            $0.id != lead && $0.standing != .withdrawn
        }
        title = form?["title"] ?? context.assessment.title
        bodies = form.map(BodyChoices.chosen(in:)) ?? context.assessment.controllers
        review =
            form.map { TypedDate("review", $0) } ?? context.assessment.review.map {
                TypedDate("review", $0)
            } ?? TypedDate("review", FormFields())
    }

    static func check(_ title: String, _ errors: inout FormErrors) {
        if title.isEmpty {
            errors.add("title", "Enter a title.")
        } else if title.count > 120 {
            errors.add("title", "Shorten the title to 120 characters or fewer.")
        }
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        context.reply("Details", errors, status: status) {
            h1("Details", caption: context.assessment.title)
            context.form("details") {
                TextInput(
                    "title", "Title", value: title, hint: "What is shared. Name no person.",
                    error: errors["title"], size: .medium)
                DateInput(
                    "review", "Look at it again by", answer: review.answer,
                    hint: "A year from now is usual, or sooner when much is new.",
                    error: errors["review"])
                h2("Which other bodies answer for it?")
                p("A body that you take out loses its local part.")
                BodyChoices(partners: others, chosen: bodies, error: nil)
                Button("Save")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let page = try await AssessmentDetailsPage(visit, typed: visit.form)
        var errors = FormErrors()
        check(page.title, &errors)
        page.review.check("day of review", &errors)
        guard errors.isEmpty, let date = page.review.date else { return page.reply(errors) }
        let (context, store) = (page.context, visit.store)
        let id = context.assessment.id
        let bodies = page.bodies.intersection(page.others.map(\.id))
        return try await context.done("saved", at: "title") {
            _ = try await store.edit(
                id, [.title(page.title), .controllers(bodies), .review(date)],
                seen: context.seen, by: context.person)
        } else: { errors, status in
            page.reply(errors, status: status)
        }
    }
}

/// The agreements that an assessment covers.
struct AssessmentAgreementsPage {
    static func reply(_ visit: Visit) async throws -> Reply {
        let context = try await open(visit)
        let agreements = try await visit.store.agreements(seenBy: context.person)
        return context.reply("Agreements") {
            h1("Agreements", caption: context.assessment.title)
            context.form("agreements") {
                AgreementChoices(agreements: agreements, chosen: context.assessment.agreements)
                Button("Save")
            }
        }
    }

    static func save(_ visit: Visit) async throws -> Reply {
        let context = try await open(visit)
        let chosen = Set(visit.form.all("agreements").compactMap { SharingAgreement.ID($0) })
        _ = try await visit.store.link(context.assessment.id, to: chosen, by: context.person)
        return .seeOther("\(context.path)?done=saved")
    }

    private static func open(_ visit: Visit) async throws -> AssessmentVisit {
        let context = try await AssessmentVisit(visit)
        try context.require(context.mayLink, .assessImpact)
        return context
    }
}

extension AssessmentVisit {
    /// Whether the person may say which agreements the assessment covers.
    var mayLink: Bool {
        person.may(.assessImpact) && isLead
            && ![.stopped, .replaced].contains(assessment.stage)
    }
}
