extension ModelTraining {
    /// How many starts are compared where the plan does not say.
    private static let usualStarts = 5

    /// Counts the patterns of each EM rule.
    mutating func countPatterns() throws(TrainingFailure) {
        let rules = model.training.emRules
        for rule in rules {
            let active = model.comparisons.indices.filter {
                model.comparisons[$0].columns.isDisjoint(with: rule.columns)
            }
            let blocking = try self.blocking([rule])
            let made = blocking.pairCounts()[0].pairs
            guard made > 0, !active.isEmpty else {
                report.emptyRules.append(rule)
                continue
            }
            let sample = PairSample(
                TrainingPlan.pairsPerSession, of: made, seed: seed, encoded)
            rulePatterns.append(
                RulePatterns(
                    rule: rule, pairs: made, comparisons: active,
                    counts: model.patternCounts(
                        blocking, over: active, layout, sample: sample, threads: threads)))
        }
        if rulePatterns.isEmpty, !rules.isEmpty { throw .noTrainingPairs(rules: rules) }
    }

    /// Reads m from pairs that are known to match: the share of them with each level.
    ///
    /// As in Splink, pairs on the null level do not count, and a level that no such pair has is
    /// not estimated.
    mutating func readLabels() throws(TrainingFailure) {
        labelM = model.comparisons.map { $0.comparisonLevels.map { _ in nil } }
        guard model.training.labelColumn != nil || !labelled.isEmpty else { return }
        var vectors = ComparisonVectors(model.comparisons, layout, encoded)
        var counts = layout.radices.map { Array(repeating: 0, count: $0) }
        var total = 0
        func count(_ left: Int, _ right: Int) {
            total += 1
            for index in counts.indices {
                counts[index][Int(vectors.digit(of: index, left, right))] += 1
            }
        }
        for pair in labelled { count(min(pair.left, pair.right), max(pair.left, pair.right)) }
        if let column = model.training.labelColumn {
            try blocking([BlockingRule(ColumnKey(column))]).forEachPair { count($0, $1) }
        }
        guard total > 0 else { throw .noLabelledPairs }
        report.labelledMatches = total
        for (index, comparison) in model.comparisons.enumerated() {
            let all = counts[index].dropFirst().reduce(0, +)
            for (position, level) in comparison.comparisonLevels.enumerated()
            where !level.isNullLevel {
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                guard counts[index][digit] > 0 else { continue }
                labelM[index][position] = Double(counts[index][digit]) / Double(all)
            }
        }
    }

    /// Runs EM for each rule; sets each m to the median of what sessions and labels found.
    mutating func estimateM() throws(TrainingFailure) {
        report.sessions = []
        var estimates: [(comparisons: [Int], estimate: ExpectationMaximisation.Estimate)] = []
        for patterns in rulePatterns {
            estimates.append((patterns.comparisons, session(patterns)))
        }
        for index in model.comparisons.indices {
            let comparison = model.comparisons[index]
            for (position, level) in comparison.comparisonLevels.enumerated()
            where !level.isNullLevel && !level.fixMProbability {
                let digit = comparison.comparisonVectorValue(ofLevel: position) + 1
                let values =
                    estimates.filter { $0.comparisons.contains(index) }
                    .compactMap { $0.estimate.m[index][digit] }
                    + [labelM[index][position]].compactMap(\.self)
                guard let median = Self.median(values) else { continue }
                model.comparisons[index].comparisonLevels[position].mProbability = median
                if level.uProbability == nil {
                    model.comparisons[index].comparisonLevels[position].uProbability =
                        smallestU[index]
                }
            }
        }
    }

