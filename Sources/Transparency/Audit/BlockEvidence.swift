/// What the entries and the stored hashes of one block of up to 256 entries say.
struct BlockEvidence {
    let range: Range<Int>
    let bundle: BundleReading
    let tile: TileReading

    /// No more disagreements than this are tried one by one: 2^8 ways.
    private static let triedOneByOne = 8

    /// The leaf hashes that give this root, each taken from the entries or the stored hashes.
    func leafHashes(givingRoot root: TreeHash) -> [TreeHash]? {
        let whole = [bundle.hashes.whole, tile.hashes.whole].compactMap(\.self)
        if let found = whole.first(where: { TreeHash.root(of: $0) == root }) { return found }
        let open = disagreements
        guard !open.isEmpty, open.count <= Self.triedOneByOne, let base = likeliest else {
            return nil
        }
        return (0..<(1 << open.count)).lazy.map { choice in
            mixed(base, open, choice)
        }.first { TreeHash.root(of: $0) == root }
    }

    /// The positions where an entry and its stored hash are both there and do not match.
    var disagreements: [Int] {
        bundle.hashes.indices.filter { position in
            guard position < tile.hashes.count, let entry = bundle.hashes[position],
                let stored = tile.hashes[position]
            else { return false }
            return entry != stored
        }
    }

    /// What is wrong in this block, given the root that was signed for it if that is known.
    func findings(signedRoot: TreeHash?) -> [Finding] {
        let signed = signedRoot.flatMap(leafHashes)
        let stop = readableEnd(signed)
        var found = damageFindings(stop)
        if let signed {
            found += (0..<stop).compactMap { entryFinding($0, signed[$0]) }
            found += signed.indices.compactMap { hashFinding($0, signed[$0]) }
            return found
        }
        found += missingFindings
        found += disagreements.prefix { $0 < stop }.map {
            .entryOrHashChanged(index: range.lowerBound + $0, hashesIn: tile.path)
        }
        let isWhole = bundle.hashes.whole ?? tile.hashes.whole != nil
        if signedRoot != nil, isWhole, disagreements.isEmpty {
            found.append(.entriesNotSigned(range))
        }
        return found
    }

    /// The number of entries before the file of entries stops making sense.
    private func readableEnd(_ signed: [TreeHash]?) -> Int {
        guard bundle.damage != nil else { return range.count }
        let expected: [TreeHash?] = signed ?? tile.hashes
        return zip(bundle.hashes, expected).enumerated().first { _, pair in
            pair.0 == nil || (pair.1 != nil && pair.0 != pair.1)
        }?.offset ?? bundle.hashes.firstIndex(of: nil) ?? range.count
    }

    private func damageFindings(_ stop: Int) -> [Finding] {
        var found: [Finding] = []
        let unread = (range.lowerBound + stop)..<range.upperBound
        switch bundle.damage {
        case .missing: found.append(.entriesMissing(path: bundle.path, entries: range))
        case .trailingBytes(let count) where unread.isEmpty:
            found.append(.trailingBytes(path: bundle.path, count: count))
        case .cutShort, .trailingBytes:
            found.append(.entriesUnreadable(path: bundle.path, entries: unread))
        case nil: break
        }
        switch tile.damage {
        case .missing: found.append(.tileMissing(path: tile.path))
        case .wrongLength(let count, let expected):
            found.append(.tileWrongLength(path: tile.path, found: count, expected: expected))
        case nil: break
        }
        return found
    }

    private func entryFinding(_ position: Int, _ signed: TreeHash) -> Finding? {
        let index = range.lowerBound + position
        guard let entry = bundle.hashes[position] else {
            return .entryMissing(index: index, from: bundle.path)
        }
        return entry == signed ? nil : .entryChanged(index: index, hashesIn: tile.path)
    }

    private func hashFinding(_ position: Int, _ signed: TreeHash) -> Finding? {
        let index = range.lowerBound + position
        guard position < tile.hashes.count, let stored = tile.hashes[position] else {
            guard tile.damage == nil else { return nil }
            return .leafHashMissing(index: index, from: tile.path)
        }
        return stored == signed ? nil : .leafHashWrong(index: index, path: tile.path)
    }

    private var missingFindings: [Finding] {
        range.indices.flatMap { index -> [Finding] in
            let position = index - range.lowerBound
            var found: [Finding] = []
            if bundle.damage == nil, bundle.hashes[position] == nil {
                found.append(.entryMissing(index: index, from: bundle.path))
            }
            if tile.damage == nil, tile.hashes[position] == nil {
                found.append(.leafHashMissing(index: index, from: tile.path))
            }
            return found
        }
    }

    private var likeliest: [TreeHash]? {
        bundle.hashes.indices.map { position in
            bundle.hashes[position]
                ?? (position < tile.hashes.count ? tile.hashes[position] : nil)
        }.whole
    }

    private func mixed(_ base: [TreeHash], _ open: [Int], _ choice: Int) -> [TreeHash] {
        var hashes = base
        for (bit, position) in open.enumerated() where choice >> bit & 1 == 1 {
            hashes[position] = tile.hashes[position] ?? base[position]
        }
        return hashes
    }
}
