import Decisions
import Exchange
import Governance
import Records

/// One impact assessment: what is left to do, who is next, and the whole text.
struct AssessmentPage {
    let context: AssessmentVisit
    let versions: [ImpactAssessment]

    init(_ visit: Visit) async throws {
        let version = visit.parameters["version"].map {
            Int($0.hasSuffix(".json") ? String($0.dropLast(5)) : $0) ?? 0
        }
        context = try await AssessmentVisit(visit, version: version)
        versions = try await visit.store.assessmentVersions(
            context.assessment.id, seenBy: context.person)
    }

    private var one: ImpactAssessment { context.assessment }
    private var isLatest: Bool { versions.last?.version == one.version }
    private var faults: [AssessmentFault] { one.faults(context.guide) }

    var reply: Reply {
        get throws {
            guard context.visit.wantsJSON else { return .page(shell) }
            return try .json(AssessmentRecord(one, guide: context.guide))
        }
    }

    private var shell: PageShell {
        context.visit.page(
            "Impact assessment \(one.id)", current: "/agreements",
            way: .breadcrumbs([
                NavigationItem("Agreements", to: "/agreements"),
                NavigationItem("Impact assessments", to: "/assessments"),
            ]), notice: notice
        ) {
            h1(one.title, caption: "Impact assessment \(one.id)")
            bar
            if isLatest {
                HighRiskWarning(assessment: one)
                news
                if one.stage == .draft { tasks }
                actions
            } else {
                Inset("This is an earlier version, as it was kept.")
            }
            facts
            AssessmentText(context: context)
            links
        }
    }

    private var bar: IdentityBar {
        IdentityBar(one.id.rawValue) {
            one.stage.tag
            span("Version \(one.version)")
            span("Lead: \(context.name(one.lead))")
            if one.isReviewOverdue(on: context.visit.store.today) {
                StatusTag("Review overdue", .red)
            }
        } actions: {
            if isLatest {
                if context.mayAdvise { LinkButton("Advise", to: "\(context.path)/advice") }
                if context.mayAnswer {
                    LinkButton("Answer the advice", to: "\(context.path)/answer")
                }
                if context.maySign { LinkButton("Sign", to: "\(context.path)/signature") }
            }
        }
    }

    private var notice: NotificationBanner? {
        let text: String? =
            switch context.visit.query["done"] {
            case "started": "The assessment is started. Answer the screening questions first."
            case "saved": "Your change is saved."
            case "sent": "The assessment is with the data protection officer."
            case "advised": "Your advice is recorded."
            case "answered": "Your answer is recorded. The stage is now: \(one.stage.label)."
            case "signed": "You signed. The stage is now: \(one.stage.label)."
            case "reopen": "The assessment is a draft again."
            case "stop": "The assessment is stopped."
            case "consulted": "The note is saved."
            case "completed": "The measure is recorded as done."
            case "screened-out": "It is on record that no assessment is needed."
            case "amended":
                "Version \(one.version) is drafted. The signed version stands until then."
            default: nil
            }
        return text.map { NotificationBanner(.success, HTML($0)) }
    }

    /// Who is next, and why it stands where it stands.
    @HTMLBuilder private var news: HTML {
        if let reason = one.reason { Inset("Reason given: “\(reason)”") }
        switch one.stage {
        case .withAdviser:
            Inset(
                "Waiting for a data protection officer of a controller: an approver who wrote "
                    + "nothing in it.")
        case .advised:
            Inset("Waiting for an approver of \(context.name(one.lead)) to answer the advice.")
        case .awaitingSignatures:
            Inset("Waiting for \(context.words.list(Set(one.awaiting))) to sign.")
        case .draft, .signed, .screenedOut, .stopped, .replaced: HTML()
        }
    }

