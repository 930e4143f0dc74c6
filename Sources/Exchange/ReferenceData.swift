public import Decisions
public import Foundation
public import Governance
public import Records

/// The dated data files that Weft runs on: data items, law, purposes, templates, words.
///
/// They are part of the program; a file of the same name in the folder `reference` of the data
/// folder takes the place of ours (architecture A8, A13).
public struct ReferenceData: Sendable {
    /// Data items and data sets.
    public let dictionary: DataDictionary
    /// The law catalogue.
    public let gateways: [Gateway]
    /// Why information may be shared.
    public let purposes: [Purpose]
    /// Texts from which agreements are drafted.
    public let templates: [AgreementTemplate]
    /// What partners sign when they join.
    public let charter: Charter
    /// Words and what they mean to whom.
    public let glossary: [GlossaryTerm]
    /// The questions of impact assessments.
    public let assessmentGuide: AssessmentGuide

    /// A file that cannot be used.
    public struct Fault: Error, Hashable, Sendable {
        /// The file's name.
        public let file: String
        /// What is wrong with it.
        public let sentence: String
    }

    /// Reads every file; a missing or broken one stops the start, with its name.
    ///
    /// - Throws: `Fault`.
    public init(overriddenIn folder: URL? = nil) throws {
        func read<File: Decodable>(_ name: String, as: File.Type = File.self) throws -> File {
            try Self.decoded(name, text: Self.text(name, overriddenIn: folder))
        }
        dictionary = try Self.dictionary(overriddenIn: folder)
        gateways = try read("law.json", as: LawFile.self).gateways
        purposes = try read("purposes.json", as: PurposeFile.self).purposes
        templates = try read("templates.json", as: TemplateFile.self).templates
        charter = try read("charter.json")
        glossary = try read("glossary.json", as: GlossaryFile.self).terms
        assessmentGuide = AssessmentGuide(
            criteria: try read("screening.json", as: ScreeningFile.self).criteria,
            steps: try read("assessment-steps.json", as: StepFile.self).steps,
            library: try read("risk-library.json"))
        try Self.check(assessmentGuide)
        try checkReferences()
    }

    /// The names of everything except partners and agreements, for sentences.
    public func names(
        partners: [Partner.ID: String], agreements: [SharingAgreement.ID: String]
    ) -> Names {
        Names(
            partners: partners, agreements: agreements,
            purposes: Dictionary(uniqueKeysWithValues: purposes.map { ($0.id, $0.label) }),
            datasets: Dictionary(
                uniqueKeysWithValues: dictionary.datasets.map { ($0.id, $0.title) }),
            items: Dictionary(uniqueKeysWithValues: dictionary.items.map { ($0.id, $0.label) }))
    }
}

/// What a body promises when it joins.
public struct Charter: Codable, Hashable, Sendable {
    /// One promise.
    public struct Principle: Codable, Hashable, Sendable {
        /// In a few words.
        public let heading: String
        /// In full.
        public let text: String
    }

    /// Such as `2026-1`.
    public let version: String
    /// As people say it.
    public let title: String
    /// The promises in order.
    public let principles: [Principle]
}

/// A word and what it means here.
public struct GlossaryTerm: Codable, Hashable, Sendable {
    /// What the word means to one sort of body.
    public struct Agency: Codable, Hashable, Sendable {
        /// The sort of body.
        public let kind: String
        /// What the word means there.
        public let meaning: String
    }

    /// The word.
    public let term: String
    /// What it means in Weft.
    public let meaning: String
    /// What it means to others, where that differs.
    public let agencies: [Agency]?
}

private struct LawFile: Decodable { let gateways: [Gateway] }
private struct PurposeFile: Decodable { let purposes: [Purpose] }
private struct TemplateFile: Decodable { let templates: [AgreementTemplate] }
private struct GlossaryFile: Decodable { let terms: [GlossaryTerm] }

extension ReferenceData {
    private static func text(_ name: String, overriddenIn folder: URL?) throws -> String {
        if let file = folder?.appending(path: name),
            FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
        {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                throw Fault(file: name, sentence: "The file cannot be read as UTF-8 text.")
            }
            return text
        }
        guard let text = Embedded.files[name] else {
            throw Fault(file: name, sentence: "The file is not part of this program.")
        }
        return text
    }

    private static func decoded<File: Decodable>(_ name: String, text: String) throws -> File {
        do {
            return try JSONDecoder().decode(File.self, from: Data(text.utf8))
        } catch {
            throw Fault(file: name, sentence: "The file cannot be read: \(words(error)).")
        }
    }

    /// All `datasets*.json` files joined, so that further data sets can share items.
    private static func dictionary(overriddenIn folder: URL?) throws -> DataDictionary {
        var items: [Any] = []
        var datasets: [Any] = []
        for name in Embedded.files.keys.sorted() where name.hasPrefix("datasets") {
            let text = try text(name, overriddenIn: folder)
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            guard let file = object as? [String: Any] else {
                throw Fault(file: name, sentence: "The file is not a JSON object.")
            }
            items += file["items"] as? [Any] ?? []
            datasets += file["datasets"] as? [Any] ?? []
        }
        let joined = try JSONSerialization.data(
            withJSONObject: ["items": items, "datasets": datasets])
        return try decoded("datasets.json", text: String(decoding: joined, as: UTF8.self))
    }

    private func checkReferences() throws {
        try Self.checkUnique(gateways.map(\.id), in: "law.json")
        try Self.checkUnique(purposes.map(\.id), in: "purposes.json")
        try Self.checkUnique(templates.map(\.id), in: "templates.json")
        let gatewayIDs = Set(gateways.map(\.id))
        let purposeIDs = Set(purposes.map(\.id))
        for template in templates {
            func refuse(_ what: String) -> Fault {
                Fault(
                    file: "templates.json",
                    sentence: "The template `\(template.id)` names an unknown \(what).")
            }
            guard purposeIDs.contains(template.purpose) else { throw refuse("purpose") }
            guard gatewayIDs.isSuperset(of: template.gateways) else { throw refuse("gateway") }
            for flow in template.flows {
                guard let dataset = dictionary.dataset(flow.dataset) else {
                    throw refuse("data set")
                }
                guard flow.items.isSubset(of: Set(dataset.items.map(\.id))) else {
                    throw refuse("data item of `\(dataset.id)`")
                }
            }
        }
    }

    private static func checkUnique<ID: Hashable>(_ ids: [ID], in file: String) throws {
        var seen: Set<ID> = []
        for id in ids where !seen.insert(id).inserted {
            throw Fault(file: file, sentence: "The code `\(id)` is there twice.")
        }
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "`\(key.stringValue)` is missing at \(place(context))"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "the value at \(place(context)) is of the wrong kind"
        case DecodingError.dataCorrupted(let context):
            "\(words(context)) (at \(place(context)))"
        default: "it is not valid JSON"
        }
    }

    private static func words(_ context: DecodingError.Context) -> String {
        let text = context.debugDescription
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
        return path.isEmpty ? "the top" : path.joined(separator: ", ")
    }
}
