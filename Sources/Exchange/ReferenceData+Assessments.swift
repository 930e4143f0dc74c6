import Governance

struct ScreeningFile: Decodable { let criteria: [ScreeningCriterion] }
struct StepFile: Decodable { let steps: [AssessmentStep] }

extension ReferenceData {
    /// Refuses a guide to impact assessments that cannot be followed.
    static func check(_ guide: AssessmentGuide) throws {
        let criteria = Set(guide.criteria.map(\.id))
        guard criteria.count == guide.criteria.count else {
            throw Fault(file: "screening.json", sentence: "A code is there twice.")
        }
        for criterion in guide.criteria {
            if let other = criterion.sameAs, !criteria.contains(other) {
                throw Fault(
                    file: "screening.json",
                    sentence: "`\(criterion.id)` is the same as `\(other)`, which is not there.")
            }
        }
        guard guide.steps.map(\.number) == Array(1...7) else {
            throw Fault(
                file: "assessment-steps.json", sentence: "The steps are not numbered from 1 to 7.")
        }
        guard Set(guide.questions.map(\.id)).count == guide.questions.count else {
            throw Fault(file: "assessment-steps.json", sentence: "A question is there twice.")
        }
    }
}
