import Exchange
import Governance
import Records

/// What an officer has to do about the assurances of the own body.
struct AssuranceWork {
    let tasks: [TaskList.Item]

    init(_ store: Store, _ person: Practitioner) async throws {
        guard person.may(.keepAssurance) else {
            tasks = []
            return
        }
        let recorded = try await store.assurances(of: [person.partner])
        let today = store.today
        tasks = Assurance.Kind.allCases.compactMap { kind in
            guard let latest = recorded.latest(kind) else { return nil }
            let standing = latest.standing(on: today)
            guard standing >= .endsSoon else { return nil }
            return TaskList.Item(
                "Renew or mend: \(kind.label)", to: "/partners/\(person.partner)/assurance",
                .other(standing.tag), hint: latest.lastDay.map { "Last day: \($0.words)." })
        }
    }
}
