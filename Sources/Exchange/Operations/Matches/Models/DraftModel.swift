import GRDB
public import Governance
public import Linkage
public import Records

/// What a new version of a match model starts from.
public enum ModelStart: Hashable, Sendable {
    /// The model of people that Weft brings along.
    case builtIn
    /// A model that was read from a file.
    case imported(LinkageModel)
    /// An earlier version of the same body.
    case version(MatchModel.ID)
}

extension Store {
    /// The most characters of notes and of a statement.
    static let longestModelText = 2_000

    /// Drafts a new version of the model of the person's body for a purpose.
    ///
    /// - Throws: `Refusal` when the purpose is unknown or the model cannot be used.
    public func draftModel(
        for purpose: Purpose.ID, from start: ModelStart, notes: String,
        by person: Practitioner
    ) async throws -> MatchModel {
        try require(.buildMatchModel, of: person)
        guard reference.purposes.contains(where: { $0.id == purpose }) else {
            throw Refusal.notFound("purpose")
        }
        try Self.requireShort(notes)
        if case .imported(let model) = start { try requireUsable(model) }
        let moment = now
        return try await transact { db in
            let (model, origin, threshold) = try Self.start(start, of: person.partner, db)
            let draft = MatchModel(
                id: Secret.code(of: MatchModel.self), owner: person.partner, purpose: purpose,
                number: try MatchModel.nextNumber(purpose, of: person.partner, db),
                state: .draft, revision: 1,
                content: MatchModel.Content(
                    origin: origin, createdBy: person.id, createdAt: moment, notes: notes,
                    model: model, thresholdBits: threshold, builders: [person.id]))
            try draft.insert(db)
            try draft.log("match-model-drafted", by: person, at: moment, db)
            return draft
        }
    }

    static func requireShort(_ text: String) throws {
        guard text.count <= longestModelText else {
            throw Refusal(
                .invalid, "text-too-long", "The text is longer than 2,000 characters.",
                fix: "Shorten it.")
        }
    }

    /// The cut-off of a new version until somebody chooses one.
    private static let evenOddsBits = 0.0

    private static func start(
        _ start: ModelStart, of partner: Partner.ID, _ db: Database
    ) throws -> (LinkageModel, MatchModel.Origin, Double) {
        switch start {
        case .builtIn: return (.people(.linkOnly), .builtIn, evenOddsBits)
        case .imported(let model): return (model, .imported, evenOddsBits)
        case .version(let id):
            let earlier = try MatchModel.fetch(id, of: partner, db)
            return (earlier.model, .version(id), earlier.thresholdBits)
        }
    }
}
