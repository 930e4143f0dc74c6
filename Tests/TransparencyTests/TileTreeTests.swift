import Testing
import Transparency

struct TileTreeTests {
    @Test(arguments: [0, 1, 256, 300, 600, 65_537])
    func `an export has the files of its size, each once, and nothing else`(size: Int) throws {
        let entries = (0..<size).map { Array(String($0).utf8) }
        var paths: [String] = []
        try TileTree(entries: entries).forEachFile { path, _ in paths.append(path) }
        let expected =
            Tile.tiles(forSize: size).map(\.path) + EntryBundle.bundles(forSize: size).map(\.path)
        #expect(paths.sorted() == expected.sorted())
    }

    @Test func `tiles in an export are those made from stored hashes`() throws {
        let log = try TestLog(size: 600)
        let stored = TileHashes(leaves: log.leaves)
        for tile in Tile.tiles(forSize: 600) {
            #expect(try log.files[tile.path] == stored.bytes(of: tile))
        }
        for bundle in EntryBundle.bundles(forSize: 600) {
            let bytes = try #require(log.files[bundle.path])
            #expect(
                try EntryBundle.decoded(bytes, count: bundle.width)
                    == Array(log.entries[bundle.range]))
        }
    }

    @Test func `an export with stored hashes shows which entry was changed in the store`() throws {
        var log = try TestLog(size: 300)
        var entries = log.entries
        let leaves = log.leaves
        entries[17] = Array("forged".utf8)
        let changed = entries
        try TileTree(size: 300, entries: { Array(changed[$0]) }, leafHashes: { Array(leaves[$0]) })
            .forEachFile { log.files[$0] = $1 }
        #expect(try log.report().findings == [.entryChanged(index: 17, hashesIn: "tile/0/000")])
    }

    @Test func `a store that gives too few entries stops the export`() {
        let tree = TileTree(size: 3, entries: { _ in [[1], [2]] })
        let failure = #expect(throws: TileHashes.WrongCount.self) {
            try tree.forEachFile { _, _ in }
        }
        #expect(failure?.found == 2)
    }
}
