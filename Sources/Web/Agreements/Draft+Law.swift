import Exchange
import Governance
import Records

extension Draft {
    /// Why each gateway that fits no direction of the draft does not, by its code.
    var barredLaws: [Gateway.ID: String] {
        let reference = words.reference
        var trial = terms
        trial.gateways = reference.law.gateways(on: terms.start).map(\.id)
        let bodies = Dictionary(
            partners.map { ($0.id, $0.legalBody) }, uniquingKeysWith: { first, _ in first })
        return Dictionary(
            reference.law.faults(in: trial, of: bodies).map { fault in
                let names = reference.lawNames
                return (
                    fault.gateway.id,
                    fault.reasons.map { $0.sentence(names) }.joined(separator: " ")
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The gateways chosen that no party can rely on, as the store would refuse them.
    var lawFaults: [Refusal.Reason] { words.reference.lawFaults(in: terms, of: partners) }

    /// The names of senders for which no chosen gateway allows at least one disclosure.
    var sendersWithoutPower: [String] {
        let senders = words.reference.missingPowers(in: terms, of: partners).map(\.from)
        return words.bodies(Set(senders))
    }
}
