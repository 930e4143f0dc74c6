import Governance
import Records

/// An account at a body.
func person(
    _ id: Practitioner.ID, of body: Partner.ID, _ role: Practitioner.Role,
    post: String = "Officer"
) -> Practitioner {
    Practitioner(
        id: id, partner: body, name: "Ottoline Fenn", email: "\(id)@example.org", post: post,
        roles: [role])
}

/// The people of two councils, by what they do.
enum Cast {
    static let writer = person("w1", of: "ambermere", .governanceOfficer)
    static let otherWriter = person("w2", of: "northwold", .governanceOfficer)
    static let adviser = person("d1", of: "ambermere", .approver, post: "Data Protection Officer")
    static let signer = person("s1", of: "ambermere", .approver, post: "Chief Executive")
    static let otherSigner = person("s2", of: "northwold", .approver, post: "Director")
    static let stranger = person("x1", of: "fire", .approver)
}

extension AssessmentGuide {
    /// A guide with one question and a short list of criteria.
    static let short = AssessmentGuide(
        criteria: [
            criterion("special-scale", .article35), criterion("data-matching", .commissioner),
            criterion("innovative-technology", .commissioner, needsAnother: true),
            criterion("scoring", .nineCriteria), criterion("vulnerable", .nineCriteria),
            criterion("innovative-use", .nineCriteria, sameAs: "innovative-technology"),
        ],
        steps: [
            AssessmentStep(
                number: 1, heading: "Need", help: "",
                questions: [
                    StepQuestion(id: "aim", label: "What is the aim?"),
                    StepQuestion(id: "more", label: "Anything else?", isRequired: false),
                ])
        ])

    private static func criterion(
        _ id: ScreeningCriterion.ID, _ list: ScreeningCriterion.Source,
        needsAnother: Bool = false, sameAs: ScreeningCriterion.ID? = nil
    ) -> ScreeningCriterion {
        ScreeningCriterion(
            id: id, list: list, label: "\(id)", meaning: "", source: "",
            needsAnother: needsAnother, sameAs: sameAs)
    }
}

extension RiskRating {
    static let low = RiskRating(.remote, .significant)
    static let medium = RiskRating(.possible, .significant)
    static let high = RiskRating(.probable, .significant)
}

extension ImpactRisk {
    /// A risk with all it needs.
    static func rated(
        _ id: ImpactRisk.ID, _ subject: Subject, before: RiskRating = .medium,
        after: RiskRating = .medium, measures: Set<ImpactMeasure.ID> = []
    ) -> ImpactRisk {
        ImpactRisk(
            id: id, subject: subject, text: "Something goes wrong.", before: before, after: after,
            measures: measures, owner: "Head of Revenues")
    }
}

extension ImpactAssessment {
    /// A draft of two councils.
    static func draft() -> ImpactAssessment {
        ImpactAssessment(
            id: "dpia-0001", title: "Discount review", lead: "ambermere",
            controllers: ["ambermere", "northwold"])
    }

    /// A draft that lacks nothing; the risk to people is left at a rating.
    static func complete(residual: RiskRating = .medium) throws -> ImpactAssessment {
        let edits: [Edit] = [
            .screening(Screening(ticks: ["data-matching"], note: "Two lists are compared.")),
            .answers(["aim": "Right bills."]),
            .measure(
                ImpactMeasure(
                    id: "measure-1", text: "Two people look.", body: "ambermere",
                    owner: "Head of Revenues", due: day("2027-01-31"))),
            .risk(
                .rated(
                    "risk-1", .people, before: .high, after: residual, measures: ["measure-1"])),
            .risk(.rated("risk-2", .bodies)), .risk(.rated("risk-3", .notSharing, before: .high)),
            .review(day("2027-11-30")),
        ]
        let draft = try edits.reduce(draft()) { try $0.edited($1, by: Cast.writer) }
        return try draft.edited(.localPart("Nothing differs."), by: Cast.otherWriter)
    }

    /// The assessment with advice on it.
    static func advised(
        _ verdict: ImpactAdvice.Verdict, residual: RiskRating = .medium
    ) throws -> ImpactAssessment {
        try complete(residual: residual).sent(.short, on: day("2026-12-01"), by: Cast.writer)
            .advised(verdict, "My advice.", on: day("2026-12-02"), by: Cast.adviser)
    }

    /// The lead's answer to the advice.
    func answered(followed: Bool = true, because reason: String = "") throws -> ImpactAssessment {
        try answered(
            followed: followed, because: reason, on: day("2026-12-03"), by: Cast.signer)
    }

    /// The assessment with both signatures.
    func signedByBoth() throws -> ImpactAssessment {
        try signed(on: day("2026-12-04"), by: Cast.signer)
            .signed(on: day("2026-12-05"), by: Cast.otherSigner)
    }
}
