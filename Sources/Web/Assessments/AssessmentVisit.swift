import Decisions
import Exchange
import Governance
import HTTPTypes
import Records

/// What every page of one impact assessment needs.
struct AssessmentVisit {
    let visit: Visit
    let person: Practitioner
    let assessment: ImpactAssessment
    let words: AgreementWords

    /// `version`: the latest unless a number is given.
    init(_ visit: Visit, version: Int? = nil) async throws {
        self.visit = visit
        person = try visit.person()
        assessment = try await visit.store.assessment(
            visit.assessmentID, version: version, seenBy: person)
        words = try await AgreementWords(visit.store)
    }

    var path: String { "/assessments/\(assessment.id)" }
    var guide: AssessmentGuide { visit.store.reference.assessmentGuide }
    var isLead: Bool { person.partner == assessment.lead }

    /// Whether the person may write what all controllers share.
    var mayWrite: Bool { mayWriteOwn && isLead }

    /// Whether the person may write risks and measures of the own body.
    var mayWriteOwn: Bool { person.may(.assessImpact) && assessment.stage == .draft }

    /// Whether the person may write the local part of the own body.
    var mayWriteLocalPart: Bool {
        person.may(.assessImpact) && assessment.stage.isOpen
            && assessment.signatures[person.partner] == nil
    }

    var mayAdvise: Bool {
        assessment.stage == .withAdviser && assessment.mayBeAdvised(by: person)
    }

    private var hasAdvised: Bool { assessment.advice.contains { $0.adviser == person.id } }

    /// Whether the person may answer the advice for the lead.
    var mayAnswer: Bool {
        person.may(.signAssessment) && isLead && assessment.stage == .advised && !hasAdvised
    }

    /// Whether the person may sign for the own body.
    var maySign: Bool {
        person.may(.signAssessment) && assessment.stage == .awaitingSignatures
            && assessment.signatures[person.partner] == nil && !hasAdvised
    }

    var mayReopen: Bool {
        (person.may(.assessImpact) || person.may(.signAssessment)) && assessment.stage.isOpen
            && assessment.stage != .draft
    }

    /// Refuses a page that is not open to the person now, with the reason.
    func require(_ isOpen: Bool, _ action: Action) throws {
        try visit.store.require(action, of: person)
        guard !isOpen else { return }
        throw Refusal(
            .conflict, "not-open",
            "This step is not open to you: the assessment is “\(assessment.stage.label)”, and the "
                + "lead is \(words.names.name(assessment.lead)).",
            fix: "Look at the assessment’s page to see what is open now.")
    }

    /// A page below the assessment's own.
    func reply(
        _ title: String, _ errors: FormErrors = FormErrors(),
        status: HTTPResponse.Status? = nil, @HTMLBuilder content: () -> HTML
    ) -> Reply {
        let shell = visit.page(
            title, current: "/agreements", way: .back(path), hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            content()
        }
        return .page(shell, status: status ?? (errors.isEmpty ? .ok : .unprocessableContent))
    }

    /// A form that says which text the person saw.
    func form(_ address: String, @HTMLBuilder content: () -> HTML) -> PostForm {
        PostForm("\(path)/\(address)", csrf: visit.csrf, warnsUnsaved: true) {
            hiddenInput("seen", String(assessment.revision))
            hiddenInput("read", assessment.digest(for: person.partner))
            content()
        }
    }

    /// The revision that the person had before them; none is as good as an old one.
    var seen: Int { Int(visit.form["seen"]) ?? -1 }

    /// Takes a step and goes to the assessment, or shows the form again with what is wrong.
    ///
    /// `field`: the field under which a refusal stands.
    func done(
        _ notice: String, at field: String,
        _ step: () async throws -> Void,
        else again: (FormErrors, HTTPResponse.Status) async throws -> Reply
    ) async throws -> Reply {
        do {
            try await step()
            return .seeOther("\(path)?done=\(notice)")
        } catch let refusal as Refusal where Self.isMendable(refusal) {
            var errors = FormErrors()
            for reason in refusal.reasons {
                errors.add(field, [reason.sentence, reason.fix].joined(separator: " "))
            }
            return try await again(
                errors, refusal.kind == .conflict ? .conflict : .unprocessableContent)
        }
    }

    /// Whether the form can be sent again; a step that is closed leads to a page of its own.
    private static func isMendable(_ refusal: Refusal) -> Bool {
        let isClosed = refusal.reasons.contains { $0.code == "wrong-stage" }
        return refusal.kind == .invalid || (refusal.kind == .conflict && !isClosed)
    }

    /// Changes the text, as `done` takes a step.
    func save(
        _ edit: ImpactAssessment.Edit, at field: String,
        else again: (FormErrors, HTTPResponse.Status) async throws -> Reply
    ) async throws -> Reply {
        try await done("saved", at: field) {
            _ = try await visit.store.edit(assessment.id, edit, seen: seen, by: person)
        } else: { errors, status in
            try await again(errors, status)
        }
    }

    func name(_ body: Partner.ID) -> String { words.names.name(body) }
}

extension Visit {
    /// The assessment that the path names; the path may end in `.json`.
    var assessmentID: ImpactAssessment.ID {
        get throws {
            let text = parameters["id"] ?? ""
            let code = text.hasSuffix(".json") ? String(text.dropLast(5)) : text
            guard let id = ImpactAssessment.ID(code) else {
                throw Refusal(
                    .notFound, "not-found", "There is no such page.",
                    fix: "Check the address, or start from the list of impact assessments.")
            }
            return id
        }
    }
}
