extension AuditRun {
    /// Says what is wrong in each block that is not exactly what was signed.
    mutating func explainBlocks() throws {
        for (index, block) in blocks.enumerated() {
            let signedRoot = signedBlocks?[index]
            guard !block.isSound(signedRoot) else { continue }
            guard !findings.isFull else {
                findings.isComplete = false
                return
            }
            let evidence = try evidence(for: bundle(index))
            evidence.findings(signedRoot: signedRoot).forEach { findings.add($0) }
        }
    }

    /// Compares every tile above the leaves with what lies below it.
    mutating func checkUpperTiles() throws {
        guard isSurveyed else { return }
        var below = signedBlocks
        for level in 1...6 {
            let count = size >> (level * Tile.height)
            if level > 1 { below = below.map(Self.nextLevel) }
            for tile in Tile.tiles(level: level, size: size) {
                guard let reading = try contents.tile(tile) else { return }
                check(tile, reading, against: below?.prefix(count).map(\.self))
            }
        }
    }

    private mutating func check(
        _ tile: Tile, _ reading: TileReading, against signed: [TreeHash]?
    ) {
        switch reading.damage {
        case .missing: findings.add(.tileMissing(path: reading.path))
        case .wrongLength(let found, let expected):
            findings.add(
                .tileWrongLength(path: reading.path, found: found, expected: expected))
        case nil: break
        }
        for (position, index) in tile.range.enumerated() {
            let stored = reading.hashes[position]
            guard stored != nil || reading.damage == nil else { continue }
            let allowed = signed.map { [$0[index]] } ?? unproved(tile.level, index)
            guard !allowed.isEmpty, !allowed.contains(where: { $0 == stored }) else { continue }
            findings.add(
                .tileHashWrong(path: reading.path, entries: tile.entries(below: position)))
        }
    }

    /// What a hash may be when the signed root could not be reached: what its block says.
    private func unproved(_ level: Int, _ index: Int) -> [TreeHash] {
        guard level == 1 else { return [] }
        return [blocks[index].entriesRoot, blocks[index].hashesRoot].compactMap(\.self)
    }

    private static func nextLevel(_ hashes: [TreeHash]) -> [TreeHash] {
        (0..<(hashes.count / Tile.fullWidth)).map { index in
            let start = index * Tile.fullWidth
            return TreeHash.root(of: Array(hashes[start..<(start + Tile.fullWidth)]))
        }
    }

    /// Checks that the log still begins with everything an earlier checkpoint covers.
    mutating func compare(with earlier: Checkpoint) throws {
        guard earlier.origin.utf8.elementsEqual(checkpoint.origin.utf8) else {
            findings.add(
                .earlierOriginDiffers(earlierSize: earlier.size, found: earlier.origin))
            return
        }
        guard earlier.size <= size else {
            findings.add(.smallerThanEarlier(size: size, earlierSize: earlier.size))
            return
        }
        guard isSurveyed, let root = try root(ofFirst: earlier.size) else {
            findings.add(.earlierNotCompared(earlierSize: earlier.size))
            return
        }
        if root != earlier.root {
            findings.add(.earlierRootDiffers(earlierSize: earlier.size))
        }
    }

    private func root(ofFirst count: Int) throws -> TreeHash? {
        guard count < size else { return signedBlocks.map(TreeHash.root) ?? wholeRoot }
        var range = CompactRange()
        let full = count / Tile.fullWidth
        for index in 0..<full {
            guard let root = blockRoot(index) else { return nil }
            range.append(subtree: root, height: Tile.height)
        }
        guard count % Tile.fullWidth > 0 else { return range.root }
        let evidence = try evidence(for: bundle(full))
        let signed = signedBlocks.flatMap { evidence.leafHashes(givingRoot: $0[full]) }
        guard let leaves = signed ?? evidence.bundle.hashes.whole ?? evidence.tile.hashes.whole
        else { return nil }
        for leaf in leaves.prefix(count % Tile.fullWidth) { range.append(leaf) }
        return range.root
    }

    private var wholeRoot: TreeHash? {
        blocks.indices.map(blockRoot).whole.map(TreeHash.root)
    }

    private func blockRoot(_ index: Int) -> TreeHash? {
        signedBlocks?[index] ?? blocks[index].entriesRoot ?? blocks[index].hashesRoot
    }
}
