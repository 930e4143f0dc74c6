import Governance
import Records
import Testing

typealias Refusal = SharingAgreement.Refusal

struct AgreementStepsTests {
    let draft = SharingAgreement(id: "isp-0001", terms: .complete())
    let today = day("2026-11-01")

    func approval(_ text: String) -> SharingAgreement.Approval {
        .init(post: "Senior Information Risk Owner", date: day(text))
    }

    @Test func `an agreement goes from draft through each party's approval to approved`() throws {
        var agreement = try draft.sent(on: today)
        #expect(draft.stage == .draft)
        #expect(agreement.stage == .awaitingApproval)
        #expect(agreement.awaiting == ["ambermere", "fire", "northwold"])

        agreement = try agreement.approved(by: "northwold", approval("2026-11-02"))
        agreement = try agreement.approved(by: "ambermere", approval("2026-11-03"))
        #expect(agreement.stage == .awaitingApproval)
        #expect(agreement.awaiting == ["fire"])

        agreement = try agreement.approved(by: "fire", approval("2026-11-04"))
        #expect(agreement.stage == .approved)
        #expect(agreement.awaiting.isEmpty)
        #expect(agreement.terms == draft.terms)
        #expect(agreement.approvals["ambermere"] == approval("2026-11-03"))
    }

    @Test(arguments: [
        ("2026-12-31", "2027-01-01"), ("2027-01-01", "2027-01-01"),
        ("2027-01-02", "2027-01-02"), ("2027-12-31", "2027-12-31"),
    ])
    func `the start moves to the last signature when that is later`(
        signed: String, start: String
    ) throws {
        #expect(try SharingAgreement.approved(on: day(signed)).terms.start == day(start))
    }

    @Test func `the start moves to the latest signature, in whichever order they come`() throws {
        var agreement = try draft.sent(on: today)
        for (party, date) in [
            ("ambermere", "2027-03-09"), ("fire", "2027-02-01"), ("northwold", "2027-01-20"),
        ] as [(Partner.ID, String)] {
            agreement = try agreement.approved(by: party, approval(date))
        }

        #expect(agreement.terms.start == day("2027-03-09"))
    }

    @Test func `a refusal makes it a draft again and voids earlier approvals`() throws {
        let agreement = try draft.sent(on: today)
            .approved(by: "fire", approval("2026-11-02"))
            .refused(by: "northwold", because: "Postcode is not needed.")

        #expect(agreement.stage == .draft)
        #expect(agreement.approvals.isEmpty)
        #expect(agreement.refusals == ["northwold": "Postcode is not needed."])
        #expect(try agreement.sent(on: today).awaiting.count == 3)
    }

    @Test func `a new text answers refusals`() throws {
        var terms = draft.terms
        terms.title = "Shorter"
        let agreement = try draft.sent(on: today).refused(by: "fire", because: "Too long.")
            .revised(terms)

        #expect(agreement.refusals.isEmpty)
        #expect(agreement.terms.title == "Shorter")
        #expect(agreement.stage == .draft)
    }

    @Test func `a party that approves has taken back its refusal`() throws {
        let agreement = try draft.sent(on: today).refused(by: "fire", because: "Not yet.")
            .sent(on: today).approved(by: "fire", approval("2026-11-02"))

        #expect(agreement.refusals.isEmpty)
    }

    @Test func `only a party answers, once, and with a reason when it refuses`() throws {
        let agreement = try draft.sent(on: today).approved(by: "fire", approval("2026-11-02"))

        #expect(throws: Refusal.alreadyApproved("fire")) {
            try agreement.approved(by: "fire", approval("2026-11-03"))
        }
        #expect(throws: Refusal.notAParty("police")) {
            try agreement.approved(by: "police", approval("2026-11-03"))
        }
        #expect(throws: Refusal.notAParty("police")) {
            try agreement.refused(by: "police", because: "No.")
        }
        for reason in ["", "  \n"] {
            #expect(throws: Refusal.reasonMissing) {
                try agreement.refused(by: "northwold", because: reason)
            }
        }
    }

    @Test func `it is neither sent nor approved after its last day`() throws {
        let sent = try draft.sent(on: day("2027-12-31"))

        #expect(throws: Refusal.expired(day("2027-12-31"))) {
            try draft.sent(on: day("2028-01-01"))
        }
        #expect(throws: Refusal.expired(day("2027-12-31"))) {
            try sent.approved(by: "fire", approval("2028-01-01"))
        }
        _ = try sent.approved(by: "fire", approval("2027-12-31"))
    }

    @Test func `an incomplete draft is not sent, and all faults are named`() {
        var terms = draft.terms
        terms.title = ""
        terms.gateways = []
        let agreement = SharingAgreement(id: "isp-0001", terms: terms)

        #expect(throws: Refusal.incomplete([.noTitle, .noGateway])) {
            try agreement.sent(on: today)
        }
    }
}

struct AgreementStageTests {
    typealias Stage = SharingAgreement.Stage

    /// An agreement at each stage.
    static func agreement(at stage: Stage) throws -> SharingAgreement {
        let draft = SharingAgreement(id: "isp-0001", terms: .complete())
        return switch stage {
        case .draft: draft
        case .awaitingApproval: try draft.sent(on: day("2026-11-01"))
        case .approved: try .approved()
        case .suspended: try .approved().stopped(.suspended, because: "A breach.")
        case .retired: try .approved().stopped(.retired, because: "Not needed.")
        }
    }

    @Test(arguments: Stage.allCases)
    func `steps are refused at every stage that is not theirs`(stage: Stage) throws {
        let agreement = try Self.agreement(at: stage)
        let wrong = Refusal.wrongStage(stage)
        let approval = SharingAgreement.Approval(post: "Chief", date: day("2026-12-02"))

        if stage != .draft {
            #expect(throws: wrong) { try agreement.revised(.complete()) }
            #expect(throws: wrong) { try agreement.sent(on: day("2026-11-01")) }
        }
        if stage != .awaitingApproval {
            #expect(throws: wrong) { try agreement.approved(by: "fire", approval) }
            #expect(throws: wrong) { try agreement.refused(by: "fire", because: "No.") }
        }
    }

    /// The stages to which an agreement at each stage may be stopped or resumed.
    static let stops: [Stage: Set<Stage>] = [
        .draft: [.retired], .awaitingApproval: [], .approved: [.suspended, .retired],
        .suspended: [.approved, .retired], .retired: [],
    ]

    @Test(arguments: Stage.allCases, Stage.allCases)
    func `stopping, resuming and ending are open where they should be and need a reason`(
        from: Stage, to: Stage
    ) throws {
        let agreement = try Self.agreement(at: from)
        guard Self.stops[from]?.contains(to) == true else {
            #expect(throws: Refusal.wrongStage(from)) { try agreement.stopped(to, because: "So.") }
            return
        }

        let stopped = try agreement.stopped(to, because: "So.")

        #expect(stopped.stage == to)
        #expect(stopped.stopReason == (to == .approved ? nil : "So."))
        #expect(stopped.approvals == agreement.approvals)
        for reason in ["", " "] {
            #expect(throws: Refusal.reasonMissing) { try agreement.stopped(to, because: reason) }
        }
    }
}