    private var tasks: HTML {
        let steps = context.guide.steps.filter { $0.number < 7 }
        let done = steps.count { isComplete(.step($0.number)) }
        return HTML {
            h2("What is left to do")
            p("\(done) of \(steps.count) written steps are complete.")
            TaskList {
                item("Title, controllers and day of review", .details, "details")
                item("Is an assessment needed?", .screening, "screening")
                for step in steps {
                    item(
                        "Step \(step.number): \(step.heading)", .step(step.number),
                        step.questions.isEmpty
                            ? (step.number == 5 ? "risks/new" : "measures/new")
                            : "steps/\(step.number)")
                }
                TaskList.Item(
                    "The part of \(context.name(context.person.partner))",
                    to: "\(context.path)/local",
                    localPart,
                    hint: context.isLead
                        ? "The shared text is yours already; add what is special to your body."
                        : "Your body signs it together with the shared text.")
            }
        }
    }

    /// The lead writes the shared text, so that its own part is extra.
    private var localPart: TaskList.Status {
        guard context.mayWriteLocalPart else { return .cannotStart }
        guard one.localParts[context.person.partner] == nil else { return .completed }
        return context.isLead ? .other(StatusTag("Optional", .grey)) : .incomplete
    }

    private func isComplete(_ place: AssessmentFault.Place) -> Bool {
        if place == .step(6), one.measures.isEmpty { return false }
        return !faults.contains { $0.place == place }
    }

    private func item(_ title: String, _ place: AssessmentFault.Place, _ path: String)
        -> TaskList.Item
    {
        let isOpen: Bool =
            switch place {
            case .step(5), .step(6): context.mayWriteOwn
            default: context.mayWrite
            }
        let left = faults.filter { $0.place == place }
        return TaskList.Item(
            title, to: "\(context.path)/\(path)",
            isComplete(place)
                ? (isOpen ? .completed : .cannotStart)
                : (isOpen ? .incomplete : .cannotStart),
            hint: left.count > 3
                ? "\(left.count) things are missing."
                : left.isEmpty ? nil : left.map(\.sentence).joined(separator: " "))
    }

    @HTMLBuilder private var actions: HTML {
        if context.mayWrite {
            if faults.isEmpty {
                step("send", "Send to the data protection officer")
            } else {
                p("It can be sent to the data protection officer once nothing is missing.")
            }
        }
        if context.mayScreenOut { step("screening-out", "Record that none is needed", .secondary) }
        if mayAmend { step("amendments", "Draft a new version", .secondary) }
        plainList {
            if context.mayWriteLocalPart, one.stage != .draft {
                a("Write your body’s part", to: "\(context.path)/local")
            }
            if context.mayLink { a("Choose the agreements", to: "\(context.path)/agreements") }
            if context.mayConsult {
                a("Note a consultation of the Commissioner", to: "\(context.path)/consultation")
            }
            if context.mayReopen { a("Take it back to the draft", to: "\(context.path)/reopen") }
            if context.mayStop { a("Stop this assessment", to: "\(context.path)/stop") }
        }
    }

    /// Also after a draft was stopped, when an earlier version is signed still.
    private var mayAmend: Bool {
        context.mayAmend
            || (one.stage == .stopped && context.isLead && context.person.may(.assessImpact)
                && versions.contains { $0.stage == .signed })
    }

    private func step(_ address: String, _ text: String, _ kind: Button.Kind = .primary) -> HTML {
        PostForm("\(context.path)/\(address)", csrf: context.visit.csrf) {
            hiddenInput("seen", String(one.revision))
            Button(text, kind)
        }.html
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Controllers", context.words.list(one.controllers))
            SummaryRow("Agreements") {
                if one.agreements.isEmpty {
                    span("None linked", .class("weft-absent"))
                } else {
                    for id in one.agreements.sorted() {
                        p(context.words.names.name(id))
                    }
                }
            }
            SummaryRow("Look at it again by", one.review?.words, absent: "Not set")
        }
    }

    @HTMLBuilder private var links: HTML {
        h2("More about this assessment")
        plainList {
            for version in versions where version.version != one.version {
                a(
                    "Version \(version.version): \(version.stage.label.lowercased())",
                    to: "\(context.path)/versions/\(version.version)")
            }
            DownloadLink(
                "The whole assessment",
                to: isLatest
                    ? "\(context.path).json" : "\(context.path)/versions/\(one.version).json",
                format: "JSON")
            a("All impact assessments of your body", to: "/assessments")
            a("The risk register", to: "/risks")
        }
    }
}
