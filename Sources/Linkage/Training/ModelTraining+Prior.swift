extension ModelTraining {
    /// Whether λ comes from the pairs themselves, not from a guess.
    var isPriorLearnt: Bool { model.training.prior == .expectationMaximisation }

    /// Sets λ from strict rules, or to a first guess where EM will find it.
    mutating func estimateStartingPrior() throws(TrainingFailure) {
        switch model.training.prior {
        case .fixed: break
        case .deterministic(let rules, let recall):
            let blocking = try self.blocking(rules)
            var found = 0
            blocking.forEachPair { _, _ in found += 1 }
            setPrior(Double(found) / recall)
        case .expectationMaximisation:
            // Guess that half the records of the smaller table have a partner.
            let sizes = encoded.tableSizes.filter { $0 > 0 }
            setPrior(Double(sizes.min() ?? 0) / 2)
        }
    }

    /// Sets λ so that a number of pairs match; at least half a pair, at most nine in ten.
    mutating func setPrior(_ matches: Double) {
        let share = max(matches, 0.5) / Double(pairs)
        model.probabilityTwoRandomRecordsMatch = min(share, 0.9)
    }

    /// Where λ is left to EM, finds it over all candidate pairs; pairs never made match never.
    mutating func estimatePrior() throws(TrainingFailure) {
        guard isPriorLearnt else { return }
        let all = Array(model.comparisons.indices)
        if candidates == nil { candidates = try countCandidates(all) }
        guard let candidates else { return }
        let weights = model.comparisons.map { $0.byDigit(0) { $0.matchWeight } }
        let scored = candidates.counts.entries.map { pattern, count in
            let bits = all.reduce(0) { $0 + weights[$1][layout.digit(of: $1, in: pattern)] }
            return (bits: bits, count: Double(count) / candidates.share)
        }
        let most = mostMatches
        for _ in 0..<100 {
            let before = model.probabilityTwoRandomRecordsMatch
            let prior = model.priorMatchWeight
            let found = scored.reduce(0) {
                $0 + $1.count * matchProbability(ofWeight: prior + $1.bits)
            }
            setPrior(min(found, most))
            if abs(model.probabilityTwoRandomRecordsMatch / before - 1) < 1e-6 { return }
        }
    }

    /// The patterns of the candidate pairs, or of a sample where they are very many.
    private func countCandidates(_ all: [Int]) throws(TrainingFailure) -> Candidates {
        let blocking = try self.blocking(model.blockingRulesToGeneratePredictions)
        let made = blocking.pairCounts().reduce(0) { $0 + $1.pairs }
        let sample = PairSample(TrainingPlan.pairsPerSession, of: made, seed: seed, encoded)
        return Candidates(
            counts: model.patternCounts(
                blocking, over: all, layout, sample: sample, threads: threads),
            share: sample?.share ?? 1)
    }

    /// The most matches that there can be if each session found all with its rule's values.
    ///
    /// A session that found 600 matches of equal birth dates, where six matches of ten have equal
    /// dates, speaks for 1,000. The least of these counts: people of one home pass for matches in
    /// some sessions, seldom in all.
    private var mostMatches: Double {
        report.sessions.compactMap { session in
            share(ofMatchesMeeting: session.rule).map {
                session.lambda * Double(session.pairs) / $0
            }
        }.min() ?? .infinity
    }

    /// The share of matches that have a rule's values and agree on them.
    ///
    /// Nil unless the rule asks for whole columns, each of which some comparison knows by itself.
    private func share(ofMatchesMeeting rule: BlockingRule) -> Double? {
        guard rule.hasOnlyKeys, rule.joins.isEmpty,
            rule.keys.allSatisfy({ $0.derivation == .whole })
        else { return nil }
        var unexplained = rule.columns
        var share = rule.columns.reduce(1.0) { $0 * filled($1) * filled($1) }
        for comparison in model.comparisons {
            guard let closest = comparison.comparisonLevels.first(where: { !$0.isNullLevel }),
                let m = closest.mProbability, !closest.condition.columns.isEmpty,
                closest.condition.columns.isSubset(of: rule.columns)
            else { continue }
            unexplained.subtract(closest.condition.columns)
            share *= m
        }
        return unexplained.isEmpty && share > 0 ? share : nil
    }

    /// The share of the records that have a value in a column.
    private func filled(_ column: String) -> Double {
        let place = encoded.layout.position(ofColumn: column)
        let found = (0..<encoded.count).count { encoded.cells[$0 * encoded.width + place] != 0 }
        return Double(found) / Double(max(1, encoded.count))
    }
}
