import Exchange
import Governance
import Records

/// The whole text of an assessment, for reading and for print.
struct AssessmentText: Part {
    let context: AssessmentVisit

    private var one: ImpactAssessment { context.assessment }

    var html: HTML {
        HTML {
            screening
            for step in context.guide.steps where !step.questions.isEmpty { answers(step) }
            h2("Step 5: Risks")
            RiskTable(context: context, isEditable: context.mayWriteOwn)
            RiskMap(risks: one.risks)
            h2("Step 6: Measures")
            MeasureTable(context: context)
            h2("What is different at each body")
            localParts
            h2("Step 7: Advice and signatures")
            advice
            signatures
        }
    }

    private var screening: SummaryList {
        SummaryList(
            card: "Screening",
            actions: context.mayWrite ? [.change("\(context.path)/screening")] : []
        ) {
            if let screening = one.screening {
                SummaryRow(
                    "Result",
                    screening.result(context.guide.criteria).words(context.guide.criteria))
                SummaryRow("Reason", screening.note)
            } else {
                SummaryRow("Result", nil, absent: "Not answered")
            }
        }
    }

    private func answers(_ step: AssessmentStep) -> SummaryList {
        SummaryList(
            card: "Step \(step.number): \(step.heading)",
            actions: context.mayWrite
                ? [.change("\(context.path)/steps/\(step.number)")] : []
        ) {
            for question in step.questions {
                SummaryRow(question.label, one.answers[question.id], absent: "Not answered")
            }
        }
    }

    private var localParts: SummaryList {
        SummaryList {
            for body in one.controllers.sorted() {
                SummaryRow(
                    context.name(body), one.localParts[body],
                    absent: body == one.lead ? "The shared text holds" : "Not written yet")
            }
        }
    }

    @HTMLBuilder private var advice: HTML {
        if one.advice.isEmpty { EmptyState("Advice", "Nobody has advised on this version.") }
        for advice in one.advice {
            AdviceCard(advice: advice, body: context.name(advice.partner))
        }
        for consultation in one.consultations {
            SummaryList(card: "The Commissioner was consulted") {
                SummaryRow("When", consultation.date.words)
                SummaryRow("Reference", consultation.reference, absent: "None")
                SummaryRow("What came back", consultation.outcome, absent: "Nothing yet")
            }
        }
    }

    private var signatures: Table {
        Table("Signatures", columns: [.text("Controller"), .text("Signed by"), .text("When")]) {
            for body in one.controllers.sorted() {
                Table.Row {
                    context.name(body)
                    one.signatures[body]?.post ?? "Not signed"
                    one.signatures[body]?.date.words ?? "–"
                }
            }
        }
    }
}

/// One advice and what came of it.
struct AdviceCard: Part {
    let advice: ImpactAdvice
    let body: String

    var html: HTML {
        SummaryList(card: "Advice of \(advice.date.words)") {
            SummaryRow("From", "\(advice.post), \(body)")
            SummaryRow("Recommends", advice.verdict.label)
            SummaryRow("Advice", advice.text)
            SummaryRow("Answer") { answer }
        }.html
    }

    @HTMLBuilder private var answer: HTML {
        if let answer = advice.answer {
            StatusTag(
                answer.isFollowed ? "Followed" : "Overruled", answer.isFollowed ? .green : .orange)
            p("By the \(answer.post) on \(answer.date.words).")
            if !answer.reason.isEmpty { p(answer.reason) }
        } else {
            span("Not answered", .class("weft-absent"))
        }
    }
}

/// Every risk, before and after the measures.
struct RiskTable: Part {
    let context: AssessmentVisit
    let isEditable: Bool

    var html: HTML {
        HTML {
            Table(
                "Risks before and after the measures",
                columns: [
                    .text("Risk"), .text("Before"), .text("After"), .text("Whom it would hurt"),
                    .text("Measures"), .text("Owner"),
                ]
            ) {
                for risk in context.assessment.risks { row(risk) }
            }
            if isEditable { LinkButton("Add a risk", to: "\(context.path)/risks/new", .secondary) }
        }
    }

