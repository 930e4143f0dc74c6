extension WeightHistogram {
    /// The best threshold where pairs below a limit, in bits, were left out; nil where they matter.
    ///
    /// The best expected F1 is where the probability is half of it. Matches below the limit are not
    /// seen, so F1 may be lower than it looks: the limit must lie so low that the choice would stay
    /// above it even at a quarter of that F1. Source: as for `bestEstimate`.
    public func bestEstimate(ofPairsFrom limit: Double) -> ThresholdEstimate? {
        let best = bestEstimate
        return matchProbability(ofWeight: limit) <= best.f1 / 8 ? best : nil
    }
}
