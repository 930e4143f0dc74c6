public import Records

extension ImpactAssessment {
    /// Why a step is refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// The step is not open at this stage.
        case wrongStage(Stage)
        /// The body is no controller.
        case notAController(Partner.ID)
        /// Only the lead may do this.
        case notTheLead(Partner.ID)
        /// There is no such risk or measure.
        case notThere
        /// The measure is done already.
        case alreadyDone
        /// The text is not complete.
        case incomplete([AssessmentFault])
        /// The screening calls for an assessment, so nobody can do without.
        case screeningRequires
        /// The adviser wrote in the text.
        case adviserWroteIt
        /// Whoever advised cannot sign or overrule.
        case signerAdvised
        /// A reason, or advice in words, is needed.
        case reasonMissing
        /// Advice to go on cannot be overruled.
        case nothingToOverrule
        /// High risks are left; there is no way round this one.
        case residualHigh([ImpactRisk.ID])
        /// The body has not said what is different there.
        case localPartMissing(Partner.ID)
        /// The body has signed already.
        case alreadySigned(Partner.ID)
        /// The day of review has passed.
        case reviewPassed(CalendarDate)
    }

    /// The record that no assessment is needed, with the reason in the screening's note.
    ///
    /// - Throws: `Refusal` when the screening is missing, gives no reason, or requires one.
    public func screenedOut(_ guide: AssessmentGuide, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage == .draft else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        guard let screening else { throw .incomplete([.noScreening]) }
        guard screening.result(guide.criteria).rank < 2 else { throw .screeningRequires }
        guard !screening.note.isBlank else { throw .reasonMissing }
        var changed = self
        changed.stage = .screenedOut
        return changed
    }

    /// The assessment with its text fixed and sent to the data protection officer.
    ///
    /// A high residual risk does not stop this step: the officer is to see it.
    /// - Throws: `Refusal` with everything that is missing.
    public func sent(_ guide: AssessmentGuide, on date: CalendarDate, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage == .draft else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        let faults = faults(guide)
        guard faults.isEmpty else { throw .incomplete(faults) }
        if let review, review < date { throw .reviewPassed(review) }
        var changed = self
        changed.stage = .withAdviser
        changed.reason = nil
        return changed
    }

    /// The assessment with the officer's advice.
    ///
    /// - Throws: `Refusal` when the person may not advise, or says nothing.
    public func advised(
        _ verdict: ImpactAdvice.Verdict, _ text: String, on date: CalendarDate,
        by person: Practitioner
    ) throws(Refusal) -> ImpactAssessment {
        guard stage == .withAdviser else { throw .wrongStage(stage) }
        guard controllers.contains(person.partner) else { throw .notAController(person.partner) }
        guard mayBeAdvised(by: person) else { throw .adviserWroteIt }
        guard !text.isBlank else { throw .reasonMissing }
        var changed = self
        changed.advice.append(
            ImpactAdvice(
                partner: person.partner, adviser: person.id, post: person.post, date: date,
                verdict: verdict, text: text))
        changed.stage = .advised
        return changed
    }

    /// The assessment after the lead answered the advice.
    ///
    /// Followed advice to change leads back to the draft, and to stop ends it. Going on, and
    /// overruling with a reason, lead to the signatures, unless a high risk is left (T15, T16).
    /// - Throws: `Refusal.reasonMissing` for overruling without a reason, `.residualHigh`.
    public func answered(
        followed: Bool, because reason: String, on date: CalendarDate, by person: Practitioner
    ) throws(Refusal) -> ImpactAssessment {
        guard stage == .advised, let last = advice.last else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        guard followed || last.verdict != .goOn else { throw .nothingToOverrule }
        guard followed || !reason.isBlank else { throw .reasonMissing }
        guard !advice.contains(where: { $0.adviser == person.id }) else { throw .signerAdvised }
        var changed = self
        changed.advice[advice.count - 1].answer = ImpactAdvice.Answer(
            isFollowed: followed, reason: reason, post: person.post, date: date)
        switch (followed, last.verdict) {
        case (true, .change): changed.reopen(because: last.text)
        case (true, .stop):
            changed.stage = .stopped
            changed.reason = last.text
        default:
            try requireNoHighRisk()
            changed.stage = .awaitingSignatures
        }
        return changed
    }

    /// The assessment after one controller signed it; the last signature completes it.
    ///
    /// - Throws: `Refusal.residualHigh` while a high risk is left, whoever signs.
    public func signed(on date: CalendarDate, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        try requireNoHighRisk()
        guard stage == .awaitingSignatures else { throw .wrongStage(stage) }
        let body = person.partner
        guard controllers.contains(body) else { throw .notAController(body) }
        guard signatures[body] == nil else { throw .alreadySigned(body) }
        guard !advice.contains(where: { $0.adviser == person.id }) else { throw .signerAdvised }
        guard body == lead || !(localParts[body] ?? "").isBlank else {
            throw .localPartMissing(body)
        }
        if let review, review < date { throw .reviewPassed(review) }
        var changed = self
        changed.signatures[body] = SharingAgreement.Approval(post: person.post, date: date)
        if changed.awaiting.isEmpty { changed.stage = .signed }
        return changed
    }

    /// The assessment back as a draft, with the reason; signatures so far are void.
    ///
    /// - Throws: `Refusal` when it is not with the adviser or the approvers, or no reason is given.
    public func reopened(because reason: String, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage.isOpen, stage != .draft else { throw .wrongStage(stage) }
        guard controllers.contains(person.partner) else { throw .notAController(person.partner) }
        guard !reason.isBlank else { throw .reasonMissing }
        var changed = self
        changed.reopen(because: reason)
        return changed
    }

    /// The assessment ended, since the processing is not going to happen.
    ///
    /// - Throws: `Refusal` when it is at an end already or no reason is given.
    public func stopped(because reason: String, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage.isOpen || stage == .signed else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        guard !reason.isBlank else { throw .reasonMissing }
        var changed = self
        changed.stage = .stopped
        changed.reason = reason
        return changed
    }

    /// The assessment with a note of what the Commissioner was asked, and what came back.
    ///
    /// It changes no rating: whatever the Commissioner says, a risk is lowered by measures.
    /// - Throws: `Refusal` when no high risk to people is left, or the body does not lead.
    public func consulted(_ consultation: PriorConsultation, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard needsPriorConsultation else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        var changed = self
        changed.consultations.append(consultation)
        return changed
    }

    /// The next version as a draft: same text, no advice and no signatures; `self` stays.
    ///
    /// `last`: the last version so far, where a draft after this one was stopped.
    /// - Throws: `Refusal` when this version is neither signed nor screened out.
    public func amendment(after last: Int? = nil, by person: Practitioner) throws(Refusal)
        -> ImpactAssessment
    {
        guard stage == .signed || stage == .screenedOut else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        var next = self
        next.version = (last ?? version) + 1
        next.revision = 1
        next.stage = .draft
        next.signatures = [:]
        next.advice = []
        next.consultations = []
        next.reason = nil
        next.authors.insert(person.id)
        return next
    }

    /// This version, once a later one is signed.
    public func replaced() -> ImpactAssessment {
        var changed = self
        changed.stage = .replaced
        return changed
    }

    private func requireNoHighRisk() throws(Refusal) {
        let left = stoppingRisks.map(\.id)
        guard left.isEmpty else { throw .residualHigh(left) }
    }

    private mutating func reopen(because reason: String) {
        stage = .draft
        signatures = [:]
        self.reason = reason
    }
}
