public import Exchange
public import Governance
import Records

/// The files that people take away of an agreement.
public struct AgreementFiles: Sendable {
    /// What a file is for.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// For Word.
        case docx
        /// OpenDocument, the standard format of government.
        case odt
        /// The days of its review and its end, for calendars.
        case ics

        var type: String {
            switch self {
            case .docx: WrittenDocument.wordType
            case .odt: WrittenDocument.openDocumentType
            case .ics: CalendarFile.type
            }
        }
    }

    private let agreement: SharingAgreement
    private let words: AgreementWords
    private let lead: Partner
    private let origin: String
    private let today: CalendarDate
    private let now: Timestamp

    /// The files of an agreement as they stand now.
    public init(_ agreement: SharingAgreement, _ store: Store) async throws {
        self.agreement = agreement
        words = try await AgreementWords(store)
        lead = try await store.partner(agreement.terms.lead)
        origin = store.settings.origin
        today = store.today
        now = store.now
    }

    /// The whole text.
    var document: WrittenDocument {
        AgreementDocument(agreement: agreement, words: words, lead: lead, today: today).written
    }

    /// One page for the staff of a body.
    func instruction(for body: Partner) -> WrittenDocument {
        StaffInstruction(
            agreement: agreement, words: words, body: body, lead: lead, today: today
        ).written
    }

    /// The whole text or its days as a file.
    public func bytes(_ format: Format) -> [UInt8] {
        format == .ics ? days.bytes : Self.bytes(document, format)
    }

    /// One page for the staff of a body as a file; calendars have no such thing and get the days.
    public func instruction(for body: Partner, _ format: Format) -> [UInt8] {
        format == .ics ? days.bytes : Self.bytes(instruction(for: body), format)
    }

    private static func bytes(_ document: WrittenDocument, _ format: Format) -> [UInt8] {
        format == .odt ? document.openDocument : document.word
    }

    /// How many days before a review calendars remind people.
    private static let reminders = [90, 30, 0]

    private var days: CalendarFile {
        let terms = agreement.terms
        func day(_ name: String, _ date: CalendarDate, _ summary: String) -> CalendarFile.Day {
            CalendarFile.Day(
                id: "\(agreement.id)-\(agreement.version)-\(name)@\(origin)", date: date,
                summary: "\(summary): \(terms.title)",
                details: "Agreement \(agreement.id), version \(agreement.version), looked after "
                    + "by \(lead.name).", reminders: Self.reminders)
        }
        return CalendarFile(
            [
                day("review", agreement.reviewDate, "Review by today"),
                day("end", terms.lastDay, "Last day"),
            ], at: now)
    }
}
