import DemoData
import Linkage
import Records

/// Measures the model of households against the plain one on an invented county with duplicates.
struct HouseholdBench {
    let records: Int
    let seed: UInt64

    private typealias Column = LinkageModel.PeopleColumn

    func run() throws {
        let clock = ContinuousClock()
        var start = clock.now
        let (table, truth) = county()
        BenchCommand.print("\(records) rows made", "\(clock.now - start)", "60 s for a million")
        for location in LocationEvidence.allCases {
            start = clock.now
            let untrained = LinkageModel.people(.dedupeOnly, location: location)
            let encoded = EncodedRecords([table], for: untrained)
            let plain = try untrained.trained(on: encoded, seed: seed).model
            let plainPairs = try plain.weights(for: encoded).predictions(threshold: -12)
            show("plain, \(location.rawValue) location", plainPairs, truth, clock.now - start)
            start = clock.now
            let household = try HouseholdModel(plain, on: encoded)
            let pairs = try household.weights(for: encoded).predictions(threshold: -12)
            show("household, \(location.rawValue) location", pairs, truth, clock.now - start)
        }
    }

    private func county() -> (RecordTable, Labels) {
        var builder = RecordTable.Builder(columns: [
            Column.forename, Column.surname, Column.dateOfBirth, Column.address, Column.town,
            Column.postcode,
        ])
        var clusters: [Int?] = []
        let today = CalendarDate(dayNumber: 20_779)
        for row in DuplicateRecords(records: records, seed: seed, today: today) {
            builder.append([
                row.firstName, row.surname, row.dateOfBirth?.description, row.address, row.town,
                row.postcode,
            ])
            clusters.append(row.cluster)
        }
        return (builder.table(), Labels(persons: [clusters], linkType: .dedupeOnly))
    }

    private func show(
        _ name: String, _ pairs: [ScoredPair], _ truth: Labels, _ time: Duration
    ) {
        guard let best = PrecisionRecall.best(pairs, truth) else { return }
        let chosen = WeightHistogram(pairs).bestEstimate
        let measured = PrecisionRecall(pairs, truth, threshold: chosen.threshold)
        let sure = PrecisionRecall(pairs, truth, threshold: 4.2479)
        BenchCommand.print("\(name): learnt and scored, \(pairs.count) pairs", "\(time)", "-")
        print("\(name): best F1", best, "0.955")
        print(
            "\(name): default threshold, expected F1 \(BenchCommand.three(chosen.f1))", measured,
            "\(BenchCommand.three(best.f1 - 0.005))")
        print("\(name): p of at least 0.95", sure, "precision 0.98")
    }

    /// F1, precision and recall at a threshold.
    private func print(_ name: String, _ point: PrecisionRecall, _ target: String) {
        let parts = [point.precision, point.recall].map(BenchCommand.three).joined(separator: ", ")
        BenchCommand.print(
            "\(name) (precision, recall) at \(BenchCommand.three(point.threshold)) bits",
            "\(BenchCommand.three(point.f1)) (\(parts))", target)
    }
}
