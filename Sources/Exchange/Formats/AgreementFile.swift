import Foundation
public import Governance
public import Records

/// An agreement as a file that another place can read: every code, and what the codes mean here.
///
/// The format is `weft-agreement/1`, JSON in UTF-8. Nothing of the agreement is left out; names of
/// people are in none of it.
public struct AgreementFile: Codable, Hashable, Sendable {
    /// What the member `format` says.
    public static let format = "weft-agreement/1"
    /// The largest file that is read, in bytes.
    public static let largest = 400_000

    /// Always `format`.
    public let format: String
    /// The partnership that wrote the file.
    public let partnership: String
    /// The day on which it was written.
    public let exported: CalendarDate
    /// The agreement with its approvals and reviews.
    public let agreement: SharingAgreement
    /// The digest of the text, as the log of the partnership has it.
    public let textDigest: String
    /// What the codes of the text mean.
    public let meanings: Meanings

    /// What the codes of a text mean, in words.
    public struct Meanings: Codable, Hashable, Sendable {
        /// A code with what it means.
        public struct Term: Codable, Hashable, Sendable {
            /// The code.
            public let code: String
            /// As people say it.
            public let label: String
            /// One sentence on it, where there is one.
            public let meaning: String?
        }

        /// A data set with its items.
        public struct Dataset: Codable, Hashable, Sendable {
            /// The code.
            public let code: String
            /// As people say it.
            public let label: String
            /// The items that the text names.
            public let items: [Term]
        }

        /// The parties, with what sort of body they are.
        public let bodies: [Term]
        /// The purpose.
        public let purposes: [Term]
        /// The statutes, with their citations.
        public let gateways: [Term]
        /// The data sets that the text names.
        public let datasets: [Dataset]
    }

    /// The bytes of the file: the same for the same agreement on the same day.
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// Reads a file.
    ///
    /// - Throws: `Refusal` in one sentence when it is none of this format.
    public init(reading bytes: [UInt8]) throws {
        struct Head: Decodable { let format: String? }
        guard bytes.count <= Self.largest else {
            throw Self.unreadable("The file is larger than \(Self.largest / 1_000) kB.")
        }
        let data = Data(bytes)
        guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
            throw Self.unreadable("The file is not JSON.")
        }
        guard head.format == Self.format else {
            throw Self.unreadable(
                head.format.map { "The file is of the format “\($0.prefix(60))”." }
                    ?? "The file does not say that it is an agreement.")
        }
        do {
            self = try JSONDecoder().decode(AgreementFile.self, from: data)
        } catch let error as DecodingError {
            throw Self.unreadable(ReferenceData.Files.sentence(error))
        }
    }

    private static func unreadable(_ sentence: String) -> Refusal {
        Refusal(
            .invalid, "unreadable-agreement", sentence,
            fix: "Export the agreement there as JSON (\(format)) and send that file.")
    }

    init(
        partnership: String, exported: CalendarDate, agreement: SharingAgreement,
        meanings: Meanings
    ) {
        format = Self.format
        self.partnership = partnership
        self.exported = exported
        self.agreement = agreement
        textDigest = agreement.terms.digest
        self.meanings = meanings
    }
}

extension Store {
    /// The file of an agreement, or of one version, that the person's body is a party to.
    ///
    /// - Throws: `Refusal.notFound`.
    public func file(
        of id: SharingAgreement.ID, version: Int? = nil, seenBy person: Practitioner
    ) async throws -> AgreementFile {
        let history = try await history(of: id, seenBy: person)
        let found =
            version == nil
            ? history.version(readBy: person.partner, on: today)
            : history.versions.first { $0.version == version }
        guard let agreement = found, agreement.terms.parties.contains(person.partner) else {
            throw Refusal.notFound("agreement")
        }
        let partners = try await partners()
        return AgreementFile(
            partnership: settings.partnership, exported: today, agreement: agreement,
            meanings: AgreementFile.Meanings(agreement.terms, reference, partners, on: today))
    }
}

extension AgreementFile.Meanings {
    init(
        _ terms: SharingAgreement.Terms, _ reference: ReferenceData, _ partners: [Partner],
        on date: CalendarDate
    ) {
        bodies = partners.filter { terms.parties.contains($0.id) }
            .map { Term(code: $0.id.rawValue, label: $0.name, meaning: $0.kind.label) }
        purposes = reference.purposes.filter { $0.id == terms.purpose }
            .map { Term(code: $0.id.rawValue, label: $0.label, meaning: $0.meaning) }
        gateways = terms.gateways.compactMap { reference.law.gateway($0, on: date) }
            .map { Term(code: $0.id.rawValue, label: $0.citation, meaning: $0.meaning) }
        let named = Dictionary(grouping: terms.flows, by: \.dataset)
            .mapValues { $0.reduce(into: Set()) { $0.formUnion($1.items) } }
        datasets = named.keys.sorted().compactMap { code in
            reference.dictionary.dataset(code).map { dataset in
                Dataset(
                    code: code.rawValue, label: dataset.title,
                    items: dataset.items.filter { named[code]?.contains($0.id) == true }
                        .map { Term(code: $0.id.rawValue, label: $0.label, meaning: nil) })
            }
        }
    }
}