    private func row(_ risk: ImpactRisk) -> Table.Row {
        Table.Row {
            HTML {
                if isEditable, context.mayWrite(risk) {
                    a(risk.id.rawValue, to: "\(context.path)/risks/\(risk.id)")
                } else {
                    risk.id.rawValue
                }
                ": \(risk.text)"
            }
            cell(risk.before)
            risk.after.map(cell) ?? HTML("Not rated")
            risk.subject.label + (risk.controller.map { " at \(context.name($0))" } ?? "")
            risk.measures.isEmpty
                ? "None" : risk.measures.sorted().map(\.rawValue).joined(separator: ", ")
            risk.owner.isEmpty ? "Not named" : risk.owner
        }
    }

    private func cell(_ rating: RiskRating) -> HTML {
        HTML {
            rating.level.tag
            " \(rating.words)"
        }
    }
}

/// Where the risks lie before and after the measures: likelihood against severity.
struct RiskMap: Part {
    let risks: [ImpactRisk]

    var html: HTML {
        HTML {
            if !risks.isEmpty {
                map("Risk map before the measures") { $0.before }
                map("Risk map after the measures") { $0.after }
            }
        }
    }

    private func map(_ caption: String, _ rating: @escaping (ImpactRisk) -> RiskRating?) -> Table {
        Table(
            caption, size: .small,
            columns: [.text("Likelihood")] + Severity.allCases.map { .text($0.label) }
        ) {
            for likelihood in Likelihood.allCases.reversed() {
                Table.Row(
                    [HTML(likelihood.label)]
                        + Severity.allCases.map { severity in
                            let here = risks.filter {
                                rating($0) == RiskRating(likelihood, severity)
                            }
                            return cell(RiskRating(likelihood, severity).level, here)
                        })
            }
        }
    }

    private func cell(_ level: RiskLevel, _ risks: [ImpactRisk]) -> HTML {
        HTML {
            if risks.isEmpty {
                span("–", .class("weft-absent"))
            } else {
                level.tag
                " " + risks.map(\.id.rawValue).joined(separator: ", ")
            }
        }
    }
}

/// Every measure with who does it by when, and whether it is done.
struct MeasureTable: Part {
    let context: AssessmentVisit

    private var today: CalendarDate { context.visit.store.today }

    var html: HTML {
        HTML {
            Table(
                "Measures and who takes them",
                columns: [
                    .text("Measure"), .text("Body"), .text("Owner"), .text("By"), .text("State"),
                ]
            ) {
                for measure in context.assessment.measures { row(measure) }
            }
            if context.mayWriteOwn {
                LinkButton("Add a measure", to: "\(context.path)/measures/new", .secondary)
            }
        }
    }

    private func row(_ measure: ImpactMeasure) -> Table.Row {
        Table.Row {
            HTML {
                if context.mayWrite(measure) {
                    a(measure.id.rawValue, to: "\(context.path)/measures/\(measure.id)")
                } else {
                    measure.id.rawValue
                }
                ": \(measure.text)"
            }
            context.name(measure.body)
            measure.owner.isEmpty ? "Not named" : measure.owner
            measure.due?.words ?? "Not set"
            state(measure)
        }
    }

    @HTMLBuilder private func state(_ measure: ImpactMeasure) -> HTML {
        if let done = measure.done {
            StatusTag("Done", .green)
            " \(done.words)"
        } else {
            measure.isOverdue(on: today)
                ? StatusTag("Overdue", .red) : StatusTag("To do", .yellow)
            if context.mayComplete(measure) {
                PostForm(
                    "\(context.path)/measures/\(measure.id)/completion", csrf: context.visit.csrf
                ) {
                    Button("Record \(measure.id) as done", .secondary)
                }
            }
        }
    }
}
