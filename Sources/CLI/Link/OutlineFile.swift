import Foundation
import Linkage
import Yams

/// A model in YAML, and where in the file its parts stand.
struct OutlineFile {
    private let path: String
    private let text: String

    init(_ path: String, _ bytes: Data) throws {
        self.path = path
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw Problem("The model `\(path)` is not in UTF-8; save it so.")
        }
        self.text = text
    }

    /// Whether a file holds YAML: by its ending, else by how it begins.
    static func holdsYAML(_ path: String, _ bytes: Data) -> Bool {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "yaml", "yml": true
        case "json": false
        default:
            ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(
                bytes.first { !" \t\r\n".utf8.contains($0) } ?? 0)
        }
    }

    /// The outline in the file.
    func outline() throws -> ModelOutline {
        do {
            return try YAMLDecoder().decode(ModelOutline.self, from: text)
        } catch let error as DecodingError {
            throw problem(error)
        } catch let error as YamlError {
            throw problem(error)
        }
    }

    /// The line on which a column is first named; nil when it is not.
    func line(ofColumn name: String) -> Int? {
        guard let root = try? compose(yaml: text) else { return nil }
        return Self.line(of: name, in: root)
    }

    private static func line(of name: String, in node: Node) -> Int? {
        switch node {
        case .scalar(let scalar):
            let isNamed =
                scalar.string == name
                || scalar.string.split(separator: "+").contains { part in
                    ColumnKey(words: String(part))?.column == name
                }
            return isNamed ? scalar.mark?.line : nil
        case .sequence(let nodes): return nodes.lazy.compactMap { line(of: name, in: $0) }.first
        case .mapping(let pairs):
            return pairs.lazy.compactMap {
                line(of: name, in: $0.value) ?? line(of: name, in: $0.key)
            }
            .first
        case .alias: return nil
        }
    }

    private func problem(_ error: YamlError) -> Problem {
        switch error {
        case .scanner(_, let sentence, let mark, _), .parser(_, let sentence, let mark, _),
            .composer(_, let sentence, let mark, _):
            Problem("The model `\(path)` is no YAML, line \(mark.line): \(sentence).")
        case .duplicatedKeysInMapping(let keys, let context):
            Problem(
                "The model `\(path)` cannot be used, line \(context.mark.line): the key "
                    + "`\(keys.first.map { "\($0)" } ?? "")` stands there twice.")
        default: Problem("The model `\(path)` is no YAML: \(error).")
        }
    }

    private func problem(_ error: DecodingError) -> Problem {
        switch error {
        case .keyNotFound(let key, let context):
            problem(context.codingPath, "the key `\(key.stringValue)` is missing.")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            problem(context.codingPath, sentence(type, context))
        case .dataCorrupted(let context):
            (context.underlyingError as? YamlError).map(problem)
                ?? problem(context.codingPath, context.debugDescription)
        default: Problem("The model `\(path)` is not in a form that Weft knows.")
        }
    }

    private func problem(_ codingPath: [any CodingKey], _ sentence: String) -> Problem {
        let line = line(of: codingPath).map { ", line \($0)" } ?? ""
        return Problem("The model `\(path)` cannot be used\(line): \(sentence)")
    }

    private func sentence(_ type: Any.Type, _ context: DecodingError.Context) -> String {
        let key = context.codingPath.last { $0.intValue == nil }?.stringValue
        let wanted =
            switch type {
            case is Bool.Type: "yes or no"
            case is Int.Type, is UInt64.Type: "a whole number"
            case is Double.Type: "a number"
            case is String.Type: "a text"
            default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
            }
        return "\(key.map { "`\($0)`" } ?? "the value") must be \(wanted)."
    }

    /// The line of the deepest part of a path that the file has.
    private func line(of codingPath: [any CodingKey]) -> Int? {
        guard var node = try? compose(yaml: text) else { return nil }
        var line = node.mark?.line
        for key in codingPath {
            if let index = key.intValue, let nodes = node.sequence, nodes.indices.contains(index) {
                node = nodes[index]
                line = node.mark?.line ?? line
            } else if let pair = node.mapping?.first(where: { $0.key.string == key.stringValue }) {
                node = pair.value
                line = pair.key.mark?.line ?? line
            } else {
                return line
            }
        }
        return line
    }
}
