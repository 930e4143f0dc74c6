import Casework
import Records
import Testing

struct CaseApplyTests {
    typealias Command = Case.Command

    static let ended = CaseOutcome(
        kind: .discountEnds, effective: CalendarDate("2026-04-01"), billedPence: 40_100)

    /// A command on the newest reading of a case.
    static func command(
        _ step: String, on file: Case, note: String = "Seen.", outcome: CaseOutcome? = nil
    ) -> Command {
        Command(step: step, afterEvent: file.events.count, note: note, outcome: outcome)
    }

    /// A case after these steps, one minute apart.
    static func file(after steps: [(String, CaseOutcome?)] = []) throws -> Case {
        var file = Case(
            id: "c1", reference: "CT-2026-0007", owner: "ambermere",
            question: .registeredElsewhere, events: [])
        for (step, outcome) in steps {
            let event = try file.apply(
                command(step, on: file, outcome: outcome), in: .councilTax, by: "p1",
                at: Timestamp(seconds: 60 * file.events.count))
            file = Case(
                id: file.id, reference: file.reference, owner: file.owner,
                question: file.question, events: file.events + [event])
        }
        return file
    }

    func apply(_ command: Command, to file: Case) throws(Case.Refusal) -> CaseEvent {
        try file.apply(command, in: .councilTax, by: "p2", at: Timestamp(seconds: 9_000))
    }

    @Test func `a case goes from opened to closed and back, event by event`() throws {
        let file = try Self.file(after: [
            ("check", nil), ("ask", nil), ("reply", nil), ("decide", Self.ended), ("close", nil),
            ("reopen", nil),
        ])

        #expect(file.events.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(
            file.events.map(\.stage) == [
                .checking, .asked, .checking, .decided, .closed, .checking,
            ])
        #expect(file.stage(in: .councilTax) == .checking)
        #expect(file.outcome == Self.ended)
    }

    @Test func `a new case is at the first stage and has no outcome`() throws {
        let file = try Self.file()

        #expect(file.stage(in: .councilTax) == .opened)
        #expect(file.outcome == nil)
    }

    @Test func `the last outcome counts`() throws {
        let kept = CaseOutcome(kind: .noChange, effective: nil, billedPence: 0)
        let file = try Self.file(after: [
            ("check", nil), ("decide", Self.ended), ("reopen", nil), ("decide", kept),
        ])

        #expect(file.outcome == kept)
    }

    @Test func `an event says who did what and when, with the reason`() throws {
        let file = try Self.file(after: [("check", nil)])
        let event = try apply(Self.command("ask", on: file, note: "Letter of 1 May."), to: file)

        #expect(
            event
                == CaseEvent(
                    number: 2, step: "ask", stage: .asked, at: Timestamp(seconds: 9_000), by: "p2",
                    note: "Letter of 1 May.", outcome: nil))
    }

    @Test func `a step that does not exist is refused`() throws {
        let file = try Self.file()

        #expect(throws: Case.Refusal.unknownStep("erase")) {
            try apply(Self.command("erase", on: file), to: file)
        }
    }

    @Test func `every step is refused at every stage where it is not open`() throws {
        let stages: [[(String, CaseOutcome?)]] = [
            [], [("check", nil)], [("check", nil), ("ask", nil)],
            [("check", nil), ("decide", Self.ended)],
            [("check", nil), ("decide", Self.ended), ("close", nil)],
        ]
        for steps in stages {
            let file = try Self.file(after: steps)
            let stage = file.stage(in: .councilTax)
            for step in Workflow.councilTax.steps where !step.from.contains(stage) {
                #expect(throws: Case.Refusal.notOpen(step: step.code, stage: stage)) {
                    try apply(Self.command(step.code, on: file, outcome: Self.ended), to: file)
                }
            }
        }
    }

    @Test(arguments: [-1, 0, 2])
    func `a step on another reading of the case is refused`(afterEvent: Int) throws {
        let file = try Self.file(after: [("check", nil)])
        let command = Command(step: "ask", afterEvent: afterEvent, note: "Letter.", outcome: nil)

        #expect(throws: Case.Refusal.changedMeanwhile) { try apply(command, to: file) }
    }

    @Test func `an old reading is named before the stage, so that the person reads again`() throws {
        let file = try Self.file(after: [("check", nil)])
        let command = Command(step: "check", afterEvent: 0, note: "", outcome: nil)

        #expect(throws: Case.Refusal.changedMeanwhile) { try apply(command, to: file) }
    }

    @Test(arguments: ["", " ", "\n\t "])
    func `a step that needs a reason is refused without one`(note: String) throws {
        let file = try Self.file(after: [("check", nil)])

        #expect(throws: Case.Refusal.noteMissing) {
            try apply(Self.command("ask", on: file, note: note), to: file)
        }
        _ = try apply(Self.command("check", on: Self.file(), note: note), to: Self.file())
    }

    @Test(arguments: CaseOutcome.Kind.allCases)
    func `a decision needs an outcome with a day when the discount ends and a fair amount`(
        kind: CaseOutcome.Kind
    ) throws {
        let file = try Self.file(after: [("check", nil)])
        func decide(_ effective: CalendarDate?, _ pence: Int) throws(Case.Refusal) -> CaseEvent {
            let outcome = CaseOutcome(kind: kind, effective: effective, billedPence: pence)
            return try apply(Self.command("decide", on: file, outcome: outcome), to: file)
        }
        let date = CalendarDate("2026-04-01")

        for pence in [0, 1, 100_000_000] {
            #expect(try decide(date, pence).outcome?.billedPence == pence)
        }
        for pence in [-1, 100_000_001, .min, .max] {
            #expect(throws: Case.Refusal.amountOutOfRange) { try decide(date, pence) }
        }
        if kind == .discountEnds {
            #expect(throws: Case.Refusal.effectiveDateMissing) { try decide(nil, 0) }
        } else {
            #expect(try decide(nil, 0).outcome?.kind == kind)
        }
    }

    @Test func `a decision without an outcome is refused and other steps keep none`() throws {
        let file = try Self.file(after: [("check", nil)])

        #expect(throws: Case.Refusal.outcomeMissing) {
            try apply(Self.command("decide", on: file), to: file)
        }
        let event = try apply(Self.command("ask", on: file, outcome: Self.ended), to: file)
        #expect(event.outcome == nil)
    }

    @Test func `every refusal is said in a sentence`() {
        let refusals: [Case.Refusal] = [
            .unknownStep("x"), .notOpen(step: "x", stage: .asked), .changedMeanwhile,
            .noteMissing, .outcomeMissing, .effectiveDateMissing, .amountOutOfRange,
        ]

        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
        #expect(refusals.allSatisfy { $0.sentence.hasSuffix(".") })
    }
}
