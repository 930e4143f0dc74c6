import Exchange
import Governance

/// The impact assessments that cover an agreement, or a warning that none does.
struct LinkedAssessments {
    let agreement: SharingAgreement
    let person: Practitioner
    let all: [LinkedAssessment]

    init(_ visit: Visit, _ agreement: SharingAgreement) async throws {
        self.agreement = agreement
        person = try visit.person()
        all = try await visit.store.assessments(covering: agreement.id, seenBy: person)
    }

    /// The list, for the page of the agreement.
    @HTMLBuilder var section: HTML {
        h2("Impact assessment")
        if all.isEmpty {
            p(
                "No impact assessment is linked to this agreement. Where records are matched or "
                    + "the risk may be high for another reason, the law asks for one first.")
        } else {
            Table(
                "Impact assessments", size: .small, columns: [.text("Title"), .text("Stage")]
            ) {
                for one in all {
                    Table.Row {
                        if one.mayRead {
                            a("\(one.title) (\(one.id))", to: "/assessments/\(one.id)")
                        } else {
                            "\(one.title) (\(one.id))"
                        }
                        one.stage.tag
                    }
                }
            }
        }
        if person.may(.assessImpact), all.isEmpty {
            p {
                a(
                    "Start an impact assessment for it",
                    to: "/assessments/new?agreement=\(agreement.id)")
            }
        }
    }

    /// What does not stop the sending and somebody should know.
    @HTMLBuilder var caution: HTML {
        if all.isEmpty {
            WarningText(
                "No impact assessment is linked to this agreement. Screen it at least: matching "
                    + "data needs an assessment before anything is shared.")
            p {
                a(
                    "Start an impact assessment for it",
                    to: "/assessments/new?agreement=\(agreement.id)")
            }
        } else if !all.contains(where: \.isSettled) {
            WarningText(
                "The impact assessment of this agreement is not signed yet: "
                    + AgreementWords.joined(all.map { "\($0.title) (\($0.id))" }) + ".")
        }
    }
}
