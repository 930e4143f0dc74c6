import Governance
import Records

extension AgreementPage {
    /// Where this version stands among the others.
    @HTMLBuilder var otherVersions: HTML {
        if !isCurrent, agreement.isSigned, standing != .notStarted {
            Inset {
                "You are reading version \(agreement.version). "
                a("Read the version that counts today", to: address)
            }
        }
        if isCurrent, let amendment = history.amendment, isReader(of: amendment) {
            Inset {
                a(
                    amendment.stage == .draft
                        ? "Version \(amendment.version) is being written."
                        : "Version \(amendment.version) is with the approvers.",
                    to: amendment.home)
                " This text stays in force until every party has approved that one."
            }
        }
        if isCurrent, let next = history.upcoming(on: today), isReader(of: next) {
            Inset {
                a("Version \(next.version)", to: next.home)
                " replaces this text from \(next.terms.start.words)."
            }
        }
    }

    private func isReader(of version: SharingAgreement) -> Bool {
        version.terms.parties.contains(person.partner)
    }

    /// How its review stands, for the parties.
    @HTMLBuilder var review: HTML {
        if isCurrent, standing == .inForce || standing == .delisted {
            let state = ReviewState(agreement, on: today)
            if state.tag != nil { Inset(state.meaning) }
        }
    }

    /// Whether the person can do the review now.
    var mayReview: Bool {
        person.may(.draftAgreement) && own.id == agreement.terms.lead && isCurrent
            && agreement.stage == .approved && [.inForce, .delisted].contains(standing)
    }

    /// Whether the person can give up this text while a signed one goes on.
    var mayDiscard: Bool {
        person.may(.draftAgreement) && history.amendment?.version == agreement.version
    }
}
