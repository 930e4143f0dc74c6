public import Records

/// Bodies whose tasks pass to others on a day, by an order or a statute: a merger, a split, or a
/// transfer from one to one (governance.md R1, T14).
public struct Succession: Codable, Hashable, Sendable, Identifiable {
    /// Names a succession, such as `succession-1`.
    public typealias ID = Identifier<Succession>

    /// Where it is on its way.
    public enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
        /// Being arranged; nothing has changed for anybody.
        case planned
        /// The day has come, and the bodies that end have left.
        case vested
        /// It will not happen.
        case withdrawn

        /// As people say it.
        public var label: String {
            switch self {
            case .planned: "Planned"
            case .vested: "Done"
            case .withdrawn: "Given up"
            }
        }
    }

    /// Why a succession is refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// Nobody ends, or nobody takes over.
        case sideMissing
        /// A body would take over from itself.
        case bothSides(Partner.ID)
        /// The order or the statute is not named.
        case authorityMissing
        /// It is no plan any more.
        case wrongStage(Stage)
        /// The day has not come.
        case tooEarly(CalendarDate)
    }

    /// Names the succession.
    public let id: ID
    /// The bodies that end.
    public let from: Set<Partner.ID>
    /// The bodies that take over.
    public let to: Set<Partner.ID>
    /// The first day on which the new bodies have the tasks.
    public let vesting: CalendarDate
    /// The order or the statute, with its number.
    public let authority: String
    /// For a split: who takes an agreement over; all of `to` where nothing is said.
    public internal(set) var takers: [SharingAgreement.ID: Set<Partner.ID>]
    /// Where it is on its way.
    public internal(set) var stage: Stage

    /// A plan.
    ///
    /// - Throws: `Refusal` when a side is missing, a body stands on both, or no order is named.
    public init(
        id: ID, from: Set<Partner.ID>, to: Set<Partner.ID>, vesting: CalendarDate,
        authority: String, takers: [SharingAgreement.ID: Set<Partner.ID>] = [:]
    ) throws(Refusal) {
        guard !from.isEmpty, !to.isEmpty else { throw .sideMissing }
        if let both = from.intersection(to).min() { throw .bothSides(both) }
        guard !authority.isBlank else { throw .authorityMissing }
        self.id = id
        self.from = from
        self.to = to
        self.vesting = vesting
        self.authority = authority
        self.takers = takers.filter { !$0.value.isEmpty }.mapValues { $0.intersection(to) }
        stage = .planned
    }

    /// Who takes an agreement over.
    public func successors(of agreement: SharingAgreement.ID) -> Set<Partner.ID> {
        takers[agreement].flatMap { $0.isEmpty ? nil : $0 } ?? to
    }

    /// The succession after its day has come.
    ///
    /// - Throws: `Refusal` when it is no plan, or the day has not come.
    public func vested(on date: CalendarDate) throws(Refusal) -> Succession {
        guard stage == .planned else { throw .wrongStage(stage) }
        guard date >= vesting else { throw .tooEarly(vesting) }
        var succession = self
        succession.stage = .vested
        return succession
    }

    /// The succession given up before its day.
    ///
    /// - Throws: `Refusal` when it is no plan any more.
    public func withdrawn() throws(Refusal) -> Succession {
        guard stage == .planned else { throw .wrongStage(stage) }
        var succession = self
        succession.stage = .withdrawn
        return succession
    }
}

/// What a succession means for one agreement.
public struct SuccessionLine: Hashable, Sendable {
    /// What has to be done.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// A new version has to be drafted with the successors, and signed by every party of it.
        case amend
        /// A text that is being written or approved names the bodies that end.
        case redraft
        /// The new version is written and waits for signatures.
        case sign
        /// The new version is signed by every party.
        case done
        /// Only one body would be left, or nothing would flow between two: it ends with the day.
        case end
        /// It has ended or ends before the day, so it stays as it is.
        case none

        /// As people say it.
        public var label: String {
            switch self {
            case .amend: "Draft a version with the successors"
            case .redraft: "Change the draft"
            case .sign: "Collect the signatures"
            case .done: "Ready"
            case .end: "End it: it is about one body only"
            case .none: "Nothing: it ends before"
            }
        }
    }

    /// The agreement.
    public let agreement: SharingAgreement.ID
    /// Its name.
    public let title: String
    /// The version that counts now.
    public let version: Int
    /// The parties that end.
    public let leaving: Set<Partner.ID>
    /// Who takes their place.
    public let successors: Set<Partner.ID>
    /// Who leads it from then on.
    public let lead: Partner.ID
    /// Every body that has to sign the new version and has not.
    public let signatories: [Partner.ID]
    /// What has to be done.
    public let step: Step
}

