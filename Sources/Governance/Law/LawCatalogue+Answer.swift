import Records

extension LawCatalogue {
    /// What may be relied on for a question, what may not and why, and what to know first.
    ///
    /// Every gateway of the catalogue is in exactly one of the lists. What is not recorded counts
    /// as not so.
    public func answer(to question: LawQuestion) -> LawAnswer {
        var (candidates, lastResorts): ([LawAnswer.Candidate], [LawAnswer.Candidate]) = ([], [])
        var (supporting, barred): ([LawAnswer.Candidate], [LawAnswer.Barred]) = ([], [])
        for gateway in gateways(on: question.date) {
            let reasons = reasons(against: gateway, for: question)
            guard reasons.isEmpty else {
                barred.append(LawAnswer.Barred(gateway: gateway, reasons: reasons))
                continue
            }
            let candidate = candidate(gateway, for: question)
            if !gateway.rules.grantsDisclosure {
                supporting.append(candidate)
            } else if gateway.rules.isLastResort {
                lastResorts.append(candidate)
            } else {
                candidates.append(candidate)
            }
        }
        let proposed = candidates + lastResorts
        return LawAnswer(
            question: question, candidates: proposed, supporting: supporting, barred: barred,
            conditions: conditions(for: question),
            warnings: LawWarning.allCases.filter { has($0, question, proposed, supporting) })
    }

    /// Every reason why a gateway cannot be relied on, the lasting ones first.
    public func reasons(against gateway: Gateway, for question: LawQuestion) -> [LawReason] {
        standing(of: gateway, on: question.date) + eligibility(for: gateway, question)
            + circumstances(of: gateway, question) + bars(of: gateway, question)
    }

    private func standing(of gateway: Gateway, on date: CalendarDate) -> [LawReason] {
        if gateway.effect == .context { return [.background] }
        if !gateway.from.hasBegun(on: date) { return [.notInForce(gateway.from)] }
        if let until = gateway.until, until < date { return [.ended(until)] }
        return []
    }

    private func eligibility(for gateway: Gateway, _ question: LawQuestion) -> [LawReason] {
        let rules = gateway.rules
        var reasons: [LawReason] = []
        if !has(question.holder, oneOf: rules.holders) { reasons.append(.holder(rules.holders)) }
        if !has(question.receiver, oneOf: rules.receivers) {
            reasons.append(.receiver(rules.receivers))
        }
        if rules.reach == .between && question.isSameBody { reasons.append(.onlyBetween) }
        if rules.reach == .within && !question.isSameBody { reasons.append(.onlyWithin) }
        if !rules.purposes.isEmpty && !rules.purposes.contains(question.purpose) {
            reasons.append(.purpose(question.purpose))
        }
        return reasons
    }

    private func circumstances(of gateway: Gateway, _ question: LawQuestion) -> [LawReason] {
        let rules = gateway.rules
        var reasons: [LawReason] = []
        if rules.needsRequest && !question.isRequested { reasons.append(.notRequested) }
        if rules.needsAgreement && !question.hasAgreement { reasons.append(.notAgreed) }
        if let covered = rules.items, !question.items.isEmpty,
            covered.isDisjoint(with: question.items)
        {
            reasons.append(.items(covered))
        }
        return reasons
    }

    private func bars(of gateway: Gateway, _ question: LawQuestion) -> [LawReason] {
        var reasons: [LawReason] = []
        for bar in gateway.rules.bars {
            switch applies(bar, to: question) {
            case true?: reasons.append(.bar(bar))
            case nil where !reasons.contains(.heldForUnknown): reasons.append(.heldForUnknown)
            default: break
            }
        }
        for prohibition in prohibitions(against: gateway, on: question.date)
        where applies(prohibition.bar, to: question) == true {
            reasons.append(.prohibition(prohibition.citation, prohibition.bar))
        }
        return reasons
    }

    private func prohibitions(against gateway: Gateway, on date: CalendarDate) -> [Prohibition] {
        prohibitions.filter { $0.isInForce(on: date) && !$0.except.contains(gateway.id) }
    }

    /// Whether a bar applies; nil where that hangs on a holding purpose that nobody stated.
    private func applies(_ bar: Bar, to question: LawQuestion) -> Bool? {
        guard has(question.holder, oneOf: bar.holders),
            has(question.receiver, oneOf: bar.receivers),
            bar.classes.isEmpty || !bar.classes.isDisjoint(with: question.classes),
            !bar.usesLeft.contains(question.purpose)
        else { return false }
        guard !bar.heldFor.isEmpty else { return true }
        return switch question.heldFor {
        case .notStated: nil
        case .other: false
        case .stated(let purpose): bar.heldFor.contains(purpose)
        }
    }

    private func has(_ body: LegalBody, oneOf wanted: Set<Capacity.ID>) -> Bool {
        wanted.isEmpty || !capacities(of: body).isDisjoint(with: wanted)
    }

    private func candidate(_ gateway: Gateway, for question: LawQuestion) -> LawAnswer.Candidate {
        let covered = gateway.rules.items
        let asked = question.items
        let items = asked.isEmpty ? covered ?? [] : covered.map(asked.intersection) ?? asked
        let open = prohibitions(against: gateway, on: question.date)
            .filter { applies($0.bar, to: question) == nil }
            .map { "Find out what the information is held for. \($0.bar.sentence)" }
        return LawAnswer.Candidate(
            gateway: gateway, items: items, withheld: asked.subtracting(covered ?? asked),
            checks: gateway.checks + open)
    }
}

extension LawCatalogue {
    private func conditions(for question: LawQuestion) -> [LawCondition] {
        var layers: Set<LawCondition.Layer> = []
        if question.hasSpecialData { layers.formUnion([.article9, .schedule1]) }
        if question.classes.contains(.criminal) { layers.formUnion([.article10, .schedule1]) }
        if question.holder.kind.isCompetentAuthority
            || question.receiver.kind.isCompetentAuthority
        {
            layers.insert(.part3)
        }
        if question.basis == .recognisedLegitimateInterest { layers.insert(.annex1) }
        return conditions.filter {
            layers.contains($0.layer) && $0.from.hasBegun(on: question.date)
        }
    }

    private func has(
        _ warning: LawWarning, _ question: LawQuestion, _ proposed: [LawAnswer.Candidate],
        _ supporting: [LawAnswer.Candidate]
    ) -> Bool {
        let (holder, receiver) = (question.holder.kind, question.receiver.kind)
        let isRecognised = question.basis == .recognisedLegitimateInterest
        return switch warning {
        case .publicTaskInstead:
            (isRecognised || question.basis == .legitimateInterests)
                && holder.isPublicAuthority
        case .requesterMustState:
            isRecognised && !holder.isPublicAuthority && receiver.isPublicAuthority
        case .balancingTest: question.basis == .legitimateInterests
        case .regimeChange: holder.isCompetentAuthority != receiver.isCompetentAuthority
        case .specialCategory: question.hasSpecialData
        case .offenceData: question.classes.contains(.criminal)
        case .noDisclosingPower: proposed.isEmpty
        case .lastResortOnly:
            !proposed.isEmpty && proposed.allSatisfy(\.gateway.rules.isLastResort)
        case .refusalOnRecord:
            (proposed + supporting).contains { $0.gateway.refusing != nil }
        case .notVerified: (proposed + supporting).contains { !$0.gateway.isVerified }
        }
    }
}

extension LawQuestion {
    /// Health and care data about patients is special category data as well.
    fileprivate var hasSpecialData: Bool {
        classes.contains(.special) || classes.contains(.patient)
    }
}
