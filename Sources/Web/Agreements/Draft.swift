import Exchange
import Governance
import Records

/// A draft with everything that the pages which change it need.
struct Draft: Sendable {
    let visit: Visit
    let person: Practitioner
    let agreement: SharingAgreement
    let words: AgreementWords
    let partners: [Partner]
    let assessments: LinkedAssessments
    /// The signed text that the draft would replace, if there is one.
    let before: SharingAgreement?

    var terms: SharingAgreement.Terms { agreement.terms }
    /// Where the forms of the draft are sent.
    var address: String { "/agreements/\(agreement.id)" }
    /// The page of the draft: of the agreement, or of the version that would replace it.
    var home: String { agreement.home }

    /// The draft that the path names.
    ///
    /// - Throws: `Refusal` when the person may not change it or it is no draft.
    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.draftAgreement, of: person)
        agreement = try await visit.store.workingText(of: visit.agreementID, seenBy: person)
        before =
            agreement.version == 1
            ? nil
            : try await visit.store.history(of: agreement.id, seenBy: person)
                .versions.last(where: \.isSigned)
        guard agreement.stage == .draft else {
            throw Refusal(
                .conflict, "wrong-stage",
                "This agreement is no draft any more, so its text cannot be changed.",
                fix: "Look at the agreement’s page to see what is open now.")
        }
        words = try await AgreementWords(visit.store)
        partners = try await visit.store.partners()
        assessments = try await LinkedAssessments(visit, agreement)
    }

    /// The draft that the path names by its version.
    init(_ visit: Visit, version: SharingAgreement) async throws {
        try await self.init(visit)
        guard agreement.version == version.version else {
            throw Refusal(.conflict, "wrong-stage", "This version is no draft any more.")
        }
    }

    /// The part of the draft that the path names.
    ///
    /// - Throws: `Refusal` that reads as if the page did not exist.
    func part() throws -> DraftPart {
        guard let part = DraftPart(visit.parameters["part"] ?? ""),
            DraftPart.all(of: terms).contains(part)
        else {
            throw Refusal(
                .notFound, "not-found", "This draft has no such part.",
                fix: "Go back to the draft and choose a part from the list.")
        }
        return part
    }

    /// Whether the form on hand was made from the text as it stands now.
    var isRead: Bool { visit.form["read"] == terms.digest }

    /// Stores other terms, unless they are the same.
    func save(_ changed: SharingAgreement.Terms) async throws {
        guard changed != terms else { return }
        _ = try await visit.store.revise(
            agreement.id, to: changed, from: terms, by: person)
    }

    /// The bodies that may be parties: members, those that asked to join, and parties already.
    var candidates: [Partner] {
        partners.filter {
            $0.standing == .active || $0.standing == .applied || terms.parties.contains($0.id)
        }
    }
}
