import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// The first page of loading: under which agreement, and which of its data sets.
struct ChooseAgreementPage {
    /// A data set that the body sends under an agreement.
    struct Option {
        let agreement: SharingAgreement
        let dataset: DatasetSpecification
        let standing: SharingAgreement.Standing
    }

    let visit: Visit
    let person: Practitioner
    let isMissing: Bool
    let options: [Option]

    init(_ visit: Visit, by person: Practitioner, isMissing: Bool = false) async throws {
        self.visit = visit
        self.person = person
        self.isMissing = isMissing
        let (today, dictionary) = (visit.store.today, visit.store.reference.dictionary)
        let agreements = try await visit.store.agreements(seenBy: person)
        options = agreements.flatMap { agreement in
            let sent = agreement.terms.flows.filter {
                $0.from.contains(person.partner) && $0.kinds.contains(.upload)
            }.map(\.dataset)
            return Set(sent).sorted().compactMap { dictionary.dataset($0) }.map {
                Option(
                    agreement: agreement, dataset: $0, standing: agreement.standing(on: today))
            }
        }
    }

    var reply: Reply {
        .page(shell, status: isMissing ? .unprocessableContent : .ok)
    }

    private var inForce: [Option] { options.filter { $0.standing == .inForce } }
    private var others: [Option] { options.filter { $0.standing != .inForce } }

    private var shell: PageShell {
        var errors = FormErrors()
        if isMissing { errors.add("load", "Choose what you load, and under which agreement") }
        return visit.page(
            "Load data", current: "/uploads", way: .back("/uploads"), hasErrors: isMissing
        ) {
            ErrorSummary(errors)
            h1("Load data")
            p(
                "Every file is loaded under an agreement. The agreement decides what may be "
                    + "stored, for whom, and until when.")
            if options.isEmpty { nothing } else { form(errors) }
        }
    }

    @HTMLBuilder private var nothing: HTML {
        EmptyState(
            "What your body may load",
            "Nothing yet. Your body is not the sender of any data set in any agreement.")
        Inset(
            "Ask an information governance officer of your body to draft an agreement. "
                + "It can be used when every party has approved it.")
        p { a("Agreements of your body", to: "/agreements") }
    }

    @HTMLBuilder private func form(_ errors: FormErrors) -> HTML {
        if inForce.isEmpty {
            Inset(
                "None of your agreements is in force today, so nothing can be loaded. "
                    + "Choose one to see what is missing and who can put it right.")
        }
        GetForm("/uploads/new") {
            hiddenInput("choose", "1")
            Radios(
                "load", "What do you load, and under which agreement?", choices,
                selected: inForce.count == 1 ? inForce.first.map(value) : nil,
                error: errors["load"])
            Button("Continue", guardsDoubleClick: false)
        }
    }

    private var choices: [Choice] { (inForce + others).map(choice) }

    private func value(_ option: Option) -> String {
        "\(option.agreement.id)/\(option.dataset.id)"
    }

    private func choice(_ option: Option) -> Choice {
        let terms = option.agreement.terms
        let standing =
            option.standing == .inForce
            ? "In force until \(terms.lastDay.words)."
            : "Not in force: \(option.standing.label.lowercased())."
        return Choice(
            value(option), option.dataset.title,
            hint: "Under “\(terms.title)” (\(option.agreement.id)). \(standing)")
    }
}

/// Why a data set may not be loaded now: every ground with what to do about it.
struct LoadRefusedPage {
    let visit: Visit
    let refusal: Refusal

    init(_ visit: Visit, _ refusal: Refusal) {
        self.visit = visit
        self.refusal = refusal
    }

    var shell: PageShell {
        visit.page(
            "This may not be loaded now", current: "/uploads", way: .back("/uploads/new"),
            hasErrors: true
        ) {
            h1("This may not be loaded now")
            p(
                refusal.reasons.count == 1
                    ? "There is one reason. Nothing was stored."
                    : "There are \(refusal.reasons.count) reasons. Nothing was stored.")
            for reason in refusal.reasons {
                h2(reason.sentence, size: .small)
                if !reason.fix.isEmpty { Inset(reason.fix) }
            }
            p("The refusal is in the log, with its reasons and without any of the data.")
            if visit.session?.person.may(.loadData) == true {
                p { a("Choose another agreement or data set", to: "/uploads/new") }
            }
            p { a("Agreements of your body", to: "/agreements") }
        }
    }
}
