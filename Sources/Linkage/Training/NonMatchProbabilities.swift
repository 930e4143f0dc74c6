/// How the u probability of a level was found.
public enum UMethod: String, Hashable, Sendable, Codable {
    /// By exact counting of values or of blocks.
    case counted
    /// From a random sample of pairs.
    case sampled
    /// The model fixes it.
    case fixed
    /// No random pair had the level: half a pair is assumed if matches have it, else 0 bits.
    case notObserved
}

/// The u probabilities of all levels, from all pairs of records without regard to matches.
///
/// Levels that rest on equal keys are counted exactly: Σ c(c−1) / n(n−1) over the values of a
/// column, or by walking through the blocks of the key. The rest is split by a random sample.
struct NonMatchProbabilities {
    private let model: LinkageModel
    private let encoded: EncodedRecords
    private let layout: PatternLayout
    private let sample: RandomPairSampling
    /// Blocks with more pairs than this are left to the sample.
    private let walkLimit: Int

    init(
        _ model: LinkageModel, _ layout: PatternLayout, _ encoded: EncodedRecords, seed: UInt64
    ) {
        self.model = model
        self.encoded = encoded
        self.layout = layout
        walkLimit = model.training.sampledPairs / 2
        sample = RandomPairSampling(
            pairs: model.training.sampledPairs, seed: seed, model.linkType, encoded)
    }

    /// The u probabilities of one comparison by digit, and how they were found.
    struct Estimate {
        /// The probabilities; nil where no pair had the level.
        var probabilities: [Double?]
        var methods: [UMethod]
        /// Half a pair's share: what a level may have that no pair had.
        let smallest: Double
    }

    /// The u probabilities of one comparison; digit 0, the null level, has none.
    func estimate(ofComparison index: Int) -> Estimate {
        let comparison = model.comparisons[index]
        var vectors = ComparisonVectors(model.comparisons, layout, encoded)
        let pairs = comparablePairs(comparison)
        var counts = Array(repeating: Int?.none, count: comparison.radix)
        for (level, digit) in comparison.countableLevels where pairs != nil {
            counts[digit] = count(ofLevel: level, digit, index, &vectors)
        }
        let unknown = counts.indices.dropFirst().filter { counts[$0] == nil }
        guard let pairs, unknown.count <= 1 else {
            return split(
                rest: pairs.map { $0 - counts.compactMap(\.self).reduce(0, +) },
                of: pairs, known: counts, by: sampleCounts(index, &vectors))
        }
        for digit in unknown { counts[digit] = pairs - counts.compactMap(\.self).reduce(0, +) }
        return Estimate(
            probabilities: counts.map { $0.flatMap { $0 > 0 ? Double($0) / Double(pairs) : nil } },
            methods: counts.map { ($0 ?? 0) > 0 ? .counted : .notObserved },
            smallest: 0.5 / Double(max(1, pairs)))
    }

    /// Shares what the known counts leave among the other levels as the sample has them.
    private func split(
        rest: Int?, of pairs: Int?, known: [Int?], by sampled: [Int]
    ) -> Estimate {
        let open = known.indices.dropFirst().filter { known[$0] == nil }
        let sampledOpen = open.reduce(0) { $0 + sampled[$1] }
        let share = rest.flatMap { rest in pairs.map { Double(rest) / Double(max(1, $0)) } } ?? 1
        var estimate = Estimate(
            probabilities: [nil], methods: [.notObserved],
            smallest: 0.5 / Double(max(1, sampled.dropFirst().reduce(0, +))))
        for digit in known.indices.dropFirst() {
            let probability: Double? =
                if let count = known[digit], let pairs {
                    Double(count) / Double(max(1, pairs))
                } else {
                    share * Double(sampled[digit]) / Double(max(1, sampledOpen))
                }
            let isObserved = (probability ?? 0) > 0
            estimate.probabilities.append(isObserved ? probability : nil)
            estimate.methods.append(
                !isObserved ? .notObserved : known[digit] == nil ? .sampled : .counted)
        }
        return estimate
    }

    private func sampleCounts(_ index: Int, _ vectors: inout ComparisonVectors) -> [Int] {
        var counts = Array(repeating: 0, count: layout.radices[index])
        sample.forEachPair(model.linkType, encoded) { left, right in
            counts[Int(vectors.digit(of: index, left, right))] += 1
        }
        return counts
    }

    /// The pairs with a level, if they can be counted.
    private func count(
        ofLevel level: Int, _ digit: Int, _ index: Int, _ vectors: inout ComparisonVectors
    ) -> Int? {
        let comparison = model.comparisons[index]
        if let (keys, without) = comparison.countingKeys(ofLevel: level) {
            return pairs(agreeingOn: keys) - (without.map(pairs(agreeingOn:)) ?? 0)
        }
        let keys = comparison.comparisonLevels[level].condition.necessaryKeys
        guard !keys.isEmpty else { return nil }
        let rule = BlockingRule(keys: keys.sorted { $0.label < $1.label })
        let blocking = Blocking([rule], model.linkType, encoded)
        guard blocking.pairCounts()[0].pairs <= walkLimit else { return nil }
        var count = 0
        blocking.forEachPair { left, right in
            if Int(vectors.digit(of: index, left, right)) == digit { count += 1 }
        }
        return count
    }

