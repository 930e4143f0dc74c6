public import Governance
public import Records

/// What a file of another place becomes here: the terms of a draft, and what could not be taken.
public struct AgreementImport: Sendable {
    /// The file.
    public let file: AgreementFile
    /// Which body here stands for which of the file, as far as it is known.
    public let bodies: [Partner.ID: Partner.ID]
    /// The bodies of the file for which none is chosen yet, in order of their codes.
    public let missing: [Partner.ID]
    /// What stops the import, a sentence each.
    public let obstacles: [String]
    /// What is left out or has to be looked at, a sentence each.
    public let notes: [String]

    /// Reads a file against what this partnership knows.
    ///
    /// A body of the file stands for the body here of the same code, unless `chosen` says another.
    public init(
        _ file: AgreementFile, chosen: [Partner.ID: Partner.ID] = [:], partners: [Partner],
        reference: ReferenceData, on date: CalendarDate
    ) {
        self.file = file
        let terms = file.agreement.terms
        let known = Set(partners.map(\.id))
        let all = terms.flows.reduce(into: terms.parties.union([terms.lead])) {
            $0.formUnion($1.from)
            $0.formUnion($1.to)
        }
        bodies = Dictionary(
            uniqueKeysWithValues: all.compactMap { body in
                let own = chosen[body] ?? body
                return known.contains(own) ? (body, own) : nil
            })
        missing = all.filter { [bodies] in bodies[$0] == nil }.sorted()
        var obstacles = missing.map { "Nobody here stands for “\(file.label(of: $0))”." }
        if Set(bodies.values).count < bodies.count {
            obstacles.append("One body here stands for two of the file.")
        }
        if !reference.purposes.contains(where: { $0.id == terms.purpose }) {
            obstacles.append(
                "The purpose “\(file.label(ofPurpose: terms.purpose))” is not known here.")
        }
        self.obstacles = obstacles
        notes = Self.notes(file, reference, date)
        self.reference = reference
    }

    private let reference: ReferenceData

    /// The terms of the draft; nil while something stops the import.
    public var terms: SharingAgreement.Terms? {
        guard obstacles.isEmpty else { return nil }
        var terms = file.agreement.terms
        func here(_ all: Set<Partner.ID>) -> Set<Partner.ID> { Set(all.compactMap { bodies[$0] }) }
        terms.lead = bodies[terms.lead] ?? terms.lead
        terms.parties = here(terms.parties)
        terms.gateways = terms.gateways.filter { id in
            reference.gateways.contains { $0.id == id }
        }
        terms.flows = terms.flows.compactMap { flow in
            guard let dataset = reference.dictionary.dataset(flow.dataset) else { return nil }
            var flow = flow
            flow.from = here(flow.from)
            flow.to = here(flow.to)
            flow.items.formIntersection(dataset.items.map(\.id))
            return flow
        }
        return terms
    }

    private static func notes(
        _ file: AgreementFile, _ reference: ReferenceData, _ date: CalendarDate
    ) -> [String] {
        let terms = file.agreement.terms
        var notes: [String] = []
        if terms.digest != file.textDigest {
            notes.append("The text was changed after the file was written: its digest differs.")
        }
        for gateway in terms.gateways
        where !reference.gateways.contains(where: { $0.id == gateway }) {
            notes.append(
                "“\(file.label(of: gateway))” is not in the law catalogue here and is left out.")
        }
        for flow in terms.flows { notes += Self.notes(flow, file, reference) }
        if terms.lastDay < date {
            notes.append("Its last day has passed: choose new dates before you send it.")
        }
        if !file.agreement.approvals.isEmpty {
            notes.append("Approvals are not taken over: every party here approves for itself.")
        }
        return notes
    }

    private static func notes(
        _ flow: DataFlow, _ file: AgreementFile, _ reference: ReferenceData
    ) -> [String] {
        guard let dataset = reference.dictionary.dataset(flow.dataset) else {
            return [
                "The data set “\(flow.dataset)” is not known here, so clause \(flow.clause) is "
                    + "left out."
            ]
        }
        let unknown = flow.items.subtracting(dataset.items.map(\.id)).sorted()
        return unknown.map {
            "The item “\($0)” of clause \(flow.clause) is not known here and is left out."
        }
    }
}

extension AgreementFile {
    /// What a body of the file is called there.
    public func label(of body: Partner.ID) -> String {
        meanings.bodies.first { $0.code == body.rawValue }?.label ?? body.rawValue
    }

    func label(of gateway: Gateway.ID) -> String {
        meanings.gateways.first { $0.code == gateway.rawValue }?.label ?? gateway.rawValue
    }

    func label(ofPurpose purpose: Purpose.ID) -> String {
        meanings.purposes.first { $0.code == purpose.rawValue }?.label ?? purpose.rawValue
    }
}

extension Store {
    /// What a file would become here; nothing is stored.
    ///
    /// - Throws: `Refusal` when the role does not allow drafting.
    public func reading(
        _ file: AgreementFile, chosen: [Partner.ID: Partner.ID] = [:], by person: Practitioner
    ) async throws -> AgreementImport {
        try require(.draftAgreement, of: person)
        return AgreementImport(
            file, chosen: chosen, partners: try await partners(), reference: reference, on: today)
    }

    /// Makes a draft of a file of another place; the approvals of there count for nothing here.
    ///
    /// - Throws: `Refusal` with everything that stops it, or when the own body is no party.
    public func draft(_ file: AgreementImport, by person: Practitioner) async throws
        -> SharingAgreement
    {
        guard let terms = file.terms else {
            throw Refusal(
                .invalid,
                reasons: file.obstacles.map { Refusal.Reason(code: "import", sentence: $0) })
        }
        return try await draft(terms, by: person)
    }
}
