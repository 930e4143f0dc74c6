extension ColumnMapping {
    /// The mapping that headings, and then contents, speak for; no item is proposed twice.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - dataset: What the file should hold.
    ///   - remembered: Items by heading, as mapped before; they come first.
    /// - Returns: A mapping with a reason for every column, to be shown and changed.
    public static func proposed(
        for file: TableFile, dataset: DatasetSpecification,
        remembered: [String: DataItem.ID] = [:]
    ) -> ColumnMapping {
        var proposal = Proposal(file: file, dataset: dataset)
        proposal.recall(remembered)
        proposal.readHeadings()
        proposal.readContents()
        return ColumnMapping(
            columns: file.headings.indices.map { column in
                let found = proposal.found[column]
                return Column(
                    heading: file.headings[column], item: found?.item,
                    reason: found?.reason ?? .unknown)
            })
    }

    /// A heading without case, spaces and punctuation.
    static func normalised(_ heading: String) -> [UInt8] {
        heading.utf8.filter { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80 }
            .map(ASCII.lowercased)
    }
}

/// What has been found out about the columns of a file.
private struct Proposal {
    let file: TableFile
    let dataset: DatasetSpecification
    var found: [Int: (item: DataItem.ID, reason: ColumnMapping.Reason)] = [:]

    private var openItems: [DataItem] {
        let taken = Set(found.values.map(\.item))
        return dataset.items.filter { !taken.contains($0.id) }
    }

    private var openColumns: [Int] { file.headings.indices.filter { found[$0] == nil } }

    mutating func recall(_ remembered: [String: DataItem.ID]) {
        for column in openColumns {
            if let item = remembered[file.headings[column]],
                openItems.contains(where: { $0.id == item })
            {
                found[column] = (item, .remembered)
            }
        }
    }

    /// Names and codes of items before their synonyms, so that the plainest heading wins.
    mutating func readHeadings() {
        assign { [$0.id.rawValue, $0.label] }
        assign { $0.synonyms[...] }
    }

    private mutating func assign<Names: Sequence<String>>(_ names: (DataItem) -> Names) {
        for column in openColumns {
            let heading = ColumnMapping.normalised(file.headings[column])
            let item = openItems.first { item in
                names(item).contains { ColumnMapping.normalised($0) == heading }
            }
            if let item { found[column] = (item.id, .heading) }
        }
    }

    /// Gives a column to the one open item of the kind that its values show.
    mutating func readContents() {
        for column in openColumns {
            let sample = sample(of: column)
            guard sample.count >= 3 else { continue }
            let scores = openItems.filter { ContentForm.kinds.contains($0.kind) }.map {
                (item: $0, percent: ContentForm.percent(of: sample, like: $0))
            }
            var likely = scores.filter { $0.percent >= 80 }
            // Any long number may be a property's, so every other form goes first.
            if likely.count > 1 { likely.removeAll { $0.item.kind == .uprn } }
            guard likely.count == 1, let best = likely.first else { continue }
            found[column] = (best.item.id, .content(percent: best.percent))
        }
    }

    /// The first 200 values of a column that are not empty.
    private func sample(of column: Int) -> [[UInt8]] {
        var sample: [[UInt8]] = []
        for row in 0..<min(file.rowCount, 2000) where sample.count < 200 {
            guard file.fieldCount(inRow: row) == file.headings.count else { continue }
            let value = file.text.value(row: Int(file.dataRows[row]), field: column)
            let tidy = DataItem.tidied(value)
            if !tidy.isEmpty { sample.append(tidy) }
        }
        return sample
    }
}

/// The forms by which the content of a column can be known.
private enum ContentForm {
    /// Kinds whose values look like nothing else.
    static let kinds: Set<DataItem.Kind> = [
        .date, .postcode, .uprn, .nhsNumber, .nationalInsuranceNumber, .codeList,
    ]

    static func percent(of sample: [[UInt8]], like item: DataItem) -> Int {
        guard let check = Check.ofKind(item) else { return 0 }
        let anyDay = CalendarDate(dayNumber: 0)
        let matching = sample.count { value in
            // Short numbers are more often a count or a house number than a property's.
            (item.kind != .uprn || value.count >= 8)
                && check.holds(for: item.normalised(value).value, today: anyDay)
        }
        return matching * 100 / sample.count
    }
}