    private func pairs(agreeingOn keys: [ColumnKey]) -> Int {
        Blocks(BlockingRule(keys: keys), encoded).pairCount(model.linkType, encoded).pairs
    }

    /// The pairs that are not on the null level, if missing values alone decide that.
    private func comparablePairs(_ comparison: Comparison) -> Int? {
        guard let null = comparison.comparisonLevels.first(where: \.isNullLevel) else {
            return encoded.pairCount(model.linkType)
        }
        return MissingValues(null.condition, encoded, model.linkType).comparablePairs
    }
}

extension Comparison {
    /// The levels that might be counted, with their digits.
    fileprivate var countableLevels: [(level: Int, digit: Int)] {
        comparisonLevels.indices
            .filter { !comparisonLevels[$0].isNullLevel }
            .map { ($0, comparisonVectorValue(ofLevel: $0) + 1) }
    }

    /// Keys whose agreeing pairs are those of a level and of finer levels, and keys of the latter.
    ///
    /// Nil when the levels up to this one do not form such a chain on one column.
    fileprivate func countingKeys(ofLevel index: Int) -> ([ColumnKey], without: [ColumnKey]?)? {
        var chain: [ColumnKey] = []
        for level in comparisonLevels[...index] {
            switch level.condition {
            case .missing(let column) where level.isNullLevel:
                guard chain.allSatisfy({ $0.column == column }) else { return nil }
            case .equal(let key) where !level.isNullLevel:
                if let last = chain.last {
                    guard last.column == key.column, last.derivation.refines(key.derivation)
                    else { return nil }
                }
                chain.append(key)
            default: return nil
            }
        }
        guard let key = chain.last, isMissing(key.column) else { return nil }
        return ([key], chain.count > 1 ? [key, chain[chain.count - 2]] : nil)
    }

    /// Whether there is no null level, or one for this column alone.
    private func isMissing(_ column: String) -> Bool {
        comparisonLevels.allSatisfy { !$0.isNullLevel || $0.condition == .missing(column: column) }
    }
}

/// How many pairs lack what a comparison needs.
private struct MissingValues {
    /// The pairs on which the null condition does not hold, or nil when more than missing values
    /// decides it.
    let comparablePairs: Int?

    init(_ condition: Condition, _ encoded: EncodedRecords, _ linkType: LinkType) {
        let columns = condition.columns.sorted()
        guard columns.count <= 16, condition.holds(whereMissing: { _ in true }) != nil else {
            comparablePairs = nil
            return
        }
        let profiles = Self.profiles(columns, encoded)
        let masks = profiles.keys.sorted()
        var pairs = 0
        for (number, first) in masks.enumerated() {
            for second in masks[number...] {
                let mask = first | second
                let isNull = condition.holds { column in
                    columns.firstIndex(of: column).map { mask >> $0 & 1 == 1 } ?? false
                }
                guard isNull == false, let a = profiles[first], let b = profiles[second] else {
                    continue
                }
                pairs += Self.pairs(a, first == second ? nil : b, linkType)
            }
        }
        comparablePairs = pairs
    }

    /// The number of records of each table by which columns they lack, a bit a column.
    private static func profiles(
        _ columns: [String], _ encoded: EncodedRecords
    ) -> [Int: [Int]] {
        let positions = columns.map(encoded.layout.position(ofColumn:))
        let tables = encoded.tableSizes.count
        var counts = Array(repeating: 0, count: tables << columns.count)
        let (cells, width) = (encoded.cells.span, encoded.width)
        var record = 0
        for (table, size) in encoded.tableSizes.enumerated() {
            for _ in 0..<size {
                var mask = 0
                for bit in positions.indices where cells[record * width + positions[bit]] == 0 {
                    mask |= 1 << bit
                }
                counts[mask * tables + table] += 1
                record += 1
            }
        }
        let masks = (0..<(1 << columns.count)).lazy.map { mask in
            (mask, Array(counts[mask * tables..<(mask + 1) * tables]))
        }
        return Dictionary(uniqueKeysWithValues: masks.filter { $0.1.contains { $0 > 0 } })
    }

    /// The pairs between two groups of records, or within one, given their sizes by table.
    private static func pairs(_ first: [Int], _ second: [Int]?, _ linkType: LinkType) -> Int {
        let total = first.reduce(0, +)
        if let second {
            let all = total * second.reduce(0, +)
            return linkType == .linkOnly
                ? all - zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } : all
        }
        let all = total * (total - 1) / 2
        return linkType == .linkOnly ? all - first.reduce(0) { $0 + $1 * ($1 - 1) / 2 } : all
    }
}
