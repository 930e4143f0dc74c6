import Exchange
import Governance
import Records

/// An agreement that is no draft, or a draft for people who only read it.
struct AgreementPage {
    let visit: Visit
    let person: Practitioner
    let agreement: SharingAgreement
    let history: AgreementHistory
    let words: AgreementWords
    let own: Partner
    let assessments: LinkedAssessments
    let today: CalendarDate

    init(_ visit: Visit, _ agreement: SharingAgreement) async throws {
        self.visit = visit
        self.agreement = agreement
        person = try visit.person()
        history = try await visit.store.history(of: agreement.id, seenBy: person)
        words = try await AgreementWords(visit.store)
        own = try await visit.store.partner(person.partner)
        assessments = try await LinkedAssessments(visit, agreement)
        today = visit.store.today
    }

    var standing: SharingAgreement.Standing { agreement.standing(on: today) }
    var address: String { "/agreements/\(agreement.id)" }

    var shell: PageShell {
        visit.page(
            "Agreement \(agreement.id)", current: "/agreements",
            way: way, notice: notice
        ) {
            h1(agreement.terms.title, caption: "Agreement \(agreement.id)")
            bar
            news
            otherVersions
            review
            AgreementText(agreement: agreement, words: words, isEditable: false)
            assessments.section
            links
        }
    }

    private var bar: IdentityBar {
        IdentityBar(agreement.id.rawValue) {
            standing.tag
            span("Version \(agreement.version)")
            span("Last day \(agreement.terms.lastDay.words)")
            if standing == .inForce, let tag = ReviewState(agreement, on: today).tag {
                span {
                    "Review "
                    tag
                }
            }
        } actions: {
            if mayApprove { LinkButton("Approve or refuse", to: "\(address)/approval") }
            if mayDiscard { LinkButton("Discard", to: "\(agreement.home)/discard", .secondary) }
            if mayReview { LinkButton("Review", to: "\(address)/review") }
            if mayStop { LinkButton(stopWords, to: "\(address)/stop", .secondary) }
        }
    }

    var isCurrent: Bool { history.current(on: today).version == agreement.version }

    private var way: PageShell.Way {
        let all = NavigationItem("Agreements", to: "/agreements")
        let versions = NavigationItem(
            "Versions of \(agreement.id)", to: "\(address)/versions")
        return .breadcrumbs(isCurrent ? [all] : [all, versions])
    }

    private var isAwaited: Bool {
        agreement.stage == .awaitingApproval && agreement.approvals[own.id] == nil
    }

    private var mayApprove: Bool {
        person.may(.approveAgreement) && isAwaited && own.standing == .active
    }

    private var mayStop: Bool {
        person.may(.stopAgreement) && StopPage.isOpen(for: agreement) && isCurrent
    }

    private var stopWords: String {
        agreement.stage == .suspended ? "Resume or end" : "Suspend or end"
    }

    /// What has to happen next, or what has happened.
    @HTMLBuilder private var news: HTML {
        if agreement.stage == .awaitingApproval {
            Inset("Waiting for \(words.list(Set(agreement.awaiting))). Nothing moves before then.")
        }
        if person.may(.approveAgreement), isAwaited, own.standing != .active {
            WarningText("Your body cannot approve before it has signed the charter.")
            p { a("Read and sign the charter", to: "/charter") }
        }
        if let reason = agreement.stopReason { Inset("Reason given: “\(reason)”") }
        if standing == .delisted {
            Inset(
                "Its review is more than three months overdue, so it has left the register and "
                    + "nothing moves under it.")
        }
    }

    private var notice: NotificationBanner? {
        if visit.query.has("sent"), agreement.stage == .awaitingApproval {
            return NotificationBanner(.success, "The agreement is with every party’s approver.")
        }
        if visit.query.has("refused"), agreement.stage == .draft {
            return NotificationBanner(.success, "You refused the text. It is a draft again.")
        }
        if visit.query.has("reaffirmed") {
            return NotificationBanner(
                .success, HTML("The text stays. Review it again by \(agreement.reviewDate.words)."))
        }
        if visit.query.has("discarded") {
            return NotificationBanner(.success, "The draft of the new version was discarded.")
        }
        if visit.query.has("stopped") {
            return NotificationBanner(.success, HTML("This agreement is now: \(standing.label)."))
        }
        return nil
    }

    @HTMLBuilder private var links: HTML {
        h2("More about this agreement")
        plainList {
            if standing == .inForce {
                a("Its page in the public register", to: "/register/\(agreement.id)")
            }
            a("The whole text to print or take away", to: "\(address)/document")
            a("What it means for your staff, on one page", to: "\(address)/instruction")
            DownloadLink("The day of its review", to: "\(address)/days.ics", format: "calendar")
            DownloadLink("Its record", to: "\(address).json", format: "JSON")
            DownloadLink(
                "All of it, to use in another place", to: "\(address)/file.json", format: "JSON")
            a("Every version and review", to: "\(address)/versions")
            a("All agreements of your body", to: "/agreements")
        }
    }
}
