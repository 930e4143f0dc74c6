import Foundation

/// The files of this repository that people write, found from where this test lies.
enum SourceTree {
    /// The top of the repository.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every text file that git would track.
    static let files: [SourceFile] = paths(under: root).compactMap { path in
        let url = root.appending(path: path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return SourceFile(path: path, text: text)
    }

    private static let skippedNames: Set = ["__pycache__", "Package.resolved", "weft-data"]
    private static let hiddenNames: Set = [".ci", ".gitignore", ".swift-format"]

    private static func paths(under folder: URL, prefix: String = "") -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(
                atPath: folder.path(percentEncoded: false))) ?? []
        return names.sorted().flatMap { name -> [String] in
            guard !skippedNames.contains(name),
                !name.hasPrefix(".") || hiddenNames.contains(name)
            else { return [] }
            let url = folder.appending(path: name)
            let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
            return isFolder == true
                ? paths(under: url, prefix: prefix + name + "/") : [prefix + name]
        }
    }
}
