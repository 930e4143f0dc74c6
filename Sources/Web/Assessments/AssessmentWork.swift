import Exchange
import Governance
import Records

/// Impact assessments that wait for a person.
struct AssessmentWork {
    let tasks: [TaskList.Item]

    init(_ store: Store, _ person: Practitioner) async throws {
        guard person.may(.assessImpact) || person.may(.signAssessment) else {
            tasks = []
            return
        }
        let today = store.today
        tasks = try await store.assessments(seenBy: person).flatMap {
            Self.tasks(of: $0, for: person, on: today)
        }
    }

    private static func tasks(
        of one: ImpactAssessment, for person: Practitioner, on today: CalendarDate
    ) -> [TaskList.Item] {
        let path = "/assessments/\(one.id)"
        let waiting = TaskList.Status.other(StatusTag("Waiting", .yellow))
        let hasAdvised = one.advice.contains { $0.adviser == person.id }
        var tasks: [TaskList.Item] = []
        func add(_ words: String, to address: String, _ status: TaskList.Status, _ hint: String?) {
            tasks.append(
                TaskList.Item("\(words): \(one.title)", to: address, status, hint: hint))
        }
        switch one.stage {
        case .draft where person.may(.assessImpact) && person.partner == one.lead:
            add("Finish the impact assessment", to: path, .inProgress, one.reason)
        case .withAdviser where one.mayBeAdvised(by: person):
            add("Advise on the impact assessment", to: "\(path)/advice", waiting, nil)
        case .advised
        where person.may(.signAssessment) && person.partner == one.lead && !hasAdvised:
            add("Answer the advice", to: "\(path)/answer", waiting, nil)
        case .awaitingSignatures
        where person.may(.signAssessment) && one.signatures[person.partner] == nil && !hasAdvised:
            add("Sign the impact assessment", to: "\(path)/signature", waiting, nil)
        default: break
        }
        guard person.may(.assessImpact) else { return tasks }
        if one.stage.isOpen, one.localParts[person.partner] == nil, person.partner != one.lead {
            add("Write your body’s part", to: "\(path)/local", .incomplete, nil)
        }
        if one.needsPriorConsultation, person.partner == one.lead, one.consultations.isEmpty {
            add(
                "Consult the Commissioner, or lower the risk", to: "\(path)/consultation",
                .other(StatusTag("High risk", .red)),
                "A high risk to people is left (Article 36).")
        }
        if one.isReviewOverdue(on: today), person.partner == one.lead {
            add("Review the impact assessment", to: path, .other(StatusTag("Overdue", .red)), nil)
        }
        let late = one.measures.count {
            $0.isOverdue(on: today) && ($0.body == person.partner)
        }
        if late > 0, one.stage == .signed {
            add(
                "Do the measures", to: path, .other(StatusTag("Overdue", .red)),
                late == 1 ? "One is overdue." : "\(late) are overdue.")
        }
        return tasks
    }
}
