import Exchange
import Governance
import HTTPTypes
import Records

/// The review of an agreement by its lead: still needed, does the text change, when again.
struct ReviewPage {
    let visit: Visit
    let person: Practitioner
    let agreement: SharingAgreement
    let typed: FormFields?

    init(_ visit: Visit, typed: FormFields? = nil) async throws {
        self.visit = visit
        self.typed = typed
        person = try visit.person()
        try visit.store.require(.draftAgreement, of: person)
        let history = try await visit.store.history(of: visit.agreementID, seenBy: person)
        agreement = history.current(on: visit.store.today)
        guard agreement.terms.lead == person.partner else {
            throw Refusal(
                .notPermitted, "not-lead", "Only the lead of an agreement reviews it.",
                fix: "Ask the lead; its page in the list of partners says how to reach it.")
        }
        guard agreement.stage == .approved else {
            throw Refusal(
                .conflict, "wrong-stage", "This agreement cannot be reviewed now.",
                fix: "Look at the agreement’s page to see what is open.")
        }
    }

    private var address: String { "/agreements/\(agreement.id)" }
    private var today: CalendarDate { visit.store.today }
    var outcome: AgreementReview.Outcome? {
        typed.flatMap { AgreementReview.Outcome(rawValue: $0["outcome"]) }
    }
    var reason: String { typed?["reason"] ?? "" }

    var next: TypedDate {
        typed.map { TypedDate("next", $0) } ?? TypedDate("next", suggested)
    }

    /// A year after the review date or today, whichever is later, within what is allowed.
    private var suggested: CalendarDate {
        min(
            max(agreement.reviewDate, today).adding(months: 12), agreement.latestReview(from: today)
        )
    }

    private var canReaffirm: Bool { agreement.latestReview(from: today) > today }

    var errors: FormErrors {
        var errors = FormErrors()
        if outcome == nil { errors.add("outcome", "Choose what the review found.") }
        if reason.isEmpty { errors.add("reason", "Write why.") }
        if reason.count > 1_000 {
            errors.add("reason", "Shorten the reason to 1,000 characters or fewer.")
        }
        guard outcome == .reaffirmed else { return errors }
        next.check("next review date", &errors)
        let last = agreement.latestReview(from: today)
        if let date = next.date, date <= today || date > last {
            errors.add(
                "next",
                "The next review has to be after \(today.words) and by \(last.words).")
        }
        return errors
    }

    func reply(_ errors: FormErrors = FormErrors()) -> Reply {
        let shell = visit.page(
            "Review an agreement", current: "/agreements", way: .back(address),
            notice: notice, hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Review this agreement", caption: agreement.terms.title)
            facts
            if agreement.openReview == nil { takeUp }
            PostForm("\(address)/review", csrf: visit.csrf, warnsUnsaved: true) {
                questions(errors)
            }
        }
        return .page(shell, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var notice: NotificationBanner? {
        visit.query.has("opened") && agreement.openReview != nil
            ? NotificationBanner(.success, "The register now says that it is under review.") : nil
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Review by", agreement.reviewDate.words)
            SummaryRow("How it stands", ReviewState(agreement, on: today).meaning)
            SummaryRow("Last day", agreement.terms.lastDay.words)
            SummaryRow("Whole text") {
                a("Read it", hidden: "the whole text", to: address)
            }
        }
    }

    private var takeUp: HTML {
        PostForm("\(address)/review/opening", csrf: visit.csrf) {
            p(
                "If the review takes a while, say that it has begun: the other parties and the "
                    + "register then see “Under review”.")
            Button("Say that the review has begun", .secondary)
        }.html
    }

    @HTMLBuilder private func questions(_ errors: FormErrors) -> HTML {
        Radios(
            "outcome", "What did the review find?", choices, selected: outcome?.rawValue,
            error: errors["outcome"])
        TextArea(
            "reason", "Why?", value: reason,
            hint: "Every party reads this. Name no person.", error: errors["reason"],
            size: .medium)
        if canReaffirm {
            DateInput(
                "next", "If the text stays: review again by", answer: next.answer,
                hint: "By \(agreement.latestReview(from: today).words) at the latest.",
                error: errors["next"])
        }
        buttonGroup {
            Button("Record the review")
            a("Cancel", to: address)
        }
    }

    private var choices: [Choice] {
        var choices: [Choice] = []
        if canReaffirm {
            choices.append(
                Choice(
                    AgreementReview.Outcome.reaffirmed.rawValue,
                    AgreementReview.Outcome.reaffirmed.label,
                    hint: "It gets a new review date. Nobody has to sign again."))
        }
        return choices + [
            Choice(
                AgreementReview.Outcome.amended.rawValue, AgreementReview.Outcome.amended.label,
                hint: "You get a draft of the next version. This text stays in force until every "
                    + "party has approved the new one."),
            Choice(
                AgreementReview.Outcome.retired.rawValue, AgreementReview.Outcome.retired.label,
                hint: "You are asked once more before the agreement ends."),
        ]
    }
}
