public import Records

/// Every version of one agreement: what was signed before is never overwritten.
public struct AgreementHistory: Hashable, Sendable {
    /// Names the agreement.
    public let id: SharingAgreement.ID
    /// At least one version, in order of their numbers.
    public private(set) var versions: [SharingAgreement]

    /// The history of these versions; nil when there is none, or they are of several agreements.
    public init?(_ versions: [SharingAgreement]) {
        let sorted = versions.sorted { $0.version < $1.version }
        guard let first = sorted.first, sorted.allSatisfy({ $0.id == first.id }),
            Set(sorted.map(\.version)).count == sorted.count
        else { return nil }
        id = first.id
        self.versions = sorted
    }

    /// The parties of every version as it stands: they may read the agreement.
    public var readers: Set<Partner.ID> {
        versions.reduce(into: []) { $0.formUnion($1.terms.parties) }
    }

    /// The version with the highest number.
    public var latest: SharingAgreement { versions[versions.count - 1] }

    /// The version that counts on a day.
    ///
    /// It is the last signed version that has started; else the first signed one; else, while
    /// nothing is signed, the latest text.
    public func current(on date: CalendarDate) -> SharingAgreement {
        let signed = versions.filter(\.isSigned)
        return signed.last { $0.terms.start <= date } ?? signed.first ?? latest
    }

    /// A later text that is being written or approved while an earlier one is signed.
    public var amendment: SharingAgreement? {
        guard latest.stage == .draft || latest.stage == .awaitingApproval,
            versions.contains(where: \.isSigned)
        else { return nil }
        return latest
    }

    /// The text that can still be changed or approved, if there is one.
    public var working: SharingAgreement? {
        latest.stage == .draft || latest.stage == .awaitingApproval ? latest : nil
    }

    /// A signed version that takes the place of the current one after the day.
    public func upcoming(on date: CalendarDate) -> SharingAgreement? {
        let now = current(on: date)
        return versions.first { $0.isSigned && $0.version > now.version && $0.stage != .retired }
    }

    /// The version that a body reads on a day: the current one when it is a party of it, else the
    /// latest of which it is a party; nil when it is a party of none.
    public func version(readBy party: Partner.ID, on date: CalendarDate) -> SharingAgreement? {
        let now = current(on: date)
        if now.terms.parties.contains(party) { return now }
        return versions.last { $0.terms.parties.contains(party) }
    }

    /// The versions from which decisions of a day are made and explained: not those that were
    /// replaced, nor texts that were given up while a signed one goes on.
    public func deciding(on date: CalendarDate) -> [SharingAgreement] {
        let hasSigned = versions.contains(where: \.isSigned)
        return versions.filter { version in
            version.standing(on: date) != .replaced
                && (version.stage != .retired || version.isSigned || !hasSigned)
        }
    }

    /// What a body has to know of on a day: the version that it reads, one that comes later, and a
    /// text that is being written or approved; each once and only as a party of it.
    public func live(for party: Partner.ID, on date: CalendarDate) -> [SharingAgreement] {
        let all = [version(readBy: party, on: date), upcoming(on: date), amendment].compactMap {
            $0
        }
        var seen: Set<Int> = []
        return all.filter { $0.terms.parties.contains(party) && seen.insert($0.version).inserted }
    }
}

extension AgreementHistory {
    /// A new text as a draft, with the terms of the current one; the current one stays in force.
    ///
    /// The review of the current version is closed with it. The new text starts on the day or
    /// later, and needs every party's approval (T2). A review date that has passed becomes one a
    /// year ahead, for the lead to change.
    /// - Throws: `Refusal` when nothing is signed, all has ended, a draft is open already, or no
    ///   reason is given.
    public func amended(because reason: String, on date: CalendarDate)
        throws(SharingAgreement.Refusal) -> (current: SharingAgreement, draft: SharingAgreement)
    {
        if let open = working ?? upcoming(on: date) {
            throw .amendmentOpen(version: open.version)
        }
        let now = current(on: date)
        guard now.stage == .approved else { throw .wrongStage(now.stage) }
        guard !reason.isBlank else { throw .reasonMissing }
        let closed = try now.closing(.amended, because: reason, on: date)
        var terms = now.terms
        terms.start = max(terms.start, date)
        if terms.review < terms.start {
            terms.review = min(terms.lastDay, terms.start.saturating(months: 12))
        }
        return (
            closed, SharingAgreement(id: id, version: latest.version + 1, terms: terms)
        )
    }

    /// The working text with one more approval, and what the last approval does to the others.
    ///
    /// When it completes the text, the signed version before it is replaced from the new start.
    /// - Throws: `Refusal` when there is nothing to approve, the body may not approve now, or the
    ///   version in force is suspended.
    public func approved(by party: Partner.ID, _ approval: SharingAgreement.Approval)
        throws(SharingAgreement.Refusal) -> [SharingAgreement]
    {
        guard let text = working else { throw .wrongStage(current(on: approval.date).stage) }
        let now = amendment == nil ? nil : current(on: approval.date)
        if now?.stage == .suspended { throw .suspendedMeanwhile }
        if now?.stage == .retired { throw .wrongStage(.retired) }
        let approved = try text.approved(by: party, approval)
        guard approved.stage == .approved, let now else { return [approved] }
        return [now.replaced(from: approved.terms.start), approved]
    }

    /// Every version that changes when the agreement is suspended, resumed or ended on a day.
    ///
    /// What is in force or comes later is stopped. Ending also ends a text that is being written,
    /// so that nobody can revive the agreement by approving it; a text that was never signed can
    /// be discarded alone while the signed one goes on (`discarded`).
    /// - Throws: `Refusal` when the step is not open or no reason is given.
    public func stopped(
        _ stage: SharingAgreement.Stage, because reason: String, on date: CalendarDate
    ) throws(SharingAgreement.Refusal) -> [SharingAgreement] {
        let now = current(on: date)
        var changed = [try now.stopped(stage, because: reason)]
        if stage == .retired {
            changed[0] = changed[0].reviewClosed(.retired, because: reason, on: date)
        }
        if let next = upcoming(on: date) {
            changed.append(try next.stopped(stage, because: reason))
        }
        if stage == .retired, let amendment {
            changed.append(try amendment.withdrawn(because: reason))
        }
        return changed
    }

    /// The amendment that is being written or approved, given up; the signed version goes on.
    ///
    /// - Throws: `Refusal` when there is none or no reason is given.
    public func discarded(because reason: String) throws(SharingAgreement.Refusal)
        -> SharingAgreement
    {
        guard let amendment else { throw .wrongStage(latest.stage) }
        return try amendment.withdrawn(because: reason)
    }
}

extension SharingAgreement {
    /// This version, once a later one was approved that starts on a day.
    public func replaced(from start: CalendarDate) -> SharingAgreement {
        var version = self
        version.replacedFrom = start
        return version
    }

    /// An unsigned text given up, also while it is with the approvers; their approvals are void.
    fileprivate func withdrawn(because reason: String) throws(Refusal) -> SharingAgreement {
        guard !reason.isBlank else { throw .reasonMissing }
        var text = self
        text.stage = .draft
        text.approvals = [:]
        return try text.stopped(.retired, because: reason)
    }
}
