import Governance
import Records
import Testing

struct ImpactAssessmentTests {
    typealias Refusal = ImpactAssessment.Refusal

    @Test func `T15: a high residual risk cannot be approved, and nothing overrides it`() throws {
        for verdict in ImpactAdvice.Verdict.allCases {
            let advised = try ImpactAssessment.advised(verdict, residual: .high)
            #expect(advised.needsPriorConsultation)
            #expect(throws: Refusal.residualHigh(["risk-1"])) {
                try advised.answered(followed: verdict == .goOn, because: "We must go on.")
            }
            #expect(throws: Refusal.residualHigh(["risk-1"])) {
                try advised.signed(on: day("2026-12-04"), by: Cast.signer)
            }
            let asked = try advised.consulted(
                PriorConsultation(
                    date: day("2026-12-03"), reference: "IC-1", outcome: "No objection."),
                by: Cast.writer)
            #expect(throws: Refusal.residualHigh(["risk-1"])) {
                try asked.answered(followed: verdict == .goOn, because: "They said yes.")
            }
        }
    }

    @Test func `T16: advice is overruled only with a reason, and stands in the register`() throws {
        for verdict in [ImpactAdvice.Verdict.change, .stop] {
            let advised = try ImpactAssessment.advised(verdict)
            for reason in ["", " \n"] {
                #expect(throws: Refusal.reasonMissing) {
                    try advised.answered(followed: false, because: reason)
                }
            }
            let signed = try advised.answered(followed: false, because: "The harm of waiting.")
                .signedByBoth()
            let register = RiskRegister([signed], on: day("2027-01-01"))

            #expect(signed.stage == .signed)
            #expect(register.overrides.map(\.advice.answer?.reason) == ["The harm of waiting."])
            #expect(register.overrides.map(\.advice.verdict) == [verdict])
        }
    }

    @Test func `advice to change leads back to the draft, and advice to stop ends it`() throws {
        let changing = try ImpactAssessment.advised(.change).answered()
        let ended = try ImpactAssessment.advised(.stop).answered()

        #expect(changing.stage == .draft && changing.reason == "My advice.")
        #expect(changing.advice.count == 1 && changing.advice[0].answer?.isFollowed == true)
        #expect(ended.stage == .stopped && !ended.needsPriorConsultation)
        #expect(RiskRegister([changing, ended], on: day("2027-01-01")).overrides.isEmpty)
        #expect(throws: Refusal.nothingToOverrule) {
            try ImpactAssessment.advised(.goOn).answered(followed: false, because: "No.")
        }
    }

    @Test func `it is signed only when every controller has signed`() throws {
        let open = try ImpactAssessment.advised(.goOn).answered()
        let half = try open.signed(on: day("2026-12-04"), by: Cast.otherSigner)

        #expect(half.stage == .awaitingSignatures && half.awaiting == ["ambermere"])
        #expect(try half.signed(on: day("2026-12-05"), by: Cast.signer).stage == .signed)
        #expect(throws: Refusal.alreadySigned("northwold")) {
            try half.signed(on: day("2026-12-05"), by: Cast.otherSigner)
        }
        #expect(throws: Refusal.notAController("fire")) {
            try open.signed(on: day("2026-12-05"), by: Cast.stranger)
        }
        #expect(throws: Refusal.reviewPassed(day("2027-11-30"))) {
            try open.signed(on: day("2027-12-01"), by: Cast.signer)
        }
    }

    @Test func `whoever wrote it does not advise, and whoever advised does not sign`() throws {
        let both = Practitioner(
            id: "w1", partner: "ambermere", name: "A", email: "a@example.org", post: "All",
            roles: [.governanceOfficer, .approver])
        let sent = try ImpactAssessment.complete()
            .sent(.short, on: day("2026-12-01"), by: Cast.writer)

        #expect(throws: Refusal.adviserWroteIt) {
            try sent.advised(.goOn, "Fine.", on: day("2026-12-02"), by: both)
        }
        #expect(throws: Refusal.signerAdvised) {
            try ImpactAssessment.advised(.goOn).answered(
                followed: true, because: "", on: day("2026-12-03"), by: Cast.adviser)
        }
        #expect(throws: Refusal.signerAdvised) {
            try ImpactAssessment.advised(.goOn).answered()
                .signed(on: day("2026-12-04"), by: Cast.adviser)
        }
    }

    @Test func `each controller needs its local part, and writes it until it signs`() throws {
        var blank = try ImpactAssessment.advised(.goOn).answered()
        blank = try blank.edited(.localPart(" "), by: Cast.otherWriter)
        #expect(throws: Refusal.localPartMissing("northwold")) {
            try blank.signed(on: day("2026-12-04"), by: Cast.otherSigner)
        }
        let written = try blank.edited(.localPart("We use another system."), by: Cast.otherWriter)
            .signed(on: day("2026-12-04"), by: Cast.otherSigner)
        #expect(throws: Refusal.alreadySigned("northwold")) {
            try written.edited(.localPart("Another."), by: Cast.otherWriter)
        }
    }

    @Test func `a controller writes its own risks and measures and nothing that is shared`()
        throws
    {
        let draft = try ImpactAssessment.complete()
        var own = ImpactRisk.rated("risk-4", .people)
        own.controller = "northwold"
        let measure = ImpactMeasure(id: "measure-2", text: "A letter.", body: "northwold")

        #expect(try draft.edited(.risk(own), by: Cast.otherWriter).risks.last == own)
        #expect(try draft.edited(.measure(measure), by: Cast.otherWriter).measures.count == 2)
        let taken = ImpactRisk(
            id: "risk-1", subject: .people, text: "Mine now.", before: .low,
            controller: "northwold")
        let edits: [ImpactAssessment.Edit] = [
            .title("Other"), .answers(["aim": "Other"]), .risk(taken), .removeRisk("risk-1"),
            .removeMeasure("measure-1"), .review(day("2028-01-01")), .controllers(["northwold"]),
            .risk(.rated("risk-9", .people)), .screening(Screening(ticks: [], note: "")),
        ]
        for edit in edits {
            #expect(throws: Refusal.notTheLead("ambermere")) {
                try draft.edited(edit, by: Cast.otherWriter)
            }
        }
        #expect(throws: Refusal.notAController("fire")) {
            try draft.edited(.localPart("Ours."), by: Cast.stranger)
        }
    }

    @Test func `an amendment starts without advice and signatures, and the signed text stays`()
        throws
    {
        let signed = try ImpactAssessment.advised(.goOn).answered().signedByBoth()
        let next = try signed.amendment(by: Cast.writer)

        #expect(next.version == 2 && next.stage == .draft)
        #expect(next.advice.isEmpty && next.signatures.isEmpty && next.risks == signed.risks)
        #expect(throws: Refusal.wrongStage(.signed)) {
            try signed.edited(.title("Other"), by: Cast.writer)
        }
        #expect(throws: Refusal.wrongStage(.draft)) { try next.amendment(by: Cast.writer) }
    }

    @Test func `a measure is done once, by its body or the lead`() throws {
        let signed = try ImpactAssessment.advised(.goOn).answered().signedByBoth()
        let done = try signed.completed("measure-1", on: day("2027-01-05"), by: Cast.writer)

        #expect(signed.measures[0].isOverdue(on: day("2027-02-01")))
        #expect(!signed.measures[0].isOverdue(on: day("2027-01-31")))
        #expect(!done.measures[0].isOverdue(on: day("2027-02-01")))
        #expect(throws: Refusal.alreadyDone) {
            try done.completed("measure-1", on: day("2027-01-06"), by: Cast.writer)
        }
        #expect(throws: Refusal.notTheLead("ambermere")) {
            try signed.completed("measure-1", on: day("2027-01-06"), by: Cast.otherWriter)
        }
        #expect(throws: Refusal.notThere) {
            try signed.completed("measure-7", on: day("2027-01-06"), by: Cast.writer)
        }
    }
}
