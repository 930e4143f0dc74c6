public import Records

/// The risks of many assessments in one list, the highest first (governance.md R10).
///
/// It has two sides: what sharing may do, and what not sharing may do.
public struct RiskRegister: Hashable, Sendable {
    /// One risk and where it stands.
    public struct Entry: Hashable, Sendable {
        /// The assessment that names it.
        public let assessment: ImpactAssessment.ID
        /// The version of the assessment.
        public let version: Int
        /// The assessment's name.
        public let title: String
        /// Whether that version is signed.
        public let isSigned: Bool
        /// The risk.
        public let risk: ImpactRisk
        /// Its measures that are not done.
        public let open: [ImpactMeasure]
        /// How many of those are overdue.
        public let overdueCount: Int
    }

    /// An advice that was overruled (T16).
    public struct Override: Hashable, Sendable {
        /// The assessment.
        public let assessment: ImpactAssessment.ID
        /// The version of the assessment.
        public let version: Int
        /// The assessment's name.
        public let title: String
        /// The advice with its answer.
        public let advice: ImpactAdvice
    }

    /// The risks, those that are left highest first.
    public let entries: [Entry]
    /// Every advice that was overruled, in all versions, the latest first.
    public let overrides: [Override]

    /// The register of all versions of some assessments on a day.
    ///
    /// Of each assessment the signed version counts; until there is one, the latest open one.
    public init(_ versions: [ImpactAssessment], on date: CalendarDate) {
        let groups = Dictionary(grouping: versions, by: \.id).sorted { $0.key < $1.key }
        entries = groups.compactMap { Self.standing($0.value) }
            .flatMap { Self.entries($0, on: date) }
            .enumerated()
            .sorted {
                (-$0.element.risk.residual.rawValue, $0.offset)
                    < (-$1.element.risk.residual.rawValue, $1.offset)
            }
            .map(\.element)
        overrides = versions.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
            .flatMap { one in
                one.advice.filter(\.isOverruled).map {
                    Override(
                        assessment: one.id, version: one.version, title: one.title, advice: $0)
                }
            }
            .enumerated()
            .sorted { ($1.element.advice.date, $0.offset) < ($0.element.advice.date, $1.offset) }
            .map(\.element)
    }

    /// The version whose risks count: the signed one, else the latest that is open.
    public static func standing(_ versions: [ImpactAssessment]) -> ImpactAssessment? {
        versions.first { $0.stage == .signed }
            ?? versions.filter(\.stage.isOpen).max { $0.version < $1.version }
    }

    private static func entries(_ one: ImpactAssessment, on date: CalendarDate) -> [Entry] {
        one.risks.map { risk in
            let open = one.measures.filter { risk.measures.contains($0.id) && $0.done == nil }
            return Entry(
                assessment: one.id, version: one.version, title: one.title,
                isSigned: one.stage == .signed, risk: risk, open: open,
                overdueCount: open.count { $0.isOverdue(on: date) })
        }
    }
}
