public import Records

/// One thing in which two texts of an agreement differ.
public enum TermsDifference: Hashable, Sendable {
    /// Something written in words.
    public enum Words: String, Hashable, Sendable, CaseIterable {
        case title, category, summary, necessity

        /// As people say it.
        public var label: String {
            switch self {
            case .title: "Title"
            case .category: "Category"
            case .summary: "Public summary"
            case .necessity: "Why it is needed"
            }
        }
    }

    /// One of the dates.
    public enum Day: String, Hashable, Sendable, CaseIterable {
        case start, lastDay, review

        /// As people say it.
        public var label: String {
            switch self {
            case .start: "First day"
            case .lastDay: "Last day"
            case .review: "Review by"
            }
        }
    }

    /// Other words.
    case words(Words, before: String, after: String)
    /// Another purpose.
    case purpose(before: Purpose.ID, after: Purpose.ID)
    /// Another lead.
    case lead(before: Partner.ID, after: Partner.ID)
    /// Bodies that are parties only in the later text, and only in the earlier one.
    case parties(joined: Set<Partner.ID>, left: Set<Partner.ID>)
    /// Statutes that are only in the later text, and only in the earlier one, in their order.
    case gateways(added: [Gateway.ID], removed: [Gateway.ID])
    /// The same statutes in another order.
    case gatewayOrder
    /// Another basis under Article 6.
    case lawfulBasis(before: SharingAgreement.LawfulBasis, after: SharingAgreement.LawfulBasis)
    /// Another day.
    case day(Day, before: CalendarDate, after: CalendarDate)
    /// Another time for which copies are kept, in months.
    case retention(before: Int, after: Int)
    /// A flow that is only in the later text.
    case flowAdded(DataFlow)
    /// A flow that is only in the earlier text.
    case flowRemoved(DataFlow)
    /// A flow of the same data set that differs.
    case flowChanged(before: DataFlow, after: DataFlow)
    /// The same flows in another order.
    case flowOrder
}

extension SharingAgreement.Terms {
    /// In what a later text differs from this one, in the order of the text; empty exactly when
    /// both are the same.
    ///
    /// - Complexity: O(flows² + parties + statutes).
    public func differences(to later: SharingAgreement.Terms) -> [TermsDifference] {
        words(later) + bodies(later) + flowDifferences(later) + law(later) + days(later)
    }

    private func words(_ later: Self) -> [TermsDifference] {
        var found: [TermsDifference] = []
        func compare(_ words: TermsDifference.Words, _ before: String, _ after: String) {
            // Texts that look the same and are written in other code points have other digests.
            if Array(before.utf8) != Array(after.utf8) {
                found.append(.words(words, before: before, after: after))
            }
        }
        compare(.title, title, later.title)
        compare(.category, category, later.category)
        compare(.summary, summary, later.summary)
        compare(.necessity, necessity, later.necessity)
        if purpose != later.purpose {
            found.append(.purpose(before: purpose, after: later.purpose))
        }
        return found
    }

    private func bodies(_ later: Self) -> [TermsDifference] {
        var found: [TermsDifference] = []
        if lead != later.lead { found.append(.lead(before: lead, after: later.lead)) }
        if parties != later.parties {
            found.append(
                .parties(
                    joined: later.parties.subtracting(parties),
                    left: parties.subtracting(later.parties)))
        }
        return found
    }

    private func law(_ later: Self) -> [TermsDifference] {
        var found: [TermsDifference] = []
        let added = later.gateways.filter { !gateways.contains($0) }
        let removed = gateways.filter { !later.gateways.contains($0) }
        if !added.isEmpty || !removed.isEmpty {
            found.append(.gateways(added: added, removed: removed))
        } else if gateways != later.gateways {
            found.append(.gatewayOrder)
        }
        if lawfulBasis != later.lawfulBasis {
            found.append(.lawfulBasis(before: lawfulBasis, after: later.lawfulBasis))
        }
        return found
    }

    private func days(_ later: Self) -> [TermsDifference] {
        var found: [TermsDifference] = []
        func compare(_ day: TermsDifference.Day, _ before: CalendarDate, _ after: CalendarDate) {
            if before != after { found.append(.day(day, before: before, after: after)) }
        }
        compare(.start, start, later.start)
        compare(.lastDay, lastDay, later.lastDay)
        compare(.review, review, later.review)
        if retentionMonths != later.retentionMonths {
            found.append(.retention(before: retentionMonths, after: later.retentionMonths))
        }
        return found
    }

    /// Flows are paired when they are the same, then when all but the number of the clause is, then
    /// when they are of one data set; in the order of the text.
    private func flowDifferences(_ later: Self) -> [TermsDifference] {
        guard flows != later.flows else { return [] }
        var before = flows
        var after = later.flows
        var changed: [TermsDifference] = []
        pair(&before, &after, &changed) { $0 == $1 }
        pair(&before, &after, &changed) { $0.withoutClause == $1.withoutClause }
        pair(&before, &after, &changed) { $0.dataset == $1.dataset }
        let found =
            changed + after.map { .flowAdded($0) } + before.map { .flowRemoved($0) }
        return found.isEmpty ? [.flowOrder] : found
    }

    private func pair(
        _ before: inout [DataFlow], _ after: inout [DataFlow], _ changed: inout [TermsDifference],
        _ areOne: (DataFlow, DataFlow) -> Bool
    ) {
        var left: [DataFlow] = []
        for flow in before {
            guard let place = after.firstIndex(where: { areOne(flow, $0) }) else {
                left.append(flow)
                continue
            }
            let other = after.remove(at: place)
            if flow != other { changed.append(.flowChanged(before: flow, after: other)) }
        }
        before = left
    }
}

extension DataFlow {
    fileprivate var withoutClause: DataFlow {
        var flow = self
        flow.clause = ""
        return flow
    }
}
