import Decisions
import Exchange
import Governance

/// Match models that wait for a person: to be signed off, or to be finished.
struct ModelWork {
    let tasks: [TaskList.Item]

    init(_ store: Store, _ person: Practitioner) async throws {
        guard person.may(.buildMatchModel) || person.may(.signMatchModel) else {
            tasks = []
            return
        }
        let names = try await store.names()
        tasks = try await store.models(seenBy: person).filter(\.state.isOpen).compactMap {
            version in
            let title = "\(names.name(version.purpose)), version \(version.number)"
            let path = "/matches/models/\(version.id)"
            let isSigner =
                person.may(.signMatchModel) && !version.builders.contains(person.id)
            if version.state == .trained, isSigner {
                return TaskList.Item(
                    "Sign off the match model: \(title)", to: "\(path)/sign-off",
                    .other(StatusTag("Waiting", .yellow)),
                    hint: "It is used once you have signed it off.")
            }
            guard person.may(.buildMatchModel) else { return nil }
            return TaskList.Item(
                "Finish the match model: \(title)", to: path,
                version.state == .trained ? .other(version.state.tag) : .inProgress,
                hint: version.state.words)
        }
    }
}
