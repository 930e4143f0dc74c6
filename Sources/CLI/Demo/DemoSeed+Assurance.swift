import DemoData
import Exchange
import Governance
import Records

extension DemoSeed {
    /// What each body with an officer has recorded: most hold, some end soon, have ended or lack.
    func recordAssurances(in store: Store) async throws {
        let officers = partnership.practitioners.filter { $0.may(.keepAssurance) }
        let bodies = Set(officers.map(\.partner)).sorted()
        for (place, body) in bodies.enumerated() {
            guard let officer = officers.first(where: { $0.partner == body }),
                try await store.partner(body).standing == .active
            else { continue }
            let checked = store.today.adding(months: -8)
            _ = try await store.record(
                .registration, level: try await store.partner(body).registration,
                evidence: "The Commissioner’s public register", checkedOn: checked,
                lastDay: checked.adding(months: 12), by: officer)
            let training = try await store.record(
                .training, level: "\(88 + place % 12) of 100 staff in the last year",
                evidence: "The data protection officer", checkedOn: checked, lastDay: nil,
                by: officer)
            if place % 3 == 1 {
                _ = try await store.plan(
                    Assurance.Step(
                        "Train those who joined this year.", owner: "head of training",
                        due: store.today.adding(days: place % 2 == 0 ? -14 : 60)),
                    for: training.id, by: officer)
            }
            guard place % 4 != 3 else { continue }
            _ = try await store.record(
                .cyberEssentials, level: place % 2 == 0 ? "Plus" : "Basic",
                evidence: "The scheme’s search for certificates", checkedOn: checked,
                lastDay: checked.adding(months: [12, 9, 7][place % 3]), by: officer)
        }
    }
}
