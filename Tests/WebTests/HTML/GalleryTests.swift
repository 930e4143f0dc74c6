import Foundation
import Testing

@testable import Web

struct GalleryTests {
    @Test(arguments: GalleryPages.all.map(\.name))
    func `every part makes a page without problems`(name: String) throws {
        let page = try #require(GalleryPages.all.first { $0.name == name }?.page)
        let markup = page.html.markup

        #expect(HTMLLint.problems(in: markup) == [])
        #expect(markup.utf8.count <= 50_000)
    }

    /// With `WEFT_GALLERY` set to a folder, the pages are written there, to be looked at.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["WEFT_GALLERY"] != nil))
    func `the pages are written for a browser`() throws {
        let folder = URL(
            filePath: try #require(ProcessInfo.processInfo.environment["WEFT_GALLERY"]))
        for (name, page) in GalleryPages.all {
            try write(page.html.bytes, to: folder.appending(path: "\(name).html"))
        }
        for asset in Asset.all {
            try write(asset.bytes, to: folder.appending(path: asset.path))
        }
    }

    private func write(_ bytes: [UInt8], to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
