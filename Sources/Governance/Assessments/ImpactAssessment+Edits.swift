public import Records

extension ImpactAssessment {
    /// One change of the text.
    public enum Edit: Hashable, Sendable {
        /// Another title.
        case title(String)
        /// Other controllers.
        case controllers(Set<Partner.ID>)
        /// Other answers of the screening.
        case screening(Screening)
        /// Answers of questions; others stay as they are.
        case answers([StepQuestion.ID: String])
        /// A new risk, or another text of one.
        case risk(ImpactRisk)
        /// A risk taken out.
        case removeRisk(ImpactRisk.ID)
        /// A new measure, or another text of one.
        case measure(ImpactMeasure)
        /// A measure taken out, also from the risks that name it.
        case removeMeasure(ImpactMeasure.ID)
        /// What is different at the person's own body.
        case localPart(String)
        /// Another day of review.
        case review(CalendarDate)
    }

    /// The assessment with one change.
    ///
    /// The lead writes everything that is shared; every controller writes its local part, its own
    /// risks and its own measures (governance.md R11). The local part stays open until the body
    /// signs; all else is fixed once the text is with the adviser.
    /// - Throws: `Refusal` when the body or the stage does not allow the change.
    public func edited(_ edit: Edit, by person: Practitioner) throws(Refusal) -> ImpactAssessment {
        guard controllers.contains(person.partner) else { throw .notAController(person.partner) }
        if case .localPart = edit {
            guard stage.isOpen else { throw .wrongStage(stage) }
            guard signatures[person.partner] == nil else { throw .alreadySigned(person.partner) }
        } else {
            guard stage == .draft else { throw .wrongStage(stage) }
            guard person.partner == lead || isOwn(edit, of: person.partner) else {
                throw .notTheLead(lead)
            }
        }
        var changed = self
        changed.apply(edit, of: person.partner)
        changed.authors.insert(person.id)
        return changed
    }

    /// Whether a change is about one body alone, before it and after it.
    private func isOwn(_ edit: Edit, of body: Partner.ID) -> Bool {
        func own(_ id: ImpactRisk.ID) -> Bool {
            risks.first { $0.id == id }.map { $0.controller == body } ?? true
        }
        func own(_ id: ImpactMeasure.ID) -> Bool {
            measures.first { $0.id == id }.map { $0.body == body } ?? true
        }
        return switch edit {
        case .risk(let risk): risk.controller == body && own(risk.id)
        case .removeRisk(let id): own(id)
        case .measure(let measure): measure.body == body && own(measure.id)
        case .removeMeasure(let id):
            own(id)
                && risks.allSatisfy { !$0.measures.contains(id) || $0.controller == body }
        case .localPart: true
        case .title, .controllers, .screening, .answers, .review: false
        }
    }

    private mutating func apply(_ edit: Edit, of body: Partner.ID) {
        switch edit {
        case .title(let text): title = text
        case .controllers(let bodies):
            controllers = bodies.union([lead])
            localParts = localParts.filter { controllers.contains($0.key) }
        case .screening(let answers): screening = answers
        case .answers(let texts): answers.merge(texts) { $1 }
        case .risk(let risk): risks.put(risk)
        case .removeRisk(let id): risks.removeAll { $0.id == id }
        case .measure(let measure): measures.put(measure)
        case .removeMeasure(let id):
            measures.removeAll { $0.id == id }
            for place in risks.indices { risks[place].measures.remove(id) }
        case .localPart(let text): localParts[body] = text
        case .review(let date): review = date
        }
    }

    /// The assessment with the agreements that it covers; open until it is stopped or replaced.
    ///
    /// - Throws: `Refusal` when the body does not lead or the assessment is at an end.
    public func linked(to agreements: Set<SharingAgreement.ID>, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage != .stopped, stage != .replaced else { throw .wrongStage(stage) }
        guard person.partner == lead else { throw .notTheLead(lead) }
        var changed = self
        changed.agreements = agreements
        return changed
    }

    /// The assessment with a measure done; open as long as the measure is to be done.
    ///
    /// - Throws: `Refusal` when there is no such measure, or it is another body's.
    public func completed(_ id: ImpactMeasure.ID, on date: CalendarDate, by person: Practitioner)
        throws(Refusal) -> ImpactAssessment
    {
        guard stage != .stopped, stage != .replaced, stage != .screenedOut else {
            throw .wrongStage(stage)
        }
        guard let place = measures.firstIndex(where: { $0.id == id }) else { throw .notThere }
        guard [lead, measures[place].body].contains(person.partner) else {
            throw .notTheLead(lead)
        }
        guard measures[place].done == nil else { throw .alreadyDone }
        var changed = self
        changed.measures[place].done = date
        return changed
    }

    /// The code of the next risk.
    public var nextRisk: ImpactRisk.ID { Self.next("risk", risks.map(\.id)) }
    /// The code of the next measure.
    public var nextMeasure: ImpactMeasure.ID { Self.next("measure", measures.map(\.id)) }

    private static func next<Subject>(_ word: String, _ ids: [Identifier<Subject>])
        -> Identifier<Subject>
    {
        let numbers = ids.compactMap { Int($0.rawValue.dropFirst(word.utf8.count + 1)) }
        let next = (numbers.max() ?? 0).addingReportingOverflow(1).partialValue
        return Identifier(stringLiteral: "\(word)-\(max(1, next))")
    }
}

extension Array where Element: Identifiable {
    /// Puts an element in the place of the one with its id, or at the end.
    fileprivate mutating func put(_ element: Element) {
        if let place = firstIndex(where: { $0.id == element.id }) {
            self[place] = element
        } else {
            append(element)
        }
    }
}
