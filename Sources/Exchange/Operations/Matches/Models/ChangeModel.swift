public import Governance
public import Linkage
public import Records

extension Store {
    /// Replaces the model and the notes of a version that is still open; it must be trained again.
    ///
    /// `seen`: the revision that the person had before them; an old one is refused.
    /// - Throws: `Refusal` with every problem of the model.
    public func changeModel(
        _ id: MatchModel.ID, to model: LinkageModel, notes: String, seen: Int,
        by person: Practitioner
    ) async throws -> MatchModel {
        try requireUsable(model)
        try Self.requireShort(notes)
        return try await change(id, "match-model-changed", seen: seen, by: person) { version in
            var content = version.content
            content.model = model
            content.notes = notes
            content.training = nil
            content.builders.insert(person.id)
            return (.draft, content)
        }
    }

    /// Replaces the notes of a version that is still open; its training stays.
    ///
    /// `seen`: the revision that the person had before them; an old one is refused.
    public func changeNotes(
        of id: MatchModel.ID, to notes: String, seen: Int, by person: Practitioner
    ) async throws -> MatchModel {
        try Self.requireShort(notes)
        return try await change(id, "match-model-notes", seen: seen, by: person) { version in
            var content = version.content
            content.notes = notes
            content.builders.insert(person.id)
            return (version.state, content)
        }
    }

    /// Sets the cut-off of a trained version, in bits.
    ///
    /// `seen`: the revision that the person had before them; an old one is refused.
    /// - Throws: `Refusal` when the version is not trained or the number is out of range.
    public func setThreshold(
        _ id: MatchModel.ID, to bits: Double, seen: Int, by person: Practitioner
    ) async throws -> MatchModel {
        guard (-30...60).contains(bits) else {
            throw Refusal(
                .invalid, "threshold-range", "The cut-off must be from -30 to 60 bits.",
                fix: "Choose one near the suggested cut-off.")
        }
        return try await change(id, "match-model-cut-off", seen: seen, by: person) { version in
            guard version.state == .trained else { throw Self.notTrained }
            var content = version.content
            content.thresholdBits = bits
            content.builders.insert(person.id)
            return (.trained, content)
        }
    }

    static let notTrained = Refusal(
        .conflict, "not-trained", "This version is not trained yet.",
        fix: "Train it on two loads first.")

    private func change(
        _ id: MatchModel.ID, _ type: String, seen: Int, by person: Practitioner,
        _ next:
            @Sendable @escaping (MatchModel) throws -> (MatchModel.State, MatchModel.Content)
    ) async throws -> MatchModel {
        try require(.buildMatchModel, of: person)
        let moment = now
        return try await transact { db in
            let version = try MatchModel.fetch(id, of: person.partner, db)
            try version.requireOpen(seen: seen)
            let (state, content) = try next(version)
            let changed = try version.updated(state, content, db)
            try changed.log(type, by: person, at: moment, db)
            return changed
        }
    }
}
