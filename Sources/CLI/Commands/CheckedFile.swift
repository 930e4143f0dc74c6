import Exchange
import Records

/// A file read, mapped by its headings and checked, or one clear sentence.
struct CheckedFile {
    let batch: CheckedBatch

    /// Reads and checks a file against a data set of the dictionary.
    ///
    /// `mapping`: items by heading that take the place of what the headings suggest.
    init(
        _ bytes: [UInt8], dataset id: DatasetSpecification.ID, reference: ReferenceData,
        today: CalendarDate, mapping: [String: DataItem.ID] = [:]
    ) throws {
        guard let dataset = reference.dictionary.dataset(id) else {
            let known = reference.dictionary.datasets.map(\.id.rawValue)
            throw Problem(
                "There is no data set `\(id)`; choose one of \(known.joined(separator: ", ")).")
        }
        do {
            let file = try TableFile.read(bytes)
            let columns = ColumnMapping.proposed(for: file, dataset: dataset, remembered: mapping)
            batch = try file.checked(columns, against: dataset, today: today)
        } catch let refusal as TableFile.Refusal {
            throw Problem(refusal.sentence)
        } catch let refusal as TableFile.MappingRefused {
            throw Problem(refusal.problems.map(\.sentence).joined(separator: " "))
        }
    }
}
