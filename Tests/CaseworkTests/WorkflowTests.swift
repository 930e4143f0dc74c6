import Casework
import Testing

struct WorkflowTests {
    typealias Stage = Workflow.Stage
    let workflow = Workflow.councilTax

    /// Which steps are open at each stage, and where each leads.
    static let table: [(stage: Stage, open: [String: Stage])] = [
        (.opened, ["check": .checking]),
        (.checking, ["ask": .asked, "decide": .decided]),
        (.asked, ["reply": .checking, "decide": .decided]),
        (.decided, ["close": .closed, "reopen": .checking]),
        (.closed, ["reopen": .checking]),
    ]

    @Test(arguments: table)
    func `at each stage the right steps are open`(stage: Stage, open: [String: Stage]) {
        let steps = workflow.open(at: stage).map { ($0.code, $0.to) }

        #expect(Dictionary(uniqueKeysWithValues: steps) == open)
    }

    @Test func `every stage can be reached and has a label, and every case can be closed`() {
        func reached(from start: Stage) -> Set<Stage> {
            var stages: Set = [start]
            for _ in workflow.steps {
                stages.formUnion(stages.flatMap(workflow.open).map(\.to))
            }
            return stages
        }
        let all = Set(workflow.labels.keys)

        #expect(reached(from: workflow.first) == all)
        for stage in all {
            #expect(reached(from: stage).contains(workflow.closed))
            #expect(workflow.label(stage) != stage.rawValue)
        }
    }

    @Test func `nobody is asked and nothing is decided before the desk check`() {
        let open = workflow.open(at: workflow.first)

        #expect(open.map(\.to) == [.checking])
        #expect(!open.contains { $0.needsOutcome })
    }

    @Test func `only the step that decides records an outcome, and it gives its reason`() {
        let deciding = workflow.steps.filter(\.needsOutcome)

        #expect(deciding.map(\.code) == ["decide"])
        #expect(deciding.allSatisfy { $0.needsNote && $0.to == .decided })
        #expect(workflow.steps.filter { $0.to == .decided }.map(\.code) == ["decide"])
    }

    @Test func `a stage of another service is called by its code`() {
        #expect(workflow.label(Stage(rawValue: "elsewhere")) == "elsewhere")
        #expect(workflow.open(at: Stage(rawValue: "elsewhere")).isEmpty)
    }

    @Test func `codes and labels of steps differ and hints are sentences`() {
        #expect(Set(workflow.steps.map(\.code)).count == workflow.steps.count)
        #expect(Set(workflow.steps.map(\.label)).count == workflow.steps.count)
        #expect(workflow.steps.allSatisfy { $0.hint.hasSuffix(".") })
    }
}
