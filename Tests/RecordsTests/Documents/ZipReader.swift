/// Reads archives whose files are not compressed, by their directory; for tests.
struct ZipReader {
    let names: [String]
    private let contents: [String: [UInt8]]

    /// nil where the archive does not hang together.
    init?(_ archive: [UInt8]) {
        func number(_ place: Int, _ width: Int) -> Int {
            archive[place..<place + width].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let end = archive.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4B50 else { return nil }
        var (place, names) = (number(end + 16, 4), [String]())
        var contents: [String: [UInt8]] = [:]
        for _ in 0..<number(end + 10, 2) {
            guard number(place, 4) == 0x0201_4B50, number(place + 10, 2) == 0 else { return nil }
            let (size, length) = (number(place + 24, 4), number(place + 28, 2))
            let name = String(decoding: archive[place + 46..<place + 46 + length], as: UTF8.self)
            let local = number(place + 42, 4)
            guard number(local, 4) == 0x0403_4B50, number(local + 26, 2) == length,
                archive[local + 4..<local + 30] == archive[place + 6..<place + 32]
            else { return nil }
            let start = local + 30 + length
            names.append(name)
            contents[name] = Array(archive[start..<start + size])
            place += 46 + length
        }
        guard place == end else { return nil }
        (self.names, self.contents) = (names, contents)
    }

    subscript(name: String) -> [UInt8] { contents[name] ?? [] }
}
