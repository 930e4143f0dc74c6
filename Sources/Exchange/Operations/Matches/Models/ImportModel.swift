import Foundation
public import Linkage
import Records

extension Store {
    /// The largest settings file that is read, in bytes.
    static let largestModel = 2_000_000

    /// Reads a settings file of Splink 4 or 5, or one that `exported` wrote.
    ///
    /// - Throws: `Refusal` with every problem that was found, a sentence each.
    public func importedModel(_ bytes: [UInt8]) throws -> LinkageModel {
        guard bytes.count <= Self.largestModel else {
            throw Refusal(
                .tooLarge, "model-too-large", "The settings file is larger than 2 MB.",
                fix: "Save the model itself, without the records.")
        }
        let model: LinkageModel
        do {
            model = try JSONDecoder().decode(LinkageModel.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Refusal(
                .invalid, "model-unreadable", Self.sentence(error),
                fix: "Save the settings from Splink as JSON and import that file.")
        }
        try requireUsable(model)
        return model
    }

    /// Refuses a model that cannot compare two loads, with every reason.
    func requireUsable(_ model: LinkageModel) throws {
        var sentences = model.problems
        if model.linkType != .linkOnly {
            sentences.append(
                "The model's link type is `\(model.linkType.rawValue)`; a run compares two files, "
                    + "so it must be `link_only`.")
        }
        let known = Set(reference.dictionary.items.map(\.id.rawValue))
        for column in model.columns.subtracting(known).sorted() {
            sentences.append(
                "The model reads the column `\(column)`, which the data dictionary does not have; "
                    + "give it the dictionary's name.")
        }
        guard sentences.isEmpty else {
            throw Refusal(
                .invalid,
                reasons: sentences.map { Refusal.Reason(code: "model-problem", sentence: $0) })
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { key in
                key.intValue.map { "number \($0 + 1)" } ?? "`\(key.stringValue)`"
            }
            return path.isEmpty ? "" : " (at \(path.joined(separator: ", ")))"
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "The settings lack `\(key.stringValue)`\(place(context))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "The settings have a value of the wrong kind\(place(context))."
        case .dataCorrupted(let context)
        where context.codingPath.isEmpty
            && context.underlyingError != nil:
            return "The file is not JSON."
        case .dataCorrupted(let context)
        where context.debugDescription.hasPrefix("Cannot initialize"):
            return "The settings have a value that Weft does not know\(place(context))."
        case .dataCorrupted(let context):
            let words = context.debugDescription
            return (words.hasSuffix(".") ? String(words.dropLast()) : words)
                + "\(place(context))."
        @unknown default:
            return "The settings cannot be read."
        }
    }
}

extension LinkageModel {
    /// With a round of training for each blocking rule, where the model brings no m and no round.
    ///
    /// Settings of Splink say nothing of training.
    public var withUsualRounds: LinkageModel {
        let isUntrained = levelParameters.contains { $0.mProbability == nil }
        guard training.emRules.isEmpty, isUntrained else { return self }
        return with(emRules: blockingRulesToGeneratePredictions)
    }
}
