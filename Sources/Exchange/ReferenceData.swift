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
    public let law: LawCatalogue
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
        /// The line, from 1, on which the fault stands, if it stands on one.
        public let line: Int?
        /// What is wrong with it.
        public let sentence: String
    }

    /// The gateways of the law catalogue, every version of them.
    public var gateways: [Gateway] { law.gateways }

    /// Reads every file; a missing or broken one stops the start, with its name and line.
    ///
    /// `replacing`: texts by file name that take the place of any file, to try them out.
    /// - Throws: `Fault`.
    public init(overriddenIn folder: URL? = nil, replacing texts: [String: String] = [:]) throws {
        let files = Files(folder: folder, texts: texts)
        dictionary = try Self.dictionary(files)
        law = try Self.law(files)
        purposes = try files.read("purposes.json", as: PurposeFile.self).purposes
        templates = try files.read("templates.json", as: TemplateFile.self).templates
        charter = try files.read("charter.json")
        glossary = try files.read("glossary.json", as: GlossaryFile.self).terms
        assessmentGuide = try Self.assessmentGuide(files)
        try checkReferences(files)
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

private struct PurposeFile: Decodable { let purposes: [Purpose] }
private struct TemplateFile: Decodable { let templates: [AgreementTemplate] }
private struct GlossaryFile: Decodable { let terms: [GlossaryTerm] }

extension ReferenceData {
    /// All `datasets*.json` files joined, so that further data sets can share items.
    private static func dictionary(_ files: Files) throws -> DataDictionary {
        var items: [Any] = []
        var datasets: [Any] = []
        for name in Embedded.files.keys.sorted() where name.hasPrefix("datasets") {
            let text = try files.text(name)
            let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            guard let file = object as? [String: Any] else {
                throw Fault(file: name, line: nil, sentence: "The file is not a JSON object.")
            }
            items += file["items"] as? [Any] ?? []
            datasets += file["datasets"] as? [Any] ?? []
        }
        let joined = try JSONSerialization.data(
            withJSONObject: ["items": items, "datasets": datasets])
        return try Files.decoded(
            "datasets.json", String(decoding: joined, as: UTF8.self), hasLines: false)
    }

    private func checkReferences(_ files: Files) throws {
        try checkLaw(files)
        try checkUnique(purposes.map(\.id), in: "purposes", files)
        try checkUnique(templates.map(\.id), in: "templates", files)
        let gatewayIDs = Set(gateways.map(\.id))
        let purposeIDs = Set(purposes.map(\.id))
        for (index, template) in templates.enumerated() {
            func refuse(_ what: String, _ member: String) throws -> Fault {
                try files.fault(
                    "templates.json", at: ["templates", "\(index)", member],
                    "The template `\(template.id)` names an unknown \(what).")
            }
            guard purposeIDs.contains(template.purpose) else {
                throw try refuse("purpose", "purpose")
            }
            guard gatewayIDs.isSuperset(of: template.gateways) else {
                throw try refuse("gateway", "gateways")
            }
            for flow in template.flows {
                guard let dataset = dictionary.dataset(flow.dataset) else {
                    throw try refuse("data set", "flows")
                }
                guard flow.items.isSubset(of: Set(dataset.items.map(\.id))) else {
                    throw try refuse("data item of `\(dataset.id)`", "flows")
                }
            }
        }
    }

    private func checkUnique<ID: Hashable>(_ ids: [ID], in list: String, _ files: Files) throws {
        var seen: Set<ID> = []
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            throw try files.fault(
                "\(list).json", at: [list, "\(index)", "id"], "The code `\(id)` is there twice.")
        }
    }
}
