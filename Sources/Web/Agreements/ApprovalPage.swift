import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// What an agreement commits the approver's body to, and the decision.
struct ApprovalPage {
    let visit: Visit
    let person: Practitioner
    let agreement: SharingAgreement
    let words: AgreementWords
    let own: Partner
    let assurances: [Assurance]
    /// The signed text that this one would replace, if there is one.
    let before: SharingAgreement?
    var errors = FormErrors()
    var status: HTTPResponse.Status = .ok

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.approveAgreement, of: person)
        let history = try await visit.store.history(of: visit.agreementID, seenBy: person)
        let text = history.working ?? history.versions.last(where: \.isSigned) ?? history.latest
        guard text.terms.parties.contains(person.partner) else {
            throw Refusal.notFound("agreement")
        }
        agreement = text
        before = text.version == 1 ? nil : history.current(on: visit.store.today)
        words = try await AgreementWords(visit.store)
        own = try await visit.store.partner(person.partner)
        assurances = try await visit.store.assurances(of: agreement.terms.parties)
    }

    /// Whether the body's approver may decide now.
    var isOpen: Bool {
        agreement.stage == .awaitingApproval && agreement.approvals[own.id] == nil
            && own.standing == .active
    }

    private var terms: SharingAgreement.Terms { agreement.terms }
    private var address: String { "/agreements/\(agreement.id)" }

    var statements: [Choice] {
        [
            Choice("read", "I have read the agreement and had the advice that I need."),
            Choice("power", "\(own.name) may share this for this purpose, under this law."),
            Choice("post", "I may sign it for \(own.name)."),
        ]
    }

    var reply: Reply { .page(shell, status: status) }

    private var shell: PageShell {
        visit.page(
            "Approve or refuse", current: "/agreements", way: .back(agreement.home),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Approve or refuse", caption: terms.title)
            p {
                "This is what it commits \(own.name) to. "
                a("Read the whole text", to: agreement.home)
            }
            if let before, before.version < agreement.version {
                Inset(
                    "Version \(agreement.version) replaces version \(before.version), "
                        + "which stays in force until every party has approved the new text.")
                h2("What changes")
                Differences(before.terms.differences(to: terms), words)
                h2("All that it commits you to")
            }
            commitments
            approval
            refusal
        }
    }

    private var commitments: SummaryList {
        SummaryList {
            SummaryRow("Purpose", words.names.name(terms.purpose))
            SummaryRow("You send") { flows(sent, none: "You send nothing.") }
            SummaryRow("You receive") { flows(received, none: "You receive nothing.") }
            SummaryRow("Law") {
                for gateway in words.gateways(terms.gateways) {
                    p(gateway.citation + (gateway.isVerified ? "" : " (entry not checked)"))
                }
            }
            SummaryRow("Starts", "\(terms.start.words), or on the last approval if that is later")
            SummaryRow("Ends", "\(terms.lastDay.words); review by \(terms.review.words)")
            SummaryRow(
                "You must",
                "Delete received copies after \(AgreementWords.months(terms.retentionMonths)), use "
                    + "them for this purpose only, and tell the lead if something goes wrong.")
            SummaryRow("Approved so far", approved, absent: "Nobody yet")
            SummaryRow("Assurance of the others") {
                for party in agreement.parties where party != own.id { assurance(of: party) }
            }
        }
    }

    /// What goes to others, each with "to" and who they are.
    private var sent: [(flow: DataFlow, others: String)] {
        terms.flows.filter { $0.from.contains(own.id) }.map {
            ($0, "to \(words.list($0.to.subtracting([own.id])))")
        }
    }

    private var received: [(flow: DataFlow, others: String)] {
        terms.flows.filter { $0.to.contains(own.id) && $0.from != [own.id] }.map {
            ($0, "from \(words.list($0.from.subtracting([own.id])))")
        }
    }

    /// How many of the usual assurances of a body stand how.
    private func assurance(of party: Partner.ID) -> HTML {
        let recorded = assurances.filter { $0.partner == party }
        let standings = Assurance.Kind.usual.map {
            recorded.standing($0, on: visit.store.today)
        }
        let counts = Assurance.Standing.allCases.compactMap { standing in
            let count = standings.count { $0 == standing }
            return count == 0 ? nil : "\(standing.label.lowercasedFirst): \(count)"
        }
        return p {
            a(words.names.name(party), to: "/partners/\(party)/assurance")
            " (\(counts.joined(separator: ", ")))"
        }
    }

    private var approved: String {
        AgreementWords.joined(words.bodies(Set(agreement.approvals.keys)))
    }

    /// Each flow in one paragraph, so that the page stays short on a telephone.
    @HTMLBuilder private func flows(
        _ flows: [(flow: DataFlow, others: String)], none: String
    ) -> HTML {
        if flows.isEmpty { p(none) }
        for (flow, others) in flows {
            let items = words.items(of: flow)
            p {
                strong(words.names.name(flow.dataset))
                " \(others): \(AgreementWords.joined(items.map { $0.label.lowercasedFirst }))."
            }
            let special = items.filter(\.sensitivity.needsFurtherCondition)
            if !special.isEmpty {
                p {
                    StatusTag("Sensitive", .purple)
                    " "
                    AgreementWords.joined(
                        special.map { "\($0.label.lowercasedFirst) (\($0.sensitivity.label))" })
                }
            }
        }
    }

    private var approval: HTML {
        PostForm("\(address)/approval", csrf: visit.csrf) {
            hiddenInput("read", terms.digest)
            Checkboxes(
                "statements", "Tick each statement to approve", statements,
                selected: status == .conflict ? [] : Set(visit.form.all("statements")),
                error: errors["statements"])
            p("You sign as \(person.post) of \(own.name), on \(visit.store.today.words).")
            Button("Approve for \(own.name)")
        }.html
    }

    private var refusal: HTML {
        Details("Refuse instead", isOpen: errors["reason"] != nil) {
            PostForm("\(address)/refusal", csrf: visit.csrf) {
                hiddenInput("read", terms.digest)
                TextArea(
                    "reason", "What must change?", value: visit.form["reason"],
                    hint: "Every party reads this. Name no person. The agreement becomes a draft "
                        + "again, and earlier approvals no longer count.",
                    error: errors["reason"])
                Button("Refuse for \(own.name)", .warning)
            }
        }.html
    }
}