    /// One session from its starts.
    private mutating func session(
        _ patterns: RulePatterns
    ) -> ExpectationMaximisation.Estimate {
        let active = patterns.comparisons
        let run = ExpectationMaximisation(
            patterns.counts, layout, over: active,
            u: model.comparisons.map { $0.byDigit(nil) { $0.uProbability } },
            isFixed: model.comparisons.map { $0.byDigit(true) { $0.fixMProbability } })
        let first = start(patterns.rule, active)
        let number = model.training.starts ?? Self.usualStarts
        var random = SplitMix64(seed: SplitMix64.mixed(seed ^ 0x5A17))
        let starts =
            [first]
            + (1..<max(2, number + 1)).dropLast().map { _ in
                first.scattered(over: active, fixed: model.comparisons, &random)
            }
        let ends = starts.map {
            run.run(
                from: $0, convergence: model.training.emConvergence,
                maximumIterations: model.training.maximumIterations)
        }
        let spread = spread(ends, active)
        let estimate = ends[spread.chosen]
        report.sessions.append(
            TrainingReport.Session(
                rule: patterns.rule, pairs: patterns.pairs, comparedPairs: patterns.counts.total,
                comparisons: active.map { model.comparisons[$0].outputColumnName },
                mProbabilities: active.map { model.comparisons[$0].byLevel(estimate.m[$0]) },
                lambda: estimate.lambda, iterations: estimate.iterations,
                hasConverged: estimate.hasConverged, spread: spread))
        return estimate
    }

    private func spread(
        _ ends: [ExpectationMaximisation.Estimate], _ active: [Int]
    ) -> TrainingReport.StartSpread {
        func each(_ choose: ([Double]) -> Double?) -> [[Double?]] {
            active.map { index in
                model.comparisons[index].byLevel(
                    ends[0].m[index].indices.map { digit in
                        choose(ends.compactMap { $0.m[index][digit] })
                    })
            }
        }
        func spread(chosen: Int) -> TrainingReport.StartSpread {
            TrainingReport.StartSpread(
                lowest: each { $0.min() }, highest: each { $0.max() },
                logLikelihoods: ends.map(\.logLikelihood), chosen: chosen)
        }
        let first = spread(chosen: 0)
        guard model.training.starts != nil, let best = first.likeliest else { return first }
        return spread(chosen: best)
    }

    /// λ among a rule's pairs if its columns are as telling as exact agreement usually is.
    private func start(
        _ rule: BlockingRule, _ active: [Int]
    ) -> ExpectationMaximisation.Estimate {
        var bits = model.priorMatchWeight
        for (index, comparison) in model.comparisons.enumerated() where !active.contains(index) {
            let u = comparison.comparisonLevels.first { !$0.isNullLevel }?.uProbability
            if let u, u > 0 { bits += logarithm2(0.95 / u) }
        }
        return ExpectationMaximisation.Estimate(
            lambda: min(max(matchProbability(ofWeight: bits), 0.001), 0.95),
            m: startingM)
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

extension ExpectationMaximisation.Estimate {
    /// Another point to start from: λ and the m that may move, drawn at random.
    fileprivate func scattered(
        over active: [Int], fixed comparisons: [Comparison], _ random: inout SplitMix64
    ) -> Self {
        var start = self
        start.lambda = random.number(in: 0.01...0.9)
        for index in active {
            let isFixed = comparisons[index].byDigit(true) { $0.fixMProbability }
            let open = m[index].indices.filter { $0 > 0 && m[index][$0] != nil && !isFixed[$0] }
            guard let closest = open.last else { continue }
            // The closest agreement stays the likeliest among matches, or classes change places.
            let drawn = open.map { digit in
                digit == closest
                    ? random.number(in: 1...8)
                    : random.number(in: 0.01...0.9) / Double(open.count)
            }
            let all = drawn.reduce(0, +)
            for (digit, share) in zip(open, drawn) { start.m[index][digit] = share / all }
        }
        return start
    }
}

extension Comparison {
    /// Values by level in the model's order, from values by digit; nil for null levels.
    fileprivate func byLevel(_ values: [Double?]) -> [Double?] {
        comparisonLevels.indices.map { level in
            comparisonLevels[level].isNullLevel
                ? nil : values[comparisonVectorValue(ofLevel: level) + 1]
        }
    }

    /// The m from which EM starts, by digit: the model's own, or 0.95 for the closest agreement.
    var startingM: [Double?] {
        let others = max(1, radix - 2)
        return byDigit(nil) { level in
            if level.isNullLevel { return nil }
            if let m = level.mProbability { return m }
            let isClosest = level == comparisonLevels.first { !$0.isNullLevel }
            return isClosest ? 0.95 : 0.05 / Double(others)
        }
    }
}
