import Foundation
import Testing
import Transparency

/// A log of 600 entries: three bundles, three tiles of leaf hashes, one tile above them.
struct LogAuditFlipTests {
    private let log: TestLog
    private var numbers = SeededNumbers(seed: 600)

    init() throws {
        log = try TestLog(size: 600)
    }

    @Test func `any byte of the checkpoint that is changed is found`() throws {
        let bytes = try #require(log.files["checkpoint"])
        for offset in bytes.indices {
            for bit in 0..<8 {
                var changed = log
                changed.files["checkpoint"]?[offset] ^= 1 << bit
                let report = try changed.report()
                #expect(report.findings.first?.path == "checkpoint", "byte \(offset) bit \(bit)")
                #expect(report.outcome(of: .checkpoint) == .failed)
            }
        }
    }

    @Test(arguments: ["tile/0/000", "tile/0/001", "tile/0/002.p/88"])
    mutating func `any byte of any leaf hash that is changed is named with its entry`(
        path: String
    ) throws {
        let tile = try #require(Tile(path: path))
        for byte in 0..<TreeHash.byteCount {
            var changed = log
            for position in 0..<tile.width {
                changed.files[path]?[position * TreeHash.byteCount + byte] ^= mask()
            }
            let findings = try changed.report().findings
            #expect(findings == tile.range.map { .leafHashWrong(index: $0, path: path) })
        }
    }

    @Test mutating func `any byte of a tile above the leaves that is changed is named`() throws {
        let path = "tile/1/000.p/2"
        for offset in 0..<64 {
            var changed = log
            changed.files[path]?[offset] ^= mask()
            let entries = offset < 32 ? 0..<256 : 256..<512
            #expect(try changed.report().findings == [.tileHashWrong(path: path, entries: entries)])
        }
    }

    @Test(arguments: ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"])
    mutating func `any byte of any entry that is changed is named with its entry`(
        path: String
    ) throws {
        let bundle = try #require(EntryBundle(path: path))
        let tile = Tile(level: 0, index: bundle.index, width: bundle.width)
        let longest = log.entries.map(\.count).max() ?? 0
        for byte in 0..<longest {
            var changed = log
            var expected: [Finding] = []
            for (index, start) in zip(bundle.range, starts(of: bundle))
            where byte < log.entries[index].count {
                changed.files[path]?[start + 2 + byte] ^= mask()
                expected.append(.entryChanged(index: index, hashesIn: tile.path))
            }
            #expect(try changed.report().findings == expected)
        }
    }

    @Test mutating func `any byte of the length of any entry that is changed is named`() throws {
        for position in 0..<256 {
            for byte in 0..<2 {
                var changed = log
                let bundles = EntryBundle.bundles(forSize: 600).filter { position < $0.width }
                for bundle in bundles {
                    let start = starts(of: bundle)[position]
                    changed.files[bundle.path]?[start + byte] ^= mask()
                }
                let findings = try changed.report().findings
                for bundle in bundles {
                    let index = bundle.range.lowerBound + position
                    #expect(
                        findings.contains {
                            $0.path == bundle.path && $0.entries?.contains(index) == true
                        }, "length of entry \(index)")
                }
                #expect(findings.count == bundles.count)
            }
        }
    }

    @Test mutating func `single bytes changed at random places are each named`() throws {
        let files = log.files.sorted { $0.key < $1.key }
        for _ in 0..<400 {
            let (path, bytes) = files[Int.random(in: 0..<files.count, using: &numbers)]
            try expectNamed(path, Int.random(in: 0..<bytes.count, using: &numbers))
        }
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["WEFT_EXHAUSTIVE"] != nil))
    mutating func `each single byte of each file that is changed is named`() throws {
        for (path, bytes) in log.files.sorted(by: { $0.key < $1.key }) {
            for offset in bytes.indices { try expectNamed(path, offset) }
        }
    }

    private mutating func expectNamed(_ path: String, _ offset: Int) throws {
        var changed = log
        changed.files[path]?[offset] ^= mask()
        let report = try changed.report()
        let bundle = EntryBundle(path: path)
        let index = bundle.flatMap { bundle in
            starts(of: bundle).lastIndex { $0 <= offset }.map { bundle.range.lowerBound + $0 }
        }
        let named = report.findings.contains { finding in
            finding.path == path || index.map { finding.entries?.contains($0) == true } == true
        }
        #expect(named && report.findings.count == 1, "\(path), byte \(offset)")
        #expect(!report.isSound)
    }

    private mutating func mask() -> UInt8 { UInt8.random(in: 1...255, using: &numbers) }

    /// Where each entry of a bundle begins, with its length.
    private func starts(of bundle: EntryBundle) -> [Int] {
        bundle.range.reduce(into: [0]) { starts, index in
            starts.append((starts.last ?? 0) + 2 + log.entries[index].count)
        }.dropLast()
    }
}
