import Governance
import Records

/// The rules of the catalogue said once more, one gateway and one yes or no at a time.
struct NaiveLaw {
    let catalogue: LawCatalogue
    let question: LawQuestion

    func allows(_ gateway: Gateway) -> Bool {
        guard gateway.effect != .context, isOn(gateway.from, gateway.until) else { return false }
        let rules = gateway.rules
        let reaches: [Gateway.Rules.Reach: Bool] = [
            .between: !question.isSameBody, .within: question.isSameBody, .either: true,
        ]
        return fits(question.holder, rules.holders) && fits(question.receiver, rules.receivers)
            && reaches[rules.reach] == true
            && (rules.purposes.isEmpty || rules.purposes.contains(question.purpose))
            && !(rules.needsRequest && !question.isRequested)
            && !(rules.needsAgreement && !question.hasAgreement)
            && carriesSomething(rules.items) && !rules.bars.contains { forbids($0, unsaid: true) }
            && !catalogue.prohibitions.contains {
                isOn($0.from, $0.until) && !$0.except.contains(gateway.id)
                    && forbids($0.bar, unsaid: false)
            }
    }

    private func isOn(_ from: Commencement, _ until: CalendarDate?) -> Bool {
        if let until, until < question.date { return false }
        switch from {
        case .on(let first): return first <= question.date
        case .longStanding: return true
        case .notCommenced, .unknown: return false
        }
    }

    private func fits(_ body: LegalBody, _ wanted: Set<Capacity.ID>) -> Bool {
        if wanted.isEmpty { return true }
        for capacity in catalogue.capacities where wanted.contains(capacity.id) {
            if capacity.kinds.contains(body.kind) { return true }
            if capacity.question != nil && body.attested.contains(capacity.id) { return true }
        }
        return false
    }

    private func carriesSomething(_ covered: Set<DataItem.ID>?) -> Bool {
        guard let covered, !question.items.isEmpty else { return true }
        return question.items.contains { covered.contains($0) }
    }

    /// `unsaid`: what counts where nobody said what the information is held for.
    private func forbids(_ bar: Bar, unsaid: Bool) -> Bool {
        if !fits(question.holder, bar.holders) { return false }
        if !fits(question.receiver, bar.receivers) { return false }
        if !bar.classes.isEmpty && !question.classes.contains(where: bar.classes.contains) {
            return false
        }
        if bar.usesLeft.contains(question.purpose) { return false }
        if bar.heldFor.isEmpty { return true }
        switch question.heldFor {
        case .notStated: return unsaid
        case .other: return false
        case .stated(let purpose): return bar.heldFor.contains(purpose)
        }
    }
}