/// A post at a body that ends, which the successors have to fill.
public struct SuccessionPost: Hashable, Sendable {
    /// The body that ends.
    public let body: Partner.ID
    /// The post, such as "Senior Information Risk Owner".
    public let post: String
    /// What it may do.
    public let roles: Set<Practitioner.Role>
    /// The successors at which nobody has these roles yet.
    public let open: [Partner.ID]
}

extension Succession {
    /// Every agreement that names a body that ends, in order of their codes, with what has to be
    /// done; those whose last day lies before the vesting day stay as they are.
    ///
    /// - Complexity: O(agreements).
    public func lines(_ histories: [AgreementHistory], on date: CalendarDate) -> [SuccessionLine] {
        histories.sorted { $0.id < $1.id }.compactMap { line($0, on: date) }
    }

    private func line(_ history: AgreementHistory, on date: CalendarDate) -> SuccessionLine? {
        let now = history.current(on: date)
        // A new version with the successors may count already; the old one then tells who ends.
        let old = history.versions.last { !$0.terms.parties.isDisjoint(with: from) }
        guard let old else { return nil }
        let next = history.versions.last {
            $0.version > old.version && $0.terms.parties.isDisjoint(with: from)
                && ($0.stage != .retired || $0.isSigned)
        }
        let terms = replacing(old.terms, in: history.id)
        let step = step(old, next, terms)
        let isSigned = [.done, .end, .none].contains(step)
        return SuccessionLine(
            agreement: history.id, title: now.terms.title, version: now.version,
            leaving: old.terms.parties.intersection(from),
            successors: successors(of: history.id), lead: terms.lead,
            signatories: isSigned ? [] : (next?.awaiting ?? terms.parties.sorted()), step: step)
    }

    private func step(
        _ old: SharingAgreement, _ next: SharingAgreement?, _ terms: SharingAgreement.Terms
    ) -> SuccessionLine.Step {
        if let next { return next.isSigned ? .done : .sign }
        switch old.stage {
        case .draft, .awaitingApproval: return .redraft
        case .retired: return .none
        case .approved, .suspended:
            if old.terms.lastDay < vesting { return .none }
            return terms.parties.count < 2 || terms.flows.isEmpty ? .end : .amend
        }
    }

    /// The posts with roles of the bodies that end, with the successors that have nobody for them.
    public func posts(_ accounts: [Practitioner]) -> [SuccessionPost] {
        let active = accounts.filter(\.isActive)
        return active.filter { from.contains($0.partner) }
            .map { account in
                SuccessionPost(
                    body: account.partner, post: account.post, roles: account.roles,
                    open: to.sorted().filter { successor in
                        !active.contains {
                            $0.partner == successor && $0.roles.isSuperset(of: account.roles)
                        }
                    })
            }
            .sorted { ($0.body, $0.post) < ($1.body, $1.post) }
    }

    /// Terms in which the successors stand for the bodies that end.
    ///
    /// The first day is the vesting day or later, and a review date that would lie before it moves
    /// to it. A flow from a new body to nobody but itself is no sharing any more and falls away;
    /// the others keep their clauses.
    public func replacing(
        _ terms: SharingAgreement.Terms, in agreement: SharingAgreement.ID
    ) -> SharingAgreement.Terms {
        let successors = successors(of: agreement)
        func now(_ bodies: Set<Partner.ID>) -> Set<Partner.ID> {
            bodies.isDisjoint(with: from) ? bodies : bodies.subtracting(from).union(successors)
        }
        var changed = terms
        changed.parties = now(terms.parties)
        if from.contains(terms.lead) { changed.lead = successors.min() ?? terms.lead }
        for index in changed.flows.indices {
            changed.flows[index].from = now(changed.flows[index].from)
            changed.flows[index].to = now(changed.flows[index].to)
        }
        changed.flows.removeAll { flow in
            flow.from.count == 1 && flow.to == flow.from && !flow.from.isDisjoint(with: to)
        }
        changed.start = max(terms.start, vesting)
        changed.review = max(terms.review, changed.start)
        return changed
    }
}
