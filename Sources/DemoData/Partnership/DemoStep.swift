public import Governance
public import Records

/// One thing that an invented person did on a day; the shell replays it with that date.
public struct DemoStep: Hashable, Sendable {
    /// The day on which it was done, never after the partnership's `today`.
    public let date: CalendarDate
    /// Who did it.
    public let person: Practitioner.ID
    /// What was done.
    public let deed: Deed

    /// A deed of a person on a day.
    public init(_ date: CalendarDate, _ person: Practitioner.ID, _ deed: Deed) {
        self.date = date
        self.person = person
        self.deed = deed
    }
}

extension DemoStep {
    /// What can be done; each case is one of the shell's operations.
    public enum Deed: Hashable, Sendable {
        /// Enters a body as it asks to join; its standing is then `applied`.
        case admit(Partner.ID)
        /// Signs this version of the charter for the person's own body.
        case signCharter(String)
        /// Suspends a partner, or takes it back, with the reason.
        case changeStanding(Partner.ID, to: Partner.Standing, because: String)
        /// Drafts an agreement from a template.
        case draft(SharingAgreement.ID, DemoTerms)
        /// Replaces the terms of a draft.
        case revise(SharingAgreement.ID, DemoTerms)
        /// Sends a draft to every party's approver.
        case send(SharingAgreement.ID)
        /// Approves for the person's own body, in the person's post.
        case approve(SharingAgreement.ID)
        /// Refuses for the person's own body, with the reason.
        case refuse(SharingAgreement.ID, because: String)
        /// Opens the next version of a signed agreement as a draft, with the reason.
        case amend(SharingAgreement.ID, because: String)
        /// Suspends or ends an agreement, with the reason.
        case stop(SharingAgreement.ID, SharingAgreement.Stage, because: String)
    }

    /// What the person must be allowed to do.
    public var action: Action {
        switch deed {
        case .admit: .addPartner
        case .signCharter: .signCharter
        case .changeStanding: .changeStanding
        case .draft, .revise, .send, .amend: .draftAgreement
        case .approve, .refuse: .approveAgreement
        case .stop: .stopAgreement
        }
    }
}
