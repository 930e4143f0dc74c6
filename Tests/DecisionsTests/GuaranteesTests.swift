import Foundation
import Testing

/// The page of promises names tests that exist.
struct GuaranteesTests {
    /// This folder, also when the package is seen through links.
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test func `every promise names a test that is there`() throws {
        let page = Self.tests.appendingPathComponent(
            "../../Sources/Decisions/Decisions.docc/Guarantees.md"
        ).standardizedFileURL
        let words = try String(contentsOf: page, encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let promises = words.matches(of: /`(\w+Tests)`: "([^"]+)"/)

        #expect(promises.count >= 20)
        for promise in promises {
            let (_, suite, name) = promise.output
            #expect(try Self.suite(String(suite)).contains("func `\(name)`("), "\(name)")
        }
    }

    /// The source of the file that holds a suite.
    private static func suite(_ name: String) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(
            at: tests.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains("struct \(name) {") { return text }
        }
        return ""
    }
}
