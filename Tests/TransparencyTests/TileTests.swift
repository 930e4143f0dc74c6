import Testing
import Transparency

struct TileTests {
    @Test(arguments: [
        (Tile(level: 0, index: 0), "tile/0/000"),
        (Tile(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
        (Tile(level: 1, index: 999, width: 255), "tile/1/999.p/255"),
        (Tile(level: 2, index: 1000, width: 1), "tile/2/x001/000.p/1"),
        (Tile(level: 6, index: 0, width: 17), "tile/6/000.p/17"),
    ])
    func `a tile's path is that of tlog-tiles, both ways`(tile: Tile, path: String) {
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/-1/000",
        "tile/+1/000", "tile/7/000", "tile/64/000", "tile/0/x000/001", "tile/0/001/002",
        "tile/0/x001", "tile/0/x001/", "tile/0/X001/002", "tile/0/000.p", "tile/0/000.p/",
        "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/07", "tile/0/000.p/+7",
        "tile/0/000/7", "tile/0/000.p/7/8", "tile/0/00\u{661}", "/tile/0/000", "tile//000",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/6/001", "tile/entries/000",
        "tile/0/x281/x474/x976/x710/656", "tile/0/../000", "tile/0/.p/7", "tile/0/p/7",
    ])
    func `any other path is not a tile's`(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test func `a bundle's path is that of tlog-tiles, both ways`() {
        let bundle = EntryBundle(index: 70_000, width: 3)
        #expect(bundle.path == "tile/entries/x070/000.p/3")
        #expect(EntryBundle(path: bundle.path) == bundle)
        for wrong in ["tile/0/000", "tile/entries", "tile/entries/0", "tile/entries/000.p/300"] {
            #expect(EntryBundle(path: wrong) == nil)
        }
    }

    @Test func `the tiles of 70,000 entries are those that the specification counts`() {
        let tiles = Array(Tile.tiles(forSize: 70_000))
        #expect(tiles.count { $0.level == 0 && $0.width == 256 } == 273)
        #expect(
            tiles.filter { $0.width < 256 }.map(\.path)
                == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
        #expect(tiles.count == 277)
        #expect(Array(Tile.tiles(forSize: 256)).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Array(Tile.tiles(forSize: 0)).isEmpty)
        #expect(Array(EntryBundle.bundles(forSize: 600)).map(\.width) == [256, 256, 88])
    }

    @Test func `a tile knows its positions and the entries below each hash`() {
        let tile = Tile(level: 1, index: 1, width: 17)
        #expect(tile.range == 256..<273)
        #expect(tile.entries(below: 2) == 66_048..<66_304)
        #expect(EntryBundle(index: 2, width: 88).range == 512..<600)
    }

    @Test func `entries of any length up to 65,535 bytes come back from a bundle`() throws {
        let entries = [[], [0], Array("three".utf8), [UInt8](repeating: 7, count: 65_535)]
        let bytes = try EntryBundle.encoded(entries)
        #expect(bytes.prefix(10) == [0, 0, 0, 1, 0, 0, 5, 0x74, 0x68, 0x72])
        #expect(try EntryBundle.decoded(bytes, count: 4) == entries)
        #expect(throws: EntryBundle.Failure.entryTooLong(position: 1, byteCount: 65_536)) {
            try EntryBundle.encoded([[], [UInt8](repeating: 0, count: 65_536)])
        }
    }

    @Test func `a bundle that is cut short or too long is refused with the place`() throws {
        let bytes = try EntryBundle.encoded([Array("one".utf8), Array("two".utf8)])
        for length in bytes.indices {
            #expect(throws: EntryBundle.Failure.cutShort(position: length < 5 ? 0 : 1)) {
                try EntryBundle.decoded(Array(bytes.prefix(length)), count: 2)
            }
        }
        #expect(throws: EntryBundle.Failure.trailingBytes(1)) {
            try EntryBundle.decoded(bytes + [0], count: 2)
        }
        #expect(throws: EntryBundle.Failure.trailingBytes(5)) {
            try EntryBundle.decoded(bytes, count: 1)
        }
    }
}
