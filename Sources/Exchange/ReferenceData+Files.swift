import Foundation

extension ReferenceData {
    /// Where the texts of the data files come from: given, of the folder, or of the program.
    struct Files {
        let folder: URL?
        var texts: [String: String] = [:]

        func read<File: Decodable>(_ name: String, as: File.Type = File.self) throws -> File {
            try Self.decoded(name, text(name))
        }

        func text(_ name: String) throws -> String {
            if let text = texts[name] { return text }
            if let file = folder?.appending(path: name),
                FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
            {
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    throw Fault(
                        file: name, line: nil, sentence: "The file cannot be read as UTF-8 text.")
                }
                return text
            }
            guard let text = Embedded.files[name] else {
                throw Fault(
                    file: name, line: nil, sentence: "The file is not part of this program.")
            }
            return text
        }

        /// A fault with the line of the value that a path leads to.
        func fault(_ name: String, at path: [String], _ sentence: String) throws -> Fault {
            Fault(file: name, line: JSONLines(try text(name)).line(of: path), sentence: sentence)
        }

        /// `hasLines`: false where the text was put together and its lines say nothing.
        static func decoded<File: Decodable>(
            _ name: String, _ text: String, hasLines: Bool = true
        ) throws -> File {
            do {
                return try JSONDecoder().decode(File.self, from: Data(text.utf8))
            } catch {
                throw Fault(
                    file: name, line: hasLines ? line(of: error, in: text) : nil,
                    sentence: sentence(error))
            }
        }

        private static func line(of error: any Error, in text: String) -> Int? {
            let lines = JSONLines(text)
            if let broken = lines.broken { return broken }
            guard let context = context(of: error) else { return nil }
            return lines.line(
                of: context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue })
        }

        private static func context(of error: any Error) -> DecodingError.Context? {
            switch error {
            case DecodingError.keyNotFound(_, let context),
                DecodingError.typeMismatch(_, let context),
                DecodingError.valueNotFound(_, let context),
                DecodingError.dataCorrupted(let context):
                context
            default: nil
            }
        }

        /// Why a file cannot be read, in one sentence.
        static func sentence(_ error: any Error) -> String {
            "The file cannot be read: \(words(error))."
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
}
