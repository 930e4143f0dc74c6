import Foundation
import PackagePlugin

/// Turns the files of a target's `Data` and `Assets` folders into one generated Swift file.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
        let files = try ["Data", "Assets"].flatMap {
            try Self.files(in: target.directoryURL.appending(path: $0))
        }
        return [
            .buildCommand(
                displayName: "Embed \(files.count) files in \(target.name)",
                executable: try context.tool(named: "embed").url,
                arguments: [output.path(percentEncoded: false)]
                    + files.map { $0.path(percentEncoded: false) },
                inputFiles: files,
                outputFiles: [output])
        ]
    }

    static func files(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            return []
        }
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
