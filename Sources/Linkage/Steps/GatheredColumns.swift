/// Eight numbers, one of each of eight records.
typealias Eight = SIMD8<UInt32>

/// The numbers of some records, number by number and eight records at a time.
///
/// Blocks are small and their records lie far apart. Gathered, each is fetched from afar only once,
/// and a test is done for eight pairs at a time.
struct GatheredColumns {
    /// The numbers, column by column, `height` vectors each; lanes past the last record repeat it.
    private(set) var cells: [Eight] = []
    /// How many vectors a column has.
    private(set) var height = 0
    /// The profiles of some columns, column by column, `height` × 8 each.
    private var profiles: [TextProfile] = []
    private let width: Int
    private let texts: [Int]

    /// No records yet; `width`: how many numbers a record has; `texts`: the columns to profile.
    init(width: Int, texts: [Int] = []) {
        self.width = width
        self.texts = texts
    }

    /// Replaces the numbers by those of other records, at least one, in the order given.
    mutating func gather(_ records: ArraySlice<UInt32>, from encoded: EncodedRecords) {
        height = (records.count + 7) / 8
        let (height, width) = (height, width)
        if cells.count < height * width {
            cells = Array(repeating: .zero, count: max(height * width, cells.count * 2))
        }
        let rows = encoded.cells.span
        let (places, last) = (records.span, records.count - 1)
        var columns = cells.mutableSpan
        for vector in 0..<height {
            let place = vector * 8
            func start(_ lane: Int) -> Int { Int(places[min(place + lane, last)]) * width }
            let (a, b, c, d) = (start(0), start(1), start(2), start(3))
            let (e, f, g, h) = (start(4), start(5), start(6), start(7))
            for column in 0..<width {
                columns[column * height + vector] = Eight(
                    rows[a + column], rows[b + column], rows[c + column], rows[d + column],
                    rows[e + column], rows[f + column], rows[g + column], rows[h + column])
            }
        }
        gatherProfiles(records, from: encoded)
    }

    private mutating func gatherProfiles(
        _ records: ArraySlice<UInt32>, from encoded: EncodedRecords
    ) {
        let (length, width) = (height * 8, width)
        if profiles.count < length * texts.count {
            let none = encoded.profiles[0]
            profiles = Array(
                repeating: none, count: max(length * texts.count, profiles.count * 2))
        }
        let (rows, places, all) = (encoded.cells.span, records.span, encoded.profiles.span)
        for (text, column) in texts.enumerated() {
            var profiles = profiles.mutableSpan
            for place in places.indices {
                let code = rows[Int(places[place]) * width + column]
                profiles[text * length + place] = all[Int(code)]
            }
        }
    }

    /// The profile of one of the columns `texts`, by the place of the record among those gathered.
    @inline(__always)
    func profile(_ text: Int, ofRecord place: Int) -> TextProfile {
        profiles[(text &* height &* 8) &+ place]
    }
}
