import Foundation

/// Where a command will write, looked at before the work starts.
enum OutputPaths {
    /// Refuses files that cannot be written; those that are there stay as they are.
    static func check(_ paths: String?...) throws {
        let paths = paths.compactMap(\.self)
        for path in paths {
            if let reason = obstacle(toFile: path) {
                throw Problem("The file `\(path)` cannot be written: \(reason).")
            }
        }
        var seen: Set<String> = []
        for path in paths where !path.hasPrefix("/dev/") {
            guard seen.insert(URL(filePath: path).standardizedFileURL.path).inserted else {
                throw Problem(
                    "Two results would be written to `\(path)`; give each a file of its own.")
            }
        }
    }

    /// Refuses a folder in which some files cannot be written; it need not be there yet.
    static func checkFolder(_ path: String, files: [String]) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw Problem("`\(path)` is a file; choose a folder to write to.")
            }
            let folder = path.hasSuffix("/") ? path : path + "/"
            for file in files { try check(folder + file) }
            return
        }
        var above = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().path
        while above != "/", !FileManager.default.fileExists(atPath: above) {
            above = URL(filePath: above).deletingLastPathComponent().path
        }
        guard FileManager.default.fileExists(atPath: above, isDirectory: &isFolder),
            isFolder.boolValue, access(above, W_OK | X_OK) == 0
        else {
            throw Problem(
                "The folder `\(path)` cannot be made in `\(above)`; check what that is and its "
                    + "permissions.")
        }
    }

    /// Why a file cannot be written; nil when it can.
    private static func obstacle(toFile path: String) -> String? {
        guard !path.isEmpty else { return "its path is empty; name a file" }
        var isFolder: ObjCBool = false
        let place = ResultFile.place(of: path)
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return "it is a folder; name a file in it" }
            guard access(path, W_OK) == 0 else { return "check its permissions" }
            if ResultFile.isDevice(path) { return nil }
            return obstacle(toNew: ResultFile.draft(beside: place).path, named: path)
        }
        return obstacle(toNew: place.path, named: path)
    }

    /// Only making a file tells whether it can be made.
    private static func obstacle(toNew path: String, named name: String) -> String? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor < 0 else {
            close(descriptor)
            unlink(path)
            return nil
        }
        return reason(errno, name)
    }

    private static func reason(_ code: Int32, _ path: String) -> String {
        let folder = URL(filePath: path).deletingLastPathComponent().relativePath
        return switch code {
        // A link that leads back to itself.
        case EEXIST, ELOOP: "it is a link that leads nowhere"
        case ENOENT: "there is no folder `\(folder)`; make it first"
        case ENOTDIR: "`\(folder)` is not a folder"
        case EISDIR: "it is a folder; name a file in it"
        case EACCES, EPERM: "check the permissions of the folder `\(folder)`"
        case EROFS: "the folder `\(folder)` can only be read"
        case ENAMETOOLONG: "its name is too long"
        case ENOSPC, EDQUOT: "there is no room left"
        default: "the system refuses it; choose another place"
        }
    }
}
