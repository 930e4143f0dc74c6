import Foundation

/// Writes files as Swift literals: `embed OUTPUT.swift FILE…`.
@main
struct Embed {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            throw CocoaError(.fileNoSuchFile)
        }
        var swift = "enum Embedded {\n    static let files: [String: String] = [\n"
        for path in arguments.dropFirst().sorted() {
            let url = URL(filePath: path)
            let text = try String(contentsOf: url, encoding: .utf8)
            swift += "        \"\(url.lastPathComponent)\": \(literal(text)),\n"
        }
        swift += arguments.count > 1 ? "    ]\n}\n" : "        :\n    ]\n}\n"
        try swift.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    /// A raw literal with more number signs than the text has in a row after a quote.
    static func literal(_ text: String) -> String {
        var signs = "#"
        while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
        let body = text.hasSuffix("\n") ? text : text + "\n"
        return "\(signs)\"\"\"\n\(body)\n\"\"\"\(signs)"
    }
}
