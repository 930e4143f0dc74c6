import GRDB
public import Governance
public import Records

extension Store {
    /// Records an assurance of the person's own body; an earlier one of its kind stays readable.
    ///
    /// - Throws: `Refusal` when the role does not allow it or a part of it cannot be.
    @discardableResult
    public func record(
        _ kind: Assurance.Kind, level: String, evidence: String, checkedOn: CalendarDate,
        lastDay: CalendarDate?, by person: Practitioner
    ) async throws -> Assurance {
        try require(.keepAssurance, of: person)
        try Self.requireText(level, "level", "the level or the number", longest: 200)
        try Self.requireText(evidence, "evidence", "where it can be looked up", longest: 500)
        guard checkedOn <= today else {
            throw Refusal(
                .invalid, "checked-later", "The day on which it was looked up is yet to come.",
                fix: "Enter today or an earlier day.")
        }
        guard lastDay.map({ $0 >= checkedOn }) ?? true else {
            throw Refusal(
                .invalid, "ends-before", "It ends before the day on which it was looked up.",
                fix: "Correct one of the two days.")
        }
        let assurance = Assurance(
            id: Secret.code(of: Assurance.self), partner: person.partner, kind: kind,
            level: level, evidence: evidence, checkedOn: checkedOn, lastDay: lastDay)
        return try await keep(assurance, type: "assurance-recorded", by: person)
    }

    /// Adds a step to the plan of an assurance of the own body.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or `notFound`.
    @discardableResult
    public func plan(
        _ step: Assurance.Step, for id: Assurance.ID, by person: Practitioner
    ) async throws -> Assurance {
        try require(.keepAssurance, of: person)
        try Self.requireText(step.text, "step", "what will be done", longest: 500)
        try Self.requireText(step.owner, "owner", "the post that does it", longest: 200)
        let assurance = try await own(id, of: person)
        guard assurance.plan.count < 50 else {
            throw Refusal(
                .conflict, "plan-full", "The plan has 50 steps already.",
                fix: "Record the assurance anew when you look it up again.")
        }
        return try await keep(assurance.planning(step), type: "assurance-planned", by: person)
    }

    /// Records that a step was done today; steps count from 0.
    ///
    /// - Throws: `Refusal` when the role does not allow it, or the step is not there or was done.
    @discardableResult
    public func finish(
        step: Int, of id: Assurance.ID, by person: Practitioner
    ) async throws -> Assurance {
        try require(.keepAssurance, of: person)
        let assurance = try await own(id, of: person)
        guard let done = assurance.doing(step: step, on: today) else {
            throw Refusal(
                .conflict, "step-done", "This step is not there, or somebody has done it already.",
                fix: "Look at the plan again.")
        }
        return try await keep(done, type: "assurance-step-done", by: person)
    }

    /// What bodies have recorded, body by body and the last looked up first.
    public func assurances(of partners: Set<Partner.ID>) async throws -> [Assurance] {
        try await read { db in try Assurance.fetchAll(of: partners, db) }
    }

    private func own(_ id: Assurance.ID, of person: Practitioner) async throws -> Assurance {
        let assurance = try await read { db in try Assurance.fetch(id, db) }
        guard let assurance, assurance.partner == person.partner else {
            throw Refusal.notFound("assurance")
        }
        return assurance
    }

    private func keep(
        _ assurance: Assurance, type: String, by person: Practitioner
    ) async throws -> Assurance {
        let moment = now
        return try await transact { db in
            try assurance.save(db)
            try Log.append(
                LogEntry(
                    type: type, parties: [assurance.partner],
                    body: [
                        "partner": .text(assurance.partner.rawValue),
                        "assurance": .text(assurance.id.rawValue),
                        "assuranceKind": .text(assurance.kind.rawValue),
                    ]),
                by: person, at: moment, to: db)
            return assurance
        }
    }

    private static func requireText(
        _ text: String, _ code: String, _ what: String, longest: Int
    ) throws {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.invalid, "\(code)-missing", "Enter \(what).")
        }
        guard text.count <= longest else {
            throw Refusal(
                .invalid, "\(code)-too-long",
                "The text is longer than \(longest) characters: \(what).", fix: "Shorten it.")
        }
    }
}
