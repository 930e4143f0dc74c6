import Foundation
import Governance
import Records

/// Parts of an assessment in a JSON file, each a change of the draft; what is left out stays.
struct AssessmentFile: Decodable {
    let title: String?
    let controllers: Set<Partner.ID>?
    let review: CalendarDate?
    let screening: Screening?
    let answers: [StepQuestion.ID: String]?
    let measures: [ImpactMeasure]?
    let risks: [ImpactRisk]?
    let localPart: String?

    /// The parts in a file of their own, or in what `weft dpia show --json` prints.
    ///
    /// Nil when it is neither, or says nothing.
    init?(_ bytes: [UInt8]) {
        struct Printed: Decodable { let assessment: AssessmentFile }
        let (decoder, data) = (JSONDecoder(), Data(bytes))
        if let printed = try? decoder.decode(Printed.self, from: data) {
            self = printed.assessment
        } else if let parts = try? decoder.decode(AssessmentFile.self, from: data) {
            self = parts
        } else {
            return nil
        }
        guard !edits.isEmpty else { return nil }
    }

    /// The changes in an order in which each finds what it names.
    var edits: [ImpactAssessment.Edit] {
        var edits: [ImpactAssessment.Edit] = []
        if let title { edits.append(.title(title)) }
        if let controllers { edits.append(.controllers(controllers)) }
        if let review { edits.append(.review(review)) }
        if let screening { edits.append(.screening(screening)) }
        if let answers { edits.append(.answers(answers)) }
        edits += (measures ?? []).map { .measure($0) }
        edits += (risks ?? []).map { .risk($0) }
        if let localPart { edits.append(.localPart(localPart)) }
        return edits
    }
}
