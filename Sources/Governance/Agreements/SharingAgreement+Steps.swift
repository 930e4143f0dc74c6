public import Records

extension SharingAgreement {
    /// Why a step is refused; each case has one sentence in `sentence`.
    public enum Refusal: Error, Hashable, Sendable {
        /// The step is not open at this stage.
        case wrongStage(Stage)
        /// The body is not a party.
        case notAParty(Partner.ID)
        /// The party has approved this text already.
        case alreadyApproved(Partner.ID)
        /// The terms are not complete.
        case incomplete([TermsFault])
        /// The last day has passed.
        case expired(CalendarDate)
        /// A reason is needed.
        case reasonMissing
        /// A review is under way already.
        case reviewOpen(since: CalendarDate)
        /// The next review date has to lie after the one day and not after the other.
        case reviewDate(after: CalendarDate, last: CalendarDate)
        /// A later version takes the place of this one.
        case replaced(from: CalendarDate)
        /// A later version is being written already.
        case amendmentOpen(version: Int)
        /// The version in force is suspended, so no other may take its place.
        case suspendedMeanwhile
    }

    /// The draft with other terms; earlier refusals are answered by the new text.
    ///
    /// - Throws: `Refusal.wrongStage` once the text is with the approvers.
    public func revised(_ terms: Terms) throws(Refusal) -> SharingAgreement {
        guard stage == .draft else { throw .wrongStage(stage) }
        var agreement = self
        agreement.terms = terms
        agreement.refusals = [:]
        return agreement
    }

    /// The agreement with its text fixed and sent to every party's approver.
    ///
    /// - Throws: `Refusal` when it is not a draft, is incomplete, or would already have ended.
    public func sent(on date: CalendarDate) throws(Refusal) -> SharingAgreement {
        guard stage == .draft else { throw .wrongStage(stage) }
        guard terms.lastDay >= date else { throw .expired(terms.lastDay) }
        let faults = terms.faults
        guard faults.isEmpty else { throw .incomplete(faults) }
        var agreement = self
        agreement.stage = .awaitingApproval
        return agreement
    }

    /// The agreement after one party approved it; the last approval completes it.
    ///
    /// An approval takes back an earlier refusal by the same party.
    ///
    /// It never counts as in force before the last signature: a start that has passed by then
    /// moves to the day of that signature (governance.md K9, R5).
    ///
    /// - Throws: `Refusal` when the body may not approve now.
    public func approved(by party: Partner.ID, _ approval: Approval)
        throws(Refusal) -> SharingAgreement
    {
        guard stage == .awaitingApproval else { throw .wrongStage(stage) }
        guard terms.parties.contains(party) else { throw .notAParty(party) }
        guard approvals[party] == nil else { throw .alreadyApproved(party) }
        guard terms.lastDay >= approval.date else { throw .expired(terms.lastDay) }
        var agreement = self
        agreement.approvals[party] = approval
        agreement.refusals[party] = nil
        if agreement.awaiting.isEmpty {
            agreement.stage = .approved
            let last = agreement.approvals.values.map(\.date).max() ?? approval.date
            agreement.terms.start = max(terms.start, last)
        }
        return agreement
    }

    /// The agreement back as a draft after one party refused it; earlier approvals are void.
    ///
    /// - Throws: `Refusal` when the body may not refuse now or gives no reason.
    public func refused(by party: Partner.ID, because reason: String)
        throws(Refusal) -> SharingAgreement
    {
        guard stage == .awaitingApproval else { throw .wrongStage(stage) }
        guard terms.parties.contains(party) else { throw .notAParty(party) }
        guard !reason.isBlank else { throw .reasonMissing }
        var agreement = self
        agreement.stage = .draft
        agreement.approvals = [:]
        agreement.refusals[party] = reason
        return agreement
    }

    /// The agreement suspended, resumed or ended before its last day.
    ///
    /// - Throws: `Refusal` when the step is not open or no reason is given.
    public func stopped(_ stage: Stage, because reason: String)
        throws(Refusal) -> SharingAgreement
    {
        let open: Bool =
            switch (self.stage, stage) {
            case (.approved, .suspended), (.suspended, .approved), (.approved, .retired),
                (.suspended, .retired), (.draft, .retired):
                true
            default: false
            }
        guard open else { throw .wrongStage(self.stage) }
        guard !reason.isBlank else { throw .reasonMissing }
        var agreement = self
        agreement.stage = stage
        agreement.stopReason = stage == .approved ? nil : reason
        return agreement
    }
}
