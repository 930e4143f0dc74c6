public import ArgumentParser
import Exchange
import Foundation
public import Governance
import Records

extension LawCommand {
    /// One question to the catalogue.
    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask which law may fit.",
            discussion: """
                weft law ask --holder nhs-trust --asker police --purpose serious-violence \\
                  --class patient --asked
                """)
        @OptionGroup var options: LawOptions
        @Option(help: "The sort of body that holds it, such as city-council.")
        var holder: Partner.Kind
        @Option(help: "The sort of body that asks; without it, the holder uses it again.")
        var asker: Partner.Kind?
        @Option(parsing: .upToNextOption, help: "What the holder is in law beyond its kind.")
        var holderIs: [Capacity.ID] = []
        @Option(parsing: .upToNextOption, help: "What the asker is in law beyond its kind.")
        var askerIs: [Capacity.ID] = []
        @Option(help: "What it would be used for.") var purpose: Purpose.ID
        @Option(help: "What it is held for: a purpose, `other` or `unknown`.")
        var heldFor = "unknown"
        @Option(name: .customLong("class"), help: "What sort of information, such as patient.")
        var classes: [InformationClass] = []
        @Option(name: .customLong("item"), help: "An item asked for, such as income.")
        var items: [DataItem.ID] = []
        @Option(help: "The holder's basis, such as 6-1-e.") var basis: SharingAgreement.LawfulBasis?
        @Option(help: "The day; today if left out.") var date: CalendarDate?
        @Flag(help: "The asker has asked for it.") var asked = false
        @Flag(help: "The person concerned agrees.") var agreed = false

        func run() async throws {
            let reference = try options.reference()
            let record = LawAnswerRecord(
                reference.law.answer(to: try question(reference)), reference)
            try options.show(record, lines: Self.lines(record))
            if record.candidates.isEmpty { throw ExitCode(10) }
        }

        private func question(_ reference: ReferenceData) throws -> LawQuestion {
            guard reference.purposes.contains(where: { $0.id == purpose }) else {
                throw Problem("There is no purpose `\(purpose)`.")
            }
            let unknown = (holderIs + askerIs).first { reference.law.capacity($0) == nil }
            if let unknown { throw Problem("No body can be `\(unknown)` in law.") }
            let body = LegalBody(holder, attested: Set(holderIs))
            return LawQuestion(
                holder: body,
                receiver: asker.map { LegalBody($0, attested: Set(askerIs)) } ?? body,
                isSameBody: asker == nil, isRequested: asked, hasAgreement: agreed,
                purpose: purpose, heldFor: try holding(reference),
                classes: classes.isEmpty ? [.personal] : Set(classes), items: Set(items),
                basis: basis, date: date ?? LawOptions.today)
        }

        private func holding(_ reference: ReferenceData) throws -> HoldingPurpose {
            switch heldFor {
            case "unknown": return .notStated
            case "other": return .other
            default:
                guard let known = reference.purposes.first(where: { $0.id.rawValue == heldFor })
                else { throw Problem("There is no purpose `\(heldFor)`.") }
                return .stated(known.id)
            }
        }

        private static func lines(_ record: LawAnswerRecord) -> [String] {
            var lines = ["Weft proposes; a person decides."]
            lines += record.warnings.map { "Know first: \($0.sentence)" }
            for candidate in record.candidates {
                lines.append("May fit: \(candidate.code), \(candidate.citation)")
                lines += candidate.checks.map { "  Check: \($0)" }
                if let refusing = candidate.refusing {
                    lines.append("  If not shared: \(refusing)")
                }
            }
            if record.candidates.isEmpty { lines.append("No law here lets the holder disclose.") }
            lines += record.supporting.map { "Supports: \($0.code), \($0.citation)" }
            lines += record.barred.map { entry in
                "Not: \(entry.code): " + entry.reasons.map(\.sentence).joined(separator: " ")
            }
            return lines
        }
    }
}

extension InformationClass: ExpressibleByArgument {}
extension SharingAgreement.LawfulBasis: ExpressibleByArgument {}