/// The page that says an approval is given, and who is left.
struct ApprovedPage {
    let page: ApprovalPage
    /// In a demonstration, the people who can give the approvals that are left.
    private let others: [DemonstrationPerson]

    init(_ page: ApprovalPage) async throws {
        self.page = page
        let awaiting = page.agreement.stage == .awaitingApproval ? page.agreement.awaiting : []
        others = try await page.visit.store.demonstrationPeople().filter { person in
            awaiting.contains(person.account.partner) && person.account.may(.approveAgreement)
        }
    }

    private var agreement: SharingAgreement { page.agreement }

    /// Nil before the body has approved.
    var shell: PageShell? {
        guard let approval = agreement.approvals[page.own.id] else { return nil }
        return page.visit.page("Approved", current: "/agreements") {
            Panel("Approved for \(page.own.name)") {
                "\(agreement.id), by the \(approval.post) on \(approval.date.words)"
            }
            h2("What happens next")
            next
            plainList {
                a("Read the agreement", to: agreement.home)
                if isInForce { a("Its page in the register", to: "/register/\(agreement.id)") }
                a("Back to my work", to: "/work")
            }
        }
    }

    private var isInForce: Bool { agreement.standing(on: page.visit.store.today) == .inForce }

    @HTMLBuilder private var next: HTML {
        if agreement.stage == .awaitingApproval {
            p("Nothing moves before every party has approved. Still waiting for:")
            bullets(page.words.bodies(Set(agreement.awaiting)))
            if !others.isEmpty { demonstration }
        } else if isInForce {
            p(
                "Every party has approved, so the agreement is in force from "
                    + "\(agreement.terms.start.words).")
        } else {
            let standing = agreement.standing(on: page.visit.store.today)
            p("Every party has approved. The agreement is now: \(standing.label.lowercased()).")
        }
    }

    @HTMLBuilder private var demonstration: HTML {
        p("In this demonstration you can be their approvers yourself:")
        for person in others {
            DemonstrationEntry(
                page.visit, person.account.id, person.called,
                to: "/agreements/\(agreement.id)/approval")
        }
    }
}
