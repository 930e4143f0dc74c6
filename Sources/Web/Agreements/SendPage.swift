import Exchange
import Governance
import Records

/// The page that shows the whole text, or what is missing, before a draft is sent.
struct SendPage {
    let draft: Draft
    /// What the store said when it refused to send.
    var refusal: Refusal?

    private var faults: [TermsFault] { draft.terms.faults }
    private var isWhole: Bool { faults.isEmpty && draft.lawFaults.isEmpty }

    var shell: PageShell {
        draft.visit.page(
            isWhole ? "Check and send for approval" : "What is missing",
            current: "/agreements", way: .back(draft.home), hasErrors: refusal != nil
        ) {
            if let refusal { ErrorSummary(Self.errors(refusal)) }
            h1(
                isWhole ? "Check and send for approval" : "What is missing",
                caption: "Draft \(draft.agreement.id)")
            if isWhole { text } else { missing }
        }
    }

    private static func errors(_ refusal: Refusal) -> FormErrors {
        var errors = FormErrors()
        for reason in refusal.reasons {
            errors.add("send", [reason.sentence, reason.fix].joined(separator: " "))
        }
        return errors
    }

    @HTMLBuilder private var missing: HTML {
        p("The draft cannot be sent before each of these is mended.")
        bullets {
            for fault in faults {
                a(fault.sentence, to: address(of: fault))
            }
            for reason in draft.lawFaults {
                HTML {
                    a(reason.sentence, to: DraftPart.law.address(in: draft.agreement.id))
                    " \(reason.fix)"
                }
            }
        }
        LinkButton("Back to the draft", to: draft.home, .secondary)
    }

    private func address(of fault: TermsFault) -> String {
        let id = draft.agreement.id
        if let part = DraftPart.part(of: fault) { return part.address(in: id) }
        let flow = DraftPart.all(of: draft.terms).first { part in
            part.faults(in: draft.terms).contains(fault)
        }
        return flow?.address(in: id) ?? "\(draft.address)/flows/new"
    }

    @HTMLBuilder private var text: HTML {
        p(
            "Once it is sent, the text is fixed. Each party’s approver reads it and approves it or "
                + "refuses it with a reason. A refusal makes it a draft again.")
        if let before = draft.before {
            h2("What changes")
            Differences(before.terms.differences(to: draft.terms), draft.words)
        }
        AgreementText(agreement: draft.agreement, words: draft.words, isEditable: true)
        cautions
        PostForm("\(draft.address)/send", csrf: draft.visit.csrf, .id("send")) {
            hiddenInput("read", draft.terms.digest)
            buttonGroup {
                Button("Send for approval")
                a("Back to the draft", to: draft.home)
            }
        }
    }

    /// What does not stop the sending and somebody should know.
    @HTMLBuilder private var cautions: HTML {
        let waiting = draft.partners.filter {
            draft.terms.parties.contains($0.id) && $0.standing != .active
        }
        if !waiting.isEmpty {
            WarningText(
                "\(AgreementWords.joined(waiting.map(\.name))) cannot approve before signing the "
                    + "charter, or while suspended.")
        }
        let senders = draft.sendersWithoutPower
        if !senders.isEmpty {
            WarningText(
                "No law chosen here lets these bodies disclose to every receiver: "
                    + "\(AgreementWords.joined(senders)). Name the power by which each of them "
                    + "discloses, or make sure that they only receive.")
        }
        let further = draft.terms.flows.flatMap { draft.words.items(of: $0) }
            .filter(\.sensitivity.needsFurtherCondition).map { $0.label.lowercasedFirst }
        if !further.isEmpty {
            WarningText(
                "The law asks for a further condition for: "
                    + "\(AgreementWords.joined(Set(further).sorted())). Each party must know which "
                    + "condition it relies on.")
        }
        draft.assessments.caution
    }
}
