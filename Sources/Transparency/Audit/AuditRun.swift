/// The state of one audit: what each block of 256 entries says, and which of it is signed.
struct AuditRun {
    /// One block: the root that its entries give, and the root that its stored leaf hashes give.
    struct Block {
        let entriesRoot: TreeHash?
        let hashesRoot: TreeHash?
        let isDamaged: Bool
    }

    let contents: LogContents
    let checkpoint: Checkpoint
    var findings: FindingList
    private(set) var blocks: [Block] = []

    /// The stored hashes of tile level 1, one for each full block, where they are kept.
    private(set) var parents: [TreeHash?] = []

    /// The root of each block that leads to the signed root, if they could be told.
    private(set) var signedBlocks: [TreeHash]?

    init(contents: LogContents, checkpoint: Checkpoint, findings: FindingList) {
        self.contents = contents
        self.checkpoint = checkpoint
        self.findings = findings
    }

    var size: Int { checkpoint.size }

    /// False if so much is missing that reading was given up.
    var isSurveyed: Bool { blocks.count == (size + Tile.fullWidth - 1) / Tile.fullWidth }

    /// Reads everything once.
    ///
    /// A checkpoint may sign any size, so the reading ends when too many files are missing.
    mutating func survey() throws {
        var missing = 0
        for bundle in EntryBundle.bundles(forSize: size) {
            let block = Block(try evidence(for: bundle))
            blocks.append(block)
            guard block.entriesRoot == nil, block.hashesRoot == nil else { continue }
            missing += 1
            if missing >= findings.limit, !isSurveyed {
                findings.isComplete = false
                return
            }
        }
        for tile in Tile.tiles(level: 1, size: size) {
            let reading = try contents.tile(tile)
            parents += reading?.hashes ?? Array(repeating: nil, count: tile.width)
        }
    }

    /// Finds the block roots that lead to the signed root.
    mutating func resolve() {
        guard isSurveyed else { return findings.add(.rootNotComputed) }
        var candidates = [
            blocks.indices.map { blocks[$0].entriesRoot ?? blocks[$0].hashesRoot ?? parent($0) },
            blocks.indices.map { blocks[$0].hashesRoot ?? blocks[$0].entriesRoot ?? parent($0) },
        ]
        for last in [blocks.last?.entriesRoot, blocks.last?.hashesRoot] {
            let tail = blocks.count > parents.count ? [last] : []
            candidates.append(parents.indices.map(guided) + tail)
            candidates.append(parents.indices.map { parents[$0] ?? guided($0) } + tail)
        }
        let whole = candidates.compactMap(\.whole)
        signedBlocks = whole.first { TreeHash.root(of: $0) == checkpoint.root }
        guard signedBlocks == nil else { return }
        guard let computed = whole.first.map(TreeHash.root) else {
            return findings.add(.rootNotComputed)
        }
        findings.add(.rootDiffers(size: size, computed: computed, signed: checkpoint.root))
    }

    private func parent(_ index: Int) -> TreeHash? {
        index < parents.count ? parents[index] : nil
    }

    /// The likeliest root of a full block: what two of entries, hashes and the level above say.
    private func guided(_ index: Int) -> TreeHash? {
        let (block, parent) = (blocks[index], parents[index])
        if block.entriesRoot != nil, block.entriesRoot == block.hashesRoot {
            return block.entriesRoot
        }
        return parent ?? block.hashesRoot ?? block.entriesRoot
    }

    func evidence(for bundle: EntryBundle) throws -> BlockEvidence {
        let tile = Tile(level: 0, index: bundle.index, width: bundle.width)
        let none = TileReading(path: tile.path, hashes: [], damage: .missing)
        return BlockEvidence(
            range: bundle.range, bundle: try contents.bundle(bundle),
            tile: try contents.tile(tile) ?? none)
    }

    func bundle(_ index: Int) -> EntryBundle {
        EntryBundle(
            index: index, width: min(Tile.fullWidth, size - index * Tile.fullWidth))
    }
}

extension AuditRun.Block {
    fileprivate init(_ evidence: BlockEvidence) {
        entriesRoot = evidence.bundle.hashes.whole.map(TreeHash.root)
        let agrees = entriesRoot != nil && evidence.bundle.hashes == evidence.tile.hashes
        hashesRoot = agrees ? entriesRoot : evidence.tile.hashes.whole.map(TreeHash.root)
        isDamaged = evidence.bundle.damage != nil || evidence.tile.damage != nil
    }

    /// Whether everything in the block is there and gives this root.
    func isSound(_ root: TreeHash?) -> Bool {
        !isDamaged && entriesRoot != nil && entriesRoot == hashesRoot
            && (root == nil || root == entriesRoot)
    }
}
