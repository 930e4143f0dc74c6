import Casework
import Foundation
import Testing

/// A match is a question: nothing that people read says that anybody did wrong.
struct WordingTests {
    static let banned = [
        "fraud", "claim", "cheat", "offender", "guilt", "suspect", "culprit", "dishonest",
    ]

    /// Everything that the council tax review shows.
    static let texts: [String] = {
        let workflow = Workflow.councilTax
        let questions: [DiscountQuestion] = [
            .othersRegistered(count: 2), .risingEighteen, .registeredElsewhere,
        ]
        let refusals: [Case.Refusal] = [
            .unknownStep("x"), .notOpen(step: "x", stage: .asked), .changedMeanwhile,
            .noteMissing, .outcomeMissing, .effectiveDateMissing, .amountOutOfRange,
        ]
        var texts = [workflow.code, workflow.title]
        texts += workflow.labels.values
        for step in workflow.steps { texts += [step.code, step.label, step.hint] }
        for question in questions { texts += [question.code, question.sentence] }
        for question in questions { texts += question.explanations }
        for refusal in refusals { texts.append(refusal.sentence) }
        for kind in CaseOutcome.Kind.allCases { texts += [kind.rawValue, kind.label] }
        for strength in Strength.allCases { texts += [strength.rawValue, strength.label] }
        for verdict in Verdict.allCases { texts += [verdict.rawValue, verdict.label] }
        return texts
    }()

    @Test func `no label, hint or sentence accuses anybody`() {
        #expect(Self.texts.count > 60)
        for text in Self.texts { #expect(Self.accusations(in: text).isEmpty, "\(text)") }
    }

    @Test func `no text in the sources of casework accuses anybody`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Casework").standardizedFileURL
        let files = try #require(
            FileManager.default.enumerator(
                at: sources.resolvingSymlinksInPath(), includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in lines {
                let text = Self.literals(in: line)
                #expect(Self.accusations(in: text).isEmpty, "\(file.lastPathComponent): \(line)")
            }
        }
        #expect(count >= 6)
    }

    @Test func `the check itself finds an accusation`() {
        #expect(Self.accusations(in: "A False CLAIM") == ["claim"])
        #expect(Self.literals(in: "case fraud = \"neutral\" + \"words\"") == "neutral words")
    }

    static func accusations(in text: String) -> [String] {
        let text = text.lowercased()
        return banned.filter(text.contains)
    }

    /// What stands between quotation marks on a line of source.
    static func literals(in line: some StringProtocol) -> String {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }.joined(separator: " ")
    }
}
