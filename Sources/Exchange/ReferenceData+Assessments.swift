import Governance

struct ScreeningFile: Decodable { let criteria: [ScreeningCriterion] }
struct StepFile: Decodable { let steps: [AssessmentStep] }

extension ReferenceData {
    /// Reads the guide to impact assessments, and refuses one that cannot be followed.
    static func assessmentGuide(_ files: Files) throws -> AssessmentGuide {
        let guide = AssessmentGuide(
            criteria: try files.read("screening.json", as: ScreeningFile.self).criteria,
            steps: try files.read("assessment-steps.json", as: StepFile.self).steps,
            library: try files.read("risk-library.json"))
        try check(criteria: guide.criteria, files)
        try check(steps: guide.steps, files)
        return guide
    }

    private static func check(criteria: [ScreeningCriterion], _ files: Files) throws {
        func refuse(_ index: Int, _ member: String, _ sentence: String) throws -> Fault {
            try files.fault("screening.json", at: ["criteria", "\(index)", member], sentence)
        }
        let all = Set(criteria.map(\.id))
        var seen = Set<ScreeningCriterion.ID>()
        for (index, criterion) in criteria.enumerated() {
            guard seen.insert(criterion.id).inserted else {
                throw try refuse(index, "id", "`\(criterion.id)` is there twice.")
            }
            if let other = criterion.sameAs, !all.contains(other) {
                throw try refuse(
                    index, "sameAs",
                    "`\(criterion.id)` is the same as `\(other)`, which is not there.")
            }
        }
    }

    private static func check(steps: [AssessmentStep], _ files: Files) throws {
        let name = "assessment-steps.json"
        guard steps.map(\.number) == Array(1...7) else {
            throw try files.fault(
                name, at: ["steps"], "The steps are not numbered from 1 to 7.")
        }
        var seen = Set<StepQuestion.ID>()
        for (index, step) in steps.enumerated() {
            for (place, question) in step.questions.enumerated()
            where !seen.insert(question.id).inserted {
                throw try files.fault(
                    name, at: ["steps", "\(index)", "questions", "\(place)", "id"],
                    "The question `\(question.id)` is there twice.")
            }
        }
    }
}
